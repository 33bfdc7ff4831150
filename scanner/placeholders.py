"""How placeholders are written, numbered and recognized again.

``[PERSON_1]`` stands for a value; another spelling of the same value keeps the number and gets a
letter, ``[PERSON_1b]``, so that every spelling comes back as it was.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from functools import lru_cache
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
_WRITTEN = re.compile(r"\[([A-ZÆØÅ][A-ZÆØÅ0-9\-]{0,39})_([1-9][0-9]{0,8})([b-rt-z]?)\]")
# What a model may write for the signs inside a placeholder, escaped or not.
_JOINT = r"\\?[-_ \xa0‑]"
_JOINTS = re.compile(_JOINT)
# One of these has to stay of a placeholder, or it is prose.
_MARK = re.compile(r"[\[\]_]")
_NO_WORD_BEFORE = r"(?<![^\W_])(?<!\w_)"
_NUMBER = r"(?P<number>[1-9][0-9]{0,8})"
# What may follow the word of a placeholder that has not ended.
_BEGUN_TAIL = rf"""(?:\\?\Z|(?:{_JOINT})?(?:\Z|[1-9][0-9]{{0,8}}[b-rt-z]?
    (?:['’]?s?[ ]?\\?\Z|s?_?\Z)))"""
# The most code points that ``Reader.begun`` matches: bracket, a word of forty signs with its
# hyphens escaped, joint, number, letter, ending, closing.
LONGEST_BEGUN = 3 + 2 * 40 + 2 + 9 + 1 + 2 + 2


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
        return {label[:2] for text in texts for _, label in self.mentions(text)}

    def mentions(self, text: str) -> Iterator[tuple[Span, Label]]:
        """What ``text`` itself writes like placeholders: exactly, then in any other way."""
        if not _MARK.search(text):
            return
        yield from exact_placeholders(text)
        for match in self.pattern.finditer(text):
            if label := self.label(match):
                yield Span(*match.span()), label

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


class Numbering:
    """Placeholders for the values of a text, in the order of first appearance.

    A text that comes in windows has one for all of them. A placeholder that a text itself writes is
    never given to a value; one that was given before is in ``clashes``.
    """

    def __init__(self, words: Mapping[str, str], other: str) -> None:
        self._words, self._other = words, other
        self._reader = _reader(frozenset([*words.values(), other]))
        self._given: MutableMapping[tuple[str, str], str] = {}
        self._numbers: MutableMapping[tuple[str, str], int] = {}
        self._spellings: MutableMapping[tuple[str, int], int] = {}
        self._last: MutableMapping[str, int] = {}
        self._folded: MutableMapping[tuple[str, str], None] = {}
        self._taken: MutableMapping[tuple[str, int], None] = {}
        self._known: frozenset[tuple[str, int]] = frozenset()

    def know(self, mapping: Mapping[str, str]) -> None:
        """Go on from what texts before this one in a conversation were given.

        Their values keep their placeholders, no number is given twice, and a text may write their
        placeholders as its own. A key that is no placeholder is passed over.
        """
        labels = {value: label for name, value in mapping.items() if (label := Label.parse(name))}
        self._known = frozenset(label[:2] for label in labels.values())
        for value, label in labels.items():
            place = label[:2]
            variant = _LETTERS.index(label.letter) + 2 if label.letter else 1
            self._spellings[place] = max(variant, self._spellings.get(place, 0))
            self._last[label.word] = max(label.number, self._last.get(label.word, 0))
            for entity_type in self._types(label.word):
                self._given[entity_type, value] = str(label)
                self._folded[entity_type, value.casefold()] = None
                self._numbers[label.word, value_key(entity_type, value)] = label.number

    def _types(self, word: str) -> list[str]:
        """The entity types that ``word`` stands for."""
        return [kind for kind, its_word in self._words.items() if its_word == word]

    def fork(self) -> Numbering:
        """One that goes on from here by itself, until it is joined."""
        fork = Numbering(self._words, self._other)
        for name in _TABLES:
            setattr(fork, name, ChainMap({}, getattr(self, name)))
        fork._known = self._known
        return fork

    def join(self, fork: Numbering) -> None:
        """Take over what ``fork``, made from this one, has given."""
        for name in _TABLES:
            getattr(self, name).update(getattr(fork, name).maps[0])

    def give(
        self, values: Iterable[tuple[str, str]], kept: Iterable[str]
    ) -> dict[tuple[str, str], str]:
        """The placeholder of each (entity type, value), none of which is written in ``kept``."""
        self._taken.update(dict.fromkeys(self._reader.mentioned(kept)))
        return {value: self._placeholder(*value) for value in values}

    def has_given(self, entity_type: str, value: str) -> bool:
        """Whether the value, in whatever case, has a placeholder."""
        return (entity_type, value.casefold()) in self._folded

    def clashes(self, kept: str) -> list[Span]:
        """Where ``kept`` itself writes placeholders that were given to values before, in order."""
        if not self._spellings:
            return []
        found = self._reader.mentions(kept)
        disjoint: list[Span] = []
        for span in sorted(span for span, label in found if self._is_given(label)):
            if disjoint and span.start < disjoint[-1].end:
                last = disjoint.pop()
                span = Span(last.start, max(last.end, span.end))  # noqa: PLW2901  # both as one
            disjoint.append(span)
        return disjoint

    def _is_given(self, label: Label) -> bool:
        """Whether it was given to a value of this text."""
        return label[:2] in self._spellings and label[:2] not in self._known

    def _placeholder(self, entity_type: str, value: str) -> str:
        if (entity_type, value) in self._given:
            return self._given[entity_type, value]
        word = self._words.get(entity_type, self._other)
        key = (word, value_key(entity_type, value))
        variant = self._spellings.get((word, self._numbers[key]), 0) if key in self._numbers else 0
        if key not in self._numbers or variant > len(_LETTERS):
            numbers = count(self._last.get(word, 0) + 1)
            self._numbers[key] = next(n for n in numbers if (word, n) not in self._taken)
            self._last[word] = self._numbers[key]
            variant = 0
        self._spellings[word, self._numbers[key]] = variant + 1
        letter = _LETTERS[variant - 1] if variant else ""
        placeholder = str(Label(word, self._numbers[key], letter))
        self._given[entity_type, value] = placeholder
        self._folded[entity_type, value.casefold()] = None
        return placeholder


_TABLES = ("_given", "_numbers", "_spellings", "_last", "_folded", "_taken")


@lru_cache(maxsize=8)
def _reader(words: frozenset[str]) -> Reader:
    return Reader(words)
