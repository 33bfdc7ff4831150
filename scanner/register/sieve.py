"""The sieve: at which tokens of a text a value of the register may begin, told for all at once.

What the sieve lets through is looked up by its keyed hash; what it holds back is in no register.
It goes by the weak hash of ``scanner.register.marks``, which is had for any run of tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from scanner.register.entries import MOST_PIECES
from scanner.register.marks import Marker, Marks
from scanner.register.tokens import AMPERSAND, BETWEEN, GAP, GENITIVE, fold

_TABLED = 256  # code points whose characters are worked out beforehand
_AT_ONCE = 8_192  # code points for which the powers are kept, tokens whose runs are looked at
_SEPARATOR, _WORD, _SIGN, _NEXT_SIGN = range(4)
_KINDS = 3
# What it is folded to has a character that is no letter; ends with an s; no value goes across it.
_NUMBER, _GENITIVE, _BORDER = 4, 8, 16
_Array = np.ndarray[Any, Any]


class _Character(NamedTuple):
    """What a code point is to the sieve."""

    value: int  # of what it is folded to
    size: int  # characters that it is folded to
    flags: int  # a kind, and what else it is


@dataclass(frozen=True, slots=True)
class Sifted:
    """The tokens of a text by their places, and those at which a value may begin, in order."""

    starts: list[int]
    ends: list[int]
    likely: list[int]


class Sieve:
    """What a register lets through. Thread-safe; holds no text."""

    def __init__(self, marker: Marker, firsts: _Array, values: _Array, number_sizes: int) -> None:
        self._marker = marker
        self._firsts, self._values = Marks(firsts), Marks(values)
        self._longest = max(0, number_sizes.bit_length() - 1)
        self._sizes = np.array([number_sizes >> n & 1 for n in range(self._longest + 2)], bool)
        self._powers = _powers(marker.base, _AT_ONCE + 1), _powers(_inverse(marker.base), _AT_ONCE)
        self._characters: dict[int, _Character] = {}

    def sift(self, text: str) -> Sifted:
        """The tokens of ``text``, those of ``scanner.register.tokens``, and the likely ones."""
        reading = _Sums(self, text)
        likely = {*self._words(reading).tolist(), *self._numbers(reading).tolist()}
        if not likely:
            return Sifted([], [], [])
        return Sifted(reading.starts.tolist(), reading.ends.tolist(), sorted(likely))

    def character(self, code: int) -> _Character:
        """What the code point is to the sieve."""
        known = self._characters.get(code)
        if known is None:
            known = self._characters[code] = self._worked_out(chr(code))
        return known

    def _worked_out(self, sign: str) -> _Character:
        if not sign.isalnum() and sign != AMPERSAND:
            return _Character(0, 0, _SEPARATOR if sign in BETWEEN else _SEPARATOR | _BORDER)
        folded = "og" if sign == AMPERSAND else fold(sign)
        flags = _SIGN if sign == AMPERSAND else _WORD
        flags |= 0 if folded.isalpha() or not folded else _NUMBER
        flags |= _GENITIVE if folded.endswith(GENITIVE) else 0
        return _Character(self._marker.of(folded), len(folded), flags)

    @cached_property
    def table(self) -> tuple[_Array, _Array, _Array]:
        """What the first code points are to the sieve, and one more for all others, in columns."""
        columns = zip(*map(self.character, [*range(_TABLED), 0]), strict=True)
        kinds = (np.uint64, np.uint8, np.uint8)
        values, sizes, flags = map(np.array, columns, kinds)
        return values, sizes, flags

    def powers(self, size: int) -> tuple[_Array, _Array]:
        """The powers of the base up to ``size``, and those of its inverse."""
        if size <= _AT_ONCE:
            return self._powers
        base = self._marker.base
        return _powers(base, size + 1), _powers(_inverse(base), size)

    def bare(self, hashes: _Array, lasts: _Array) -> _Array:
        """``hashes`` without their last character, an s; ``lasts`` are the powers it has there."""
        shorter: _Array = hashes - np.uint64(self._marker.value(GENITIVE)) * lasts
        return shorter

    def _words(self, reading: _Sums) -> _Array:
        """The tokens that begin a value of words, or do so without a genitive -s."""
        hashes = reading.hashes(reading.places, reading.places)
        found = self._firsts.holding(hashes)
        with_s = np.flatnonzero(reading.is_genitive & (reading.sizes > 1))
        bare = self.bare(hashes[with_s], reading.powers[reading.sizes[with_s] - 1])
        return np.concatenate([found, with_s[self._firsts.holding(bare)]])

    def _numbers(self, reading: _Sums) -> _Array:
        """The tokens that begin a number."""
        found = [self._numbers_of(reading, *runs) for runs in reading.runs(self._longest + 1)]
        return np.concatenate(found) if found else np.empty(0, np.intp)

    def _numbers_of(self, reading: _Sums, begins: _Array, least: _Array, most: _Array) -> _Array:
        """The same of runs that begin there and end at any token from ``least`` to ``most``."""
        counts = most - least + 1
        begins = np.repeat(begins, counts)
        offsets = np.repeat(np.cumsum(counts) - counts - least, counts)
        lasts = np.arange(len(begins)) - offsets
        sizes = reading.ends_folded[lasts] - reading.starts_folded[begins]
        whole = self._sizes[sizes]
        bare = reading.is_genitive[lasts] & self._sizes[sizes - 1]
        found = [begins[:0]]
        if whole.any():
            first = begins[whole]
            hashes = reading.hashes(first, lasts[whole])
            found.append(first[self._values.holding(hashes)])
        if bare.any():
            first = begins[bare]
            hashes = reading.hashes(first, lasts[bare])
            hashes = self.bare(hashes, reading.powers[sizes[bare] - 1])
            found.append(first[self._values.holding(hashes)])
        return np.concatenate(found)


class _Sums:
    """One text as the sieve sees it: sums over its characters, and its tokens.

    ``starts_folded`` and ``ends_folded`` count the folded characters of all tokens before.
    """

    def __init__(self, sieve: Sieve, text: str) -> None:
        self._sieve = sieve
        codes, others = _codes(text)
        self._columns = tuple(column.take(codes) for column in sieve.table)
        self._put_others(*others)
        values, sizes, self._flags = self._columns
        folded = np.cumsum(sizes, dtype=np.int32)
        before = folded - sizes
        self.powers, self._inverses = sieve.powers(int(folded[-1]) if len(folded) else 0)
        sums = np.zeros(len(codes) + 1, np.uint64)
        np.cumsum(values * self.powers.take(before), out=sums[1:])
        starts, ends = _tokens(self._flags & _KINDS)
        self.starts_folded, self.ends_folded = before.take(starts), folded.take(ends - 1)
        self.sizes = self.ends_folded - self.starts_folded
        if not self.sizes.all():  # such as are folded to nothing are no tokens
            kept = self.sizes > 0
            starts, ends, self.sizes = starts[kept], ends[kept], self.sizes[kept]
            self.starts_folded, self.ends_folded = self.starts_folded[kept], self.ends_folded[kept]
        self.starts, self.ends = starts, ends
        self._starts_sum, self._ends_sum = sums.take(starts), sums.take(ends)
        self.is_genitive = self._flags.take(ends - 1) & _GENITIVE > 0
        self.places = np.arange(len(starts))

    def hashes(self, firsts: _Array, lasts: _Array) -> _Array:
        """The hashes of the runs from one token to another."""
        sums = self._ends_sum.take(lasts) - self._starts_sum.take(firsts)
        found: _Array = sums * self._inverses.take(self.starts_folded.take(firsts))
        return found

    def runs(self, longest: int) -> list[tuple[_Array, _Array, _Array]]:
        """The tokens that may begin a number, and from which to which token it may end there.

        It has a digit, at most ``longest`` characters and ``MOST_PIECES`` tokens, and nothing in
        it that parts values.
        """
        if not len(self.starts):
            return []
        # Of each token and what follows it up to the next one.
        flags = np.bitwise_or.reduceat(self._flags, self.starts)
        (numbers,) = np.nonzero(flags & _NUMBER)
        if not len(numbers):
            return []
        is_last = flags & _BORDER > 0
        is_last[:-1] |= self.starts[1:] - self.ends[:-1] > GAP
        is_last[-1] = True
        (lasts,) = np.nonzero(is_last)
        # A number begins behind the number and the border before, so many tokens before its digit.
        border = np.searchsorted(lasts, numbers)
        least = np.maximum(numbers - (MOST_PIECES - 1), 0)
        least[1:] = np.maximum(least[1:], numbers[:-1] + 1)
        behind = border > 0
        least[behind] = np.maximum(least[behind], lasts[border[behind] - 1] + 1)
        counts = numbers - least + 1
        begins = np.repeat(least - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
        most = np.minimum(begins + (MOST_PIECES - 1), np.repeat(lasts[border], counts))
        numbers = np.repeat(numbers, counts)
        return [
            self._fitting(begins[some], numbers[some], most[some], longest)
            for at in range(0, len(begins), _AT_ONCE)
            for some in [slice(at, at + _AT_ONCE)]
        ]

    def _fitting(
        self, begins: _Array, least: _Array, most: _Array, longest: int
    ) -> tuple[_Array, _Array, _Array]:
        """Those of the runs that have at most ``longest`` characters."""
        limits = self.starts_folded[begins] + longest
        most = np.minimum(most, np.searchsorted(self.ends_folded, limits, side="right") - 1)
        kept = least <= most
        return begins[kept], least[kept], most[kept]

    def _put_others(self, places: _Array, codes: _Array) -> None:
        """Fill in the characters that are in no table."""
        for place, code in zip(places.tolist(), codes.tolist(), strict=True):
            character = self._sieve.character(code)
            for column, told in zip(self._columns, character, strict=True):
                column[place] = told


def _codes(text: str) -> tuple[_Array, tuple[_Array, _Array]]:
    """The rows of the table for ``text``; where those are that are in no table, and their codes."""
    try:
        found = np.frombuffer(text.encode("latin-1"), np.uint8)
    except UnicodeEncodeError:
        wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        places = np.flatnonzero(wide >= _TABLED)
        return np.minimum(wide, _TABLED), (places, wide[places])
    return found, (np.empty(0, np.intp), np.empty(0, np.uint32))


def _tokens(kinds: _Array) -> tuple[_Array, _Array]:
    """Where tokens start and end: runs of word characters, and each sign by itself."""
    padded = np.zeros(len(kinds) + 2, np.uint8)
    padded[1:-1] = kinds
    (signs,) = np.nonzero(padded == _SIGN)
    padded[signs[1::2]] = _NEXT_SIGN  # two that follow each other differ
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    is_token = padded[edges + 1] != _SEPARATOR
    is_token[-1:] = False
    (places,) = np.nonzero(is_token)
    return edges[places], edges[places + 1]


def _powers(base: int, count: int) -> _Array:
    """The powers of ``base`` from 0 to ``count``, modulo 2**64."""
    factors = np.full(count + 1, base, np.uint64)
    factors[0] = 1
    return np.multiply.accumulate(factors)


def _inverse(base: int) -> int:
    return pow(base, -1, 1 << 64)
