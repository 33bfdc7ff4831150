"""The one way every door goes: text → Doc → findings and gaps → verdict → safe text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from scanner.analyze import Analyzer
from scanner.decide import Decision, Ruling, Terms, decide
from scanner.doc import Doc
from scanner.errors import InputError
from scanner.finding import Gap
from scanner.message import Message
from scanner.nlp.engine import NamesEngine
from scanner.policy import Policy, Verdict
from scanner.recognizers import ALL
from scanner.recognizers.house import House, Today
from scanner.register import Register
from scanner.transform import PLACEHOLDER, Redacted, redact

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
        decision, gaps = self._judge(text, destination, timeout)
        return Result(
            decision=decision.verdict,
            findings=decision.rulings,
            gaps=gaps,
            message=decision.message,
            destination=destination,
            policy_id=self.policy.id,
            policy_version=self.policy.version,
        )

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

        ``operator`` is placeholder, mask, hash or encrypt (``key`` for the last two). Raises
        InputError for no string, an unknown operator or a key that does not fit.
        """
        decision, gaps = self._judge(text, destination, timeout)
        safe = redact(text, decision.rulings, self.policy, operator, key)
        if gaps and decision.verdict is Verdict.BLOCK:
            safe = Redacted("")
        return Redaction(
            decision=decision.verdict,
            findings=decision.rulings,
            gaps=gaps,
            message=decision.message,
            destination=destination,
            policy_id=self.policy.id,
            policy_version=self.policy.version,
            text=safe.text,
            mapping=safe.mapping,
        )

    def _judge(
        self, text: str, destination: str, timeout: float | None
    ) -> tuple[Decision, tuple[Gap, ...]]:
        if not isinstance(text, str):
            raise InputError(da="Teksten skal være en streng.", en="The text must be a string.")
        doc = Doc.from_text(text)
        findings, gaps = self._analyzer.analyze(doc, timeout)
        terms = Terms(self.policy, destination, self._today())
        return decide(doc, findings, gaps, terms), tuple(gaps)
