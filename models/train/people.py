"""Invented persons: names drawn by origin and by rank, in every form people write them."""

# ruff: noqa: E501, C901, PLR0911, PLR2004, SIM905  # one branch per way of writing a name, with its share

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from random import Random

from models.train import sources
from models.train.origins import ORIGINS

_DANISH = 0.62  # share of Danish names
_JUNK_FIRST = 9_000  # ranks of the statistics beyond which misspelt words abound
_DOUBLE = 0.07
_MIDDLE = 0.22
_UNHEARD = 0.08  # share of names that are on no list
_SHORT = frozenset({"vietnamese", "east_asian"})  # surnames like words: more often alone
_LIKE_WORDS = 0.02  # share of first names, and of surnames alone, that are also everyday words
_LETTERS = 3  # names so short are read as words
_PARTICLES = "von van de van_der von_der della di da la el al- Al- El- á í ben Ben- af O' Mc Mac du dos".split()


class People:
    """Draws names; the words that are on the lists by mistake are left out by ``everyday``."""

    def __init__(self, rng: Random, data: Path, everyday: frozenset[str]) -> None:
        self._rng = rng
        first = [
            [_cased(name) for name in sources.ranked(data, kind)[:_JUNK_FIRST] if len(name) > 2]
            for kind in ("fornavne-kvinder", "fornavne-maend")
        ]
        self._first = [
            [name for rank, name in enumerate(names) if rank < 900 or name.lower() not in everyday]
            for names in first
        ]
        self._last = [_cased(name) for name in sources.ranked(data, "efternavne") if len(name) > 1]
        self._weights = [list(accumulate((rank + 12) ** -0.8 for rank in range(len(names))))
                         for names in (*self._first, self._last)]  # fmt: skip
        self._origins = list(ORIGINS.values())
        self._alone = [3 if name in _SHORT else 1 for name in ORIGINS]
        self._share = _UNHEARD
        self._heads: list[list[str]] = [
            [name for origin in self._origins for name in getattr(origin, kind)]
            for kind in ("first", "last")
        ]
        common = {*sources.everyday("da", 4_000), *sources.everyday("en", 3_000)}
        self._words = [
            [name for name in names if len(name) <= _LETTERS or name.lower() in common]
            for names in self._heads
        ]

    @contextmanager
    def strangers(self, share: float) -> Iterator[None]:
        """Inside, so many of the names are on no list."""
        self._share = share
        yield
        self._share = _UNHEARD

    def _draw(self, which: int, names: list[str]) -> str:
        weights = self._weights[which]
        if self._rng.random() < 0.25:
            return self._rng.choice(names)
        return names[bisect(weights, self._rng.random() * weights[-1], hi=len(names) - 1)]

    def _unheard(self, names: list[str]) -> str:
        """A name nobody bears: the head of one, the tail of another."""
        head, tail = self._rng.choice(names), self._rng.choice(names)
        return head[: max(2, len(head) // 2)] + tail[len(tail) // 2 :].lower()

    def _unheard_first(self) -> str:
        lists = (*self._first, self._heads[0], self._heads[0])
        return self._unheard(self._rng.choice(lists))

    def _unheard_last(self) -> str:
        return self._unheard(self._rng.choice((self._last, self._heads[1])))

    def first(self) -> str:
        """A first name."""
        if self._rng.random() < self._share:
            return self._unheard_first()
        if self._rng.random() < _LIKE_WORDS:
            return self._rng.choice(self._words[0])
        if self._rng.random() > _DANISH:
            return self._rng.choice(self._rng.choices(self._origins, self._alone)[0].first)
        which = self._rng.randrange(2)
        return self._draw(which, self._first[which])

    def last(self) -> str:
        """A surname."""
        if self._rng.random() < self._share:
            return self._unheard_last()
        if self._rng.random() < _LIKE_WORDS:
            return self._rng.choice(self._words[1])
        if self._rng.random() > _DANISH:
            return self._rng.choice(self._rng.choices(self._origins, self._alone)[0].last)
        return self._draw(2, self._last)

    def full(self) -> str:
        """First name and surname, now and then with more between, or an initial."""
        if self._rng.random() < self._share:
            known = self._rng.random() < 0.5
            first = self.first() if known else self._unheard_first()
            return f"{first} {self._unheard_last()}"
        if self._rng.random() > _DANISH:
            origin = self._rng.choice(self._origins)
            first, last = self._rng.choice(origin.first), self._rng.choice(origin.last)
            more = self._rng.choice(origin.first if self._rng.random() < 0.5 else origin.last)
        else:
            which = self._rng.randrange(2)
            first, last = self._draw(which, self._first[which]), self._draw(2, self._last)
            more = (
                self._draw(which, self._first[which])
                if self._rng.random() < 0.4
                else self._draw(2, self._last)
            )
        if self._rng.random() < 0.03:
            particle = self._rng.choice(_PARTICLES).replace("_", " ")
            return f"{first} {particle}{'' if particle[-1] in {'-', chr(39)} or particle in {'Mc', 'Mac'} else ' '}{last}"
        if self._rng.random() < 0.012:
            return f'{first} "{self.first()}" {last}'
        if self._rng.random() < 0.012:
            return f"{last} {self._rng.choice(['Van', 'Thi', 'Bin', more.split()[0]])} {first}"
        if self._rng.random() < 0.03:
            return f"{first} {more} {self.last()} {last}"
        draw = self._rng.random()
        if draw < _DOUBLE:
            return (
                f"{first}-{more} {last}" if self._rng.random() < 0.5 else f"{first} {more}-{last}"
            )
        if draw < _DOUBLE + _MIDDLE:
            return f"{first} {more} {last}"
        if draw < _DOUBLE + _MIDDLE + 0.05:
            return f"{first} {more[0]}. {last}"
        if draw < _DOUBLE + _MIDDLE + 0.07:
            return f"{first[0]}. {last}"
        return f"{first} {last}"


def _cased(name: str) -> str:
    return "-".join(
        " ".join(part.capitalize() for part in half.split(" ")) for half in name.split("-")
    )
