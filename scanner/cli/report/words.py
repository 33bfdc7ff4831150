"""What reports call verdicts, gaps and copies, for people."""

from __future__ import annotations

from collections.abc import Iterable

from scanner.batch.outcome import CopyState
from scanner.documents.places import told
from scanner.finding import Gap, GapReason
from scanner.mask import printable
from scanner.message import Message
from scanner.policy import Policy, Verdict

VERDICTS = {
    Verdict.ALLOW: Message("må sendes", "may be sent"),
    Verdict.WARN: Message("advarsel", "warning"),
    Verdict.REDACT: Message("skjul først", "redact first"),
    Verdict.BLOCK: Message("må ikke sendes", "must not be sent"),
}
GAPS = {
    GapReason.TIMEOUT: Message("nåede ikke til ende i tide", "ran out of time"),
    GapReason.RECOGNIZER_FAILED: Message("en del af scanneren fejlede", "a recognizer failed"),
    GapReason.UNDECODABLE: Message(
        "ikke læsbar tekst; gem den som UTF-8, og prøv igen",
        "no readable text; save it as UTF-8 and try again",
    ),
    GapReason.TOO_LARGE: Message("for stor; del den op", "too large; split it"),
    GapReason.TOO_DEEP: Message("pakket for dybt ind", "encoded too deeply"),
    GapReason.UNSETTLED: Message("blev ikke færdig med at skjule", "hiding came to no end"),
    GapReason.ENCRYPTED: Message("låst eller krypteret", "locked or encrypted"),
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
COPIES = {
    CopyState.WRITTEN: Message("renset kopi skrevet", "redacted copy written"),
    CopyState.UNCHANGED: Message("kopieret uændret", "copied unchanged"),
    CopyState.WITHHELD: Message(
        "ingen kopi: noget kunne ikke undersøges", "no copy: something could not be looked at"
    ),
    CopyState.NOT_WRITABLE: Message(
        "ingen kopi: fundet kan ikke tages ud", "no copy: what was found cannot be taken out"
    ),
    CopyState.VALUE_LEFT: Message(
        "ingen kopi: der var stadig en værdi i den", "no copy: a value was still in it"
    ),
    CopyState.DISK: Message("ingen kopi: den kan ikke skrives", "no copy: it cannot be written"),
}
_MOST_PLACES = 5


def title_of(policy: Policy, entity_type: str, number: int = 1) -> Message:
    """What people call one of a type, or several."""
    entity = policy.entities.get(entity_type)
    if entity is None:
        return Message(entity_type, entity_type)
    return (entity.title if number == 1 else entity.plural).message


def gathered(gaps: Iterable[Gap]) -> dict[GapReason, Message]:
    """The gaps of one file by their reason, each with the places it holds for."""
    places: dict[GapReason, dict[str, None]] = {}
    for gap in gaps:
        places.setdefault(gap.reason, {}).update({printable(gap.where): None} if gap.where else {})
    return {
        reason: Message(
            _listed([told(place).da for place in where]),
            _listed([told(place).en for place in where]),
        )
        for reason, where in places.items()
    }


def _listed(places: list[str]) -> str:
    more = len(places) - _MOST_PLACES
    return ", ".join(places[:_MOST_PLACES]) + (f" … (+{more})" if more > 0 else "")
