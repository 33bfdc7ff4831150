"""CVR number, eight digits, given out by Erhvervsstyrelsen; SE numbers follow the same sum.

Rule: Erhvervsstyrelsen, "Modulus 11 kontrol": every CVR number obeys it.
"""

from __future__ import annotations

from scanner.identifiers.sums import is_number, weighted, without

SEPARATORS = " \t.-:"
LENGTH = 8
_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)


def compact(text: str) -> str:
    """The digits without separators and country prefix."""
    return without(text, SEPARATORS).upper().removeprefix("DK")


def validate(number: str) -> str:
    """The compact number; ValueError when it is none."""
    digits = compact(number)
    if len(digits) != LENGTH or not is_number(digits):
        raise ValueError("a CVR number has eight digits")
    if digits[0] == "0" or weighted(digits, _WEIGHTS) % 11:
        raise ValueError("modulus 11 does not hold")
    return digits


def is_valid(number: str) -> bool:
    """Whether ``validate`` accepts the number."""
    try:
        validate(number)
    except ValueError:
        return False
    return True
