"""Many parts laid out as a few texts, as a person would read them, and the way back.

Paragraphs stand below each other, cells side by side under their headers. So what a recognizer
knows of labels, columns and neighbouring lines holds for a table in any file, and a document of a
hundred thousand cells costs a few long texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from scanner.doc import Doc, Part, Span
from scanner.finding import Finding, Gap

SHEET = 20_000  # code points from which a new text begins
# Rows below one line of headers: as many as are looked at together (``windows``), so that no row is
# looked at twice, and enough of them to be a table.
_TABLE = 7_500  # code points
_LEAST_ROWS, _MOST_ROWS = 20, 200
_BREAKS = str.maketrans("\n\r\t\v\f\x85\u2028\u2029", " " * 8)
_NO_LABEL = re.compile(r"[^\w .\-/&()]|[\d_]")
_LABEL_SIZE = 30
_LABEL_WORDS = 4
_MIN_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a part stands in a sheet; the text is of the same length in both."""

    start: int
    part: int
    length: int


@dataclass(slots=True)
class _Sheet:
    """One text, and the parts in it."""

    pieces: list[_Piece] = field(default_factory=list)
    chunks: list[str] = field(default_factory=list)
    length: int = 0

    def write(self, text: str, part: int | None = None) -> None:
        """Add ``text``; it is that of ``part``, or belongs to none."""
        if part is not None:
            self.pieces.append(_Piece(self.length, part, len(text)))
        self.chunks.append(text)
        self.length += len(text)

    def located(self, span: Span) -> Iterator[tuple[int, Span]]:
        """The parts that ``span`` touches, and what it covers of each."""
        first = bisect_right(self.pieces, span.start, key=lambda piece: piece.start) - 1
        for piece in self.pieces[max(0, first) :]:
            if piece.start >= span.end:
                break
            start = max(0, span.start - piece.start)
            end = min(piece.length, span.end - piece.start)
            if start < end:
                yield piece.part, Span(start, end)


@dataclass(frozen=True, slots=True)
class Layout:
    """The sheets of a Doc."""

    doc: Doc
    _sheets: tuple[_Sheet, ...]

    @classmethod
    def of(cls, doc: Doc) -> Layout:
        """``doc`` laid out; a Doc of one part stays as it is."""
        if len(doc.parts) == 1 and not doc.parts[0].header:
            return cls(doc, ())
        sheets = tuple(_sheets(doc.parts))
        return cls(Doc(tuple(Part("".join(sheet.chunks)) for sheet in sheets)), sheets)

    def back(self, findings: Sequence[Finding]) -> list[Finding]:
        """``findings`` of the laid out Doc by the parts of the source, one for each touched."""
        if not self._sheets:
            return list(findings)
        return [
            finding.placed(span, part)
            for finding in findings
            for part, span in self._sheets[finding.part].located(finding.span)
        ]

    def gaps_back(self, gaps: Sequence[Gap]) -> list[Gap]:
        """``gaps`` with the first part of their sheet."""
        if not self._sheets:
            return list(gaps)
        return [replace(gap, part=self._sheets[gap.part].pieces[0].part) for gap in gaps]


def _sheets(parts: Sequence[Part]) -> Iterator[_Sheet]:
    sheet = _Sheet()
    for block in _blocks(parts):
        if sheet.length >= (_TABLE if block.goes_on else SHEET):
            yield sheet
            sheet = _Sheet()
        _lay(sheet, parts, block.rows)
    if sheet.pieces:
        yield sheet


@dataclass(slots=True)
class _Block:
    """Rows of parts under one line of headers; whether it goes on with the table before it."""

    rows: list[list[int]]
    goes_on: bool = False
    length: int = 0

    @property
    def is_full(self) -> bool:
        """Whether further rows belong to the next one."""
        return len(self.rows) >= _MOST_ROWS or (
            len(self.rows) >= _LEAST_ROWS and self.length >= _TABLE
        )


def _blocks(parts: Sequence[Part]) -> Iterator[_Block]:
    """Runs of rows of cells; a part that is no headed cell is a block of its own."""
    table = _Block([])
    for _, group in groupby(range(len(parts)), key=lambda at: _line(parts[at], at)):
        row = list(group)
        if not (parts[row[0]].row and parts[row[0]].header):
            if table.rows:
                yield table
            table = _Block([])
            yield _Block([row])
            continue
        if table.is_full:
            yield table
            table = _Block([], goes_on=True)
        table.rows.append(row)
        table.length += sum(len(parts[at].text) + 1 for at in row)
    if table.rows:
        yield table


def _line(part: Part, at: int) -> tuple[int, int]:
    """What the cells of one row share."""
    return (part.row, 0) if part.row and part.header else (0, at)


def _lay(sheet: _Sheet, parts: Sequence[Part], rows: Sequence[Sequence[int]]) -> None:
    columns = _columns(parts, rows)
    if len(columns) < _MIN_COLUMNS:
        for row in rows:
            for index in row:
                _lay_line(sheet, parts[index], index)
        return
    sheet.write("\t".join(columns.values()) + "\n")
    for row in rows:
        cells = _cells(parts, row, columns)
        for place, column in enumerate(columns):
            sheet.write("\t" if place else "")
            if column in cells:
                sheet.write(parts[cells[column]].text.translate(_BREAKS), cells[column])
        sheet.write("\n")
        laid = set(cells.values())
        for index in row:
            if index not in laid:
                _lay_line(sheet, parts[index], index)


def _columns(parts: Sequence[Part], rows: Sequence[Sequence[int]]) -> dict[str, str]:
    """The headers of a block of rows in order, each with the label that stands for it."""
    labels: dict[str, str] = {}
    for row in rows:
        for index in row:
            column = _column(parts[index])
            if column and column not in labels and (label := _label(column)):
                labels[column] = label
    return labels if len({*labels.values()}) == len(labels) else {}


def _column(part: Part) -> str:
    return part.header.strip().casefold() if part.row else ""


def _cells(parts: Sequence[Part], row: Sequence[int], columns: Mapping[str, str]) -> dict[str, int]:
    """The parts of a row that fit on a line, by their columns; a text of several lines does not."""
    found = {}
    for index in row:
        part = parts[index]
        column = _column(part)
        if column in columns and ("\n" not in part.text or "\n" not in part.text.strip()):
            found[column] = index
    return found


def _lay_line(sheet: _Sheet, part: Part, index: int) -> None:
    if label := _label(part.header):
        sheet.write(f"{label}:" + ("\n" if "\n" in part.text.strip() else " "))
    sheet.write(part.text, index)
    sheet.write("" if part.text.endswith("\n") else "\n")


def _label(header: str) -> str:
    """``header`` as labels are written: a few words, no digits; "" when nothing is left."""
    words = _NO_LABEL.sub(" ", header.replace("_", " ")).split()[:_LABEL_WORDS]
    label = " ".join(words)[:_LABEL_SIZE].strip(" .-/&")
    if label.count("(") != label.count(")"):
        label = label.replace("(", " ").replace(")", " ").strip()
    return label if label[:1].isalpha() else ""
