"""One look at a text for many patterns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from threading import local
from typing import Any

import hyperscan

from scanner.signs.fold import folded
from scanner.signs.relax import relaxed

# Hyperscan 5.4.12 misses some matches that end with the last byte of 29 to 69 bytes, so that no
# text ends there; a line end is what may stand behind every match.
_TAIL = b"\n" * 8
_LONGEST_BEGUN = 600  # characters of a pattern whose matches it can tell the beginning of


# What is folded to something else in a label: ß to ss, the ligatures (Unicode: CaseFolding.txt).
_DIFFERENT = re.compile(
    "[\u00b5\u00df\u0130\u0149\u01f0\u0390\u03b0\u0587\u1e96-\u1e9a\u1e9e\u1f50\u1f52\u1f54\u1f56"
    "\u1f80-\u1faf\u1fb2-\u1fb4\u1fb6\u1fb7\u1fbc\u1fc2-\u1fc4\u1fc6\u1fc7\u1fcc\u1fd2\u1fd3\u1fd6\u1fd7"
    "\u1fe2-\u1fe4\u1fe6\u1fe7\u1ff2-\u1ff4\u1ff6\u1ff7\u1ffc\ufb00-\ufb06\ufb13-\ufb17]"
)


def may_differ(text: str) -> bool:
    """Whether ``text`` has a character that its case folding writes in another way."""
    return not text.isascii() and _DIFFERENT.search(text) is not None


class Look:
    """Patterns, each by its number; thread-safe.

    To them the text ends with line ends. Of ``once`` one match is enough; of ``begun`` it is told
    where their matches begin, unless they are long. ``in_labels`` match in the labels of a text
    (``scanner.fields``), where no character is another there (``may_differ``).
    """

    def __init__(
        self,
        patterns: Mapping[int, re.Pattern[str]],
        once: Iterable[int],
        begun: Iterable[int] = (),
        in_labels: Iterable[int] = (),
    ) -> None:
        single, asked, labels = set(once), set(begun), set(in_labels)
        self._ends = 1 + max(
            patterns, default=0
        )  # from here on numbers of what is known by its end
        rows: list[tuple[int, str, int]] = []
        for each, pattern in patterns.items():
            found = relaxed(pattern, of_label=each in labels)
            told = hyperscan.HS_FLAG_SINGLEMATCH if each in single else 0
            for part in found.all:
                is_begun = each in asked and part in found.whole and len(part) <= _LONGEST_BEGUN
                number = each if told or is_begun else each + self._ends
                rows.append((number, part, hyperscan.HS_FLAG_SOM_LEFTMOST if is_begun else told))
        self._thread = local()
        self._database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        self._database.compile(
            expressions=[part.encode() for _, part, _ in rows],
            ids=[number for number, *_ in rows],
            elements=len(rows),
            flags=[hyperscan.HS_FLAG_DOTALL | flag for *_, flag in rows],
        )

    def signs(self, text: str) -> dict[int, list[tuple[int, int]]]:
        """Where there are signs of which patterns in ``text``, in no order.

        A match of the pattern lies between the two places, or, where the first of them is -1, has
        in it what ends at the second.
        """
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._database.scan(
            folded(text) + _TAIL,
            match_event_handler=lambda each, start, end, *_: found[each].append((start, end)),
            scratch=self._scratch(),
        )
        for number in [number for number in found if number >= self._ends]:
            found[number - self._ends] += [(-1, end) for _, end in found.pop(number)]
        return found

    def _scratch(self) -> Any:
        """Hyperscan's working memory, one for each thread."""
        scratch = getattr(self._thread, "scratch", None)
        if scratch is None:
            scratch = self._thread.scratch = hyperscan.Scratch(self._database)
        return scratch


class Signs:
    """Patterns by name, of which it matters whether they may match at all; thread-safe."""

    def __init__(self, patterns: Mapping[str, re.Pattern[str]]) -> None:
        self._names = list(patterns)
        self._look = Look(dict(enumerate(patterns.values())), range(len(patterns)))

    def seen(self, text: str) -> set[str]:
        """The names of the patterns of which there is a sign in ``text``."""
        return {self._names[each] for each in self._look.signs(text)}
