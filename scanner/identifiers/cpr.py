"""CPR number (personnummer), ten digits DDMMYY-SSSS, given out by CPR-kontoret.

Rules: cpr.dk, "Opbygning af CPR-nummeret", "Personnumre uden kontrolciffer (modulus 11)" and
"Erstatningspersonnumre i eksterne systemer". Modulus 11 is no condition since 1 October 2007.
"""

from __future__ import annotations

from datetime import date

from scanner.identifiers.sums import is_number, weighted, without
from scanner.message import Message

SEPARATORS = " \t\r\n-‐‑‒–—−/._|"
LENGTH = 10
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
# A replacement number has 60 added to the day.
_REPLACEMENT = 60


def compact(text: str) -> str:
    """The ten digits without separators."""
    return without(text, SEPARATORS)


def century(year: int, seventh: int) -> int:
    """The first year of the century that the seventh digit and a two-digit year stand for."""
    if seventh <= 3:  # noqa: PLR2004  # the table of cpr.dk
        return 1900
    if seventh in {4, 9}:
        return 2000 if year <= 36 else 1900  # noqa: PLR2004  # the table of cpr.dk
    return 2000 if year <= 57 else 1800  # noqa: PLR2004  # the table of cpr.dk


def birth_date(number: str) -> date:
    """The birth date of a compact number; ValueError when there is no such day."""
    day, month, year = int(number[:2]), int(number[2:4]), int(number[4:6])
    if is_replacement(number):
        day -= _REPLACEMENT
    return date(century(year, int(number[6])) + year, month, day)


def is_replacement(number: str) -> bool:
    """Whether the compact number is a replacement number (day + 60)."""
    return int(number[:2]) > _REPLACEMENT


def has_check_digit(number: str) -> bool:
    """Whether modulus 11 holds for the compact number."""
    return weighted(number, _WEIGHTS) % 11 == 0


def validate(number: str, today: date | None = None) -> str:
    """The compact number; ValueError when it is none or its birth date lies after ``today``."""
    digits = compact(number)
    if len(digits) != LENGTH or not is_number(digits):
        raise ValueError("a CPR number has ten digits")
    try:
        born = birth_date(digits)
    except ValueError:
        raise ValueError("no such birth date") from None
    if today is not None and born > today:
        raise ValueError("the birth date lies in the future")
    return digits


def is_valid(number: str, today: date | None = None) -> bool:
    """Whether ``validate`` accepts the number."""
    try:
        validate(number, today)
    except ValueError:
        return False
    return True


def explain(number: str) -> Message:
    """What holds for a valid compact number, without the number."""
    if is_replacement(number):
        return Message("erstatningsnummer, gyldig dato", "replacement number, valid date")
    if has_check_digit(number):
        return Message("gyldig dato, modulus 11 passer", "valid date, modulus 11 holds")
    return Message("gyldig dato, uden modulus 11", "valid date, modulus 11 does not hold")
