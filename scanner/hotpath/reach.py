"""How far a match of a pattern may look at a text: its own length, and what it looks at beside."""

from __future__ import annotations

import re
import re._parser as sre  # type: ignore[import-not-found]  # the tree of a pattern; typeshed lacks it
from collections.abc import Iterable
from typing import Any

_FARTHEST = 600
_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
_ONE = {sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY, sre.AT}
_WITHIN = {sre.ASSERT, sre.ASSERT_NOT, sre.ATOMIC_GROUP}
_UNKNOWN = float("inf")
_BESIDE = 2  # the code points next to a match, at which borders look


def reach_of(pattern: re.Pattern[str], sign: re.Pattern[str]) -> int | None:
    """How many code points from any place within ``sign`` a match may look at; None for very many.

    The two overlap, or are the same.
    """
    size = sum(
        _Sizes().of(sre.parse(part.pattern, part.flags & ~re.DEBUG)) for part in {pattern, sign}
    )
    return int(size) + _BESIDE if size <= _FARTHEST else None


class _Sizes:
    """Sizes of the parts of one tree; a back reference is as long as its group."""

    def __init__(self) -> None:
        self._groups: dict[int, float] = {}

    def of(self, items: Iterable[Any]) -> float:
        """The greatest size of the items in order."""
        return sum(self._item(kind, value) for kind, value in items)

    def _item(self, kind: Any, value: Any) -> float:
        if kind in _ONE:
            return 1
        if kind in _REPEATS:
            inner = self.of(value[2])
            return inner * (_UNKNOWN if value[1] is sre.MAXREPEAT else int(value[1]))
        if kind is sre.BRANCH:
            return max(map(self.of, value[1]))
        if kind is sre.SUBPATTERN:
            size = self._groups[value[0]] = self.of(value[-1])
            return size
        if kind in _WITHIN:
            return self.of(value if kind is sre.ATOMIC_GROUP else value[1])
        return self._groups.get(value, _UNKNOWN) if kind is sre.GROUPREF else _UNKNOWN
