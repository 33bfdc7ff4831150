"""Numbers of a spreadsheet as they are shown: dates as dates, digits as they are placed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

_PLAIN = re.compile(r"-?\d+(?:\.0+)?")
_CODE = re.compile(r'\\(?P<escaped>.)|"(?P<quoted>[^"]*)"|_.|\*.|\[[^\]]*\]|(?P<sign>.)', re.DOTALL)
_EXACT = 1e15  # beyond that a float is no longer each whole number
_PLACES = frozenset("0#?")


def shown(value: str, code: str, *, is_1904: bool = False) -> str:
    r"""``value`` (as it is stored) in the format ``code``; as a plain number where that is complex.

    >>> shown("507861113", "000000\\-0000")
    '050786-1113'
    >>> shown("85260855.0", "General")
    '85260855'
    >>> shown("507861113", "0.00"), shown("5.07861113E8", "000000-0000")
    ('507861113', '050786-1113')
    """
    try:
        if code != "General" and _is_date(code):
            return _date(float(value), is_1904=is_1904)
    except (ValueError, OverflowError, TypeError):
        return value
    if not _PLAIN.fullmatch(value):
        value = _decimal(value)
    if not _PLAIN.fullmatch(value):
        return value
    digits = value.partition(".")[0]
    if code == "General":
        return digits
    return _placed(digits, _whole(code.partition(";")[0])) or digits


def builtin(number: int) -> str:
    """The format code of a number below 164."""
    return str(BUILTIN_FORMATS.get(number, "General"))


@lru_cache(maxsize=256)
def _is_date(code: str) -> bool:
    return bool(is_date_format(code))


def _date(value: float, *, is_1904: bool) -> str:
    epoch = CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900
    found = from_excel(value, epoch)
    if isinstance(found, dt.datetime):
        return f"{found:%d-%m-%Y}" if found.time() == dt.time() else f"{found:%d-%m-%Y %H:%M}"
    return str(found)


def _decimal(value: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return value
    if number.is_integer() and abs(number) < _EXACT:
        return str(int(number))
    return value.replace(".", ",") if "e" not in value.lower() else f"{number:.15g}"


def _whole(code: str) -> str:
    """``code`` up to its decimal point, the first one that is no literal."""
    for match in _CODE.finditer(code):
        if match["sign"] == ".":
            return code[: match.start()]
    return code


def _placed(digits: str, code: str) -> str:
    """``digits`` in a code of places and literals; "" when it holds anything else."""
    pieces = list(_pieces(code))
    places = sum(is_place for is_place, _ in pieces)
    if not places or any(sign is None for _, sign in pieces) or digits.startswith("-"):
        return ""
    left = digits.rjust(places, "0")
    head, rest = left[: len(left) - places], iter(left[len(left) - places :])
    out: list[str] = []
    for is_place, sign in pieces:
        if is_place and head:
            out.append(head)
            head = ""
        out.append(next(rest) if is_place else str(sign))
    return "".join(out).strip()


def _pieces(code: str) -> Iterator[tuple[bool, str | None]]:
    """Each piece of a code: (a place, its sign) or (False, literal); None for what is neither."""
    for match in _CODE.finditer(code):
        sign = match["sign"]
        if match["escaped"] or match["quoted"] is not None:
            yield False, match["escaped"] or match["quoted"]
        elif sign in _PLACES:
            yield True, sign
        elif sign is not None:
            yield False, sign if sign in " -/()+" else None
