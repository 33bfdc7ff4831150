"""Dates as Danes and their forms write them, read for birth dates: 14. marts 1966, 30/5-1983 …."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    ("januar", "january", "jan"),
    ("februar", "february", "feb", "febr"),
    ("marts", "march", "mar"),
    ("april", "apr"),
    ("maj", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBERS = {name: index for index, names in enumerate(_MONTHS, 1) for name in names}
_NAME = "(?:" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)"
_ORDINAL = r"(?:\.|st|nd|rd|th)?"

# Every way to write a date; years of two or four digits.
PATTERN = (
    rf"(?:\d{{1,2}}{_ORDINAL}[ \-]?(?:of )?{_NAME},?[ \-]?{_YEAR}"
    rf"|{_NAME} \d{{1,2}}{_ORDINAL},? {_YEAR}"
    rf"|\d{{1,2}}\.? i \d{{1,2}}\.?,? {_YEAR}"
    r"|(?:19|20)\d\d[ ]?[./\-][ ]?\d{1,2}[ ]?[./\-][ ]?\d{1,2}"
    rf"|\d{{1,2}}(?:[ ]?[./\-][ ]?|[.][ ]|[ ])\d{{1,2}}(?:[ ]?[./\-][ ]?|[.][ ]|[ ]){_YEAR}"
    rf"|(?:19|20)\d{{6}}|\d{{4}}(?:19|20)\d\d|\d{{6}})(?:(?=T\d\d:)|(?![^\W_]))"
)
_FIRST_YEAR = 1900
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMPACT = re.compile(r"\d{6}|\d{8}")


def validate(text: str) -> date:
    """The date that ``text`` says, a two-digit year taken as of the 1900s if it can; ValueError."""
    for year, month, day in _readings(text):
        try:
            read = date(year, month, day)
        except ValueError:
            continue
        if read.year >= _FIRST_YEAR:
            return read
    raise ValueError("no such day since 1900")


def is_valid(text: str) -> bool:
    """Whether ``validate`` reads a date."""
    try:
        validate(text)
    except ValueError:
        return False
    return True


def _readings(text: str) -> list[tuple[int, int, int]]:
    """Year, month and day as ``text`` may be read: Danish order, ISO, and month first."""
    numbers = _split(text)
    if word := next((w for w in _WORD.findall(text.casefold()) if w in _NUMBERS), None):
        return [(year, _NUMBERS[word], int(numbers[0])) for year in _years(numbers[-1])]
    first, second, third = numbers[:3]
    if len(first) > 2:  # noqa: PLR2004  # a year stands first
        return [(int(first), int(second), int(third))]
    days = ((int(second), int(first)), (int(first), int(second)))
    return [(year, *day) for day in days for year in _years(third)]


def _split(text: str) -> list[str]:
    """The numbers in ``text``; six or eight running digits are cut up."""
    if not _COMPACT.fullmatch(text):
        return _NUMBER.findall(text)
    if len(text) > 6 and text[:2] in {"19", "20"}:  # noqa: PLR2004  # YYYYMMDD
        return [text[:4], text[4:6], text[6:]]
    return [text[:2], text[2:4], text[4:]]


def _years(written: str) -> tuple[int, ...]:
    year = int(written)
    return (1900 + year, 2000 + year) if len(written) == 2 else (year,)  # noqa: PLR2004  # two digits
