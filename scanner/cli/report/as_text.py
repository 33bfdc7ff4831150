"""Results as people read them: where, what, what it leads to, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.cli.console import Session, painted, printable
from scanner.cli.report.scanned import Scanned
from scanner.decide import Ruling
from scanner.finding import GapReason
from scanner.message import Message
from scanner.policy import Verdict

_COLORS = {
    Verdict.ALLOW: "green",
    Verdict.WARN: "yellow",
    Verdict.REDACT: "magenta",
    Verdict.BLOCK: "red",
}
_VERDICTS = {
    Verdict.ALLOW: Message("må sendes", "may be sent"),
    Verdict.WARN: Message("advarsel", "warning"),
    Verdict.REDACT: Message("skjul først", "redact first"),
    Verdict.BLOCK: Message("må ikke sendes", "must not be sent"),
}
_GAPS = {
    GapReason.TIMEOUT: Message("nåede ikke til ende i tide", "ran out of time"),
    GapReason.RECOGNIZER_FAILED: Message("en del af scanneren fejlede", "a recognizer failed"),
    GapReason.UNDECODABLE: Message(
        "ikke læsbar tekst; gem den som UTF-8, og prøv igen",
        "no readable text; save it as UTF-8 and try again",
    ),
    GapReason.TOO_LARGE: Message("for stor; del den op", "too large; split it"),
    GapReason.TOO_DEEP: Message("pakket for dybt ind", "encoded too deeply"),
    GapReason.UNSETTLED: Message("blev ikke færdig med at skjule", "hiding came to no end"),
    GapReason.ENCRYPTED: Message("låst med adgangskode", "locked with a password"),
    GapReason.CORRUPT: Message("filen er beskadiget", "the file is damaged"),
    GapReason.EMPTY: Message("filen er tom", "the file is empty"),
    GapReason.NEEDS_OCR: Message("et billede, der ikke blev læst", "a picture that was not read"),
    GapReason.UNKNOWN_FORMAT: Message("filtypen er ukendt", "the file type is unknown"),
    GapReason.UNREADABLE: Message("filen kan ikke åbnes", "the file cannot be opened"),
    GapReason.VANISHED: Message("filen forsvandt undervejs", "the file vanished on the way"),
    GapReason.TOO_MANY: Message("for mange filer i én pakke", "too many files in one package"),
    GapReason.OUT_OF_MEMORY: Message("krævede for meget hukommelse", "took too much memory"),
    GapReason.READER_FAILED: Message("læsningen gik i stå", "reading broke down"),
}


def as_text(
    scanned: Scanned, session: Session, *, show_values: bool, has_color: bool
) -> Iterator[str]:
    """The lines on one text."""
    result = scanned.result
    verdict = painted(
        session.tell(_VERDICTS[result.decision]), _COLORS[result.decision], is_on=has_color
    )
    yield f"{scanned.name} → {result.destination}: {verdict}"
    for ruling in result.findings:
        yield _line(scanned, ruling, session, show_values=show_values, has_color=has_color)
    for gap in result.gaps:
        where = f" ({gap.where})" if gap.where else ""
        yield f"  ?  {session.tell(_GAPS[gap.reason])}{where}"
    if result.findings or result.gaps:
        yield f"  {session.tell(result.message)}"


def _line(
    scanned: Scanned, ruling: Ruling, session: Session, *, show_values: bool, has_color: bool
) -> str:
    line, column = scanned.position(ruling.start)
    value = printable(scanned.value(ruling)) if show_values else scanned.preview(ruling)
    action = painted(f"{ruling.action.value:<6}", _COLORS[ruling.action], is_on=has_color)
    place = f"{line}:{column}"
    reason = session.tell(ruling.reason)
    return f"  {place:<8}{ruling.entity_type:<24}{action}  {value}  ({reason})"
