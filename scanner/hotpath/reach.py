"""How far a match of a pattern may look at a text: its own length, and what it looks at beside."""

from __future__ import annotations

import re
import re._parser as sre  # type: ignore[import-not-found]  # the tree of a pattern; typeshed lacks it
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from scanner.sought import Reach

_FARTHEST = 600
_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
_ONE = {sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY, sre.AT}
_ASSERTIONS = {sre.ASSERT, sre.ASSERT_NOT}
_UNKNOWN = float("inf")
_BESIDE = 2  # the code points next to a match, at which borders look
_LINE_END = ord("\n")
_WITH_LINE_END = {sre.CATEGORY_SPACE, sre.CATEGORY_NOT_WORD, sre.CATEGORY_NOT_DIGIT}


def reach_of(pattern: re.Pattern[str], sign: re.Pattern[str]) -> Reach:
    """How far from its ``sign`` a match of ``pattern`` may look; the two overlap, or are one."""
    parts = {pattern, sign}
    trees = [list(sre.parse(part.pattern, part.flags & ~re.DEBUG)) for part in parts]
    beside = _BESIDE + sum(_Sizes().of(_assertions(tree)) for tree in trees)
    is_in_line = not any(
        _leaves_line(tree, part.flags) for tree, part in zip(trees, parts, strict=True)
    )
    return Reach(
        around=_bounded(_BESIDE + sum(_Sizes().of(tree) for tree in trees)),
        ahead=_bounded(beside),
        is_whole=sign is pattern,
        is_in_line=is_in_line,
    )


def _bounded(size: float) -> int | None:
    return int(size) if size <= _FARTHEST else None


def _inner(kind: Any, value: Any) -> list[Any]:
    """The parts that an item consists of, each a row of items."""
    if kind in _REPEATS:
        return [value[2]]
    if kind is sre.BRANCH:
        return list(value[1])
    if kind in {sre.SUBPATTERN, sre.ATOMIC_GROUP} | _ASSERTIONS:
        return [value if kind is sre.ATOMIC_GROUP else value[-1]]
    return []


def _assertions(items: Iterable[Any]) -> Iterator[Any]:
    """What looks ahead or behind."""
    for kind, value in items:
        if kind in _ASSERTIONS:
            yield kind, value
        else:
            for part in _inner(kind, value):
                yield from _assertions(part)


def _leaves_line(items: Iterable[Any], flags: int) -> bool:
    """Whether a match may hold a line end; one that is looked at beside is no part of it."""
    for kind, value in items:
        if kind in _ASSERTIONS:
            continue
        if kind is sre.ANY:
            holds = bool(flags & re.DOTALL)
        elif kind is sre.IN:
            holds = _has_line_end(value)
        else:
            holds = (kind is sre.LITERAL and value == _LINE_END) or (
                kind is sre.NOT_LITERAL and value != _LINE_END
            )
        if holds or any(_leaves_line(part, flags) for part in _inner(kind, value)):
            return True
    return False


def _has_line_end(members: Sequence[Any]) -> bool:
    """Whether a line end is in the class."""
    is_member = any(
        (kind is sre.LITERAL and value == _LINE_END)
        or (kind is sre.RANGE and value[0] <= _LINE_END <= value[1])
        or (kind is sre.CATEGORY and value in _WITH_LINE_END)
        for kind, value in members
    )
    return is_member != (members[0][0] is sre.NEGATE)


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
        if kind is sre.GROUPREF:
            return self._groups.get(value, _UNKNOWN)
        if not (inner := _inner(kind, value)):
            return _UNKNOWN
        size = max(map(self.of, inner))
        if kind in _REPEATS:
            return size * (_UNKNOWN if value[1] is sre.MAXREPEAT else int(value[1]))
        if kind is sre.SUBPATTERN:
            self._groups[value[0]] = size
        return size
