"""X-eCPR and D-eCPR: replacement CPR numbers of the health service, DDMMYY C AA G.

Rules: NSP, "eCPR formater", and MedCom. C tells the century, AA are letters, G is a digit.
"""

from __future__ import annotations

from datetime import date

from scanner.identifiers.sums import is_number, without

LENGTH = 10
_CENTURIES = {"0": 1900, "1": 1900, "5": 1800, "6": 2000, "7": 2000}


def compact(text: str) -> str:
    """The ten characters without separators, letters in upper case."""
    return without(text, " -").upper()


def validate(number: str) -> str:
    """The compact number; ValueError when it is none."""
    compacted = compact(number)
    digits, letters = compacted[:7] + compacted[9:], compacted[7:9]
    if len(compacted) != LENGTH or not is_number(digits) or not letters.isalpha():
        raise ValueError("an eCPR has seven digits, two letters, and a digit")
    if compacted[6] not in _CENTURIES:
        raise ValueError("no such century")
    try:
        date(_CENTURIES[compacted[6]] + int(digits[4:6]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        raise ValueError("no such birth date") from None
    return compacted


def is_valid(number: str) -> bool:
    """Whether ``validate`` accepts the number."""
    try:
        validate(number)
    except ValueError:
        return False
    return True
