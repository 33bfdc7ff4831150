"""One file on its way in: what it may cost, what it has cost, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from scanner.documents.unreadable import UnreadableError
from scanner.finding import Gap, GapReason

STEP = " › "
_CHUNK = 1 << 20


class Stream(Protocol):
    """What can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes; none at the end."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Sizes are bytes, times seconds.

    ``inflated`` is all that is unpacked from it; ``ratio`` is how many times its own size that may
    be, counted from ``floor`` on. ``members`` and ``depth`` count files within the file.
    ``seconds`` and ``memory`` are held by the process around it.
    """

    file: int = 256 << 20
    inflated: int = 512 << 20
    floor: int = 32 << 20
    ratio: int = 200
    members: int = 10_000
    depth: int = 8
    seconds: float = 120.0
    memory: int = 1 << 30


@dataclass(slots=True)
class Reading:
    """The state of one reading. Formats tell it what they unpack and what they cannot read."""

    limits: Limits = field(default_factory=Limits)
    passwords: tuple[str, ...] = field(default=(), repr=False)
    ocr: bool = True
    gaps: list[Gap] = field(default_factory=list)
    size: int = 0
    encoding: str = ""
    _inflated: int = 0
    _members: int = 0
    _within: list[str] = field(default_factory=list)

    def place(self, *steps: str) -> str:
        """The whole place of something: the files it lies within, then ``steps``."""
        if not self._within and len(steps) == 1:
            return steps[0]
        return STEP.join(step for step in (*self._within, *steps) if step)

    def gap(self, reason: GapReason, where: str = "") -> None:
        """Note that something at ``where`` could not be read; the same gap counts once."""
        gap = Gap(reason, self.place(where))
        if gap not in self.gaps:
            self.gaps.append(gap)

    def spend(self, size: int) -> None:
        """Count ``size`` unpacked bytes; raises UnreadableError beyond the limits."""
        self._inflated += size
        allowed = max(self.limits.floor, self.size * self.limits.ratio)
        if self._inflated > min(self.limits.inflated, allowed):
            raise UnreadableError(GapReason.TOO_LARGE)

    def inflate(self, stream: Stream) -> bytes:
        """All of ``stream``, counted on the way; raises UnreadableError beyond the limits."""
        chunks: list[bytes] = []
        while chunk := stream.read(_CHUNK):
            self.spend(len(chunk))
            chunks.append(chunk)
        return b"".join(chunks)

    def member(self) -> None:
        """Count one file within the file; raises UnreadableError beyond the limit."""
        self._members += 1
        if self._members > self.limits.members:
            raise UnreadableError(GapReason.TOO_MANY)

    @contextmanager
    def within(self, step: str) -> Iterator[None]:
        """Read a file that lies at ``step``; raises UnreadableError when that is too deep."""
        if len(self._within) >= self.limits.depth:
            raise UnreadableError(GapReason.TOO_DEEP, step)
        self._within.append(step)
        try:
            yield
        finally:
            self._within.pop()
