"""CSV and TSV: one slot per cell, under its column's header; the delimiter by the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from scanner.doc import Part
from scanner.documents.decode import Decoded
from scanner.documents.format import Format
from scanner.documents.lost_zeros import ENOUGH, LostZeros
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.splice import Run, Spliced, TextSlot
from scanner.documents.tables import headers, is_header, is_known_header

_DELIMITERS = (";", "\t", "|", ",")
_MIN_COLUMNS = 2
_MANY_COLUMNS = 3
_SEP = re.compile(r"sep=(.)\r?\n")

Row = list[Run]


@dataclass(frozen=True, slots=True)
class _Cells:
    """How the cells of a file are parted and quoted."""

    delimiter: str

    def rows(self, text: str) -> Iterator[Row]:
        """The cells of each record; quotes are taken off the text, and doubled ones halved."""
        row: Row = []
        position = 0
        cell = _pattern(self.delimiter)
        while match := cell.match(text, position):
            quoted = match["quoted"]
            value = match["bare"] if quoted is None else quoted.replace('""', '"')
            row.append(Run(match.start(), match.end("cell"), value))
            position = match.end()
            if match["end"] == self.delimiter:
                continue
            yield row
            row = []
            if position >= len(text):
                return

    def encode(self, text: str) -> str:
        """``text`` as a cell, quoted where it has to be."""
        if not any(sign in text for sign in (self.delimiter, '"', "\n", "\r")):
            return text
        return '"' + text.replace('"', '""') + '"'


@lru_cache
def _pattern(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(
        rf'(?P<cell>[ ]*+"(?P<quoted>(?:[^"]|"")*+)"[ ]*+(?={mark}|[\r\n]|\Z)'
        rf"|(?P<bare>[^{mark}\r\n]*+))(?P<end>{mark}|\r\n|\r|\n|\Z)"
    )


def _matches(sniff: Sniff) -> bool:
    return bool(sniff.text) and _delimiter(sniff.text, whole=sniff.is_all) is not None


def _delimiter(text: str, *, whole: bool = True) -> str | None:
    """The delimiter that parts all lines into the same number of cells."""
    if told := _SEP.match(text):
        return told[1]
    for delimiter in _DELIMITERS:
        rows = list(islice(_Cells(delimiter).rows(text), ENOUGH + 1))
        rows = rows if whole and len(rows) <= ENOUGH else rows[:-1]
        texts = [[run.text for run in row] for row in rows]
        if _is_table([cells for cells in texts if any(map(str.strip, cells))], delimiter):
            return delimiter
    return None


def _is_table(rows: Sequence[Sequence[str]], delimiter: str) -> bool:
    if len(rows) < _MIN_COLUMNS or len({len(row) for row in rows}) > 1:
        return False
    width = len(rows[0])
    if delimiter == ",":
        blanks = sum(cell.startswith(" ") for row in rows for cell in row)
        if width == _MIN_COLUMNS:
            return not blanks and is_known_header(rows[0])
        return width >= _MANY_COLUMNS and blanks <= len(rows)
    return width >= _MANY_COLUMNS or (width >= _MIN_COLUMNS and is_header(rows[0]))


def _open(data: bytes, reading: Reading) -> Spliced:
    return Spliced("csv", Decoded.of(data, reading.encoding), _slots)


def _slots(text: str, splices: list[tuple[int, int, str]]) -> Iterator[TextSlot]:
    cells = _Cells(_delimiter(text) or ";")
    start = _SEP.match(text)
    labels: list[str] = []
    zeros = LostZeros()
    for row in islice(cells.rows(text), ENOUGH):
        zeros.note((index, run.text) for index, run in enumerate(row))
    for number, row in enumerate(cells.rows(text), 1):
        if number == 1 + bool(start):
            labels = _labels(text, cells)
            under = [""] * len(row) if labels else []
        else:
            under = labels
        for index, run in enumerate(row):
            if run.text.strip():
                header = under[index] if index < len(under) else ""
                shown = zeros.restored(index, run.text)
                shown_run = run if shown == run.text else replace(run, text=shown)
                part = Part(shown, _place(number, header, index), header, row=number)
                yield TextSlot(part, (shown_run,), cells.encode, splices)


def _labels(text: str, cells: _Cells) -> list[str]:
    """The header of each column; none when the first row is one of data."""
    first = [[run.text for run in row] for row in islice(cells.rows(text), ENOUGH)]
    if len(first) > 1 and len(first[0]) == 1:
        first = first[1:]
    under = headers(first)
    return under[1] if len(under) > 1 and not any(under[0]) else []


def _place(row: int, header: str, index: int) -> str:
    return f"række {row} '{header}'" if header else f"række {row}, kolonne {index + 1}"


CSV = Format("csv", "text/csv", _matches, _open, is_writable=True)
