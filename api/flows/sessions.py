"""How many texts may be on their way at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from api.metrics import Metrics
from api.problems import Kinds, ProblemError

_RETRY = {"Retry-After": "5"}


class Sessions:
    """At most ``most`` open at a time; counted by door."""

    def __init__(self, most: int, metrics: Metrics) -> None:
        self._most = most
        self._metrics = metrics
        self._open = 0

    @contextmanager
    def place(self, door: str) -> Iterator[None]:
        """A place while the text passes; raises ProblemError when there is none."""
        if self._open >= self._most:
            self._metrics.refused()
            raise ProblemError(Kinds.BUSY, headers=_RETRY)
        self._open += 1
        self._metrics.opened(door, 1)
        try:
            yield
        finally:
            self._open -= 1
            self._metrics.opened(door, -1)
