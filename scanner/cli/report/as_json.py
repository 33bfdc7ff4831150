"""Results as JSON: one document, or one line for each file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from scanner.batch.journal import Journal
from scanner.batch.outcome import Found, Outcome
from scanner.documents import places


def as_json(journal: Journal, *, shows_values: bool) -> Iterator[str]:
    """One document with all files and their sums."""
    yield '{"results": ['
    comma = "\n"
    for outcome in journal:
        yield comma + json.dumps(told(outcome, shows_values=shows_values))
        comma = ",\n"
    totals = json.dumps(vars(journal.totals))
    yield f'\n], "totals": {totals}, "complete": {json.dumps(journal.is_whole)}}}\n'


def as_line(outcome: Outcome, *, shows_values: bool) -> str:
    """One file on one line. ASCII only: a name may not be Unicode."""
    return json.dumps(told(outcome, shows_values=shows_values))


def told(outcome: Outcome, *, shows_values: bool) -> dict[str, Any]:
    """One file as JSON tells it."""
    copy = outcome.copy
    return {
        "file": outcome.name,
        "format": outcome.format,
        "size": outcome.size,
        "destination": outcome.destination,
        "decision": outcome.decision.value,
        "findings": [finding(found, shows_values=shows_values) for found in outcome.findings],
        "gaps": gaps(outcome),
        "message": outcome.message._asdict(),
        "policy": {"id": outcome.policy_id, "version": outcome.policy_version},
        "copy": {"state": copy.state.value} | _where(copy.where) if copy.state else None,
        "read_before": outcome.is_read_before,
    }


def finding(found: Found, *, shows_values: bool) -> dict[str, Any]:
    """One finding as JSON tells it; line and column are null where the format has none."""
    return {
        "entity_type": found.entity_type,
        "place": found.place,
        "place_en": places.told(found.place).en,
        "start": found.start,
        "end": found.end,
        "line": found.line or None,
        "column": found.column or None,
        "score": found.score,
        "recognizer": found.recognizer,
        "action": found.action.value,
        "reason": found.reason._asdict(),
        "clause": found.clause,
        "approval": found.approval,
        "known": found.is_known,
        "value" if shows_values else "preview": found.shown,
    }


def gaps(outcome: Outcome) -> list[dict[str, str]]:
    """The gaps as JSON tells them."""
    return [{"reason": gap.reason.value} | _where(gap.where) for gap in outcome.gaps]


def _where(place: str) -> dict[str, str]:
    return {"where": place, "where_en": places.told(place).en}
