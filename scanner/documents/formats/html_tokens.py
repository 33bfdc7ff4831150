"""HTML as a row of tokens with their places, as leniently as a browser and in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_NAME = re.compile(r"[A-Za-z][^\s/>\"'<=]*")
_REST = re.compile(r"(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+")
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s=/>\"']+)\s*+=\s*+"
    r"(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>\"']+))"
)
# What is in these is no markup.
_VERBATIM = frozenset({"script", "style", "textarea", "title", "xmp"})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the source: kind is text, open, close, comment, verbatim or other.

    ``start`` and ``end`` bound the text of a text, a comment or a verbatim, else the whole tag.
    """

    kind: str
    start: int
    end: int
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A named value within a tag; ``start`` and ``end`` bound the value without its quotes."""

    name: str
    start: int
    end: int
    quote: str = field(default='"')


def tokens(text: str) -> Iterator[Token]:
    """All tokens in order; a tag or comment that is never closed makes the rest text."""
    position = 0
    while position < len(text):
        mark = text.find("<", position)
        if mark < 0:
            mark = len(text)
        if mark > position:
            yield Token("text", position, mark)
            position = mark
        while position < len(text) and text[position] == "<":
            token = _markup(text, position)
            yield token
            position = token.end
            if token.kind == "comment":
                position += text.startswith("-->", position) * 3
            elif token.kind == "open" and token.tag in _VERBATIM:
                end = _closing(text, position, token.tag)
                yield Token("verbatim", position, end, token.tag)
                position = end


def _markup(text: str, start: int) -> Token:
    """The token that begins with the "<" at ``start``."""
    if text.startswith("<!--", start):
        end = text.find("-->", start + 4)
        return Token("comment", start + 4, len(text) if end < 0 else end)
    if text.startswith(("<!", "<?"), start):
        end = text.find(">", start)
        return Token("other", start, len(text) if end < 0 else end + 1)
    is_closing = text.startswith("</", start)
    name = _NAME.match(text, start + 1 + is_closing)
    if name is None:
        return Token("text", start, start + 1)
    rest = _REST.match(text, name.end())
    end = rest.end() if rest else name.end()
    if not text.startswith(">", end):
        end = text.find(">", name.end())  # a stray quote: the tag ends at the next bracket
        if end < 0:
            return Token("text", start, len(text))
    return Token("close" if is_closing else "open", start, end + 1, name[0].lower())


def _closing(text: str, start: int, tag: str) -> int:
    """Where the verbatim text of ``tag`` ends."""
    match = re.compile(rf"</{tag}\b", re.IGNORECASE).search(text, start)
    return match.start() if match else len(text)


def attributes(text: str, token: Token) -> Iterator[Attribute]:
    """The attributes of an opening tag that have a value."""
    start = token.start + 1 + len(token.tag)
    for match in _ATTRIBUTE.finditer(text, start, token.end - 1):
        group = next(name for name in ("double", "single", "bare") if match[name] is not None)
        quote = {"double": '"', "single": "'", "bare": ""}[group]
        yield Attribute(match["name"].lower(), *match.span(group), quote)
