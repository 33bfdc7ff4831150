"""Which patterns a policy may give: those that cannot take long on any text."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_REPEATS = 64
MOST_WAYS = 1_000
_TOKEN = re.compile(
    r"""(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<either>\|)
    |(?P<endless>[*+]|\{[0-9]*,\})|(?P<repeat>\?|\{(?P<least>[0-9]{1,4})(?:,(?P<most>[0-9]{1,4}))?\})
    |(?P<item>\\[dDwWsS\W]|\[\^?(?:\\[dDwWsS\W]|(?![-&|~]{2})[^\[\]\\])+\]|[^\\\[\](){}*+?|^$])""",
    re.VERBOSE,
)


@dataclass(slots=True)
class _Group:
    """How many ways there are to match what was read of a group, and of its last item."""

    ways: float = 1
    last: float = 0  # 0: there is no item to repeat

    def add(self, ways: float) -> None:
        self.ways *= ways
        self.last = ways

    def repeat(self, least: int, most: int) -> None:
        """Take the last item ``least`` to ``most`` times."""
        again = self.last**most if self.last > 1 else 1
        self.ways = self.ways / self.last * again * (most - least + 1)
        self.last = 0


def objection(pattern: str) -> str:
    """The code of the complaint about ``pattern``, or "" when it may be used.

    A backtracking matcher tries a pattern in no more ways than its choices multiply to; that
    number is limited, so each place of a text costs a bounded time.
    """
    return _shape(pattern) or _meaning(pattern)


def _shape(pattern: str) -> str:
    groups = [_Group()]
    position = 0
    while position < len(pattern):
        token = _TOKEN.match(pattern, position)
        if token is None:
            return "pattern_form"
        if found := _step(groups, token):
            return found
        position = token.end()
    return "" if groups[0].ways <= MOST_WAYS else "pattern_slow"


def _step(groups: list[_Group], token: re.Match[str]) -> str:
    """Take one token in; the code of the complaint about it, or ""."""
    group = groups[-1]
    match token.lastgroup:
        case "open":
            groups.append(_Group())
        case "close" if len(groups) > 1:
            groups.pop()
            groups[-1].add(group.ways)
        case "close":
            return "pattern_error"
        case "endless":
            return "pattern_endless"
        case "either":
            group.ways, group.last = group.ways + 1, 0
        case "item":
            group.add(1)
        case _:
            return _repeated(group, token)
    return ""


def _repeated(group: _Group, token: re.Match[str]) -> str:
    least, most = (0, 1) if token["repeat"] == "?" else _bounds(token)
    if not group.last or most < least:
        return "pattern_error"
    if most > MOST_REPEATS:
        return "pattern_slow"
    group.repeat(least, most)
    return "pattern_slow" if group.ways > MOST_WAYS else ""


def _bounds(token: re.Match[str]) -> tuple[int, int]:
    least = int(token["least"])
    return least, int(token["most"]) if token["most"] else least


def _meaning(pattern: str) -> str:
    try:
        compiled = re.compile(pattern)
    except re.error:
        return "pattern_error"
    return "pattern_empty" if compiled.match("") else ""
