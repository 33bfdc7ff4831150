"""All readings of a text that matching runs on, each with an exact map back to the source."""

from __future__ import annotations

import re
from dataclasses import replace

from scanner.doc import View, ViewKind
from scanner.finding import Gap, GapReason
from scanner.normalize.characters import has_plain_characters
from scanner.normalize.clean import clean_view, hidden_stretches
from scanner.normalize.joined import JOINED_SIGNS, joined_view
from scanner.normalize.near import near
from scanner.normalize.nested import NESTED_SIGNS, nested_views
from scanner.signs import Signs

__all__ = ["SIGNS", "views"]

MAX_DEPTH = 3
MAX_NESTED = 200
SIGNS = Signs(JOINED_SIGNS | NESTED_SIGNS)
_SURROGATE = re.compile("[\ud800-\udfff]")


def views(text: str) -> tuple[list[View], list[Gap]]:
    """The views of ``text``, the clean one first, and gaps for what cannot be read.

    Encoded runs are decoded up to three deep, two hundred in all; anything beyond is a gap.
    """
    is_plain = has_plain_characters(text)
    raw = View(ViewKind.RAW, text if is_plain else _SURROGATE.sub("\ufffd", text))
    gaps = [Gap(GapReason.UNDECODABLE)] if raw.text != text else []
    found: list[View] = []
    pending = [(raw, 0)]
    while pending:
        view, depth = pending.pop(0)
        if depth > MAX_DEPTH or len(found) > MAX_NESTED:
            gaps.append(Gap(GapReason.TOO_DEEP))
            break
        clean = clean_view(view)
        found.append(replace(clean, kind=ViewKind.NESTED) if depth else clean)
        if not depth and (hidden := hidden_stretches(raw.text)):
            found.append(near(replace(raw, changed=hidden)))
        seen = SIGNS.seen(clean.text)
        if joined := joined_view(clean, seen):
            found.append(near(joined))
        pending.extend((nested, depth + 1) for nested in nested_views(clean, seen))
    return found, gaps
