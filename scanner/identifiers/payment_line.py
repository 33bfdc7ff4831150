"""Danish payment line (FIK or giro): card type, payment id, creditor: +71<…+8…<.

Rules: the FIK guides of Betalingsservice (PBS); the id's last digit is its Luhn check digit.
"""

from __future__ import annotations

import re

from scanner.identifiers.sums import luhn_holds

# Card type and the length of its payment id.
_ID_LENGTHS = {"01": 0, "04": 16, "15": 16, "71": 15, "73": 0, "75": 16}
_LINE = re.compile(r"(?P<type>\d{2})[</](?P<id>\d*)[+/]?(?P<creditor>\d{7,8})<?")


def compact(text: str) -> str:
    """The line without blanks and without the sign in front."""
    return re.sub(r"\s", "", text).lstrip("+>").removesuffix("<")


def validate(line: str) -> str:
    """The compact line; ValueError when it is none."""
    match = _LINE.fullmatch(compact(line))
    if match is None:
        raise ValueError("not a payment line")
    if len(match["id"]) != _ID_LENGTHS.get(match["type"], -1):
        raise ValueError("no such card type, or an id of another length")
    if match["id"] and not luhn_holds(match["id"]):
        raise ValueError("the check digit of the payment id does not hold")
    return match[0]


def is_valid(line: str) -> bool:
    """Whether ``validate`` accepts the line."""
    try:
        validate(line)
    except ValueError:
        return False
    return True
