"""Machine readable zone of passports and identity cards (ICAO Doc 9303, parts 3 to 6)."""

from __future__ import annotations

_WEIGHTS = (7, 3, 1)
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Line length, and in the line that bears the document number: (field, check digit) slices.
_NUMBER_CHECKS = {
    44: ((0, 9, 9), (13, 19, 19), (21, 27, 27)),  # TD3, second line
    36: ((0, 9, 9), (13, 19, 19), (21, 27, 27)),  # TD2, second line
    30: ((5, 14, 14),),  # TD1, first line
}


def compact(text: str) -> str:
    """The line without blanks, in upper case."""
    return "".join(text.split()).upper()


def check_digit(field: str) -> int:
    """The check digit of a field: weights 7 3 1, letters from 10, the filler "<" is 0."""
    return (
        sum(
            max(0, _ALPHABET.find(character)) * _WEIGHTS[index % 3]
            for index, character in enumerate(field)
        )
        % 10
    )


def validate(line: str) -> str:
    """The compact line that bears the document number; ValueError when it is none."""
    compacted = compact(line)
    checks = _NUMBER_CHECKS.get(len(compacted))
    if checks is None or any(c != "<" and c not in _ALPHABET for c in compacted):
        raise ValueError("not a line of a machine readable zone")
    for start, end, check in checks:
        if compacted[check] not in _ALPHABET[:10]:
            raise ValueError("no check digit")
        if check_digit(compacted[start:end]) != int(compacted[check]):
            raise ValueError("a check digit does not hold")
    return compacted


def is_valid(line: str) -> bool:
    """Whether ``validate`` accepts the line."""
    try:
        validate(line)
    except ValueError:
        return False
    return True
