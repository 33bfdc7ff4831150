"""Columns without a header: what most cells of one are tells what the others are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from scanner.doc import Span
from scanner.fields import Field, FieldKind
from scanner.names.labels import Asked
from scanner.names.model import Seen
from scanner.names.name import Kind

_DELIMITERS = ("|", ";", "\t")
_LEAST_ROWS = 3
_LEAST_CELLS = 3
_LONGEST = 40  # code points
_MOST_WORDS = 4
_OUTER = " \t\"'*"
_FIRMS = frozenset({Kind.ORGANIZATION})


def asked_columns(text: str, seen: Sequence[Seen], labelled: Iterable[Asked]) -> Iterator[Asked]:
    """The cells of columns that hold firms, in tables without a header that name persons.

    ``seen`` is what a model takes for names; what is ``labelled`` stands below a header.
    """
    delimiters = [by for by in _DELIMITERS if text.count(by) >= _LEAST_ROWS * (_LEAST_CELLS - 1)]
    if not delimiters:
        return
    kinds = {each.span: each.kind for each in seen if each.kind is not None}
    headed = {each.field.span for each in labelled if each.field.kind is FieldKind.COLUMN}
    for by in delimiters:
        for rows in _tables(text, by):
            if headed.isdisjoint(cell for row in rows for cell in row):
                yield from _firms(text, rows, kinds)


def _tables(text: str, by: str) -> Iterator[list[list[Span]]]:
    """Lines below each other that have as many cells."""
    rows, start = list[list[Span]](), 0
    for line in text.split("\n"):
        rows.append(_cells(text, start, start + len(line), by))
        start += len(line) + 1
    for size, some in groupby(rows, key=len):
        table = list(some)
        if size >= _LEAST_CELLS and len(table) >= _LEAST_ROWS:
            yield table


def _cells(text: str, start: int, end: int, by: str) -> list[Span]:
    cells = []
    while True:
        stop = text.find(by, start, end)
        cells.append(_trimmed(text, start, end if stop < 0 else stop))
        if stop < 0:
            return cells
        start = stop + 1


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(_OUTER))
    return Span(start + left, start + max(left, len(piece.rstrip(_OUTER))))


def _firms(text: str, rows: Sequence[Sequence[Span]], kinds: dict[Span, Kind]) -> Iterator[Asked]:
    """The cells of columns of which one at least is a firm and the others may be."""
    columns = list(zip(*rows, strict=True))
    told = [[kinds.get(cell) for cell in column] for column in columns]
    if not any(2 * found.count(Kind.PERSON) > len(found) for found in told):
        return
    for column, found in zip(columns, told, strict=True):
        known = found.count(Kind.ORGANIZATION)
        others = found.count(Kind.PERSON)
        is_told = known * _LEAST_ROWS >= len(found) and others < known
        texts = {cell.of(text).casefold() for cell in column}
        if is_told and len(texts) == len(column) and all(map(_may_be_name, texts)):
            for cell in column:
                yield Asked(Field(FieldKind.COLUMN, "firma", cell), _FIRMS)


def _may_be_name(text: str) -> bool:
    """Whether the cell is short and begins with a letter."""
    is_short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    return is_short and text[:1].isalpha() and "@" not in text and not text.endswith((".", ":"))
