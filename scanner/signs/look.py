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

    To them the text ends with line ends. Of ``once`` one match is enough; ``in_labels`` match in
    the labels of a text (``scanner.fields``), where no character is another there (``may_differ``).
    """

    def __init__(
        self,
        patterns: Mapping[int, re.Pattern[str]],
        once: Iterable[int],
        in_labels: Iterable[int] = (),
    ) -> None:
        single, labels = set(once), set(in_labels)
        rows = [
            (each, part)
            for each, pattern in patterns.items()
            for part in relaxed(pattern, of_label=each in labels)
        ]
        self._thread = local()
        self._database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        self._database.compile(
            expressions=[part.encode() for _, part in rows],
            ids=[each for each, _ in rows],
            elements=len(rows),
            flags=[
                hyperscan.HS_FLAG_DOTALL | (hyperscan.HS_FLAG_SINGLEMATCH if each in single else 0)
                for each, _ in rows
            ],
        )

    def ends(self, text: str) -> dict[int, list[int]]:
        """Where signs of the patterns end in ``text``, in no order; only of those that are seen."""
        ends: dict[int, list[int]] = defaultdict(list)
        self._database.scan(
            folded(text) + _TAIL,
            match_event_handler=lambda each, _, end, *__: ends[each].append(end),
            scratch=self._scratch(),
        )
        return ends

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
        return {self._names[each] for each in self._look.ends(text)}
