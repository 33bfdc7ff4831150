"""Which recognizers a text needs, and where: one pass of Hyperscan for the triggers of them all."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from threading import Thread
from weakref import WeakSet

from presidio_analyzer import EntityRecognizer

from scanner.hotpath.reach import reach_of
from scanner.signs import Look, may_differ
from scanner.sought import Seen, Sought

_Trigger = Sought | re.Pattern[str]


class Triggers:
    """The triggers of ``recognizers``; thread-safe.

    A recognizer of another house, which declares none, is needed in every text. The patterns are
    compiled beside whatever goes on, for about a second; whoever asks sooner waits.
    """

    def __init__(self, recognizers: Sequence[EntityRecognizer]) -> None:
        self._always: set[int] = set()
        labels: dict[re.Pattern[str], set[int]] = defaultdict(set)
        owners: dict[_Trigger, set[int]] = defaultdict(set)
        for index, recognizer in enumerate(recognizers):
            triggers: Iterable[_Trigger] | None = getattr(recognizer, "triggers", None)
            if triggers is None:
                self._always.add(index)
                continue
            for trigger in triggers:
                owners[trigger].add(index)
            for label in getattr(recognizer, "labels", ()):
                labels[label].add(index)
        self._triggers, self._owners = list(owners), list(owners.values())
        self._labels = list(labels.items())
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

    def settle(self) -> None:
        """Until they are ready, or it is known what keeps them from it."""
        self._ready.exception()

    def look(self, text: str, labels: Callable[[], Iterable[str]]) -> tuple[set[int], Seen]:
        """The indexes of the recognizers that may find something in ``text``, and what was seen.

        ``labels`` gives those of the text's labelled values; it is asked where one may count.
        """
        look = self._ready.result()
        signs = look.signs(text) if look else {}
        count = len(self._triggers)
        needed = self._always.union(*(self._owners[each] for each in signs if each < count))
        likely = self._labels
        if likely and not may_differ(text):
            likely = [each for at, each in enumerate(likely, count) if at in signs]
        if likely:
            found = set(labels())
            likely = [each for each in likely if any(map(each[0].search, found))]
            needed.update(*(owners for _, owners in likely))
        no_labels = dict(self._labels).keys() - dict(likely).keys()
        seen = {
            trigger: found
            for index, found in signs.items()
            if index < count and isinstance(trigger := self._triggers[index], Sought)
        }
        return needed, Seen(text, self._reach, seen, no_labels)

    def _compile(self) -> None:
        try:
            self._ready.set_result(self._compiled() if self._triggers or self._labels else None)
        except Exception as error:  # noqa: BLE001  # raised to whoever waits
            self._ready.set_exception(error)

    def _compiled(self) -> Look:
        triggers = [each.sign if isinstance(each, Sought) else each for each in self._triggers]
        patterns = dict(enumerate([*triggers, *(pattern for pattern, _ in self._labels)]))
        labels = range(len(triggers), len(patterns))
        once = [at for at, each in enumerate(self._triggers) if not isinstance(each, Sought)]
        begun = [
            at
            for at, each in enumerate(self._triggers)
            if isinstance(each, Sought) and self._reach[each].is_wide
        ]
        return Look(patterns, [*once, *labels], begun, labels)


_ALL: WeakSet[Triggers] = WeakSet()


def _wait_for_all() -> None:
    """A process that is forked has none of the threads."""
    for triggers in list(_ALL):
        triggers.settle()


os.register_at_fork(before=_wait_for_all)
