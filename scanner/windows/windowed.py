"""Whole texts by their windows: findings and gaps as if the text were looked at at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from scanner.doc import Doc
from scanner.finding import Finding, Gap, GapReason
from scanner.windows.cutter import Cutter
from scanner.windows.window import Looked, Looker, Window

LONGEST = 5_000_000  # code points of a text that is given whole
TimeLeft = Callable[[], float | None]


def time_left(timeout: float | None) -> TimeLeft:
    """How much is left of ``timeout`` seconds that begin now; None for no limit."""
    if timeout is None:
        return lambda: None
    end = time.monotonic() + timeout
    return lambda: max(0.0, end - time.monotonic())


def look_at(window: Window, looker: Looker, seconds: float | None) -> Looked:
    """What ``looker`` says of ``window``; of one for which no time is left, that it is a gap."""
    if seconds == 0 and window.carry.left:
        return Looked(window, window.text, (), (Gap(GapReason.TIMEOUT, "text"),), window.carry)
    return Looked.at(window, looker, seconds)


class Windowed:
    """A ``Looker`` for texts of any length by one for windows."""

    def __init__(self, looker: Looker) -> None:
        self.looker = looker

    def analyze(self, doc: Doc, timeout: float | None = None) -> tuple[list[Finding], list[Gap]]:
        """All findings of ``doc`` and the gaps.

        What is left after ``timeout`` seconds is one, and so is a part of over five million code
        points.
        """
        left = time_left(timeout)
        findings: list[Finding] = []
        gaps: dict[Gap, None] = {}
        for index, part in enumerate(doc.parts):
            if len(part.text) > LONGEST:
                gaps.setdefault(Gap(GapReason.TOO_LARGE, "text", index))
                continue
            at = 0
            for looked in self._windows(part.text, left):
                findings += (found.placed(found.span.moved(at), index) for found in looked.findings)
                gaps.update(dict.fromkeys(replace(gap, part=index) for gap in looked.gaps))
                at += len(looked.settled)
        return findings, list(gaps)

    def _windows(self, text: str, left: TimeLeft) -> Iterator[Looked]:
        cutter = Cutter(lambda window: look_at(window, self.looker, left()))
        yield from cutter.feed(text)
        yield cutter.close()
