"""What goes over the wire, and the only place where offsets change their unit.

Inside, offsets count Unicode code points. A browser counts UTF-16 code units, other programs
count bytes of UTF-8: for ``😀 cvr 13585628`` the number starts at 6, at 7 and at 9.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, Field

from scanner.errors import InputError
from scanner.finding import Gap
from scanner.message import Message
from scanner.policy import Verdict

if TYPE_CHECKING:
    from scanner import Redaction, Result, Ruling


class OffsetUnit(StrEnum):
    """What ``start`` and ``end`` of a finding count."""

    CODEPOINT = "codepoint"
    UTF16 = "utf16"
    BYTE = "byte"


class Words(BaseModel):
    """A text for people."""

    da: str
    en: str

    @classmethod
    def of(cls, message: Message) -> Words:
        """The same in the wire's shape."""
        return cls(da=message.da, en=message.en)


Decision = Literal["allow", "warn", "redact", "block"]


class FindingAnswer(BaseModel):
    """One non-public thing in the text, by its place."""

    entity_type: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    score: float = Field(ge=0, le=1)
    recognizer: str
    action: Decision
    reason: str
    reason_en: str
    clause: str | None = Field(default=None, description="Its text is in `/v1/policy`.")
    approval: str | None = Field(default=None, description="Reference of the consent.")


class GapAnswer(BaseModel):
    """A piece that could not be looked at; a text with a gap is never allowed."""

    reason: str
    where: str


class PolicyName(BaseModel):
    """The policy that decided."""

    id: str
    version: str


class ScanAnswer(BaseModel):
    """The verdict and what it rests on."""

    decision: Decision
    findings: list[FindingAnswer]
    gaps: list[GapAnswer]
    message: Words
    policy: PolicyName


class RedactAnswer(ScanAnswer):
    """The verdict, and the text with the findings replaced."""

    text: str | None = Field(
        default=None, repr=False, description="Absent when the text could not be looked at."
    )
    mapping: dict[str, str] | None = Field(default=None, repr=False)


class ScanItem(ScanAnswer):
    """The answer to one text of a batch."""

    id: str = Field(repr=False)


class RedactItem(RedactAnswer):
    """The answer to one text of a batch."""

    id: str = Field(repr=False)


class ScanResults(BaseModel):
    """The answers to a batch, in its order."""

    results: list[ScanItem]


class RedactResults(BaseModel):
    """The answers to a batch, in its order."""

    results: list[RedactItem]


class RestoreAnswer(BaseModel):
    """The answer with the values back in it."""

    text: str = Field(repr=False)


class TextEvent(BaseModel):
    """Text that may leave."""

    type: Literal["text"] = "text"
    text: str = Field(repr=False)


class FindingEvent(FindingAnswer):
    """A finding, by its place in the text that was sent."""

    type: Literal["finding"] = "finding"


class EndEvent(BaseModel):
    """The last line: the verdict on all of it. Without it nothing has been approved."""

    type: Literal["end"] = "end"
    decision: Decision
    gaps: list[GapAnswer]
    message: Words
    policy: PolicyName
    mapping: dict[str, str] | None = Field(default=None, repr=False)


class LiveFinding(FindingAnswer):
    """A finding of a live text; ``key`` stays while it stands."""

    key: int


class ChangeAnswer(BaseModel):
    """What message ``id`` changed; what begins at or after the replaced range has moved along."""

    type: Literal["change"] = "change"
    id: int
    added: list[LiveFinding]
    removed: list[int] = Field(description="Keys.")
    decision: Decision
    gaps: list[GapAnswer]
    message: Words


def convert(text: str, offsets: Iterable[int], unit: OffsetUnit) -> dict[int, int]:
    """Each code-point offset into ``text``, counted in ``unit``."""
    if unit is OffsetUnit.CODEPOINT:
        return {offset: offset for offset in offsets}
    encoding, width = ("utf-8", 1) if unit is OffsetUnit.BYTE else ("utf-16-le", 2)
    counted: dict[int, int] = {}
    done = total = 0
    for offset in sorted(set(offsets)):
        total += len(text[done:offset].encode(encoding)) // width
        counted[offset], done = total, offset
    return counted


def to_codepoints(text: str, offsets: Iterable[int], unit: OffsetUnit) -> list[int]:
    """Each offset into ``text``, counted in ``unit``, in code points.

    Raises InputError for an offset outside the text or within a character.
    """
    if unit is OffsetUnit.CODEPOINT:
        return list(offsets)
    encoding, width = ("utf-8", 1) if unit is OffsetUnit.BYTE else ("utf-16-le", 2)
    data = text.encode(encoding)
    try:
        return [len(_piece(data, offset * width).decode(encoding)) for offset in offsets]
    except UnicodeDecodeError:
        raise _outside() from None


def _piece(data: bytes, end: int) -> bytes:
    if not 0 <= end <= len(data):
        raise _outside()
    return data[:end]


def _outside() -> InputError:
    return InputError(da="Stedet ligger ikke i teksten.", en="The place is not in the text.")


class Places:
    """Places in a text that comes in pieces, counted in ``unit`` from its beginning."""

    def __init__(self, unit: OffsetUnit) -> None:
        self._unit = unit
        self._done = self._counted = 0

    def of(self, piece: str, rulings: Iterable[Ruling]) -> list[FindingAnswer]:
        """``rulings``, all in ``piece``, the next of the text, as the wire has them."""
        found = list(rulings)
        bounds = {bound - self._done for each in found for bound in (each.start, each.end)}
        at = convert(piece, bounds | {len(piece)}, self._unit)
        told = [
            finding_answer(
                each,
                self._counted + at[each.start - self._done],
                self._counted + at[each.end - self._done],
            )
            for each in found
        ]
        self._done += len(piece)
        self._counted += at[len(piece)]
        return told


def finding_answer(finding: Ruling, start: int, end: int) -> FindingAnswer:
    """A finding as the wire has it, from ``start`` to ``end`` in the unit that was asked for."""
    return FindingAnswer(
        entity_type=finding.entity_type,
        start=start,
        end=end,
        score=finding.score,
        recognizer=finding.recognizer,
        action=finding.action.value,
        reason=finding.reason.da,
        reason_en=finding.reason.en,
        clause=finding.clause or None,
        approval=finding.approval or None,
    )


def scan_answer(text: str, result: Result, unit: OffsetUnit) -> ScanAnswer:
    """What the scanner found, as the wire has it."""
    return ScanAnswer(
        decision=result.decision.value,
        findings=Places(unit).of(text, result.findings),
        gaps=gap_answers(result.gaps),
        message=Words.of(result.message),
        policy=PolicyName(id=result.policy_id, version=result.policy_version),
    )


def gap_answers(gaps: Iterable[Gap]) -> list[GapAnswer]:
    """Gaps as the wire has them."""
    return [GapAnswer(reason=gap.reason.value, where=gap.where) for gap in gaps]


def redact_answer(
    text: str, redaction: Redaction, unit: OffsetUnit, *, mapping: bool
) -> RedactAnswer:
    """What the scanner found and replaced, as the wire has it."""
    return RedactAnswer(
        **dict(scan_answer(text, redaction, unit)),
        text=None if redaction.gaps and redaction.decision is Verdict.BLOCK else redaction.text,
        mapping=dict(redaction.mapping) if mapping else None,
    )
