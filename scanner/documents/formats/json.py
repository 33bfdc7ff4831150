"""JSON and NDJSON: one slot per string and number under its key; each distinct key once.

An array whose elements read as a CPR number together is a slot besides: one digit in each, or in
each of its objects under the same key. So is an object of ten digits. An array of lines, each with
its end, as notebooks have it, is one text.

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
from scanner.documents.numbers import shown
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
_OWN = -1  # the column of the values themselves
_DIGITS = 10
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
class _Pieces:
    """Values one behind the other, as long as all may be of one number."""

    runs: list[Run] | None = field(default_factory=list)

    def note(self, run: Run) -> None:
        """Keep one more."""
        if self.runs is not None:
            self.runs.append(run)
            if not _FIGURES.fullmatch(run.text) or len(self.runs) > _MOST_PIECES:
                self.runs = None

    def number(self, least: int) -> str:
        """What they read as together; "" when that is no number, or they are fewer than that."""
        if not self.runs or len(self.runs) < least:
            return ""
        together = "".join(run.text for run in self.runs)
        return together if _NUMBER.fullmatch(together) else ""


@dataclass(slots=True)
class _Level:
    """An object or array that is open: its key, where it lies, and how far it has come.

    ``columns`` are the values of an array, and those of its objects by their keys.
    """

    is_object: bool
    key: str
    path: str
    row: int
    index: int = 0
    pending: str | None = None
    columns: dict[str | int, _Pieces] = field(default_factory=dict)
    lines: list[Run] = field(default_factory=list)

    def note(self, column: str | int, run: Run) -> None:
        """Keep a value."""
        pieces = self.columns.get(column)
        if pieces is None:
            pieces = self.columns[column] = _Pieces()
        pieces.note(run)

    def numbers(self) -> Iterator[tuple[str, str, list[Run]]]:
        """What its values read as together, each with its key and where they stand."""
        for column, pieces in self.columns.items():
            if number := pieces.number(_DIGITS if self.is_object else 2):
                yield number, column if isinstance(column, str) else "", pieces.runs or []

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
        for level in self.levels:  # of a file that was cut off
            yield from self._text(level)
        for key, runs in self.keys.items():
            yield TextSlot(Part(key, "nøgle"), (runs[0],), _quoted, self.splices, tuple(runs[1:]))

    def _mark(self, mark: str) -> Iterator[TextSlot]:
        top = self.levels[-1]
        if mark in "{[":
            self.rows += 1
            key = top.pending or top.key if top.is_object else top.key
            self.levels.append(_Level(mark == "{", key, top.step(), self.rows))
        elif mark in "}]":
            yield from self._text(top)
            for number, key, runs in top.numbers():
                part = Part(number, f"{top.path}, samlet", key or top.key)
                yield TextSlot(part, tuple(runs), _quoted, self.splices)
            if len(self.levels) > 1:
                self.levels.pop()
                self._next()
        elif mark == ",":
            top.pending = None

    def _next(self) -> None:
        """The value is over; in an array the next one follows."""
        self.levels[-1].index += not self.levels[-1].is_object

    def _value(self, match: re.Match[str], *, is_key: bool) -> Iterator[TextSlot]:
        top = self.levels[-1]
        is_string = match.lastgroup == "string"
        text = _unquoted(match[0]) if is_string else _whole(match[0])
        run = Run(match.start(), match.end(), text)
        if is_key and top.is_object:
            top.pending = text
            self.keys.setdefault(text, []).append(run)
            return
        self._note(run)
        if is_string and not top.is_object and (text.endswith("\n") or top.lines):
            top.lines.append(run)
            if not text.endswith("\n"):
                yield from self._text(top)
        else:
            yield from self._text(top)
            header = header_of(top.pending, top.key) if top.pending else top.key
            encode = as_is if match.lastgroup == "other" else _quoted
            row = top.row if top.is_object else 0
            yield TextSlot(Part(text, top.step(), header, row), (run,), encode, self.splices)
        self._next()

    def _text(self, level: _Level) -> Iterator[TextSlot]:
        """The lines of an array so far, as one text."""
        if level.lines:
            text = "".join(run.text for run in level.lines)
            yield TextSlot(
                Part(text, level.path, level.key), (*level.lines,), _quoted, self.splices
            )
            level.lines.clear()

    def _note(self, run: Run) -> None:
        """Keep a value of this level, and of the one above, where it may be one of a number."""
        top = self.levels[-1]
        top.note(_OWN, run)
        if len(self.levels) > 1 and not self.levels[-2].is_object:
            self.levels[-2].note((top.pending or "") if top.is_object else top.index, run)


def _unquoted(raw: str) -> str:
    try:
        value = str(json.loads(raw, strict=False))
    except ValueError:
        value = raw.strip('"')
    return _LONE.sub("\ufffd", value)


def _whole(raw: str) -> str:
    """A number that is written as a fraction and is whole, as that: 1.01585670e8."""
    found = shown(raw, "General") if "." in raw or "e" in raw.lower() else raw
    return found if found.lstrip("-").isdecimal() else raw


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _open(data: bytes, reading: Reading) -> Spliced:
    return Spliced(
        "json",
        Decoded.of(data, reading.encoding),
        lambda text, splices: _Reader(splices).slots(text),
    )


JSON = Format("json", "application/json", _matches, _open, is_writable=True)
