"""One name a place, where several rules found some."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TypeVar

from scanner.names.name import Name

_LETTERS_OF_CERTAINTY = 80
N = TypeVar("N", bound=Name)


def settle(names: Iterable[N], settled: Iterable[Name] = ()) -> list[N]:
    """One name a place beside those settled: certain extents, then by score and length."""
    kept: list[N] = []
    if not (names := list(names)):
        return kept
    taken = sorted((name.span.start, name.span.end) for name in settled)
    for name in sorted(names, key=_weight):
        place = start, end = name.span.start, name.span.end
        at = bisect_left(taken, place)
        if (not at or taken[at - 1][1] <= start) and (at == len(taken) or end <= taken[at][0]):
            taken.insert(at, place)
            kept.append(name)
    return kept


def _weight(name: Name) -> tuple[bool, float, int]:
    """Longer names win over surer ones: eight letters weigh as much as a tenth of precision."""
    span, rule = name.span, name.rule
    worth = rule.score + (span.end - span.start) / _LETTERS_OF_CERTAINTY
    return (not rule.is_certain, -round(worth, 4), span.start)
