"""What a scan brings back: findings, and gaps where it could not look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scanner.doc import Span
from scanner.message import Message

# Entity types that say something of the text as a whole, over the words that say it.
STATEMENTS = frozenset({"SPECIAL_CATEGORY", "CONFIDENTIALITY_MARKING"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One non-public thing in the text; it never holds the text itself.

    ``span`` counts code points of the part's source text, ``part`` is the part's index in the
    Doc, ``score`` is the measured precision of findings of this kind, 0 to 1.
    """

    entity_type: str
    span: Span
    score: float
    recognizer: str
    reason: Message
    part: int = 0

    @property
    def start(self) -> int:
        """First code point."""
        return self.span.start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.span.end

    def placed(self, span: Span, part: int) -> Finding:
        """This finding at ``span`` of ``part``."""
        if span == self.span and part == self.part:
            return self
        return Finding(self.entity_type, span, self.score, self.recognizer, self.reason, part)


class GapReason(StrEnum):
    """Why a piece could not be looked at."""

    TIMEOUT = "timeout"
    RECOGNIZER_FAILED = "recognizer_failed"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    UNSETTLED = "unsettled"
    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    EMPTY = "empty"
    NEEDS_OCR = "needs_ocr"
    UNKNOWN_FORMAT = "unknown_format"
    UNREADABLE = "unreadable"
    VANISHED = "vanished"
    TOO_MANY = "too_many"
    OUT_OF_MEMORY = "out_of_memory"
    READER_FAILED = "reader_failed"


@dataclass(frozen=True, slots=True)
class Gap:
    """A piece that could not be looked at: a text with a gap is never clean.

    ``where`` names a recognizer or a place, never a piece of the text.
    """

    reason: GapReason
    where: str = ""
    part: int = 0
