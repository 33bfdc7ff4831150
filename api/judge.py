"""The scanner as a door's job sees it: within one time limit, every text written down."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from api.audit import Entry
from scanner.doc import Doc
from scanner.finding import Gap, GapReason

if TYPE_CHECKING:
    from scanner import Scanner
    from scanner.pipeline import DocRedaction, Result


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, and for what; ``operation`` is "scan", "redact", "stream" or "live"."""

    key_id: str
    operation: str
    destination: str


@dataclass(slots=True)
class Judge:
    """Judges the Docs of one request within ``seconds`` in all; ``entries`` are the rows for it."""

    scanner: Scanner
    caller: Caller
    seconds: float
    entries: list[Entry] = field(default_factory=list)
    _began: float = field(default_factory=time.monotonic)

    def scan(self, doc: Doc, only: Collection[str] | None = None) -> Result:
        """The verdict on ``doc``; ``only`` names the entity types that count."""
        began = time.monotonic()
        result = self.scanner.scan_doc(
            doc, self.caller.destination, only=only, timeout=self._left(began)
        )
        self._note(doc, result, time.monotonic() - began)
        return result

    def redact(self, doc: Doc, gaps: Sequence[Gap] = ()) -> DocRedaction:
        """The verdict on ``doc``, and the edits that make it one that may leave.

        ``gaps`` are those that reading it came to.
        """
        began = time.monotonic()
        result = self.scanner.redact_doc(
            doc, self.caller.destination, gaps=gaps, timeout=self._left(began)
        )
        self._note(doc, result, time.monotonic() - began)
        return result

    def late(self) -> Entry:
        """The row of a job that was given up."""
        policy = self.scanner.policy
        return self._entry(
            decision=policy.destination(self.caller.destination).gap.action.value,
            gaps={GapReason.TIMEOUT.value: 1},
            duration_ms=round(self.seconds * 1000, 3),
        )

    def _left(self, now: float) -> float:
        return max(0.0, self._began + self.seconds - now)

    def _note(self, doc: Doc, result: Result, seconds: float) -> None:
        texts = [part.text for part in doc.parts]
        entry = self._entry(
            decision=result.decision.value,
            entities=dict(Counter(ruling.entity_type for ruling in result.findings)),
            gaps=dict(Counter(gap.reason.value for gap in result.gaps)),
            characters=sum(map(len, texts)),
            size_bytes=sum(len(text.encode("utf-8", "surrogatepass")) for text in texts),
            duration_ms=round(seconds * 1000, 3),
        )
        self.entries.append(entry)

    def _entry(  # noqa: PLR0913  # one row
        self,
        *,
        decision: str,
        entities: dict[str, int] | None = None,
        gaps: dict[str, int],
        characters: int = 0,
        size_bytes: int = 0,
        duration_ms: float,
    ) -> Entry:
        policy, caller = self.scanner.policy, self.caller
        return Entry(
            key_id=caller.key_id,
            operation=caller.operation,
            destination=caller.destination
            if caller.destination in policy.destinations
            else "other",
            decision=decision,
            entities=entities or {},
            gaps=gaps,
            characters=characters,
            size_bytes=size_bytes,
            duration_ms=duration_ms,
            policy_id=policy.id,
            policy_version=policy.version,
        )
