"""XLSX, read a row at a time: the first sheet, whose first row names the columns."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from scanner.register.rows.row import BadRow, Row, places, unreadable

_BROKEN = (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, EOFError, SyntaxError)


def xlsx_rows(path: Path, columns: Sequence[str]) -> Iterator[Row | BadRow]:
    """The cells of ``columns`` in each row; raises InputError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles, which are not read
            book = load_workbook(path, read_only=True, data_only=True)
        try:
            yield from _rows(book.worksheets[0].iter_rows(values_only=True), path, columns)
        finally:
            book.close()
    except OSError as error:
        raise unreadable(path, error.strerror) from None
    except _BROKEN:
        raise unreadable(path, "XLSX") from None


def _rows(
    rows: Iterator[tuple[Any, ...]], path: Path, columns: Sequence[str]
) -> Iterator[Row | BadRow]:
    numbered = ((number, row) for number, row in enumerate(rows, 1) if any(map(_text, row)))
    _, header = next(numbered, (0, ()))
    wanted = places([_text(cell) for cell in header], columns, path)
    for number, row in numbered:
        cells = tuple(_text(row[place]) if place < len(row) else "" for place in wanted)
        yield Row(number, cells)


def _text(cell: object) -> str:
    """A cell as it is shown: a whole number without decimals, a day as ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return str(cell)
