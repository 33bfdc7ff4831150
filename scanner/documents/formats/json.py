"""JSON and NDJSON: one slot per string and number under its key; each distinct key once.

An array whose elements read as a CPR number together, one digit in each, is a slot besides.

Read token by token and leniently: a cut-off or commented file loses nothing, and nesting costs no
stack. What is between the tokens and is no JSON is a slot as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scanner.doc import Part
from scanner.documents.decode import Decoded
from scanner.documents.format import Format
from scanner.documents.labels import header_of
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.splice import Run, Spliced, TextSlot, as_is

_TOKEN = re.compile(
    r'(?P<string>"(?:[^"\\\n]|\\.)*+")|(?P<number>-?\d[\d.eE+\-]*+)|(?P<mark>[{}\[\],:])'
    r"|(?P<word>true|false|null)|(?P<blank>[ \t\r\n\ufeff]++)|(?P<other>[^\s{}\[\],:\"]++|\")"
)
_ENOUGH = 200  # tokens that settle it
_LONE = re.compile("[\ud800-\udfff]")
_LONG_KEY = 60
_FIGURES = re.compile(r"\d{1,6}-?|-(?:\d{4})?")  # an element that may be of a number
_NUMBER = re.compile(r"\d{6}-?\d{4}")
_MOST_PIECES = 11  # of a number: its digits, and the hyphen


def _matches(sniff: Sniff) -> bool:
    if not sniff.text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return False
    names = []
    for match in _TOKEN.finditer(sniff.text):
        names.append(match.lastgroup)
        if len(names) > _ENOUGH:
            break
    settled = names if len(names) <= _ENOUGH else names[:-1]
    if not sniff.is_all and len(names) <= _ENOUGH:
        settled = names[:-2]
    return "other" not in settled and bool({"string", "number"} & {*settled})


@dataclass(slots=True)
class _Level:
    """An object or array that is open: its key, where it lies, and how far it has come."""

    is_object: bool
    key: str
    path: str
    row: int
    index: int = 0
    pending: str | None = None
    pieces: list[Run] | None = field(default_factory=list)

    def note(self, run: Run) -> None:
        """Keep an element, as long as all may be of one number."""
        if self.pieces is not None:
            self.pieces.append(run)
            if not _FIGURES.fullmatch(run.text) or len(self.pieces) > _MOST_PIECES:
                self.pieces = None

    def number(self) -> str:
        """What the elements read as together; "" when that is no number, or there is but one."""
        if self.is_object or not self.pieces or len(self.pieces) == 1:
            return ""
        together = "".join(run.text for run in self.pieces)
        return together if _NUMBER.fullmatch(together) else ""

    def step(self) -> str:
        """The path of the value that comes next."""
        if self.is_object:
            return f"{self.path}.{self.pending or ''}"
        return f"{self.path}[{self.index}]"


@dataclass(slots=True)
class _Reader:
    """Goes over the tokens; knows where it is."""

    splices: list[tuple[int, int, str]]
    levels: list[_Level] = field(default_factory=lambda: [_Level(False, "", "$", 0)])  # noqa: FBT003  # the top is no object
    keys: dict[str, list[Run]] = field(default_factory=dict)
    rows: int = 0

    def slots(self, text: str) -> Iterator[TextSlot]:
        """The values in order, and then the keys."""
        tokens = [m for m in _TOKEN.finditer(text) if m.lastgroup != "blank"]
        for index, match in enumerate(tokens):
            kind = match.lastgroup
            if kind == "mark":
                yield from self._mark(match[0])
            elif kind in {"string", "number", "other"}:
                following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
                yield from self._value(match, is_key=following == ":")
        for key, runs in self.keys.items():
            yield TextSlot(Part(key, "nøgle"), (runs[0],), _quoted, self.splices, tuple(runs[1:]))

    def _mark(self, mark: str) -> Iterator[TextSlot]:
        top = self.levels[-1]
        if mark in "{[":
            self.rows += 1
            key = top.pending or top.key if top.is_object else top.key
            self.levels.append(_Level(mark == "{", key, top.step(), self.rows))
        elif mark in "}]":
            if number := top.number():
                part = Part(number, f"{top.path}, samlet", top.key)
                yield TextSlot(part, tuple(top.pieces or ()), _quoted, self.splices)
            if len(self.levels) > 1:
                self.levels.pop()
                self.levels[-1].pieces = None
                self._next()
        elif mark == ",":
            top.pending = None

    def _next(self) -> None:
        """The value is over; in an array the next one follows."""
        self.levels[-1].index += not self.levels[-1].is_object

    def _value(self, match: re.Match[str], *, is_key: bool) -> Iterator[TextSlot]:
        top = self.levels[-1]
        is_string = match.lastgroup == "string"
        text = _unquoted(match[0]) if is_string else match[0]
        run = Run(match.start(), match.end(), text)
        if is_key and top.is_object:
            top.pending = text
            self.keys.setdefault(text, []).append(run)
            return
        header = header_of(top.pending, top.key) if top.pending else top.key
        encode = as_is if match.lastgroup == "other" else _quoted
        row = top.row if top.is_object else 0
        top.note(run)
        yield TextSlot(Part(text, top.step(), header, row), (run,), encode, self.splices)
        self._next()


def _unquoted(raw: str) -> str:
    try:
        value = str(json.loads(raw, strict=False))
    except ValueError:
        value = raw.strip('"')
    return _LONE.sub("\ufffd", value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _open(data: bytes, reading: Reading) -> Spliced:
    return Spliced(
        "json",
        Decoded.of(data, reading.encoding),
        lambda text, splices: _Reader(splices).slots(text),
    )


JSON = Format("json", "application/json", _matches, _open, is_writable=True)
