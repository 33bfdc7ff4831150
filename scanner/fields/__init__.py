"""Labelled values in a text: table columns, "Navn: Mette", JSON keys, XML tags, SQL rows.

One reading of structure for every recognizer and for the context words: a value under the column
"CPR" or after "Kontonr.:" has that label as its context.
"""

from __future__ import annotations

from scanner.fields.field import Field, FieldKind
from scanner.fields.lines import line_fields
from scanner.fields.markup import key_fields, tag_fields
from scanner.fields.sql import sql_fields
from scanner.fields.tables import table_fields

__all__ = ["Field", "FieldKind", "fields"]


def fields(text: str) -> tuple[Field, ...]:
    """All labelled values of ``text`` in order of place; spans exclude quotes and outer blanks.

    A value may have several labels (a JSON key on a "Label: value" line), each its own Field.
    """
    found = {
        *table_fields(text),
        *line_fields(text),
        *key_fields(text),
        *tag_fields(text),
        *sql_fields(text),
    }
    return tuple(sorted(found, key=lambda field: (field.span, field.kind, field.label)))
