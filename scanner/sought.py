"""Patterns that are searched for only where one pass over the whole text says that they may match.

A pattern that is ``Sought`` works like any other. While ``seeing`` holds for a text, it is looked
for only near the places that were seen for it; the matches are the same (a test compares).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import NamedTuple

_NEAR = 110  # code points; a beginning costs Hyperscan more than so many cost Python


class Sought:
    """A compiled pattern, and the ``sign`` that is looked for in its place.

    A match without one, within it or right behind, is of no use to who seeks; a pattern is its own
    sign if no other is given.
    """

    def __init__(self, pattern: re.Pattern[str], sign: re.Pattern[str] | None = None) -> None:
        self.compiled = pattern
        self.sign = pattern if sign is None else sign

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As that of ``re``; for patterns that match nothing empty."""
        return self.within(text, 0, len(text))

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As that of ``re``."""
        return next(self.within(text, 0, len(text), start), None)

    def within(self, text: str, start: int, end: int, at: int = 0) -> Iterator[re.Match[str]]:
        """The matches from ``at`` on in what stands between the two places, seen by itself."""
        seen, piece = self._seen_in(text), text[start:end]
        if seen is None:
            return self.compiled.finditer(piece, at)
        return seen.matches(self, piece, start, at)

    def may_match(self, text: str, start: int, end: int) -> bool:
        """Whether a match may lie between the two places of ``text``."""
        seen = self._seen_in(text)
        return seen is None or seen.is_near(self, start, end)

    def _seen_in(self, text: str) -> Seen | None:
        """What was seen in ``text``, if it was looked at for this pattern."""
        seen = _seen.get()
        return seen if seen and seen.text is text and self in seen.reach else None


def sought(pattern: str, flags: int = 0, sign: str = "") -> Sought:
    """``re.compile``, for a pattern that is looked for where it may match."""
    compiled = re.compile(pattern, flags)
    return Sought(compiled, re.compile(sign, flags) if sign else None)


class Reach(NamedTuple):
    """How many code points from its sign a match of a pattern may look at; None is very many.

    ``around`` counts from any place in the sign, ``ahead`` from the end of both. With ``is_whole``
    the sign takes in the match; with ``is_in_line`` a match holds no line end, nor does its sign.
    """

    around: int | None
    ahead: int | None
    is_whole: bool = False
    is_in_line: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether it pays to know where in the text the sign begins."""
        return self.is_whole and (self.around is None or self.around > _NEAR)


@dataclass(slots=True)
class Seen:
    """Signs in a text of all matches there are of the patterns in ``reach``.

    ``signs`` are stretches: a match lies in one if the sign of its pattern is whole, else beside or
    over it; one that begins at -1 is a place inside the sign or right behind. ``no_labels`` are
    patterns that no label of the text has a match of.
    """

    text: str = field(repr=False)
    reach: Mapping[Sought, Reach]
    signs: Mapping[Sought, Sequence[tuple[int, int]]]
    no_labels: Collection[re.Pattern[str]] = frozenset()
    _regions: dict[Sought, list[tuple[int, int]]] = field(default_factory=dict)
    _places: dict[Sought, list[int]] = field(default_factory=dict)

    def is_near(self, pattern: Sought, start: int, end: int) -> bool:
        """Whether a sign of ``pattern`` ends between the two, or right behind."""
        places = self._places.get(pattern)
        if places is None:
            ends = {min(end, len(self.text)) for _, end in self.signs.get(pattern, ())}
            places = self._places[pattern] = sorted(ends)
        at = bisect_left(places, start)
        return at < len(places) and places[at] <= end + 1

    def matches(
        self, pattern: Sought, piece: str, start: int, at: int = 0
    ) -> Iterator[re.Match[str]]:
        """The matches from ``at`` on in ``piece``, which stands at ``start`` of the text."""
        regions, compiled = self._regions_of(pattern), pattern.compiled
        first = bisect_right(regions, start + at, key=lambda region: region[1])
        for begin, end in regions[first:]:
            if begin - start > len(piece):
                return
            place = max(begin - start, at)
            while cut := compiled.search(piece, place, end - start):
                place = cut.start() + 1
                # The region's end may have cut it, or what it looks at.
                if match := compiled.match(piece, cut.start()):
                    place = at = match.end()
                    yield match

    def _regions_of(self, pattern: Sought) -> list[tuple[int, int]]:
        """What has to be looked at to find every match of ``pattern``, in order and disjoint."""
        found = self._regions.get(pattern)
        if found is None:
            reach = self.reach[pattern]
            found = self._regions[pattern] = []
            for begin, end in sorted(
                self._region(*sign, reach) for sign in self.signs.get(pattern, ())
            ):
                if found and begin <= found[-1][1]:
                    found[-1] = found[-1][0], max(found[-1][1], end)
                else:
                    found.append((begin, end))
        return found

    def _region(self, start: int, end: int, reach: Reach) -> tuple[int, int]:
        """Where the matches of one sign lie, with what they look at ahead."""
        around, ahead, is_whole, is_in_line = reach
        if is_whole and start >= 0 and ahead is not None:
            return start, end + ahead
        if around is not None:
            return max(0, end - around), end + around
        if is_in_line and ahead is not None:
            line_end = self.text.find("\n", max(0, end - 1))
            line_end = len(self.text) if line_end < 0 else line_end
            return self.text.rfind("\n", 0, max(0, end - 1)) + 1, line_end + ahead
        return 0, len(self.text)


_seen: ContextVar[Seen | None] = ContextVar("sluse_seen", default=None)


def may_have_label(text: str, label: re.Pattern[str]) -> bool:
    """Whether a label of ``text`` may have a match of ``label``."""
    seen = _seen.get()
    return seen is None or seen.text is not text or label not in seen.no_labels


@contextmanager
def seeing(seen: Seen) -> Iterator[None]:
    """Patterns that are sought in ``seen.text`` go by what was seen."""
    token = _seen.set(seen)
    try:
        yield
    finally:
        _seen.reset(token)
