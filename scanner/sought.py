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
        at = 0
        while match := self.search(text, at):
            yield match
            at = match.end()

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As that of ``re``."""
        seen = _seen.get()
        if seen is None or seen.text is not text or self not in seen.reach:
            return self.compiled.search(text, start)
        return seen.search(self, start)

    def may_match(self, text: str, start: int, end: int) -> bool:
        """Whether a match may lie between the two places of ``text``."""
        seen = _seen.get()
        if seen is None or seen.text is not text or self not in seen.reach:
            return True
        return seen.is_near(self, start, end)


def sought(pattern: str, flags: int = 0, sign: str = "") -> Sought:
    """``re.compile``, for a pattern that is looked for where it may match."""
    compiled = re.compile(pattern, flags)
    return Sought(compiled, re.compile(sign, flags) if sign else None)


@dataclass(slots=True)
class Seen:
    """Places of a text inside, or right behind, every match there is of the patterns in ``reach``.

    ``reach`` is how many code points from such a place a match may look at: None is any number.
    ``no_labels`` are patterns that no label of the text has a match of.
    """

    text: str = field(repr=False)
    reach: Mapping[Sought, int | None]
    places: Mapping[Sought, Sequence[int]]
    no_labels: Collection[re.Pattern[str]] = frozenset()
    _regions: dict[Sought, list[tuple[int, int]]] = field(default_factory=dict)

    def is_near(self, pattern: Sought, start: int, end: int) -> bool:
        """Whether a place of ``pattern`` is between the two, or right behind."""
        places = self.places.get(pattern, ())
        at = bisect_left(places, start)
        return at < len(places) and places[at] <= end + 1

    def search(self, pattern: Sought, start: int) -> re.Match[str] | None:
        """The first match from ``start`` on."""
        regions = self._regions_of(pattern)
        for begin, end in regions[bisect_right(regions, start, key=lambda region: region[1]) :]:
            at = max(begin, start)
            while cut := pattern.compiled.search(self.text, at, end):
                # The region's end may have cut it, or what it looks at.
                if match := pattern.compiled.match(self.text, cut.start()):
                    return match
                at = cut.start() + 1
        return None

    def _regions_of(self, pattern: Sought) -> list[tuple[int, int]]:
        """What has to be looked at to find every match of ``pattern``, in order and disjoint."""
        found = self._regions.get(pattern)
        if found is None:
            found = self._regions[pattern] = list(self._near(pattern))
        return found

    def _near(self, pattern: Sought) -> Iterator[tuple[int, int]]:
        places, reach = self.places.get(pattern, ()), self.reach[pattern]
        if not places or reach is None:
            yield from [(0, len(self.text))] if places else []
            return
        begin, end = max(0, places[0] - reach), places[0] + reach
        for place in places:
            if place - reach > end:
                yield begin, end
                begin = place - reach
            end = place + reach
        yield begin, end


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
