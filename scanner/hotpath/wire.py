"""What processes that look at texts are asked and say: plain values, a quarter of objects' cost."""

from __future__ import annotations

import pickle
from typing import NamedTuple

from scanner.doc import Part, Span
from scanner.finding import Finding, Gap, GapReason
from scanner.hotpath.kept import Known
from scanner.message import Message


class Question(NamedTuple):
    """A part to look at, within ``seconds``."""

    part: Part
    seconds: float | None

    def to_bytes(self) -> bytes:
        """For the way there."""
        part = self.part
        return pickle.dumps((part.text, part.place, part.header, part.row, part.line, self.seconds))

    @classmethod
    def from_bytes(cls, data: bytes) -> Question:
        """What ``to_bytes`` was called on; only for what a process of one's own has sent."""
        *part, seconds = pickle.loads(data)  # noqa: S301  # from the process that forked this one
        return cls(Part(*part), seconds)


def answer_bytes(known: Known | None) -> bytes:
    """For the way back; None where it failed."""
    if known is None:
        return b""
    findings = [
        (each.entity_type, each.start, each.end, each.score, each.recognizer, *each.reason)
        for each in known.findings
    ]
    return pickle.dumps((findings, [(gap.reason.value, gap.where) for gap in known.gaps]))


def answer_from(data: bytes) -> Known | None:
    """What ``answer_bytes`` was made of; only for what a process of one's own has sent."""
    if not data:
        return None
    findings, gaps = pickle.loads(data)  # noqa: S301  # from a process forked from this one
    return Known(
        tuple(
            Finding(kind, Span(start, end), score, recognizer, Message(da, en))
            for kind, start, end, score, recognizer, da, en in findings
        ),
        tuple(Gap(GapReason(reason), where) for reason, where in gaps),
    )
