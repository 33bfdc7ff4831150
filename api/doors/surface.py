"""The texts of a request to a language model, wherever they stand in its JSON.

A request is walked twice the same way: once to collect its texts, once to write them anew. Every
string counts as text that is not known to be something else, so what a vendor adds tomorrow is
looked at too. What holds no text (images, sound, files, token numbers) is a gap.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scanner.doc import Doc, Edit, Part
from scanner.finding import Gap, GapReason

Visit = Callable[[str, str], str]

# Values that a program chose: the vendor's words, names of things, identifiers the vendor gave.
_CHOSEN = frozenset(
    {"role", "type", "object", "status", "finish_reason", "detail", "effort", "verbosity", "format"}
    | {"service_tier", "truncation", "tool_choice", "encoding_format", "phase", "syntax", "mode"}
    | {"search_context_size", "modalities", "include", "reasoning_effort", "voice", "summary"}
    | {"generate_summary", "prompt_cache_retention", "require_approval", "required", "server_label"}
)
_NAMED = frozenset(
    {"model", "name", "id", "call_id", "tool_call_id", "item_id", "response_id", "$ref", "$schema"}
)
_WORD = re.compile(r"[A-Za-z$@_][A-Za-z0-9$@_.\-]{0,63}")
_NAME = re.compile(r"(?=[^A-Za-z]{0,40}[A-Za-z])[A-Za-z0-9$#_.:|/+=\-]{1,512}")
_SEALED = re.compile(r"[A-Za-z0-9+/_=\-]+")
_UNREAD_MEMBERS = frozenset(
    {"image_url", "input_audio", "file", "file_data", "file_id", "file_url", "video_url", "image"}
)
_READ_TYPES = frozenset(
    {"text", "input_text", "output_text", "refusal", "summary_text", "reasoning_text"}
)
_SCHEMA = frozenset({"properties", "patternProperties", "$defs", "definitions"})
_PARTS = frozenset({"content", "output"})
_LEAST_NUMBER = 100_000


@dataclass(slots=True)
class Surface:
    """What was collected: the parts of one Doc, and the gaps."""

    parts: list[Part] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    @classmethod
    def of(cls, body: Any, *, tokens: str = "") -> Surface:
        """The texts of a request; its member ``tokens`` may hold numbers in place of a text."""
        surface = cls()
        if tokens and isinstance(body, dict):
            surface.gaps.extend(_tokens(body.get(tokens), tokens))
        _Walk(surface.collect, surface.gaps).wire(body)
        return surface

    @property
    def doc(self) -> Doc:
        """The texts as one Doc."""
        return Doc(tuple(self.parts))

    def collect(self, text: str, label: str) -> str:
        """Note a text."""
        self.parts.append(Part(text, header=label))
        return text

    def written(self, edits: Sequence[Sequence[Edit]]) -> list[str]:
        """The texts with ``edits`` made."""
        pairs = zip(self.parts, edits, strict=True)
        return [edited(part.text, changes) for part, changes in pairs]


def edited(text: str, edits: Sequence[Edit]) -> str:
    """``text`` with ``edits`` made, which come in order."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*pieces, text[at:]))


def rewritten(body: Any, texts: Sequence[str]) -> Any:
    """``body`` with ``texts`` in the place of those that ``Surface.of`` collected."""
    following = iter(texts)
    return _Walk(lambda _text, _label: next(following), []).wire(body)


def mapped(body: Any, change: Callable[[str], str]) -> Any:
    """``body`` with every text changed."""
    return _Walk(lambda text, _label: change(text), []).wire(body)


def mapped_json(text: str, change: Callable[[str], str]) -> str:
    """``text``, a JSON document, with every text in it changed; else ``text`` changed as it is."""
    return _Walk(lambda each, _label: change(each), []).json_text(text)


@dataclass(frozen=True, slots=True)
class _Walk:
    visit: Visit
    gaps: list[Gap]

    def wire(self, value: Any, key: str = "") -> Any:
        """A member of the request called ``key``."""
        match value:
            case str():
                return self._string(value, key)
            case dict():
                return self._object(value, key)
            case list():
                return [self.wire(each, key) for each in value]
            case _:
                return self._number(value, key)

    def free(self, value: Any, label: str = "") -> Any:
        """JSON of somebody's own: all of it may be text."""
        match value:
            case str():
                return self.visit(value, label)
            case dict():
                return {self._key(name): self.free(each, name) for name, each in value.items()}
            case list():
                return [self.free(each, label) for each in value]
            case _:
                return self._number(value, label)

    def json_text(self, text: str) -> str:
        """A string that holds JSON, and holds JSON again afterwards."""
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return self.visit(text, "")
        changed = self.free(value)
        return text if changed == value else json.dumps(changed, ensure_ascii=False)

    def _string(self, text: str, key: str) -> str:
        is_chosen = key in _CHOSEN and _WORD.fullmatch(text)
        is_named = key in _NAMED and _NAME.fullmatch(text)
        is_sealed = key == "encrypted_content" and _SEALED.fullmatch(text)
        if is_chosen or is_named or is_sealed:
            return text
        return self.json_text(text) if key == "arguments" else self.visit(text, "")

    def _object(self, value: Mapping[str, Any], key: str) -> Any:
        if unread := _unread(value, key):
            self.gaps.append(Gap(GapReason.UNKNOWN_FORMAT, unread))
            return value
        if key in _PARTS and value.get("type", "text") not in _READ_TYPES:
            self.gaps.append(Gap(GapReason.UNKNOWN_FORMAT, "content part"))
        if key in {"metadata", "variables"}:
            return self.free(value)
        return {self._key(name): self._member(value, name) for name in value}

    def _member(self, value: Mapping[str, Any], name: str) -> Any:
        """A member; the name of who speaks is text, and gone when it may not stand."""
        each = value[name]
        if name == "name" and isinstance(each, str) and value.get("role") in {"user", "assistant"}:
            said = self.visit(each, "navn")
            return said if _WORD.fullmatch(said) else "hidden"
        return self.wire(each, name)

    def _key(self, name: str) -> str:
        return name if _WORD.fullmatch(name) else self.visit(name, "")

    def _number(self, value: Any, label: str) -> Any:
        """A number; one of many digits may be somebody's, and becomes text when it is hidden."""
        if isinstance(value, bool) or value is None or abs(value) < _LEAST_NUMBER:
            return value
        written = json.dumps(value)
        said = self.visit(written, label)
        return value if said == written else said


def _unread(value: Mapping[str, Any], key: str) -> str:
    """What ``value`` holds in place of text; "" for text, and for the names in a schema."""
    if value.get("type") == "image_generation_call":
        return "image"
    held = [] if key in _SCHEMA else [name for name in _UNREAD_MEMBERS if value.get(name)]
    return min(held, default="")


def _tokens(value: Any, key: str) -> Iterator[Gap]:
    each = value if isinstance(value, list) else []
    if any(isinstance(one, int | list) for one in each):
        yield Gap(GapReason.UNKNOWN_FORMAT, f"tokens of {key}")
