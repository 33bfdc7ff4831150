"""Numbers read from paper in which O stands for 0, or I or l for 1: 26O983-24l4, O7.O8.1975."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.normalize.rewrite import Edit

_AS_DIGITS = str.maketrans("OoIl", "0011")
_RUN = re.compile(r"(?<![^\W_])(?=[OoIl]{0,3}\d)(?=\d{0,10}[OoIl])[\dOoIl]{2,10}(?![^\W_])")
_BEFORE = re.compile(r"[\dOoIl][./\-]\Z")
_BEHIND = re.compile(r"[./\-][\dOoIl]")
_LONG = 4  # signs that by themselves are a number; "10l" is ten litres
MISREAD_SIGN = re.compile(r"\d[OoIl]|[OoIl]\d")


def misread_digits(text: str) -> Iterator[Edit]:
    """Each group of a number with such letters in it, as digits."""
    for match in _RUN.finditer(text):
        start = max(0, match.start() - 2)
        is_part = _BEHIND.match(text, match.end()) or _BEFORE.search(text, start, match.start())
        if len(match[0]) >= _LONG or is_part:
            yield Edit(Span(*match.span()), match[0].translate(_AS_DIGITS))
