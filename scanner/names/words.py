"""The words of a text with their places, and what a reader sees at a glance of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property, partial
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar
from unicodedata import is_normalized, normalize

from scanner.doc import Span
from scanner.names.cues import Cue
from scanner.names.knowledge import Knowledge
from scanner.names.whole import Whole
from scanner.names.word_set import word_set

T = TypeVar("T")
_LETTER = r"(?:[^\W_]|[\u0300-\u036f])"
_LETTERS = r"(?:[^\W_]++|[\u0300-\u036f]++)++"  # as many as there are, in few steps
# "A/S" and "c/o" are one word, "og/eller" is not; "J.P", "Aagaard-Møller", "O'Brien", "vin.dk" are.
_WORD = re.compile(
    rf"([^\W\d_]/[^\W\d_](?!{_LETTER})|{_LETTERS}(?:['’´.\-]{_LETTERS}){{0,20}}"
    r"|(?<![&+])[&+](?![&+]))"
)
BEYOND = 64
_GAP = 4
_SENTENCE_END = frozenset(".!?:;\n\r\t|•·*>–—")
_BLANKS = frozenset({" ", "\xa0", "  "})


class Word(NamedTuple):
    """A word, its place, and its lower-case form."""

    text: str
    start: int
    end: int
    low: str


class Page:
    """A text cut into words, with the word knowledge the rules ask for.

    A rule may ask up to ``BEYOND`` words beyond the text: there is no word and a new line.
    ``whole`` is what holds for the text that this is a piece of, or all; it is to be set.
    """

    whole: Whole

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self.text = text
        self.knowledge = knowledge
        self.lexicon = knowledge.lexicon
        between = _WORD.split(text)  # a gap, a word, a gap ...
        ends = list(accumulate(map(len, between)))
        words = between[1::2]
        self.lows = lower(words)
        self._known = knowledge.of_all(self.lows)
        gaps = [gap if len(gap) <= _GAP else gap.strip(" ") or "\n" for gap in between[:-1:2]]
        gaps[:1] = ["\n"] if words else []
        self._is_capital = [word[0].isupper() for word in words]
        self.starts = ends[:-1:2]
        self.words = list(map(_word, zip(words, self.starts, ends[1::2], self.lows, strict=True)))
        self._found: dict[object, Any] = {}
        # What stands between a word and the one before it (at most four characters).
        self.gap = _reader(gaps, "\n")
        # The lower-case form of a word.
        self.low = _reader(self.lows, "")
        # Whether only a blank parts a word from the one before it.
        self.joined = _reader([gap in _BLANKS for gap in gaps], outside=False)
        # Whether a word starts with a capital letter.
        self.is_capital = _reader(self._is_capital, outside=False)

    def __len__(self) -> int:
        return len(self.words)

    def opens(self, index: int) -> bool:
        """Whether word ``index`` opens a sentence, a line or a cell: its capital tells nothing."""
        if self.joined(index):
            return False
        return not _SENTENCE_END.isdisjoint(self.gap(index)) and not self._after_short(index)

    def _after_short(self, index: int) -> bool:
        """Whether the dot before ``index`` ends an initial or a shortened word ("J. Holm")."""
        return self.gap(index) == ". " and self.low(index - 1) in _SHORTENED

    def opens_line(self, index: int) -> bool:
        """Whether word ``index`` is the first on its line."""
        return "\n" in self.gap(index) or index == 0

    def closes_line(self, index: int) -> bool:
        """Whether word ``index`` is the last on its line."""
        return "\n" in self.gap(index + 1) or index + 1 >= len(self.words)

    @property
    def is_small(self) -> bool:
        """Whether the whole text is typed without capitals, as in a chat."""
        return self.whole.is_small

    @property
    def is_personal(self) -> bool:
        """Whether somebody speaks to somebody, or of customers, contracts, money or the like."""
        return self.whole.is_personal

    @property
    def is_business(self) -> bool:
        """Whether the whole text speaks of customers, contracts, money or the like."""
        return self.whole.is_business

    def in_capitals(self, index: int) -> bool:
        """Whether the words round word ``index`` on its line are all in capitals."""
        near = [
            at for at in (index - 2, index - 1, index + 1, index + 2) if self._same_line(index, at)
        ]
        words = [self.words[at].text for at in near if not self.words[at].text.isdigit()]
        return bool(words) and all(map(str.isupper, words))

    def _same_line(self, index: int, at: int) -> bool:
        if not 0 <= at < len(self.words):
            return False
        first, last = sorted((index, at))
        return "\n" not in self.text[self.words[first].end : self.words[last].start]

    def is_initial(self, index: int) -> bool:
        """Whether word ``index`` is an initial, or several: "J", "J.P"."""
        if not self.is_capital(index):
            return False
        text = self.words[index].text
        return len(text) == 1 or ("." in text and all(len(part) == 1 for part in text.split(".")))

    def is_lone(self, index: int) -> bool:
        """Whether word ``index`` is no part of an e-mail address, a path, an identifier, a tag."""
        word = self.words[index]
        before = self.text[word.start - 1 : word.start] if word.start else ""
        if before in _GLUE or self.text[word.end : word.end + 1] in _GLUE:
            return False
        return before not in _TAG or not self._is_tag(word)

    def _is_tag(self, word: Word) -> bool:
        """Whether the word is what a tag of a mark-up language is called: "<li>", "</table>"."""
        opens = self.text[word.start - 2 : word.start].endswith(("<", "</"))
        return opens and word.text.islower() and self.text[word.end : word.end + 1] in _AFTER_TAG

    def span(self, first: int, last: int) -> Span:
        """The span from word ``first`` to word ``last``, both inclusive."""
        return Span(self.words[first].start, self.words[last].end)

    def once(self, look: Callable[[Page], Iterator[T]]) -> list[T]:
        """What ``look`` finds on the page, looked for once."""
        if look not in self._found:
            self._found[look] = list(look(self))
        found: list[T] = self._found[look]
        return found

    def places(self, lows: Collection[str]) -> dict[str, list[int]]:
        """Where each of the lower-case words stands."""
        found: dict[str, list[int]] = {low: [] for low in lows}
        for index in [at for at, low in enumerate(self.lows) if low in found]:
            found[self.lows[index]].append(index)
        return found

    @cached_property
    def capitals(self) -> Sequence[int]:
        """The words that start with a capital letter."""
        return [at for at, is_one in enumerate(self._is_capital) if is_one]

    def cued(self, cue: Cue, after: int = 0, *, first: int = 0) -> Sequence[int]:
        """The words that stand ``after`` words behind one with the cue, from ``first`` on."""
        found = self._cued.get(cue, ())
        return [at + after for at in found if first <= at + after < len(self.words)]

    def near(self, cue: Cue, before: int) -> Sequence[int]:
        """The words that stand at most ``before`` words before one with the cue."""
        places = (range(max(0, at - before), at) for at in self._cued.get(cue, ()))
        return sorted({at for place in places for at in place})

    @cached_property
    def _cued(self) -> dict[Cue, list[int]]:
        found: dict[Cue, list[int]] = defaultdict(list)
        for at, cues in enumerate(map(_CUES, self._known)):
            for cue in cues:
                found[cue].append(at)
        return found

    @cached_property
    def first_names(self) -> list[int]:
        """How well known each word is as a first name, 0 to 9."""
        return list(map(_FIRST_NAME, self._known))

    @cached_property
    def surnames(self) -> list[int]:
        """How well known each word is as a surname, 0 to 9."""
        return list(map(_SURNAME, self._known))

    @cached_property
    def commons(self) -> list[int]:
        """How often each word is written in lower case in plain text, 0 to 9."""
        return list(map(_COMMON, self._known))

    def first_name(self, low: str) -> int:
        """How well known the word, by itself, is as a first name."""
        return self.knowledge.first_name(low)

    def surname(self, low: str) -> int:
        """How well known the word, by itself, is as a surname."""
        return self.knowledge.surname(low)

    def common(self, low: str) -> int:
        """How ordinary the word is."""
        return self.knowledge.of(low).common

    def place(self, low: str) -> bool:
        """Whether the word is a town, a region, a country or a street, and not a surname too."""
        return self.knowledge.of(low).place


def _reader(items: list[T], outside: T) -> Callable[[int], T]:
    """``items`` by their index, ``outside`` before and behind them."""
    read: Callable[[int], T] = [*items, *[outside] * BEYOND].__getitem__
    return read


def lower(words: list[str]) -> list[str]:
    """The words in lower case, composed (NFC), whatever the text is."""
    lows = list(map(str.lower, words))
    if is_normalized("NFC", " ".join(lows)):
        return lows
    return [normalize("NFC", low) for low in lows]


_word = partial(tuple.__new__, Word)  # from its fields; as Word._make, in a third of the time
_FIRST_NAME, _SURNAME, _COMMON, _CUES = map(attrgetter, ("first_name", "surname", "common", "cues"))
_GLUE = frozenset("@_\\")
_TAG, _AFTER_TAG = frozenset("</"), frozenset("> /\n")
_SHORTENED = word_set("""
    a b c d e f g h i j k l m n o p q r s t u v w x y z æ ø å dr hr fr frk adv dir st mr mrs ms
    prof cand mag merc polyt jur chr th fr.nr att vedr v ca bl evt inkl ekskl""")
