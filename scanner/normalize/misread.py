"""Numbers in which another sign stands for a digit: 26O983-24l4, O7.O8.1975, ¹80750-²452.

O for 0 and I or l for 1 are read so from paper; raised digits stand in powers and units too, so
that eight signs have to follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.normalize.rewrite import Edit

_AS_DIGITS = str.maketrans("OoIl¹²³", "0011123")
_RUN = re.compile(r"(?<![^\W_])(?=[OoIl]{0,3}\d)(?=\d{0,10}[OoIl])[\dOoIl]{2,10}(?![^\W_])")
_RAISED = re.compile(r"(?<!\w)(?=[\d\-]{0,20}[¹²³])[\d\-¹²³]{8,20}(?!\w)")
_BEFORE = re.compile(r"[\dOoIl][./\-]\Z")
_BEHIND = re.compile(r"[./\-][\dOoIl]")
_LONG = 4  # signs that by themselves are a number; "10l" is ten litres
MISREAD_SIGN = re.compile(r"\d[OoIl]|[OoIl]\d|[¹²³][\d\-¹²³]{2}")


def misread_digits(text: str) -> Iterator[Edit]:
    """Each group of a number with such signs in it, as digits."""
    for match in _RUN.finditer(text):
        start = max(0, match.start() - 2)
        is_part = _BEHIND.match(text, match.end()) or _BEFORE.search(text, start, match.start())
        if len(match[0]) >= _LONG or is_part:
            yield Edit(Span(*match.span()), match[0].translate(_AS_DIGITS))
    for match in _RAISED.finditer(text):
        yield Edit(Span(*match.span()), match[0].translate(_AS_DIGITS))
