"""Payment card number (PAN), 12 to 19 digits with a Luhn check digit (ISO/IEC 7812-1).

Ranges: what the schemes publish of their first digits and lengths; Dankort is 5019, and
Visa/Dankort 4571.
"""

from __future__ import annotations

from scanner.identifiers.sums import is_number, luhn_holds, without

SEPARATORS = " \t-."
_SIXTEEN = frozenset({16})
# First digits from and to, same length both, and the lengths in use.
_RANGES: tuple[tuple[str, str, frozenset[int]], ...] = (
    ("4", "4", frozenset({13, 16, 19})),  # Visa
    ("51", "55", _SIXTEEN),  # Mastercard
    ("2221", "2720", _SIXTEEN),  # Mastercard
    ("5019", "5019", _SIXTEEN),  # Dankort
    ("34", "34", frozenset({15})),  # American Express
    ("37", "37", frozenset({15})),  # American Express
    ("300", "305", frozenset({14, 16})),  # Diners Club
    ("36", "36", frozenset({14})),  # Diners Club
    ("38", "39", frozenset({14})),  # Diners Club
    ("3528", "3589", _SIXTEEN),  # JCB
    ("6011", "6011", _SIXTEEN),  # Discover
    ("644", "659", _SIXTEEN),  # Discover
    ("62", "62", frozenset({16, 17, 18, 19})),  # UnionPay
    ("5018", "5018", _SIXTEEN),  # Maestro
    ("5020", "5020", _SIXTEEN),  # Maestro
    ("5038", "5038", _SIXTEEN),  # Maestro
    ("5893", "5893", _SIXTEEN),  # Maestro
    ("6304", "6304", _SIXTEEN),  # Maestro
    ("6759", "6763", _SIXTEEN),  # Maestro
)


def compact(text: str) -> str:
    """The digits without separators."""
    return without(text, SEPARATORS)


def validate(number: str) -> str:
    """The compact number; ValueError when it is none."""
    digits = compact(number)
    if not is_number(digits) or not any(
        len(digits) in lengths and first <= digits[: len(first)] <= last
        for first, last, lengths in _RANGES
    ):
        raise ValueError("not the first digits and length of a card scheme")
    if not luhn_holds(digits):
        raise ValueError("the check digit does not hold")
    return digits


def is_valid(number: str) -> bool:
    """Whether ``validate`` accepts the number."""
    try:
        validate(number)
    except ValueError:
        return False
    return True
