"""What the rules know of a word by itself, asked of the lexicon once and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from scanner.names.cues import Cue, Rated, cues_of
from scanner.names.levels import FREQUENT
from scanner.nlp.lexicon import Lexicon, classes_of

_MOST_WORDS = 50_000


class Known(NamedTuple):
    """A word's levels as the rules count them, those of a double name by its halves, its cues."""

    first_name: int
    surname: int
    common: int
    place: bool
    cues: tuple[Cue, ...]


class Knowledge:
    """What is known of words, in lower case; kept by their hash (never the word), a bounded lot."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._kept: dict[int, Known] = {}

    def of(self, low: str) -> Known:
        """What is known of ``low``; of numbers of as many digits it is the same."""
        if low.isdecimal():
            low = "0" * len(low)
        known = self._kept.get(key := hash(low))
        if known is None:
            if len(self._kept) >= _MOST_WORDS:
                self._kept.clear()
            self._kept[key] = known = self._read(low)
        return known

    def of_all(self, lows: Sequence[str]) -> list[Known]:
        """What is known of each."""
        kept = list(map(self._kept.get, map(hash, lows)))
        return [known or self.of(low) for known, low in zip(kept, lows, strict=True)]

    def _read(self, low: str) -> Known:
        classes = classes_of(self.lexicon.packed(low))
        first_name = _rated(self.first_name, low, min)
        surname = _rated(self.surname, low, max)
        common = max(0, classes.common - 2)  # the two lowest levels are words seen a few times
        place = classes.place and classes.surname < FREQUENT  # and not a surname too
        word = Rated(low, first_name, surname, common, place, classes.firm)
        return Known(first_name, surname, common, place, cues_of(word))

    def first_name(self, low: str) -> int:
        """How well known the word is as a first name; in the long list a low level says less."""
        level = self.lexicon.first_name(low)
        return max(level - 1, min(level, 1))

    def surname(self, low: str) -> int:
        """How well known the word is as a surname; in the short list a low level says more."""
        level = self.lexicon.surname(low)
        return min(level + 1, 9) if level else 0


def _rated(rate: Callable[[str], int], low: str, pick: Callable[[Iterable[int]], int]) -> int:
    """How well known a name is; a double name ("Kjeldgaard-Ravn") by its halves."""
    known = rate(low)
    return pick(map(rate, low.split("-"))) if not known and "-" in low else known
