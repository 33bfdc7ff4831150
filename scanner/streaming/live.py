"""A text that is being written: each edit costs the windows it touches, and tells what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scanner.decide import Ruling, Tally
from scanner.doc import Doc
from scanner.errors import InputError
from scanner.finding import Gap
from scanner.judge import Judged
from scanner.passage import moved
from scanner.pipeline import DESTINATION, Result, Scanner
from scanner.windows import LONGEST, Cutter, Looked, Window


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit changed in the findings, besides moving those that stand after it.

    To follow along: drop ``removed`` (by their places before the edit), move what begins at or
    after the end of the replaced range, add ``added``.
    """

    added: tuple[Ruling, ...]
    removed: tuple[Ruling, ...]


class LiveDoc:
    """A text with its findings, kept up to date edit by edit.

    The findings are at any time those of ``Scanner.scan`` of the whole text. ``timeout`` is in
    seconds, for each window of an edit. It holds the text; one thread at a time may use it.
    """

    def __init__(
        self,
        scanner: Scanner,
        destination: str = DESTINATION,
        text: str = "",
        *,
        timeout: float | None = None,
    ) -> None:
        self._scanner = scanner
        self._destination = destination
        self._terms = scanner.terms(destination)
        self._timeout = timeout
        self._known: dict[Window, _Read] = {}
        self._text = ""
        self._rulings: tuple[Ruling, ...] = ()
        self._gaps: tuple[Gap, ...] = ()
        self.replace(0, 0, text)

    def __repr__(self) -> str:
        return f"<LiveDoc of {len(self._text)} code points>"

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self._text

    @property
    def findings(self) -> tuple[Ruling, ...]:
        """All findings, in order."""
        return self._rulings

    def result(self) -> Result:
        """The verdict on the text as it is now."""
        tally = Tally(self._rulings)
        return Result(
            decision=tally.verdict(self._gaps, self._terms),
            findings=self._rulings,
            gaps=self._gaps,
            message=tally.message(self._gaps, self._terms),
            **self._scanner.names(self._destination),
        )

    def replace(self, start: int, end: int, text: str) -> Change:
        """Put ``text`` in place of the code points from ``start`` to ``end``.

        Raises InputError, and changes nothing, when the range is not in the text, ``text`` is no
        string, or the whole grows beyond five million code points.
        """
        if not isinstance(text, str) or not 0 <= start <= end <= len(self._text):
            raise InputError(
                da="Rettelsen ligger uden for teksten.", en="The edit is outside the text."
            )
        if len(self._text) - (end - start) + len(text) > LONGEST:
            raise InputError(da="Teksten er for lang.", en="The text is too long.")
        new = self._text[:start] + text + self._text[end:]
        reads = list(self._read(new))
        before, by = self._rulings, len(text) - (end - start)
        self._text, self._rulings = new, tuple(_placed(reads))
        self._gaps = tuple(dict.fromkeys(gap for read in reads for gap in read.judged.gaps))
        return _change(before, self._rulings, start, end, by)

    def _read(self, text: str) -> Iterator[_Read]:
        """The windows of ``text``; what was read of the same window before is not read again."""
        known, self._known = self._known, {}

        def look(window: Window) -> Looked:
            read = known.get(window)
            if read is None:
                looked = self._scanner.look(window, self._timeout)
                doc = Doc.from_text(looked.settled)
                judged = Judged.of(doc, looked.findings, looked.gaps, self._terms)
                read = _Read(looked, judged)
            if not read.judged.gaps:  # what was not looked at is tried again with the next edit
                self._known[window] = read
            reads.append(read)
            return read.looked

        reads: list[_Read] = []
        cutter = Cutter(look)
        for _ in cutter.feed(text):
            yield reads.pop()
        cutter.close()
        yield reads.pop()


@dataclass(frozen=True, slots=True)
class _Read:
    looked: Looked
    judged: Judged


def _placed(reads: Iterable[_Read]) -> Iterator[Ruling]:
    """The rulings of all windows by their places in the whole text."""
    at = 0
    for read in reads:
        yield from (moved(ruling, at) for ruling in read.judged.decision.rulings)
        at += len(read.looked.settled)


def _change(
    before: tuple[Ruling, ...], after: tuple[Ruling, ...], start: int, end: int, by: int
) -> Change:
    """What differs once those after the replaced range have moved ``by`` code points."""
    stayed: dict[tuple[object, ...], Ruling] = {}
    removed: list[Ruling] = []
    for ruling in before:
        if ruling.start >= end:
            stayed[_identity(ruling, by)] = ruling
        elif ruling.end <= start:
            stayed[_identity(ruling)] = ruling
        else:
            removed.append(ruling)
    now = {_identity(ruling): ruling for ruling in after}
    removed += (ruling for identity, ruling in stayed.items() if identity not in now)
    added = tuple(ruling for identity, ruling in now.items() if identity not in stayed)
    return Change(added, tuple(sorted(removed, key=lambda ruling: (ruling.start, ruling.end))))


def _identity(ruling: Ruling, by: int = 0) -> tuple[object, ...]:
    """All that ``ruling`` says, ``by`` code points further on; compared faster than itself."""
    finding = ruling.finding
    place = finding.span.start + by, finding.span.end + by
    said = finding.entity_type, finding.score, finding.recognizer, finding.reason, finding.part
    return (*place, *said, ruling.action, ruling.clause, ruling.approval)
