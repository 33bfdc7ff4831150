"""Results as people read them: where, what, what it leads to, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.batch.journal import Totals
from scanner.batch.outcome import Found, Outcome
from scanner.cli.console import Session, painted
from scanner.cli.report.words import COPIES, GAPS, VERDICTS, gathered, title_of
from scanner.documents.places import told
from scanner.mask import printable
from scanner.message import Message
from scanner.policy import Policy, Verdict

_WIDEST = 40  # of a column: what is wider stands out
_COLORS = {
    Verdict.ALLOW: "green",
    Verdict.WARN: "yellow",
    Verdict.REDACT: "magenta",
    Verdict.BLOCK: "red",
}


def as_text(
    outcome: Outcome,
    session: Session,
    policy: Policy,
    *,
    has_color: bool,
    is_brief: bool = False,
) -> Iterator[str]:
    """The lines on one file; without what to do when ``is_brief``, as one among many."""
    verdict = painted(
        session.tell(VERDICTS[outcome.decision]), _COLORS[outcome.decision], is_on=has_color
    )
    yield f"{printable(outcome.name)} → {outcome.destination}: {verdict}"
    yield from _lines(outcome.findings, session, policy, has_color=has_color)
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
        f"{totals.files} {'fil' if totals.files == 1 else 'filer'}: {totals.clean} uden fund, "
        f"{totals.with_findings} med i alt {totals.findings} fund, "
        f"{totals.with_gaps} kunne ikke undersøges fuldt ud."
    )
    en = (
        f"{totals.files} {'file' if totals.files == 1 else 'files'}: {totals.clean} clean, "
        f"{totals.with_findings} with {totals.findings} findings in all, "
        f"{totals.with_gaps} could not be looked at in full."
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


def _lines(
    findings: Sequence[Found], session: Session, policy: Policy, *, has_color: bool
) -> Iterator[str]:
    """A line for each finding in columns: place, type, what it leads to, value, why."""
    rows = [
        (
            session.tell(where(found)),
            session.tell(title_of(policy, found.entity_type)),
            session.tell(VERDICTS[found.action]),
            printable(found.shown),
        )
        for found in findings
    ]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*rows, strict=True)]
    known = session.tell(Message(", kendt", ", known"))
    for found, row in zip(findings, rows, strict=True):
        place, title, action, value = (
            f"{told:<{width}}" for told, width in zip(row, widths, strict=True)
        )
        action = painted(action, _COLORS[found.action], is_on=has_color)
        reason = session.tell(found.reason) + (known if found.is_known else "")
        yield f"  {place}  {title}  {action}  {value}  ({reason})"


def where(found: Found) -> Message:
    """Where in the file: its part, its line, its column, as far as the format has them."""
    lines = ":".join(str(at) for at in (found.line, found.column) if at)
    places = (printable(place) for place in told(found.place))
    return Message(*(" ".join(filter(None, (place, lines))) for place in places))
