"""The watch over one scan: its time limit, and the gaps it came to, kept out of every signature.

A context variable carries it through Presidio's engine to whatever runs inside a scan.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from scanner.finding import Gap, GapReason


@dataclass(slots=True)
class Watch:
    """One scan's end (seconds of ``time.monotonic``, ``None`` for no limit) and its gaps."""

    end: float | None = None
    gaps: dict[Gap, None] = field(default_factory=dict)

    def gap(self, reason: GapReason, where: str) -> None:
        """Note that something could not be looked at; the same gap counts once."""
        self.gaps.setdefault(Gap(reason, where))

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.end is not None and time.monotonic() >= self.end

    def has_ended(self, where: str) -> bool:
        """Whether the time is up; if so, ``where`` becomes a gap."""
        if not self.is_over:
            return False
        self.gap(GapReason.TIMEOUT, where)
        return True


_current: ContextVar[Watch] = ContextVar("sluse_watch")


@contextmanager
def watching(timeout: float | None) -> Iterator[Watch]:
    """Watch what runs inside for at most ``timeout`` seconds."""
    watch = Watch(None if timeout is None else time.monotonic() + timeout)
    token = _current.set(watch)
    try:
        yield watch
    finally:
        _current.reset(token)


def current_watch() -> Watch:
    """The watch over the scan that runs now; outside a scan one without a limit."""
    return _current.get(Watch())
