"""A value as it may be shown: enough to find it again, too little to use it."""

from __future__ import annotations

import unicodedata

_SHOWN = 2
_LONGEST = 24
_LEAST = 6  # letters and digits from which on two are shown


def masked(value: str) -> str:
    """The number "010158-5670" as "01****-****": separators stay, long values are cut."""
    line = printable(value)
    size = sum(map(str.isalnum, line))
    shown = _SHOWN if size >= _LEAST else 0
    pieces: list[str] = []
    for char in line[:_LONGEST]:
        is_hidden = char.isalnum() and shown <= 0
        shown -= char.isalnum()
        pieces.append("*" if is_hidden else char)
    return "".join(pieces) + ("…" if len(line) > _LONGEST else "")


def printable(text: str) -> str:
    """``text`` on one line and without characters that steer a terminal."""
    if text.isprintable():  # nothing of category C, no break of a line
        return text
    return "".join(
        char if unicodedata.category(char)[0] != "C" and char not in "\u2028\u2029" else " "
        for char in text
    )
