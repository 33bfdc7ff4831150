"""Results as CSV: a row for each finding, each gap, and each file with neither."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from scanner.batch.journal import Journal
from scanner.batch.outcome import Outcome
from scanner.documents.places import told

COLUMNS = (
    "file", "format", "decision", "kind", "type", "action", "place", "place_en", "line", "column",
    "value", "score", "recognizer", "reason_da", "reason_en", "clause", "known", "copy",
    "copy_where", "copy_where_en",
)  # fmt: skip
_FORMULA = frozenset("=+-@\t\r")


def as_csv(journal: Journal) -> Iterator[str]:
    """The lines, the heading first."""
    yield _line(COLUMNS)
    for outcome in journal:
        for row in rows_of(outcome):
            yield _line([row.get(column, "") for column in COLUMNS])


def rows_of(outcome: Outcome) -> Iterator[dict[str, object]]:
    """The rows of one file, by the names of their columns."""
    file: dict[str, object] = {
        "file": outcome.name,
        "format": outcome.format,
        "decision": outcome.decision.value,
        "copy": outcome.copy.state.value,
        "copy_where": outcome.copy.where,
        "copy_where_en": told(outcome.copy.where).en,
    }
    for found in outcome.findings:
        yield file | {
            "kind": "finding",
            "type": found.entity_type,
            "action": found.action.value,
            "place": found.place,
            "place_en": told(found.place).en,
            "line": found.line or "",
            "column": found.column or "",
            "value": found.shown,
            "score": found.score,
            "recognizer": found.recognizer,
            "reason_da": found.reason.da,
            "reason_en": found.reason.en,
            "clause": found.clause,
            "known": "known" if found.is_known else "",
        }
    for gap in outcome.gaps:
        place = told(gap.where)
        yield file | {
            "kind": "gap",
            "type": gap.reason.value,
            "place": place.da,
            "place_en": place.en,
        }
    if not outcome.findings and not outcome.gaps:
        yield file | {"kind": "clean"}


def _line(cells: Iterator[object] | tuple[object, ...] | list[object]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([_cell(cell) for cell in cells])
    return line.getvalue()


def _cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in _FORMULA else value
