"""What a window is told of the text before it: names, open structure, the last lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from scanner.fields import open_frame
from scanner.finding import Finding

LEFT = 500  # code points before a window that it sees
NAMES = 1_000  # code points of names from further up
_LONGEST_NAME = 60
# A label, and the least score from which a name, or one of several words, is known further down.
_LABELS = {"PERSON": ("Person", 0.8, 0.8), "ORGANIZATION": ("Firma", 0.8, 0.6)}
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Carry:
    """The known names as lines with a label, the open structure as lines, the text just before.

    Written one below the other they are text like any other: a column's header or a customer's
    name means in the next window what it means when it stands above.
    """

    names: tuple[str, ...] = field(default=(), repr=False)
    frame: str = field(default="", repr=False)
    left: str = field(default="", repr=False)

    @property
    def text(self) -> str:
        """What stands before the window's own text."""
        names = "\n".join(self.names) + "\n\n" if self.names else ""
        return names + self.frame + self.left

    def after(self, settled: str, findings: Iterable[Finding]) -> Carry:
        """What the window behind ``settled`` is told; ``findings`` are those in ``settled``."""
        start = _left_start(settled)
        frame = open_frame(self.frame + self.left + settled[:start])
        return Carry(_known(self.names, settled, findings), frame, settled[start:])


def _left_start(settled: str) -> int:
    """Where the lines begin that the next window sees; within a line when it is a long one."""
    start = max(0, len(settled) - LEFT)
    for mark in ("\n", " "):
        at = settled.find(mark, start, len(settled) - 1)
        if at >= 0:
            return at + 1
    return start


def _known(names: Iterable[str], settled: str, findings: Iterable[Finding]) -> tuple[str, ...]:
    """``names`` and those of ``findings``, the latest last, as many as there is room for."""
    known = dict.fromkeys(names)
    for finding in sorted(findings, key=lambda finding: finding.span):
        if line := _line(settled, finding):
            known[line] = known.pop(line, None)
    kept: list[str] = []
    room = NAMES
    for line in reversed(known):
        room -= len(line)
        if room < 0:
            break
        kept.append(line)
    return tuple(reversed(kept))


def _line(settled: str, finding: Finding) -> str:
    """The name as the value of a label; "" when it is no certain name."""
    if finding.entity_type not in _LABELS or len(finding.span) > _LONGEST_NAME:
        return ""
    label, least, least_of_several = _LABELS[finding.entity_type]
    value = _BLANKS.sub(" ", finding.span.of(settled)).strip()
    if finding.score < (least_of_several if " " in value else least):
        return ""
    return f"{label}: {value}"
