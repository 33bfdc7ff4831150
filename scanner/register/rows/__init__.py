"""Rows of a customer list: CSV in whatever encoding, or XLSX."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scanner.register.rows.csv_file import CsvForm, csv_rows
from scanner.register.rows.row import BadRow, Row
from scanner.register.rows.xlsx_file import xlsx_rows

__all__ = ["BadRow", "CsvForm", "Row", "read_rows"]


def read_rows(path: Path, columns: list[str], form: CsvForm) -> Iterator[Row | BadRow]:
    """The cells of ``columns`` in each row of the file, or why a row cannot be read.

    ``form`` says what is known of a CSV file; XLSX is told by the name. Raises InputError when
    the file cannot be read or has no such column.
    """
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        return xlsx_rows(path, columns)
    return csv_rows(path, columns, form)
