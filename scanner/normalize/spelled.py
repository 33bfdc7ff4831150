"""Digits spelled in Danish or English words: "nul fem nul …", "femten nul tre firs".

Danish numerals up to 99 as in Retskrivningsordbogen; a run counts from six digits on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.identifiers import cpr
from scanner.normalize.parted import with_hyphen

_ONES = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"]
_TEENS = [
    *("ti", "elleve", "tolv", "tretten", "fjorten"),
    *("femten", "seksten", "sytten", "atten", "nitten"),
]
_TENS = ["tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems"]
_ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_OTHERS = {"et": "1", "én": "1", "ét": "1", "o": "0", "oh": "0"}
_HYPHENS = {"bindestreg": "-", "streg": "-", "dash": "-", "minus": "-"}
_LEAST_DIGITS = 6
_PHONE_DIGITS = 8


def _values() -> dict[str, str]:
    values = {word: str(digit) for digit, word in enumerate(_ONES)}
    values |= {word: str(10 + digit) for digit, word in enumerate(_TEENS)}
    for ten, tens in enumerate(_TENS, start=2):
        values[tens] = str(10 * ten)
        for digit, one in enumerate(_ONES[1:], start=1):
            values[f"{one}og{tens}"] = str(10 * ten + digit)
    values |= {word: str(digit) for digit, word in enumerate(_ENGLISH)}
    return values | _OTHERS | _HYPHENS


_VALUES = _values()
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_RUN = re.compile(
    rf"(?<!\w)(?:{_WORD}|\d{{1,2}})(?:[ ,.\-]{{1,3}}(?:{_WORD}|\d{{1,2}})(?!\w)){{3,40}}",
    re.IGNORECASE,
)
# The first words of a run; another form of it may follow.
_ALONE = "|".join(sorted({word for word in _VALUES if "og" not in word}))
_SPELLED = rf"(?:{_ALONE}|(?:{'|'.join(_ONES[1:])})og(?:{'|'.join(_TENS)})|\d{{1,2}})"
SPELLED_SIGN = re.compile(rf"(?<!\w){_SPELLED}(?:[ ,.\-]{{1,3}}{_SPELLED}){{3}}", re.IGNORECASE)
_TOKEN = re.compile(r"\w+")
_LEAST_WORDS = 4  # in a run
_LONGEST_DIGITS = 2  # of a number among the words


def spelled_numbers(text: str) -> Iterator[tuple[Span, str]]:
    """Each run of spelled digits and the number it reads as, hyphen included."""
    for run in (run for part in _runs(text) for run in _RUN.finditer(text, *part)):
        words = [token[0].casefold() for token in _TOKEN.finditer(run[0])]
        number = "".join(_VALUES.get(word, word) for word in words)
        spelled = sum(word in _VALUES for word in words)
        if sum(c.isdigit() for c in number) >= _LEAST_DIGITS and 2 * spelled >= len(words):
            yield Span(*run.span()), _written(number, len(words))


def _written(number: str, words: int) -> str:
    """``number`` as it is written: ten digits that begin with a birth date, or four pairs."""
    if len(number) == cpr.LENGTH and cpr.is_valid(number):
        return with_hyphen(number)
    if len(number) == 2 * words == _PHONE_DIGITS:
        return " ".join(number[at : at + 2] for at in range(0, _PHONE_DIGITS, 2))
    return number


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where enough number words and short numbers follow each other, whatever stands between."""
    start = end = count = 0
    for token in _TOKEN.finditer(text):
        word = token[0]
        if word.casefold() in _VALUES or (len(word) <= _LONGEST_DIGITS and word.isdecimal()):
            start = start if count else token.start()
            end, count = token.end(), count + 1
            continue
        if count >= _LEAST_WORDS:
            yield start, end
        count = 0
    if count >= _LEAST_WORDS:
        yield start, end
