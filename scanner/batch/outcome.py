"""What came of one file, as workers send it, journals keep it and reports tell it.

It holds masked values; the values themselves only where they were asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, Self

from scanner.finding import Gap, GapReason
from scanner.message import Message
from scanner.pipeline import Result
from scanner.policy import Verdict


class CopyState(StrEnum):
    """What became of the redacted copy of a file."""

    NOT_ASKED = ""
    WRITTEN = "written"
    UNCHANGED = "unchanged"
    WITHHELD = "withheld"
    NOT_WRITABLE = "not_writable"
    VALUE_LEFT = "value_left"
    DISK = "disk"

    @property
    def is_there(self) -> bool:
        """Whether a copy was written."""
        return self in {CopyState.WRITTEN, CopyState.UNCHANGED}


@dataclass(frozen=True, slots=True)
class Copy:
    """The redacted copy: what became of it, and where or why not.

    ``digest`` is that of the bytes that were written.
    """

    state: CopyState = CopyState.NOT_ASKED
    where: str = ""
    digest: str = ""


def _told(value: Any) -> dict[str, Any]:
    """The fields of a dataclass; what they hold is as JSON takes it, or is told in its place."""
    return {each.name: getattr(value, each.name) for each in fields(value)}


@dataclass(frozen=True, slots=True)
class Found:
    """One finding in a file.

    ``place`` is that of its part ("side 2", "Ark1!B4"); ``start`` and ``end`` are code points of
    that part; ``line`` and ``column`` count from 1, and are 0 where the format has none. ``shown``
    is the value as it may be shown. ``key`` knows the value again in a baseline.
    """

    entity_type: str
    action: Verdict
    place: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    score: float
    recognizer: str
    reason: Message
    clause: str
    approval: str
    shown: str = field(repr=False)
    key: str = ""
    is_known: bool = False

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Self:
        """The finding that ``_told`` told."""
        return cls(**told | {"action": Verdict(told["action"]), "reason": Message(*told["reason"])})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file: the verdict, what was found, and what could not be looked at."""

    name: str
    decision: Verdict
    findings: tuple[Found, ...]
    gaps: tuple[Gap, ...]
    message: Message
    destination: str
    policy_id: str
    policy_version: str
    format: str = ""
    size: int = 0
    digest: str = ""
    copy: Copy = Copy()
    is_read_before: bool = False

    @classmethod
    def of(cls, result: Result, findings: tuple[Found, ...], **told: Any) -> Self:
        """What the scanner came to, with ``findings`` as they are told."""
        return cls(
            name=told.pop("name", ""),
            decision=result.decision,
            findings=findings,
            gaps=result.gaps,
            message=result.message,
            destination=result.destination,
            policy_id=result.policy_id,
            policy_version=result.policy_version,
            **told,
        )

    @property
    def new_findings(self) -> list[Found]:
        """The findings that no baseline knows."""
        return [found for found in self.findings if not found.is_known]

    @property
    def is_clean(self) -> bool:
        """Whether nothing new was found and nothing was left out."""
        return not self.new_findings and not self.gaps

    @property
    def lacks_copy(self) -> bool:
        """Whether a copy was asked for and is not there."""
        return self.copy.state is not CopyState.NOT_ASKED and not self.copy.state.is_there

    def named(self, name: str) -> Self:
        """The same for the file called ``name``."""
        return replace(self, name=name)

    def to_json(self) -> dict[str, Any]:
        """As JSON takes it; ``from_json`` is the way back."""
        return _told(self) | {
            "findings": [_told(found) for found in self.findings],
            "gaps": [_told(gap) for gap in self.gaps],
            "copy": _told(self.copy),
        }

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Self:
        """The outcome that ``to_json`` told; raises KeyError, TypeError or ValueError."""
        copy = told["copy"]
        return cls(
            **told
            | {
                "decision": Verdict(told["decision"]),
                "findings": tuple(map(Found.from_json, told["findings"])),
                "gaps": tuple(
                    Gap(GapReason(gap["reason"]), gap["where"], gap["part"]) for gap in told["gaps"]
                ),
                "message": Message(*told["message"]),
                "copy": Copy(CopyState(copy["state"]), copy["where"], copy["digest"]),
            }
        )
