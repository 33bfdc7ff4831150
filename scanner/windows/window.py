"""One window: what is looked at together, and what that settles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from scanner.doc import Doc, Span
from scanner.finding import Finding, Gap
from scanner.windows.carry import Carry
from scanner.windows.cut import cut

WINDOW = 8_000  # code points that are looked at together; a text of this length is one window
LEAST = 4_000  # a window that is not the last settles at least this
RIGHT = 500  # and leaves at least this, which it has seen, to the next


class Looker(Protocol):
    """What finds: ``scanner.analyze.Analyzer``, or one that gives the same faster."""

    def analyze(self, doc: Doc, timeout: float | None = None) -> tuple[list[Finding], list[Gap]]:
        """All findings of ``doc`` and the gaps, after ``timeout`` seconds what there is."""


@dataclass(frozen=True, slots=True)
class Window:
    """``text`` is what has not been settled, ``WINDOW`` code points of it unless ``is_last``."""

    carry: Carry
    text: str = field(repr=False)
    is_last: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """A window that was looked at: what it settles, and what is found there.

    ``settled`` is the beginning of the window's text; spans count from it.
    """

    window: Window
    settled: str = field(repr=False)
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    carry: Carry

    @classmethod
    def at(cls, window: Window, looker: Looker, timeout: float | None = None) -> Looked:
        """What ``looker`` says of ``window``; a gap is of part 0."""
        before = window.carry.text
        found, gaps = looker.analyze(Doc.from_text(before + window.text), timeout)
        findings = list(shifted(found, -len(before), len(window.text))) if before else found
        if window.is_last:
            return cls(window, window.text, tuple(findings), tuple(gaps), window.carry)
        end = cut(window.text, LEAST, WINDOW - RIGHT, [f.span for f in findings])
        settled, kept = window.text[:end], list(shifted(findings, 0, end))
        return cls(window, settled, tuple(kept), tuple(gaps), window.carry.after(settled, kept))

    def again(
        self, settled: str, looker: Looker, timeout: float | None = None
    ) -> tuple[list[Finding], Sequence[Gap]]:
        """What ``looker`` finds in ``settled``, put in the place of what was settled."""
        before, rest = self.window.carry.text, self.window.text[len(self.settled) :]
        found, gaps = looker.analyze(Doc.from_text(before + settled + rest), timeout)
        return list(shifted(found, -len(before), len(settled))), gaps


def shifted(findings: Sequence[Finding], by: int, size: int) -> Iterator[Finding]:
    """``findings`` moved by so many code points: what of them lies from 0 to ``size``."""
    for finding in findings:
        start, end = max(0, finding.start + by), min(size, finding.end + by)
        if start < end:
            yield finding.placed(Span(start, end), finding.part)
