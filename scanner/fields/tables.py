"""Tables in plain text: cells parted by ; tab | comma or wide gaps, below a header row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scanner.doc import Span
from scanner.fields.field import MAX_LABEL, OUTER, Field, FieldKind, as_label, trimmed

_LINE = re.compile(r"[^\n]+")
_RULE = re.compile(r"[\s|:+=\-]+")
_NOT_RULE = re.compile(r"[^\s|:+=\-]")
_WIDE = re.compile(r"[ ]{2,}")
_DELIMITERS = (";", "\t", "|", ",")
_LABEL_CELL = re.compile(  # what stands in brackets may have digits; "#" heads the rows' numbers
    r"[^\W\d_][^\d@:;|\t(]*(?:\([^()@:;|\t]{0,30}\)[^\d@:;|\t(]*)?|[#№]"
)
# "Omsætning 2025", "Telefon 2"
_COUNTED_CELL = re.compile(r"[^\W\d_][^\d@:;|\t]* (?:(?:19|20)\d\d|\d)")
# What every row has in it.
_ROWS = re.compile(r"[;\t|]|  |,[^,\n]*,|(?<=[^\W\d_]),(?=[^\W\d_])")
# Two cells with a comma and no blank between them: "cpr,telefon"
_PAIR = re.compile(r"[^\s,](?:[^,]{0,38}[^\s,])?,[^\s,](?:[^,]{0,38}[^\s,])?[ \r]?")
_MIN_COLUMNS = 2
_MIN_COMMAS = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of one line; ``delimiter`` is "" for a table set with wide gaps."""

    delimiter: str
    cells: tuple[Span, ...]


def table_fields(text: str) -> Iterator[Field]:
    """Each cell below a header row, with the header's cell as label."""
    labels: list[str] = []
    for _, row, header in _read(text):
        if row is header:
            labels = [as_label(cell.of(text)) for cell in row.cells]
        else:
            yield from _cells(header, row, labels)


def open_header(text: str) -> str:
    """The header line of the table that ``text`` ends in; "" when it ends in none."""
    held, last = "", 0
    for line, row, header in _read(text, _last_table(text)):
        held, last = line[0] if row is header else held, line.end()
    return held if not _NOT_RULE.search(text, last) else ""


def _last_table(text: str) -> int:
    """Where the lines begin of which the table that ``text`` ends in may be: no line breaks it."""
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if _NOT_RULE.search(line) and not any(_may_be_cut(line, by) for by in (*_DELIMITERS, "")):
            return end
        end = start - 1
    return 0


def _read(text: str, start: int = 0) -> Iterator[tuple[re.Match[str], _Row, _Row]]:
    """The rows of tables, each with its line and its header; a header row is its own."""
    header: _Row | None = None
    at = start
    while True:
        if header is None:
            sign = _ROWS.search(text, at)
            if sign is None:  # no line begins a table
                return
            at = max(at, text.rfind("\n", 0, sign.start()) + 1)
        line = _LINE.search(text, at)
        if line is None:
            return
        at = line.end()
        if _RULE.fullmatch(line[0]) and header:
            continue
        row = _row_like(text, line, header)
        if row is None:
            header = None
            continue
        if header is None or row.delimiter != header.delimiter:
            header = row if _is_header(text, row) else None
        if header is not None:
            yield line, row, header


def _row_like(text: str, line: re.Match[str], header: _Row | None) -> _Row | None:
    """The line as a row: cut as the table above is cut, else by the first delimiter that fits."""
    delimiters = [header.delimiter, *_DELIMITERS, ""] if header else [*_DELIMITERS, ""]
    for delimiter in delimiters:
        if not _may_be_cut(line[0], delimiter):
            continue
        if header is None and delimiter == "," and _is_prose(line[0]):
            return None
        cells = _wide_cells(text, line) if delimiter == "" else _cells_by(text, line, delimiter)
        if len(cells) >= _least(line[0], delimiter):
            return _Row(delimiter, cells)
    return None


def _least(line: str, delimiter: str) -> int:
    """How many cells ``line`` has at least, if it is a row."""
    is_prose = delimiter == "," and not _PAIR.fullmatch(line)
    return _MIN_COMMAS if is_prose else _MIN_COLUMNS


def _may_be_cut(line: str, delimiter: str) -> bool:
    """Whether ``line`` has enough of the delimiter for a row."""
    return line.count(delimiter or "  ") >= _least(line, delimiter) - 1


def _is_prose(line: str) -> bool:
    """Whether the pieces between commas are too long for labels."""
    longest = max(map(len, line.split(",")))
    if longest <= MAX_LABEL or '"' in line:
        return False
    return any(len(piece.strip(OUTER)) > MAX_LABEL for piece in line.split(","))


def _cells_by(text: str, line: re.Match[str], delimiter: str) -> tuple[Span, ...]:
    start, end = line.span()
    if delimiter == "|":
        outer = trimmed(text, start, end)
        if text.startswith("|", outer.start) and text.endswith("|", outer.start + 1, outer.end):
            start, end = outer.start + 1, outer.end - 1
    cells = []
    quoted = False
    begin = start
    for mark in re.finditer(f'["{delimiter}]', line[0]):
        index = line.start() + mark.start()
        if mark[0] == '"':
            quoted = not quoted
        elif not quoted and start <= index < end:
            cells.append(trimmed(text, begin, index))
            begin = index + 1
    cells.append(trimmed(text, begin, end))
    return tuple(cells)


def _wide_cells(text: str, line: re.Match[str]) -> tuple[Span, ...]:
    begin = line.start()
    cells = []
    for gap in _WIDE.finditer(text, *line.span()):
        if gap.start() > begin:
            cells.append(trimmed(text, begin, gap.start()))
        begin = gap.end()
    if begin < line.end():
        cells.append(trimmed(text, begin, line.end()))
    return tuple(cell for cell in cells if cell)


def _is_header(text: str, row: _Row) -> bool:
    """Whether every cell reads as a label: short, words only, no two alike."""
    names = [cell.of(text) for cell in row.cells if cell]
    return (
        len(names) >= _MIN_COLUMNS
        and len({name.casefold() for name in names}) == len(names)
        and all(len(name) <= MAX_LABEL and _is_label(name) for name in names)
        and not all(map(_COUNTED_CELL.fullmatch, names))
        and all(name.count("(") == name.count(")") for name in names)
    )


def _is_label(name: str) -> bool:
    return bool(_LABEL_CELL.fullmatch(name) or _COUNTED_CELL.fullmatch(name))


def _cells(header: _Row, row: _Row, labels: Sequence[str]) -> Iterator[Field]:
    if header.delimiter == "" and len(row.cells) != len(header.cells):
        pairs = _by_place(header, row, labels)
    else:
        pairs = zip(labels, row.cells, strict=False)
    for label, cell in pairs:
        if label and cell:
            yield Field(FieldKind.COLUMN, label, cell)


def _by_place(header: _Row, row: _Row, labels: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """Cells of a ragged row under the header that starts nearest to them."""
    line_start, header_start = row.cells[0].start, header.cells[0].start
    for cell in row.cells:
        offset = cell.start - line_start
        nearest = min(
            range(len(labels)),
            key=lambda index: abs(header.cells[index].start - header_start - offset),
        )
        yield labels[nearest], cell
