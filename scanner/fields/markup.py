"""Labels of data formats: JSON and YAML keys, KEY=value, XML tags; each with what encloses it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.fields.field import Field, FieldKind, as_label, trimmed

# Quoted values may be long (keys, notes); bare ones end at a blank or a separator.
_KEY = re.compile(
    r"(?P<open>[{\[])|(?P<close>[}\]])|"
    r"(?<![\w\"'])(?P<quote>[\"']?)(?P<key>[^\W\d][\w.\-]{0,38}+)(?P=quote)"
    r"[ \t]?(?P<sign>[:=]{1,2})[ \t]{0,4}"
    r"(?:\"(?P<double>[^\"\n]{0,2000})\"|'(?P<single>[^'\n]{0,2000})'"
    r"|(?P<object>(?=[{\[]))|(?P<bare>[^\s,;&{}\[\]\"'|<>]{1,400}))",
)
_LIST = re.compile(
    r"\"(?P<key>[^\W\d][\w.\-]{0,38})\"[ \t]?:[ \t]{0,4}"
    r"\[(?P<items>\s{0,40}\"[^\"\n]{0,200}\"(?:\s{0,40},\s{0,40}\"[^\"\n]{0,200}\"){0,200})"
)
_ITEM = re.compile(r"\"(?P<item>[^\"\n]{0,200})\"")
_KEY_SIGN = re.compile(r"[=:{}\[\]]")
_TAG = re.compile(
    r"<(?P<close>/)?(?:[\w\-]{1,30}:)?(?P<name>[A-Za-z_][\w\-]{0,38})(?: [^<>]{0,300})?>"
    r"(?P<value>[^<>]{0,400})"
)
_MAX_DEPTH = 32


def key_fields(text: str) -> Iterator[Field]:
    """``"key": "value"``, ``key = value``, ``KEY=value``; objects give their key as group."""
    if "=" not in text and '"' not in text and "'" not in text:
        return  # a bare "key: value" is prose
    groups = [""]
    for match in _keys(text, groups):
        name = match.lastgroup or "bare"
        span = trimmed(text, *match.span(name))
        is_prose = name == "bare" and not match["quote"] and match["sign"] == ":"
        if span and not is_prose:
            yield Field(FieldKind.KEY, as_label(match["key"]), span, groups[-1])


def list_fields(text: str) -> Iterator[Field]:
    """``"key": ["value", "value"]``: each value under the key."""
    if "[" not in text or '"' not in text:
        return
    for found in _LIST.finditer(text):
        for item in _ITEM.finditer(text, *found.span("items")):
            span = trimmed(text, *item.span("item"))
            if span:
                yield Field(FieldKind.KEY, as_label(found["key"]), span)


def open_keys(text: str) -> list[str]:
    """The keys of the objects that are open where ``text`` ends, the outermost first."""
    groups = [""]
    if "{" in text or "[" in text:
        for _ in _keys(text, groups):
            pass
    return groups[1:]


def _keys(text: str, groups: list[str]) -> Iterator[re.Match[str]]:
    """The keys that have a value of their own; ``groups`` are those of the objects round it."""
    pending = ""
    for match in _in_lines(_KEY, _KEY_SIGN, text):
        if match["open"]:
            if len(groups) < _MAX_DEPTH:
                groups.append(pending or groups[-1])
            pending = ""
        elif match["close"]:
            if len(groups) > 1:
                groups.pop()
        elif match["object"] is not None:
            pending = as_label(match["key"])
        else:
            yield match


def _in_lines(
    pattern: re.Pattern[str], sign: re.Pattern[str], text: str
) -> Iterator[re.Match[str]]:
    """The matches in the lines that have a sign; of a pattern that goes over no line end."""
    end = 0
    while found := sign.search(text, end):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.start())
        end = len(text) if end < 0 else end
        yield from pattern.finditer(text, start, end)


def tag_fields(text: str) -> Iterator[Field]:
    """``<Tag>value</Tag>``; the enclosing tag is the group."""
    if "</" not in text:
        return
    parents: list[str] = []
    for match in _tags(text, parents):
        span = trimmed(text, *match.span("value"))
        if span and text.startswith("</", match.end()):
            group = parents[-1] if parents else ""
            yield Field(FieldKind.TAG, as_label(match["name"]), span, group)


def open_tags(text: str) -> list[str]:
    """The tags that are open where ``text`` ends, the outermost first."""
    parents: list[str] = []
    for _ in _tags(text, parents):
        pass
    return parents


def _tags(text: str, parents: list[str]) -> Iterator[re.Match[str]]:
    """The opening tags; ``parents`` are the names of those round it."""
    for match in _TAG.finditer(text):
        if not match["close"]:
            yield match
            if len(parents) < _MAX_DEPTH:
                parents.append(as_label(match["name"]))
        elif parents:
            parents.pop()
