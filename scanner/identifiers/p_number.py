"""P-number (produktionsenhed), ten digits from 1000000000 up, given out by Erhvervsstyrelsen.

Rule: Erhvervsstyrelsen's note on modulus 11: numbers up to 1006959421 have other weights.
"""

from __future__ import annotations

from scanner.identifiers.sums import is_number, weighted, without

SEPARATORS = " \t.-"
LENGTH = 10
_LAST_OLD = "1006959421"
_OLD_WEIGHTS = (1, 5, 6, 7, 3, 6, 4, 8, 9, 1)
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def compact(text: str) -> str:
    """The digits without separators."""
    return without(text, SEPARATORS)


def validate(number: str) -> str:
    """The compact number; ValueError when it is none."""
    digits = compact(number)
    if len(digits) != LENGTH or not is_number(digits) or not digits.startswith("10"):
        raise ValueError("a P-number has ten digits and begins with 10")
    weights = _OLD_WEIGHTS if digits <= _LAST_OLD else _WEIGHTS
    if weighted(digits, weights) % 11:
        raise ValueError("modulus 11 does not hold")
    return digits


def is_valid(number: str) -> bool:
    """Whether ``validate`` accepts the number."""
    try:
        validate(number)
    except ValueError:
        return False
    return True
