"""Check sums that several numbers share."""

from __future__ import annotations

from collections.abc import Sequence

# ISO/IEC 7812-1 Annex B: the value of a doubled digit.
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def is_number(text: str) -> bool:
    """Whether ``text`` is ASCII digits only, and not empty."""
    return text.isascii() and text.isdigit()


def without(text: str, separators: str) -> str:
    """``text`` without the characters of ``separators``."""
    return text.translate(dict.fromkeys(map(ord, separators)))


def weighted(digits: str, weights: Sequence[int]) -> int:
    """The weighted sum of ``digits``."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def luhn_holds(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of the others (ISO/IEC 7812-1)."""
    plain = sum(int(digit) for digit in digits[::-2])
    doubled = sum(_DOUBLED[int(digit)] for digit in digits[-2::-2])
    return (plain + doubled) % 10 == 0


def gs1_holds(digits: str) -> bool:
    """Whether the last digit is the GS1 check digit of the others (weights 3 and 1)."""
    return (sum(map(int, digits[::-2])) + 3 * sum(map(int, digits[-2::-2]))) % 10 == 0


def mod11_holds(digits: str) -> bool:
    """Whether the sum with weights …7 6 5 4 3 2 7 6 5 4 3 2 1 is divisible by 11."""
    weights = [1, *((index % 6) + 2 for index in range(len(digits) - 1))]
    return weighted(digits, weights[::-1]) % 11 == 0
