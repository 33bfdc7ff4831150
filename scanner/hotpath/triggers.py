"""Which recognizers a text needs: one pass of Hyperscan over it for the triggers of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from threading import local
from typing import Any

import hyperscan
from presidio_analyzer import EntityRecognizer

from scanner.hotpath.fold import folded
from scanner.hotpath.relax import relaxed

_FLAGS = hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_DOTALL


class Triggers:
    """The triggers of ``recognizers``; thread-safe.

    A recognizer of another house, which declares none, is needed in every text.
    """

    def __init__(self, recognizers: Sequence[EntityRecognizer]) -> None:
        self._always: set[int] = set()
        self._labels: list[tuple[int, tuple[re.Pattern[str], ...]]] = []
        expressions: list[tuple[int, str]] = []
        for index, recognizer in enumerate(recognizers):
            triggers: Iterable[re.Pattern[str]] | None = getattr(recognizer, "triggers", None)
            if triggers is None:
                self._always.add(index)
                continue
            expressions.extend((index, part) for trigger in triggers for part in relaxed(trigger))
            if labels := getattr(recognizer, "labels", ()):
                self._labels.append((index, labels))
        self._database = _compiled(expressions) if expressions else None
        self._thread = local()

    def needed(self, text: str, labels: Iterable[str]) -> set[int]:
        """The indexes of the recognizers that may find something in ``text``.

        ``labels`` are those of the text's labelled values.
        """
        found = set(self._always)

        if self._database:
            self._database.scan(
                folded(text),
                match_event_handler=lambda index, *_: found.add(index),
                scratch=self._scratch(),
            )
        for label in set(labels):
            for index, patterns in self._labels:
                if index not in found and any(pattern.search(label) for pattern in patterns):
                    found.add(index)
        return found

    def _scratch(self) -> Any:
        """Hyperscan's working memory, one for each thread."""
        scratch = getattr(self._thread, "scratch", None)
        if scratch is None:
            scratch = self._thread.scratch = hyperscan.Scratch(self._database)
        return scratch


def _compiled(expressions: Sequence[tuple[int, str]]) -> Any:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=[expression.encode() for _, expression in expressions],
        ids=[index for index, _ in expressions],
        elements=len(expressions),
        flags=[_FLAGS] * len(expressions),
    )
    return database
