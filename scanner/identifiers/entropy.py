"""How evenly the signs of a text are spread: random keys are high, words are low."""

from __future__ import annotations

from collections import Counter
from math import log2


def bits_per_sign(text: str) -> float:
    """Shannon's entropy of ``text`` in bits a sign; 0 for an empty text."""
    size = len(text)
    return -sum(count / size * log2(count / size) for count in Counter(text).values())
