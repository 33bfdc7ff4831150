"""What a value of one's own is looked up by: its words, or the characters of its number.

A value without digits is a sequence of words. One with digits is what is left when all else than
letters and digits is gone, so that "K-10234/22" is met however it is grouped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntFlag

from scanner.identifiers import cpr, cvr
from scanner.message import Message
from scanner.register.legal_forms import without_form
from scanner.register.tokens import tokens

LEAST = 3
MOST_WORDS = 32
MOST_PIECES = 12
MOST_CHARACTERS = 63
_SHORT_NUMBER = 5
_LONG_WORD = 3
_NUMBER = re.compile(r"\d")
_COUNTRY_CODE = re.compile(r"^(?:\+|00)45[\s-]{0,2}(?=(?:\d[\s-]{0,2}){8}$)")
_NAMED = frozenset({"ORGANIZATION", "PERSON"})

IsEveryday = Callable[[str], bool]


class Need(IntFlag):
    """What has to be there, beside the value itself, for it to count."""

    NOTHING = 0
    CAPITAL = 1  # its first letter is a capital, or its legal form stands with it
    FORM = 2  # its legal form stands with it
    LABEL = 4  # a word such as "kundenr." stands near it
    AGAIN = 8  # nothing: another spelling of a value that is counted already


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to look a value up."""

    words: tuple[str, ...] = field(repr=False)
    is_number: bool
    need: Need


class Fault(ValueError):  # noqa: N818  # a value that cannot be taken is no failure of the program
    """Why a value cannot be taken; never the value itself."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def entries(value: str, entity_type: str, is_everyday: IsEveryday) -> Iterator[Entry]:
    """Every way to look ``value`` up, the first its own; raises Fault when there is none."""
    text = clean(value)
    if not text:
        raise Fault(Message("værdien er tom", "the value is empty"))
    for number, spelling in enumerate(_spellings(text, entity_type)):
        again = Need.AGAIN if number else Need.NOTHING
        yield _entry(spelling, entity_type, is_everyday, again)


def clean(value: str) -> str:
    """``value`` composed (NFC), without invisible characters, blanks as one space."""
    composed = unicodedata.normalize("NFC", value)
    seen = "".join(char for char in composed if unicodedata.category(char) not in {"Cf", "Cs"})
    return " ".join(seen.split())


def _spellings(text: str, entity_type: str) -> Iterator[str]:
    match entity_type:
        case "DK_CPR":
            if not cpr.is_valid(text):
                raise Fault(Message("ikke et gyldigt CPR-nummer", "not a valid CPR number"))
            yield cpr.compact(text)
        case "DK_CVR":
            if not cvr.is_valid(text):
                raise Fault(Message("ikke et gyldigt CVR-nummer", "not a valid CVR number"))
            yield cvr.validate(text)
            yield f"DK{cvr.validate(text)}"
        case "PHONE_NUMBER":
            yield _COUNTRY_CODE.sub("", text)
        case "PERSON" if text.count(",") == 1:
            last, first = text.split(",")
            yield f"{first} {last}"
            yield text
        case _:
            yield text


def _entry(text: str, entity_type: str, is_everyday: IsEveryday, again: Need) -> Entry:
    is_firm = entity_type == "ORGANIZATION"
    name = without_form(text) if is_firm else text
    found = tokens(name)
    words = tuple(token.folded for token in found)
    written = [name[token.start : token.end] for token in found]
    size = sum(map(len, words))
    if sum(len(token.folded) for token in tokens(text)) < LEAST or not words:
        raise Fault(Message("værdien har under 3 tegn", "the value has less than 3 characters"))
    is_number = any(map(_NUMBER.search, words))
    most = MOST_PIECES if is_number else MOST_WORDS
    if len(words) > most or (is_number and size > MOST_CHARACTERS):
        raise Fault(Message("værdien er for lang", "the value is too long"))
    need = _need_of_number(written, entity_type, is_everyday) if is_number else Need.NOTHING
    if size < LEAST:
        need = Need.FORM
    elif not is_number and all(map(is_everyday, written)):
        need = Need.CAPITAL
    return Entry(("".join(words),) if is_number else words, is_number, need | again)


def _need_of_number(words: list[str], entity_type: str, is_everyday: IsEveryday) -> Need:
    letters = [word for word in words if not _NUMBER.search(word)]
    if entity_type not in _NAMED:
        is_short = not letters and "".join(words).isdecimal()
        return Need.LABEL if is_short and sum(map(len, words)) <= _SHORT_NUMBER else Need.NOTHING
    if not all(map(is_everyday, letters)) or any(_is_mixed(word) for word in words):
        return Need.NOTHING
    return Need.CAPITAL if any(len(word) > _LONG_WORD for word in letters) else Need.FORM


def _is_mixed(word: str) -> bool:
    return not word.isdecimal() and bool(_NUMBER.search(word))
