"""What is asked of the workers: the same for all files of a run, and one task for each file."""

from __future__ import annotations

from dataclasses import dataclass, field

from scanner.documents.reading import Limits, Reading
from scanner.pipeline import DESTINATION


@dataclass(frozen=True, slots=True)
class Job:
    """How the files of one run are looked at.

    ``redacts`` says that a copy is made where a task names a place for it. ``value_key`` keys the
    hashes by which a finding is known again in a baseline; without it there are none.
    """

    destination: str = DESTINATION
    redacts: bool = False
    shows_values: bool = False
    ocr: bool = True
    passwords: tuple[str, ...] = field(default=(), repr=False)
    value_key: bytes = field(default=b"", repr=False)
    limits: Limits = field(default_factory=Limits)

    def reading(self) -> Reading:
        """The state of one reading, with nothing read yet."""
        return Reading(self.limits, self.passwords, self.ocr)


@dataclass(frozen=True, slots=True)
class Task:
    """One file of this machine; ``copy`` and ``mapping`` are where its redacted copy goes to."""

    path: str
    copy: str = ""
    mapping: str = ""
