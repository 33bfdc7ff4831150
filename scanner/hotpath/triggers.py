"""Which recognizers a text needs, and where: one pass of Hyperscan for the triggers of them all."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from threading import Thread, local
from typing import Any
from weakref import WeakSet

import hyperscan
from presidio_analyzer import EntityRecognizer

from scanner.hotpath.fold import folded
from scanner.hotpath.reach import reach_of
from scanner.hotpath.relax import relaxed
from scanner.sought import Seen, Sought

_ONCE = hyperscan.HS_FLAG_SINGLEMATCH
# Hyperscan 5.4.12 misses some matches that end with the last byte of 29 to 69 bytes, so that no
# text ends there; a line end is what may stand behind every match.
_TAIL = b"\n" * 8
_Trigger = Sought | re.Pattern[str]


class Triggers:
    """The triggers of ``recognizers``; thread-safe.

    A recognizer of another house, which declares none, is needed in every text. The patterns are
    compiled beside whatever goes on, for about a second; whoever asks sooner waits.
    """

    def __init__(self, recognizers: Sequence[EntityRecognizer]) -> None:
        self._always: set[int] = set()
        self._labels: list[tuple[int, tuple[re.Pattern[str], ...]]] = []
        owners: dict[_Trigger, set[int]] = defaultdict(set)
        for index, recognizer in enumerate(recognizers):
            triggers: Iterable[_Trigger] | None = getattr(recognizer, "triggers", None)
            if triggers is None:
                self._always.add(index)
                continue
            for trigger in triggers:
                owners[trigger].add(index)
            if labels := getattr(recognizer, "labels", ()):
                self._labels.append((index, labels))
        self._triggers, self._owners = list(owners), list(owners.values())
        self._reach = {
            trigger: reach_of(trigger.compiled, trigger.sign)
            for trigger in self._triggers
            if isinstance(trigger, Sought)
        }
        self._thread = local()
        self._database: Future[Any] = Future()
        _ALL.add(self)
        Thread(target=self._compile, name="triggers").start()

    @property
    def are_ready(self) -> bool:
        """Whether they can be looked for without waiting."""
        return self._database.done()

    def wait(self) -> None:
        """Until they are ready; raises what keeps them from it."""
        self._database.result()

    def look(self, text: str, labels: Iterable[str]) -> tuple[set[int], Seen]:
        """The indexes of the recognizers that may find something in ``text``, and what was seen.

        ``labels`` are those of the text's labelled values.
        """
        ends: dict[int, list[int]] = defaultdict(list)
        if self._triggers:
            self._database.result().scan(
                folded(text) + _TAIL,
                match_event_handler=lambda index, _, end, *__: ends[index].append(end),
                scratch=self._scratch(),
            )
        needed = self._always.union(*(self._owners[index] for index in ends))
        for label in set(labels):
            for index, patterns in self._labels:
                if index not in needed and any(pattern.search(label) for pattern in patterns):
                    needed.add(index)
        size = len(text)
        places = {
            self._triggers[index]: sorted({min(end, size) for end in found})
            for index, found in ends.items()
        }
        sought = {key: found for key, found in places.items() if isinstance(key, Sought)}
        return needed, Seen(text, self._reach, sought)

    def _scratch(self) -> Any:
        """Hyperscan's working memory, one for each thread."""
        scratch = getattr(self._thread, "scratch", None)
        if scratch is None:
            scratch = self._thread.scratch = hyperscan.Scratch(self._database.result())
        return scratch

    def _compile(self) -> None:
        try:
            self._database.set_result(self._compiled() if self._triggers else None)
        except Exception as error:  # noqa: BLE001  # raised to whoever waits
            self._database.set_exception(error)

    def _compiled(self) -> Any:
        """All triggers, known by their index; of one that is not sought one match is enough."""
        rows = [
            (index, part, 0 if isinstance(trigger, Sought) else _ONCE)
            for index, trigger in enumerate(self._triggers)
            for part in relaxed(trigger.sign if isinstance(trigger, Sought) else trigger)
        ]
        database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        database.compile(
            expressions=[part.encode() for _, part, _ in rows],
            ids=[index for index, _, _ in rows],
            elements=len(rows),
            flags=[hyperscan.HS_FLAG_DOTALL | flag for _, _, flag in rows],
        )
        return database


_ALL: WeakSet[Triggers] = WeakSet()


def _wait_for_all() -> None:
    """A process that is forked has none of the threads."""
    for triggers in list(_ALL):
        triggers.wait()


os.register_at_fork(before=_wait_for_all)
