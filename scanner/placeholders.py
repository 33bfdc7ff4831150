"""How placeholders are written, numbered and recognized again.

``[PERSON_1]`` stands for a value; another spelling of the same value keeps the number and gets a
letter, ``[PERSON_1b]``, so that every spelling comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

from scanner.doc import Span
from scanner.party import name_key

_SEPARATORS = re.compile(r"[\s.\-/_]")
# No "a", which would read as an article, and no "s", which is a genitive.
_LETTERS = "bcdefghijklmnopqrtuvwxyz"
# Entity types whose values are inflected and spelled in several ways.
NAMES = frozenset({"PERSON", "ORGANIZATION"})
_GENITIVE = re.compile(r"(?<=\w)['’]?s\Z", re.IGNORECASE)
_WRITTEN = re.compile(r"\[([A-ZÆØÅ][A-ZÆØÅ0-9\-]{0,39})_([1-9][0-9]{0,5})([b-rt-z]?)\]")
# What a model may write for the signs inside a placeholder, escaped or not.
_JOINT = r"\\?[-_ \xa0‑]"
_JOINTS = re.compile(_JOINT)
_NO_WORD_BEFORE = r"(?<![^\W_])(?<!\w_)"
_NUMBER = r"(?P<number>[1-9][0-9]{0,5})"
# What may follow the word of a placeholder that has not ended.
_BEGUN_TAIL = rf"""(?:\\?\Z|(?:{_JOINT})?(?:\Z|[1-9][0-9]{{0,5}}[b-rt-z]?
    (?:['’]?s?[ ]?\\?\Z|s?_?\Z)))"""
# The most code points that ``Reader.begun`` matches: bracket, a word of forty signs with its
# hyphens escaped, joint, number, letter, ending, closing.
LONGEST_BEGUN = 3 + 2 * 40 + 2 + 6 + 1 + 2 + 2


class Label(NamedTuple):
    """What a placeholder says: word, number, and the letter of a further spelling."""

    word: str
    number: int
    letter: str = ""

    def __str__(self) -> str:
        return f"[{self.word}_{self.number}{self.letter}]"

    @classmethod
    def parse(cls, written: str) -> Label | None:
        """The label written exactly as we write it, or None."""
        match = _WRITTEN.fullmatch(written)
        return cls(match[1], int(match[2]), match[3]) if match else None


def exact_placeholders(text: str, start: int = 0) -> Iterator[tuple[Span, Label]]:
    """The placeholders from ``start`` on that stand exactly as we write them, in order."""
    for match in _WRITTEN.finditer(text, start):
        yield Span(*match.span()), Label(match[1], int(match[2]), match[3])


def placeholder_spans(text: str) -> list[Span]:
    """Where ``text`` holds placeholders exactly as we write them, in order."""
    return [span for span, _ in exact_placeholders(text)]


def value_key(entity_type: str, value: str) -> str:
    """What is the same for all spellings of one value."""
    if entity_type in NAMES:
        return name_key(value) or value.casefold()
    return _SEPARATORS.sub("", value).casefold() or value


def without_genitive(value: str) -> str:
    """``value`` without its final -s, 's or ’s; the same when it has none."""
    return _GENITIVE.sub("", value)


class Reader:
    """Reads placeholders of some words, as we write them and as language models rewrite them.

    A model may drop a bracket, escape signs, change the case, or put the genitive inside. A
    bracket or the underscore has to stay: "person 1" is plain prose. ``pattern`` matches what may
    be one, which ``label`` tells; ``begun`` matches, at the end of a text that goes on, whatever
    more text could make one of or could change the reading of.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {_fold(word): word for word in words}
        longest = sorted(self._words.values(), key=lambda word: (-len(word), word))
        spelled = [[_JOINT if sign == "-" else re.escape(sign) for sign in w] for w in longest]
        word = "|".join(map("".join, spelled)) or "(?!)"
        self.pattern = re.compile(
            rf"""(?P<open>\\?\[[ ]?)?{_NO_WORD_BEFORE}(?P<word>{word})
            (?P<joint>{_JOINT})?{_NUMBER}(?![0-9])(?P<letter>[b-rt-z])?
            (?:(?P<ending>['’]?s)?(?P<close>[ ]?\\?\])|(?=s?_?(?!\w)))""",
            re.IGNORECASE | re.VERBOSE,
        )
        begun = "|".join(map(_begun, spelled)) or "(?!)"
        self.begun = re.compile(
            rf"""\\(?:\[[ ]?)?\Z|\[[ ]?\Z|(?:\\?\[[ ]?)?{_NO_WORD_BEFORE}(?:{begun})""",
            re.IGNORECASE | re.VERBOSE,
        )

    def mentioned(self, texts: Iterable[str]) -> set[tuple[str, int]]:
        """The words and numbers that ``texts`` themselves write like placeholders."""
        found: set[tuple[str, int]] = set()
        for text in texts:
            found |= {(label.word, label.number) for _, label in exact_placeholders(text)}
            labels = map(self.label, self.pattern.finditer(text))
            found |= {(label.word, label.number) for label in labels if label}
        return found

    def label(self, match: re.Match[str]) -> Label | None:
        """What a match of ``pattern`` says, or None when it is prose."""
        word = self._words.get(_fold(match["word"]))
        is_marked = match["open"] or match["close"] or "_" in (match["joint"] or "")
        if word is None or not is_marked:
            return None
        return Label(word, int(match["number"]), (match["letter"] or "").lower())


def _begun(spelled: Iterable[str]) -> str:
    """A pattern of every beginning of a word, and of the whole with what may follow it."""
    first, *others = spelled
    pattern = _BEGUN_TAIL
    for sign in reversed(others):
        end = r"\\?\Z" if sign == _JOINT else r"\Z"
        pattern = f"(?:{end}|{sign}{pattern})"
    return f"{first}{pattern}"


def _fold(word: str) -> str:
    return _JOINTS.sub("-", word.casefold())


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
        letter = _LETTERS[variant - 1] if variant else ""
        given[entity_type, value] = str(Label(word, numbers[key], letter))
    return given
