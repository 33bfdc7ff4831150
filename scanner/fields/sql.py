"""Values of SQL rows under their column names: INSERT INTO t (a, b) VALUES ('x', 'y'), …."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.fields.field import Field, FieldKind, as_label, trimmed

_INSERT = re.compile(
    r"\bINSERT\s{1,9}INTO\s{1,9}(?P<table>[\w.\"`\[\]]{1,80})\s{0,9}\((?P<columns>[^()]{1,2000})\)\s{0,9}VALUES",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"'(?P<text>(?:[^']|''){0,4000})'|(?P<bare>[^\s,()';]{1,400})|(?P<mark>[(),;])")


def sql_fields(text: str) -> Iterator[Field]:
    """Each value of an INSERT statement's rows with its column's name, the table as group."""
    for insert in _INSERT.finditer(text):
        columns = [as_label(name.strip('[]`" ')) for name in insert["columns"].split(",")]
        yield from _rows(text, insert.end(), columns, as_label(insert["table"]))


def _rows(text: str, position: int, columns: list[str], table: str) -> Iterator[Field]:
    index = -1
    for token in _TOKEN.finditer(text, position):
        mark = token["mark"]
        if mark == "(":
            index = 0
        elif mark == ")":
            index = -1
        elif mark == ",":
            index += index >= 0
        elif index < 0:
            return
        elif index < len(columns):
            name = "text" if token["text"] is not None else "bare"
            span = trimmed(text, *token.span(name))
            if span:
                yield Field(FieldKind.COLUMN, columns[index], span, table)
