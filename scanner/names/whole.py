"""What holds for a text as a whole and bears on each of its places: counted by stretches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, Self

from scanner.names.everyday import BUSINESS, DEALING, TALK

_FEW_CAPITALS = 0.03  # of the words, in a text typed without capitals
_BUSINESS = frozenset(map(hash, BUSINESS))
_DEALING = frozenset(map(hash, DEALING))
_TALK = frozenset(map(hash, TALK))
_SHORT_TEXT = 25  # words; what is shorter is rather a note than public
_FEWEST = 2  # speakers that make a conversation


class Domain(NamedTuple):
    """A domain of somebody's own: its first letter, hashes of its first letters and of all."""

    initial: str
    head: int
    name: int


@dataclass(frozen=True, slots=True)
class Count:
    """What there is in a stretch of a text; words are hashes."""

    words: frozenset[int]
    size: int  # in words
    capitals: int  # words with a capital that are not all in capitals
    rows: int  # cells "Last, First"
    known_rows: int  # of them those with a known name
    labels: tuple[int, ...]  # what stands before a colon at the start of a line
    known_labels: int  # of them those with a known name
    domains: frozenset[Domain]
    initials: frozenset[str]  # of the domains that may be called as words of the stretch
    colored: int  # colors with a capital, before a word with one


@dataclass(frozen=True, slots=True)
class Whole:
    """What the stretches of a text come to."""

    size: int  # in words
    is_small: bool  # whether it is typed without capitals, as in a chat
    is_personal: bool  # whether somebody speaks to somebody, or of what follows
    is_business: bool  # whether it speaks of customers, contracts, money or the like
    is_talk: bool  # whether somebody speaks, or of business, or it is a note
    has_species: bool  # whether animals or plants are counted up by their colors
    has_turned: bool  # whether most cells "Last, First" hold known names
    has_speakers: bool
    domains: frozenset[Domain]
    repeated: frozenset[int]  # labels that stand more than once

    @classmethod
    def of(cls, counts: Sequence[Count]) -> Self:
        """The sum of ``counts``."""
        size = sum(count.size for count in counts)
        rows = sum(count.rows for count in counts)
        capitals = sum(count.capitals for count in counts)
        labels = Counter(chain.from_iterable(count.labels for count in counts))
        is_small = bool(size) and capitals <= size * _FEW_CAPITALS
        speaks = not all(_TALK.isdisjoint(count.words) for count in counts)
        return cls(
            size=size,
            is_small=is_small,
            is_personal=not all(_BUSINESS.isdisjoint(count.words) for count in counts),
            is_business=not all(_DEALING.isdisjoint(count.words) for count in counts),
            is_talk=speaks or is_small or size < _SHORT_TEXT,
            has_species=sum(count.colored for count in counts) > 1,
            has_turned=2 * sum(count.known_rows for count in counts) >= rows > 1,
            has_speakers=sum(count.known_labels for count in counts) >= _FEWEST,
            domains=frozenset().union(*(count.domains for count in counts)),
            repeated=frozenset(label for label, times in labels.items() if times > 1),
        )

    def seen_from(self, count: Count) -> tuple[object, ...]:
        """What of this bears on the names of the stretch."""
        repeated = [label in self.repeated for label in count.labels]
        turned = self.has_turned if count.rows else None
        common = (
            self.is_small,
            self.is_personal,
            self.is_business,
            self.is_talk,
            self.has_species,
            turned,
        )
        domains = frozenset(one for one in self.domains if one.initial in count.initials)
        return (*common, domains, self.has_speakers if repeated else None, *repeated)
