"""Which recognizers a text needs, and where: one pass of Hyperscan for the triggers of them all."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from threading import Thread
from weakref import WeakSet

from presidio_analyzer import EntityRecognizer

from scanner.hotpath.reach import reach_of
from scanner.signs import Look
from scanner.sought import Seen, Sought

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
        self._ready: Future[Look | None] = Future()
        _ALL.add(self)
        Thread(target=self._compile, name="triggers").start()

    @property
    def are_ready(self) -> bool:
        """Whether they can be looked for without waiting."""
        return self._ready.done()

    def wait(self) -> None:
        """Until they are ready; raises what keeps them from it."""
        self._ready.result()

    def look(self, text: str, labels: Iterable[str]) -> tuple[set[int], Seen]:
        """The indexes of the recognizers that may find something in ``text``, and what was seen.

        ``labels`` are those of the text's labelled values.
        """
        look = self._ready.result()
        ends = look.ends(text) if look else {}
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

    def _compile(self) -> None:
        try:
            self._ready.set_result(self._compiled() if self._triggers else None)
        except Exception as error:  # noqa: BLE001  # raised to whoever waits
            self._ready.set_exception(error)

    def _compiled(self) -> Look:
        signs = {
            index: trigger.sign if isinstance(trigger, Sought) else trigger
            for index, trigger in enumerate(self._triggers)
        }
        once = [at for at, each in enumerate(self._triggers) if not isinstance(each, Sought)]
        return Look(signs, once)


_ALL: WeakSet[Triggers] = WeakSet()


def _wait_for_all() -> None:
    """A process that is forked has none of the threads."""
    for triggers in list(_ALL):
        triggers.wait()


os.register_at_fork(before=_wait_for_all)
