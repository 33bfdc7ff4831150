"""The one way every door goes: text → Doc → findings and gaps → verdict → safe text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from scanner.decide import TEXT, Ruling, Terms
from scanner.doc import Doc, Edit
from scanner.errors import InputError
from scanner.finding import Finding, Gap, GapReason
from scanner.hotpath import LASTING, HotAnalyzer, Kept
from scanner.judge import Judged
from scanner.layout import Layout
from scanner.message import Message
from scanner.nlp.engine import NamesEngine
from scanner.passage import Hiding, Passage, Passed
from scanner.policy import Policy, Verdict
from scanner.recognizers import ALL
from scanner.recognizers.house import House, Today
from scanner.register import Register
from scanner.transform import PLACEHOLDER, RedactedDoc, numbering_of
from scanner.windows import LONGEST, Looked, Looker, TimeLeft, Window, Windowed, look_at, time_left

DESTINATION = "chatgpt"


@dataclass(frozen=True, slots=True)
class Result:
    """What a scan came to. Offsets are code points; nothing here holds the text."""

    decision: Verdict
    findings: tuple[Ruling, ...]
    gaps: tuple[Gap, ...]
    message: Message
    destination: str
    policy_id: str
    policy_version: str

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found and nothing was left out."""
        return not self.findings and not self.gaps


@dataclass(frozen=True, slots=True)
class Redaction(Result):
    """A result with the text that may leave.

    ``mapping`` turns the placeholders back and is the caller's alone. ``text`` is empty when
    something could not be looked at and the verdict is block: then nothing may leave.
    """

    text: str = field(default="", repr=False)
    mapping: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class DocRedaction(Result):
    """A result with what to write in place of what, for each part of the Doc.

    ``edits`` holds one tuple per part; ``None`` when nothing may leave.
    """

    edits: tuple[tuple[Edit, ...], ...] | None = field(default=None, repr=False)
    mapping: Mapping[str, str] = field(default_factory=dict, repr=False)


class Scanner:
    """The gate. Build it once and share it: it is thread-safe and keeps no word of a text."""

    def __init__(self, policy: Policy, analyzer: Looker, today: Today = dt.date.today) -> None:
        self.policy = policy
        self._analyzer = Windowed(analyzer)
        self._today = today
        self._kept: Kept[Result] = Kept()

    @classmethod
    def from_policy(
        cls,
        path: Path | None = None,
        *,
        register: Path | None = None,
        register_key: bytes | None = None,
        model: str | Path | None = None,
        today: Today = dt.date.today,
    ) -> Self:
        """The gate by the policy at ``path``, the shipped one without.

        ``register`` is the file of own data and ``register_key`` its key (else the key file beside
        it); ``model`` names a spaCy pipeline in place of the shipped one; ``today`` tells the day
        (births, approvals). Raises PolicyError, RegisterError, ModelError.
        """
        policy = Policy.load(path)
        own = Register.load(register, register_key) if register else None
        engine = NamesEngine(model)
        house = House(policy, today, own)
        analyzer = HotAnalyzer([kind.for_house(house) for kind in ALL], engine, today)
        return cls(policy, analyzer, today)

    def spread(self, processes: int) -> None:
        """Look at as many texts at the same time, in processes that are forked for it.

        To be called before any thread is begun; of one alone there is none.
        """
        looker = self._analyzer.looker
        if processes > 1 and isinstance(looker, HotAnalyzer):
            looker.spread(processes)

    def wait(self) -> None:
        """Until texts are looked at the fast way: its patterns are compiled beside the first ones.

        That takes a second or two of processor time, in which a text costs several times as much.
        Raises what keeps them from being compiled.
        """
        looker = self._analyzer.looker
        if isinstance(looker, HotAnalyzer):
            looker.wait()

    def scan(
        self, text: str, destination: str = DESTINATION, *, timeout: float | None = None
    ) -> Result:
        """Judge ``text`` on its way to ``destination`` (an unknown one counts as the fallback).

        What is not looked at within ``timeout`` seconds is a gap. Raises InputError when ``text``
        is no string. What the same text came to on the same day is told again.
        """
        doc = _doc(text)
        key = self._kept.key(self._today().isoformat(), destination, text)
        result = self._kept.get(key)
        if result is None or timeout == 0:
            result = self.scan_doc(doc, destination, timeout=timeout)
            if all(gap.reason in LASTING for gap in result.gaps):
                self._kept.keep(key, result)
        return result

    def scan_doc(  # noqa: PLR0913  # all but two have a name and a default
        self,
        doc: Doc,
        destination: str = DESTINATION,
        *,
        gaps: Sequence[Gap] = (),
        only: Collection[str] | None = None,
        noun: Message = TEXT,
        timeout: float | None = None,
    ) -> Result:
        """Judge the parts of ``doc``; ``gaps`` are those that reading it came to.

        A finding tells its part. What stands in several parts is one finding in each. ``only``
        names the entity types that count; those that another one covers are then told too.
        ``noun`` is what the verdict calls it.
        """
        terms = self.terms(destination, noun)
        return Result(**self._told(self._judge(doc, terms, gaps, time_left(timeout), only)))

    def redact(  # noqa: PLR0913  # all but two have a name and a default
        self,
        text: str,
        destination: str = DESTINATION,
        *,
        operator: str = PLACEHOLDER,
        key: bytes | None = None,
        known: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> Redaction:
        """Judge ``text``, and replace in it what may not reach ``destination``.

        What leaves is looked at again, until nothing is found in it: without the values around it
        a text may read differently, so there may be more findings than ``scan`` has. ``operator``
        is placeholder, mask, hash or encrypt (``key`` for the last two). ``known`` is the mapping
        of what was sent before in a conversation: its values keep their placeholders. Raises
        InputError for no string, an unknown operator or a key that does not fit.
        """
        (whole,) = _doc(text).parts
        passed: list[Passed] = []
        left = time_left(timeout)
        passage = self._passage(destination, lambda: left, Hiding(operator, key, known or {}))
        if len(whole.text) > LONGEST:
            passage.note(Gap(GapReason.TOO_LARGE, "text"))
        else:
            passed = [*passage.feed(whole.text), passage.close()]
        may_leave = passage.may_leave
        return Redaction(
            decision=passage.verdict,
            findings=tuple(ruling for each in passed for ruling in each.rulings),
            gaps=passage.gaps,
            message=passage.message,
            **self.names(destination),
            text="".join(each.text for each in passed) if may_leave else "",
            mapping=passage.mapping if may_leave else {},
        )

    def passage(self, destination: str, *, hides: bool, timeout: float | None = None) -> Passage:
        """The way of one text that comes in pieces; ``timeout`` seconds for each window of it.

        With ``hides`` what may not leave becomes placeholders.
        """
        return self._passage(destination, lambda: time_left(timeout), Hiding() if hides else None)

    def look(self, window: Window, timeout: float | None = None) -> Looked:
        """What is found in one window of a text."""
        return look_at(window, self._analyzer.looker, timeout)

    def _passage(
        self, destination: str, clock: Callable[[], TimeLeft], hiding: Hiding | None
    ) -> Passage:
        return Passage(self._analyzer.looker, self.terms(destination), clock, hiding)

    def redact_doc(  # noqa: PLR0913  # all but two have a name and a default
        self,
        doc: Doc,
        destination: str = DESTINATION,
        *,
        gaps: Sequence[Gap] = (),
        operator: str = PLACEHOLDER,
        key: bytes | None = None,
        noun: Message = TEXT,
        timeout: float | None = None,
    ) -> DocRedaction:
        """Judge the parts of ``doc`` as ``redact`` does; a value has one placeholder in all."""
        left = time_left(timeout)
        numbering = numbering_of(self.policy)

        def again(safe: RedactedDoc) -> tuple[list[Finding], list[Gap]]:
            return self._found(safe.doc(doc), left())

        judged = self._judge(doc, self.terms(destination, noun), gaps, left).settled(
            numbering, again
        )
        safe = judged.redacted(numbering, operator, key)
        may_leave = not (judged.gaps and judged.decision.verdict is Verdict.BLOCK)
        return DocRedaction(
            **self._told(judged),
            edits=tuple(part.edits for part in safe.parts) if may_leave else None,
            mapping=safe.mapping if may_leave else {},
        )

    def _judge(
        self,
        doc: Doc,
        terms: Terms,
        gaps: Sequence[Gap],
        left: TimeLeft,
        only: Collection[str] | None = None,
    ) -> Judged:
        found, unread = self._found(doc, left())
        if only is not None:
            found = [finding for finding in found if finding.entity_type in only]
        return Judged.of(doc, found, [*gaps, *unread], terms)

    def _found(self, doc: Doc, timeout: float | None) -> tuple[list[Finding], list[Gap]]:
        layout = Layout.of(doc)
        found, unread = self._analyzer.analyze(layout.doc, timeout)
        return layout.back(found), layout.gaps_back(unread)

    def terms(self, destination: str, noun: Message = TEXT) -> Terms:
        """What is decided by on the way to ``destination`` today."""
        return Terms(self.policy, destination, self._today(), noun)

    def _told(self, judged: Judged) -> dict[str, Any]:
        """What a result tells of it."""
        decision = judged.decision
        return self.names(judged.terms.destination) | {
            "decision": decision.verdict,
            "findings": decision.rulings,
            "gaps": judged.gaps,
            "message": decision.message,
        }

    def names(self, destination: str) -> dict[str, Any]:
        """What every result says of where the text goes and what was decided by."""
        return {
            "destination": destination,
            "policy_id": self.policy.id,
            "policy_version": self.policy.version,
        }


def _doc(text: str) -> Doc:
    """``text`` as a Doc of one part; raises InputError for no string."""
    if not isinstance(text, str):
        raise InputError(da="Teksten skal være en streng.", en="The text must be a string.")
    return Doc.from_text(text)
