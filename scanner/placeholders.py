"""How placeholders are written, numbered and recognized again.

``[PERSON_1]`` stands for a value; another spelling of the same value keeps the number and gets a
letter, ``[PERSON_1b]``, so that every spelling comes back as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
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


def placeholder_spans(text: str) -> list[Span]:
    """Where ``text`` holds placeholders exactly as we write them, in order."""
    return [Span(*match.span()) for match in _WRITTEN.finditer(text)]


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
    bracket or the underscore has to stay: "person 1" is plain prose.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {_fold(word): word for word in words}
        longest = sorted(self._words.values(), key=lambda word: (-len(word), word))
        word = "|".join(_JOINT.join(map(re.escape, word.split("-"))) for word in longest)
        self._pattern = re.compile(
            rf"""(?P<open>\\?\[[ ]?)?(?<![^\W_])(?<!\w_)(?P<word>{word or "(?!)"})
            (?P<joint>{_JOINT})?(?P<number>[1-9][0-9]{{0,5}})(?![0-9])(?P<letter>[b-rt-z])?
            (?:(?P<ending>['’]?s)?(?P<close>[ ]?\\?\])|(?=s?_?(?!\w)))""",
            re.IGNORECASE | re.VERBOSE,
        )

    def replace(self, text: str, value_of: Callable[[Label], str | None]) -> str:
        """``text`` with each placeholder replaced by its value; without one it stays.

        What is written exactly comes first, and no piece between is read together with it.
        """
        pieces: list[str] = []
        position = 0
        for match in _WRITTEN.finditer(text):
            value = value_of(Label(match[1], int(match[2]), match[3]))
            if value is not None:
                pieces += (self._rewritten(text[position : match.start()], value_of), value)
                position = match.end()
        return "".join((*pieces, self._rewritten(text[position:], value_of)))

    def mentioned(self, texts: Iterable[str]) -> set[tuple[str, int]]:
        """The words and numbers that ``texts`` themselves write like placeholders."""
        found: set[tuple[str, int]] = set()
        for text in texts:
            found |= {(match[1], int(match[2])) for match in _WRITTEN.finditer(text)}
            labels = map(self._label, self._pattern.finditer(text))
            found |= {(label.word, label.number) for label in labels if label}
        return found

    def _rewritten(self, text: str, value_of: Callable[[Label], str | None]) -> str:
        def replacement(match: re.Match[str]) -> str:
            label = self._label(match)
            value = value_of(label) if label else None
            return match[0] if value is None else value + (match["ending"] or "")

        return self._pattern.sub(replacement, text)

    def _label(self, match: re.Match[str]) -> Label | None:
        word = self._words.get(_fold(match["word"]))
        is_marked = match["open"] or match["close"] or "_" in (match["joint"] or "")
        if word is None or not is_marked:
            return None
        return Label(word, int(match["number"]), (match["letter"] or "").lower())


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
