"""Labelled values in a text: table columns, "Navn: Mette", JSON keys, XML tags, SQL rows.

One reading of structure for every recognizer and for the context words: a value under the column
"CPR" or after "Kontonr.:" has that label as its context.
"""

from __future__ import annotations

from scanner.fields.cells import cell_fields
from scanner.fields.field import Field, FieldKind
from scanner.fields.lines import line_fields
from scanner.fields.markup import key_fields, list_fields, open_keys, open_tags, tag_fields
from scanner.fields.sql import open_insert, sql_fields
from scanner.fields.tables import open_header, table_fields

__all__ = ["Field", "FieldKind", "fields", "open_frame"]

_OPEN_TAGS = 8


def fields(text: str) -> tuple[Field, ...]:
    """All labelled values of ``text`` in order of place; spans exclude quotes and outer blanks.

    A value may have several labels (a JSON key on a "Label: value" line), each its own Field.
    """
    found = [
        *table_fields(text),
        *line_fields(text),
        *key_fields(text),
        *list_fields(text),
        *tag_fields(text),
        *cell_fields(text),
        *sql_fields(text),
    ]
    found.sort(key=_order)
    return tuple(
        field for at, field in enumerate(found) if not at or _order(field) != _order(found[at - 1])
    )


def _order(field: Field) -> tuple[int, int, str, str, str]:
    return (field.span.start, field.span.end, field.kind, field.label, field.group)


def open_frame(text: str) -> str:
    """What has to stand before the text that follows, for its values to have their labels.

    The header of the table that ``text`` ends in, the objects and tags that are open there, the
    INSERT whose rows go on. "" when nothing is; else whole lines.
    """
    keys, tags = open_keys(text), open_tags(text)
    lines = [f'"{key}": {{' for key in keys] if any(keys) else []
    lines += [f"<{tag.replace(' ', '_')}>" for tag in tags[-_OPEN_TAGS:]]
    lines += [line for line in (open_insert(text), open_header(text)) if line]
    return "".join(f"{line}\n" for line in lines)
