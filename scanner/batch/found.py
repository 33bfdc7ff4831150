"""Rulings as outcomes tell them: where in the file, and the value only as it may be shown."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

from scanner.batch.job import Job
from scanner.batch.outcome import Found
from scanner.decide import Ruling
from scanner.doc import Doc, Part
from scanner.mask import masked


def found_in(doc: Doc, rulings: Sequence[Ruling], job: Job) -> tuple[Found, ...]:
    """The rulings over ``doc`` as findings."""
    return tuple(_found(doc.parts[ruling.finding.part], ruling, job) for ruling in rulings)


def _found(part: Part, ruling: Ruling, job: Job) -> Found:
    value = part.text[ruling.start : ruling.end]
    line, column = _position(part, ruling.start)
    end_line, end_column = _position(part, ruling.end)
    return Found(
        entity_type=ruling.entity_type,
        action=ruling.action,
        place=part.place,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        start=ruling.start,
        end=ruling.end,
        score=ruling.score,
        recognizer=ruling.recognizer,
        reason=ruling.reason,
        clause=ruling.clause,
        approval=ruling.approval,
        shown=value if job.shows_values else masked(value),
        key=_key(job.value_key, ruling.entity_type, value),
    )


def _position(part: Part, offset: int) -> tuple[int, int]:
    """The line and column of a code point, both from 1; 0 where the format has none."""
    if not part.line:
        return 0, 0
    line = part.line + part.text.count("\n", 0, offset)
    return (line, 0) if part.row else (line, offset - part.text.rfind("\n", 0, offset))


def _key(key: bytes, entity_type: str, value: str) -> str:
    if not key:
        return ""
    told = f"{entity_type}\0{value}".encode("utf-8", "surrogatepass")
    return hmac.new(key, told, hashlib.sha256).hexdigest()
