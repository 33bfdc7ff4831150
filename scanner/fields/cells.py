"""Tables of HTML in plain text: cells in ``<td>`` below those in ``<th>``, or the first row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.fields.field import MAX_LABEL, Field, FieldKind, as_label, trimmed

_PART = re.compile(
    r"<(?P<tag>/?table|tr|t[hd])(?: [^<>]{0,300})?>(?P<value>[^<>]{0,400})", re.IGNORECASE
)
_LABEL = re.compile(r"[^\W\d_][^\d@:;|\t]*|[#№]")


def cell_fields(text: str) -> Iterator[Field]:
    """Each ``<td>`` below the first row of its table, with that row's cell as label."""
    if "</td" not in text and "</TD" not in text:
        return
    labels: list[str] = []
    for number, row in _rows(text):
        if number == 0:
            labels = [as_label(cell.of(text)) for cell in row] if _is_header(text, row) else []
        else:
            yield from (
                Field(FieldKind.COLUMN, label, cell)
                for label, cell in zip(labels, row, strict=False)
                if label and cell
            )


def _rows(text: str) -> Iterator[tuple[int, list[Span]]]:
    """The rows that have cells, each with its number in its table."""
    number, row = 0, list[Span]()
    for part in _PART.finditer(text):
        tag = part["tag"].lower()
        if tag in {"th", "td"}:
            row.append(trimmed(text, *part.span("value")))
            continue
        if row:
            yield number, row
            number, row = number + 1, []
        if tag != "tr":
            number = 0
    if row:
        yield number, row


def _is_header(text: str, row: list[Span]) -> bool:
    """Whether every cell reads as a label: short, words only."""
    names = [cell.of(text) for cell in row if cell]
    return len(names) > 1 and all(
        len(name) <= MAX_LABEL and _LABEL.fullmatch(name) for name in names
    )
