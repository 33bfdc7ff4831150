"""Dates written as eight running digits: 20261123 or 23112026."""

from __future__ import annotations

from datetime import date

_CENTURIES = frozenset({"19", "20"})


def is_valid(number: str) -> bool:
    """Whether eight digits are a day of 1900 to 2099, either end first."""
    for year, month, day in (
        (number[:4], number[4:6], number[6:]),
        (number[4:], number[2:4], number[:2]),
    ):
        if year[:2] in _CENTURIES:
            try:
                date(int(year), int(month), int(day))
            except ValueError:
                continue
            return True
    return False
