"""Results as Parquet: the rows of the CSV, for tables of millions."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import Any

from scanner.batch.journal import Journal
from scanner.batch.remote import part_of_extra
from scanner.cli.report.as_csv import COLUMNS, rows_of

_TOGETHER = 20_000  # rows


def write_parquet(journal: Journal, path: Path) -> None:
    """Write the file whole or not at all; raises OSError, SettingsError without the extra."""
    arrow, parquet = part_of_extra("pyarrow"), part_of_extra("pyarrow.parquet")
    numbers = {"line": arrow.int64(), "column": arrow.int64(), "score": arrow.float64()}
    schema = arrow.schema([(name, numbers.get(name, arrow.string())) for name in COLUMNS])
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    rows = (row for outcome in journal for row in rows_of(outcome))
    try:
        with parquet.ParquetWriter(new, schema) as writer:
            while some := list(islice(rows, _TOGETHER)):
                told = [{name: _cell(row.get(name, "")) for name in COLUMNS} for row in some]
                writer.write_table(arrow.Table.from_pylist(told, schema))
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _cell(value: object) -> Any:
    """None for an empty cell; a name that is not Unicode as far as it can be told."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode() or None
    return value
