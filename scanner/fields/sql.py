"""Values of SQL rows under their column names: INSERT INTO t (a, b) VALUES ('x', 'y'), …."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.fields.field import Field, FieldKind, as_label, trimmed

_INSERT = re.compile(
    r"\bINSERT\s{1,9}INTO\s{1,9}(?P<table>[\w.\"`\[\]]{1,80})\s{0,9}\((?P<columns>[^()]{1,2000})\)\s{0,9}VALUES",
    re.IGNORECASE,
)
_BETWEEN_ROWS = re.compile(r"[\s,()]*")
_TOKEN = re.compile(r"'(?P<text>(?:[^']|''){0,4000})'|(?P<bare>[^\s,()';]{1,400})|(?P<mark>[(),;])")


def sql_fields(text: str) -> Iterator[Field]:
    """Each value of an INSERT statement's rows with its column's name, the table as group."""
    for insert in _INSERT.finditer(text) if "values" in text.lower() else ():
        columns = [as_label(name.strip('[]`" ')) for name in insert["columns"].split(",")]
        table = as_label(insert["table"])
        for index, token in _values(text, insert.end()):
            if index < len(columns):
                name = "text" if token["text"] is not None else "bare"
                span = trimmed(text, *token.span(name))
                if span:
                    yield Field(FieldKind.COLUMN, columns[index], span, table)


def open_insert(text: str) -> str:
    """The beginning, up to VALUES, of the INSERT whose rows ``text`` ends in; "" without one."""
    inserts = list(_INSERT.finditer(text)) if "values" in text.lower() else []
    if not inserts:
        return ""
    last = inserts[-1]
    end = last.end()
    for _, token in _values(text, end):
        end = token.end()
    return last[0] if _BETWEEN_ROWS.fullmatch(text, end) else ""


def _values(text: str, position: int) -> Iterator[tuple[int, re.Match[str]]]:
    """The values of the rows from ``position`` on, each with the number of its column."""
    index = -1
    for token in _TOKEN.finditer(text, position):
        mark = token["mark"]
        if mark == "(":
            index = 0
        elif mark == ")":
            index = -1
        elif mark == ",":
            index += index >= 0
        elif index < 0 or mark == ";":
            return
        else:
            yield index, token
