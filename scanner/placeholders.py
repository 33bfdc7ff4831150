"""How placeholders are written, numbered and recognized again.

``[PERSON_1]`` stands for a value; another spelling of the same value keeps the number and gets a
letter, ``[PERSON_1b]``, so that every spelling comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from scanner.party import name_key

_SEPARATORS = re.compile(r"[\s.\-/_]")
# No "a", which would read as an article, and no "s", which is a genitive.
_LETTERS = "bcdefghijklmnopqrtuvwxyz"
_LETTER = "[b-rt-z]?"
_NAMES = frozenset({"PERSON", "ORGANIZATION"})
# A model may drop a bracket, escape the signs or change the case; one bracket or the underscore
# stays, else "person 1" in plain prose would be taken for one.
_OPEN = r"\\?\["
_CLOSE = r"\\?\]"
_JOINT = r"\\?_|[ \-]"


def placeholder(word: str, number: int, variant: int = 0) -> str:
    """The placeholder for the ``variant``-th spelling of value ``number``."""
    letter = _LETTERS[variant - 1] if variant else ""
    return f"[{word}_{number}{letter}]"


def value_key(entity_type: str, value: str) -> str:
    """What is the same for all spellings of one value."""
    if entity_type in _NAMES:
        return name_key(value) or value.casefold()
    return _SEPARATORS.sub("", value).casefold() or value


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for placeholders of ``words`` as people and models write them."""
    word = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"(?:{_OPEN}[ ]?(?P<w1>{word})(?:{_JOINT})(?P<n1>[0-9]{{1,6}}{_LETTER})(?!\w)"
        rf"(?:[ ]?{_CLOSE})?"
        rf"|(?<!\w)(?P<w2>{word})(?:{_JOINT})(?P<n2>[0-9]{{1,6}}{_LETTER})[ ]?{_CLOSE}"
        rf"|(?<!\w)(?P<w3>{word})\\?_(?P<n3>[0-9]{{1,6}}{_LETTER})(?![0-9b-rt-z]))",
        re.IGNORECASE,
    )


def mentioned(text: str, words: Iterable[str]) -> set[tuple[str, int]]:
    """The words and numbers that ``text`` itself writes like placeholders."""
    found = pattern(words).finditer(text)
    return {(word, int(number.rstrip(_LETTERS))) for word, number in map(read, found)}


def read(match: re.Match[str]) -> tuple[str, str]:
    """The word in capitals and the number with its letter of a match of ``pattern``."""
    word = match["w1"] or match["w2"] or match["w3"]
    number = match["n1"] or match["n2"] or match["n3"]
    return word.upper(), number.lower()


def numbered(
    values: Iterable[tuple[str, str]], words: Mapping[str, str], taken: set[tuple[str, int]]
) -> dict[tuple[str, str], str]:
    """A placeholder for each (entity type, value), in the order of first appearance.

    ``words`` gives the word of an entity type; numbers in ``taken`` are left out.
    """
    numbers: dict[tuple[str, str], int] = {}
    spellings: dict[tuple[str, int], int] = {}
    free: dict[str, Iterator[int]] = {}
    given: dict[tuple[str, str], str] = {}
    for entity_type, value in values:
        if (entity_type, value) in given:
            continue
        word = words[entity_type]
        key = (word, value_key(entity_type, value))
        variant = spellings.get((word, numbers[key]), 0) if key in numbers else 0
        if key not in numbers or variant > len(_LETTERS):
            counter = free.setdefault(word, count(1))
            numbers[key] = next(n for n in counter if (word, n) not in taken)
            variant = 0
        spellings[word, numbers[key]] = variant + 1
        given[entity_type, value] = placeholder(word, numbers[key], variant)
    return given
