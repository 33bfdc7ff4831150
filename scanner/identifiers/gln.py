"""GLN (EAN location number) of a Danish receiver of invoices, 13 digits from 579.

Rules: GS1 General Specifications (check digit); Digitaliseringsstyrelsen on EAN numbers. Public
bodies have numbers from 5798.
"""

from __future__ import annotations

from scanner.identifiers.sums import gs1_holds, is_number, without

SEPARATORS = " \t.-"
LENGTH = 13
PREFIX = "579"
_PUBLIC = "5798"


def compact(text: str) -> str:
    """The digits without separators."""
    return without(text, SEPARATORS)


def validate(number: str) -> str:
    """The compact number; ValueError when it is none."""
    digits = compact(number)
    if len(digits) != LENGTH or not is_number(digits) or not digits.startswith(PREFIX):
        raise ValueError("a Danish GLN has 13 digits and begins with 579")
    if not gs1_holds(digits):
        raise ValueError("the check digit does not hold")
    return digits


def is_valid(number: str) -> bool:
    """Whether ``validate`` accepts the number."""
    try:
        validate(number)
    except ValueError:
        return False
    return True


def is_public_body(number: str) -> bool:
    """Whether the compact number is that of a public body."""
    return number.startswith(_PUBLIC)
