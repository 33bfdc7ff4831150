"""The one way every door goes: text → Doc → findings and gaps → verdict → safe text."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from scanner.analyze import Analyzer
from scanner.decide import Decision, Ruling, Terms, decide
from scanner.doc import Doc, Edit
from scanner.errors import InputError
from scanner.finding import Finding, Gap, GapReason
from scanner.layout import Layout
from scanner.message import Message
from scanner.nlp.engine import NamesEngine
from scanner.policy import Policy, Verdict
from scanner.recognizers import ALL
from scanner.recognizers.house import House, Today
from scanner.register import Register
from scanner.transform import PLACEHOLDER, RedactedDoc, redact_doc

DESTINATION = "chatgpt"
_LOOKS = 5


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


@dataclass(frozen=True, slots=True)
class _Judged:
    """A Doc on its way through: what was found, and what was decided by which terms."""

    doc: Doc
    terms: Terms
    findings: list[Finding]
    gaps: list[Gap]
    decision: Decision

    def told(self) -> dict[str, Any]:
        """What a result tells of it."""
        return {
            "decision": self.decision.verdict,
            "findings": self.decision.rulings,
            "gaps": tuple(self.gaps),
            "message": self.decision.message,
            "destination": self.terms.destination,
            "policy_id": self.terms.policy.id,
            "policy_version": self.terms.policy.version,
        }


class Scanner:
    """The gate. Build it once and share it: it is thread-safe and keeps nothing of a text."""

    def __init__(self, policy: Policy, analyzer: Analyzer, today: Today = dt.date.today) -> None:
        self.policy = policy
        self._analyzer = analyzer
        self._today = today

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
        engine.load()
        house = House(policy, today, own)
        return cls(policy, Analyzer([kind.for_house(house) for kind in ALL], engine), today)

    def scan(
        self, text: str, destination: str = DESTINATION, *, timeout: float | None = None
    ) -> Result:
        """Judge ``text`` on its way to ``destination`` (an unknown one counts as the fallback).

        What is not looked at within ``timeout`` seconds is a gap. Raises InputError when ``text``
        is no string.
        """
        return self.scan_doc(_doc(text), destination, timeout=timeout)

    def scan_doc(
        self,
        doc: Doc,
        destination: str = DESTINATION,
        *,
        gaps: Sequence[Gap] = (),
        timeout: float | None = None,
    ) -> Result:
        """Judge the parts of ``doc``; ``gaps`` are those that reading it came to.

        A finding tells its part. What stands in several parts is one finding in each.
        """
        end = None if timeout is None else time.monotonic() + timeout
        return Result(**self._judge(doc, destination, gaps, end).told())

    def redact(
        self,
        text: str,
        destination: str = DESTINATION,
        *,
        operator: str = PLACEHOLDER,
        key: bytes | None = None,
        timeout: float | None = None,
    ) -> Redaction:
        """Judge ``text``, and replace in it what may not reach ``destination``.

        What leaves is looked at again, until nothing is found in it: without the values around it
        a text may read differently, so there may be more findings than ``scan`` has. ``operator``
        is placeholder, mask, hash or encrypt (``key`` for the last two). Raises InputError for no
        string, an unknown operator or a key that does not fit.
        """
        way = _Way(destination, operator, key, timeout)
        judged, safe = self._redact(_doc(text), (), way)
        left = safe.parts[0].text if safe else ""
        return Redaction(**judged.told(), text=left, mapping=safe.mapping if safe else {})

    def redact_doc(  # noqa: PLR0913  # all but two have a name and a default
        self,
        doc: Doc,
        destination: str = DESTINATION,
        *,
        gaps: Sequence[Gap] = (),
        operator: str = PLACEHOLDER,
        key: bytes | None = None,
        timeout: float | None = None,
    ) -> DocRedaction:
        """Judge the parts of ``doc`` as ``redact`` does; a value has one placeholder in all."""
        way = _Way(destination, operator, key, timeout)
        judged, safe = self._redact(doc, gaps, way)
        edits = tuple(part.edits for part in safe.parts) if safe else None
        return DocRedaction(**judged.told(), edits=edits, mapping=safe.mapping if safe else {})

    def _redact(
        self, doc: Doc, gaps: Sequence[Gap], way: _Way
    ) -> tuple[_Judged, RedactedDoc | None]:
        """What was decided, and the parts that may leave; None when none may."""
        end = None if way.timeout is None else time.monotonic() + way.timeout
        judged = self._judge(doc, way.destination, gaps, end)
        for _ in range(_LOOKS):
            safe = redact_doc(doc, judged.decision.rulings, self.policy)
            left, unread = self._left(judged.doc, safe, way.destination, end)
            judged = self._rejudged(judged, left, unread)
            if not left:
                break
        else:
            judged = self._rejudged(judged, (), [Gap(GapReason.UNSETTLED, "redaction")])
        safe = redact_doc(doc, judged.decision.rulings, self.policy, way.operator, way.key)
        may_leave = not (judged.gaps and judged.decision.verdict is Verdict.BLOCK)
        return judged, safe if may_leave else None

    def _judge(self, doc: Doc, destination: str, gaps: Sequence[Gap], end: float | None) -> _Judged:
        layout = Layout.of(doc)
        timeout = None if end is None else max(0.0, end - time.monotonic())
        found, unread = self._analyzer.analyze(layout.doc, timeout)
        findings, all_gaps = layout.back(found), [*gaps, *layout.gaps_back(unread)]
        terms = Terms(self.policy, destination, self._today())
        return _Judged(doc, terms, findings, all_gaps, decide(doc, findings, all_gaps, terms))

    def _left(
        self, doc: Doc, safe: RedactedDoc, destination: str, end: float | None
    ) -> tuple[list[Finding], list[Gap]]:
        """What is still found in the safe text and may not leave, by its place in the source."""
        if not any(part.places for part in safe.parts):
            return [], []
        again = self._judge(safe.doc(doc), destination, (), end)
        hidden = [r.finding for r in again.decision.rulings if r.action >= Verdict.REDACT]
        return [replace(f, span=safe.parts[f.part].source(f.span)) for f in hidden], again.gaps

    @staticmethod
    def _rejudged(judged: _Judged, findings: Iterable[Finding], gaps: Iterable[Gap]) -> _Judged:
        """``judged`` with further findings and gaps."""
        found = [*judged.findings, *findings]
        unread = list(dict.fromkeys([*judged.gaps, *gaps]))
        decision = decide(judged.doc, found, unread, judged.terms)
        return _Judged(judged.doc, judged.terms, found, unread, decision)


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a text goes, how values are hidden, and how long that may take."""

    destination: str
    operator: str
    key: bytes | None = field(repr=False)
    timeout: float | None


def _doc(text: str) -> Doc:
    """``text`` as a Doc of one part; raises InputError for no string."""
    if not isinstance(text, str):
        raise InputError(da="Teksten skal være en streng.", en="The text must be a string.")
    return Doc.from_text(text)
