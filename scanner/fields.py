"""Labelled values in a text: table columns, "Navn: Mette", JSON keys, XML tags, SQL rows.

One reading of structure for every recognizer and for the context words: a value under the column
"CPR" or after "Kontonr.:" has that label as its context.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from scanner.doc import Span


class FieldKind(StrEnum):
    """Where the label stands."""

    COLUMN = "column"
    LINE = "line"
    KEY = "key"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Field:
    """A value and its label (lower case, without quotes, final dot and colon)."""

    kind: FieldKind
    label: str = field(repr=False)
    span: Span


def fields(text: str) -> tuple[Field, ...]:
    """All labelled values of ``text`` in order; spans exclude quotes and outer blanks."""
    raise NotImplementedError
