"""Results as people read them: where, what, what it leads to, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.batch.journal import Totals
from scanner.batch.outcome import Found, Outcome
from scanner.cli.console import Session, painted
from scanner.cli.report.words import COPIES, GAPS, VERDICTS, gathered
from scanner.documents.places import told
from scanner.mask import printable
from scanner.message import Message
from scanner.policy import Verdict

_WIDEST = 40  # of a column: what is wider stands out
_COLORS = {
    Verdict.ALLOW: "green",
    Verdict.WARN: "yellow",
    Verdict.REDACT: "magenta",
    Verdict.BLOCK: "red",
}


def as_text(
    outcome: Outcome, session: Session, *, has_color: bool, is_brief: bool = False
) -> Iterator[str]:
    """The lines on one file; without what to do when ``is_brief``, as one among many."""
    verdict = painted(
        session.tell(VERDICTS[outcome.decision]), _COLORS[outcome.decision], is_on=has_color
    )
    yield f"{printable(outcome.name)} → {outcome.destination}: {verdict}"
    widths = _widths(outcome.findings, session)
    for found in outcome.findings:
        yield _line(found, session, widths, has_color=has_color)
    for reason, places in gathered(outcome.gaps).items():
        where_told = session.tell(places)
        yield f"  ?  {session.tell(GAPS[reason])}" + (f" ({where_told})" if where_told else "")
    if outcome.lacks_copy:
        where_told = printable(session.tell(told(outcome.copy.where)))
        place = f" ({where_told})" if where_told else ""
        yield f"  ✗  {session.tell(COPIES[outcome.copy.state])}{place}"
    if (outcome.findings or outcome.gaps) and not is_brief:
        yield f"  {session.tell(outcome.message)}"


def summary(totals: Totals) -> Message:
    """The sums of a run in one sentence or two."""
    da = (
        f"{totals.files} filer: {totals.clean} uden fund, {totals.with_findings} med fund "
        f"({totals.findings}), {totals.with_gaps} kunne ikke undersøges helt."
    )
    en = (
        f"{totals.files} files: {totals.clean} clean, {totals.with_findings} with findings "
        f"({totals.findings}), {totals.with_gaps} could not be looked at in full."
    )
    if totals.copies or totals.copies_lacking:
        da += f" Kopier: {totals.copies} skrevet, {totals.copies_lacking} ikke."
        en += f" Copies: {totals.copies} written, {totals.copies_lacking} not."
    if totals.known:
        da += f" Kendt i forvejen: {totals.known}."
        en += f" Known before: {totals.known}."
    if totals.read_before:
        da += f" Uændret siden sidst: {totals.read_before}."
        en += f" Unchanged since last time: {totals.read_before}."
    return Message(da, en)


def _widths(findings: Sequence[Found], session: Session) -> tuple[int, int, int]:
    """How wide the columns are: place, type, value."""
    places = max((len(session.tell(where(found))) for found in findings), default=0)
    types = max((len(found.entity_type) for found in findings), default=0)
    values = max((len(printable(found.shown)) for found in findings), default=0)
    return min(places, _WIDEST), types, min(values, _WIDEST)


def _line(found: Found, session: Session, widths: tuple[int, int, int], *, has_color: bool) -> str:
    action = painted(f"{found.action.value:<6}", _COLORS[found.action], is_on=has_color)
    known = session.tell(Message(", kendt", ", known")) if found.is_known else ""
    reason = session.tell(found.reason) + known
    place = session.tell(where(found))
    place_width, type_width, value_width = widths
    told_type = f"{found.entity_type:<{type_width}}"
    value = f"{printable(found.shown):<{value_width}}"
    return f"  {place:<{place_width}}  {told_type}  {action}  {value}  ({reason})"


def where(found: Found) -> Message:
    """Where in the file: its part, its line, its column, as far as the format has them."""
    lines = ":".join(str(at) for at in (found.line, found.column) if at)
    places = (printable(place) for place in told(found.place))
    return Message(*(" ".join(filter(None, (place, lines))) for place in places))
