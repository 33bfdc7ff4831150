"""A labelled value, and how a label is written down."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from scanner.doc import Span

MAX_LABEL = 40
OUTER = " \t\r\n\xa0\"'`*"  # what may stand round a value
_BLANKS = re.compile(r"\s+")


class FieldKind(StrEnum):
    """Where the label stands."""

    COLUMN = "column"
    LINE = "line"
    KEY = "key"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Field:
    """A value and its label (lower case, one blank between words, no quotes, final dot or colon).

    ``group`` names what encloses the field, where the text shows it: the JSON key of the object
    ("owner" for ``"owner": {"name": …}``), the XML parent, the SQL table; else "".
    """

    kind: FieldKind
    label: str = field(repr=False)
    span: Span
    group: str = field(default="", repr=False)


def as_label(raw: str) -> str:
    """``raw`` as labels are compared: " CPR-nr.: " gives "cpr-nr"."""
    if raw.isalnum():
        return raw.casefold()
    return _BLANKS.sub(" ", raw).strip(" \t\"'`*_-–:.=#").casefold()


def trimmed(text: str, start: int, end: int, extra: str = "") -> Span:
    """The span without blanks, quotes and ``extra`` characters at its ends."""
    outer = OUTER + extra
    while start < end and text[start] in outer:
        start += 1
    while end > start and text[end - 1] in outer:
        end -= 1
    return Span(start, end)
