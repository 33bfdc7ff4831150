"""Texts of Office that read otherwise than they are written: headers of sheets, numbers."""

from __future__ import annotations

import re

from scanner.documents.format import Slot
from scanner.documents.lost_zeros import LostZeros
from scanner.documents.nodes import NodeSlot, ReadSlot

# ECMA-376, 18.3.1.39: fonts, sizes, colors, sections and fields of a sheet's header
_HEADERS = frozenset(
    {f"{which}{what}" for which in ("odd", "even", "first") for what in ("Header", "Footer")}
)
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|K\d\d[+\-]\d{3}|\d{1,3}|[A-JL-Z+\-])')


def as_read(slot: NodeSlot, name: str) -> Slot:
    """``slot`` as it reads: headers of sheets without their codes, numbers with their zero."""
    text = slot.part.text
    if name in _HEADERS:
        text = _HEADER_CODE.sub(lambda code: "\n" if code[0] in {"&L", "&C", "&R"} else "", text)
    elif name == "v":
        text = LostZeros().restored("", text)
    return slot if text == slot.part.text else ReadSlot.of(slot, text)
