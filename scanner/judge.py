"""What was found in a text and what was decided of it, until nothing is found in what leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from scanner.decide import Decision, Terms, decide
from scanner.doc import Doc
from scanner.finding import Finding, Gap, GapReason
from scanner.placeholders import Numbering
from scanner.policy import Verdict
from scanner.transform import RedactedDoc, redact_doc

LookAgain = Callable[[RedactedDoc], tuple[Sequence[Finding], Sequence[Gap]]]
_LOOKS = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A Doc on its way through: what was found, and what was decided by which terms."""

    doc: Doc
    terms: Terms
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    decision: Decision

    @classmethod
    def of(cls, doc: Doc, found: Iterable[Finding], gaps: Iterable[Gap], terms: Terms) -> Judged:
        """The decision on what was ``found`` in ``doc`` and on what was not looked at."""
        findings, unread = tuple(found), tuple(gaps)
        return cls(doc, terms, findings, unread, decide(doc, findings, unread, terms))

    def settled(self, numbering: Numbering, look_again: LookAgain) -> Judged:
        """This with all that ``look_again`` finds in what leaves, until it finds nothing.

        Without the values round it a text may read differently.
        """
        judged = self
        for _ in range(_LOOKS):
            safe = judged.redacted(numbering.fork())
            if not any(part.places for part in safe.parts):
                return judged
            found, gaps = look_again(safe)
            again = decide(safe.doc(judged.doc), found, gaps, judged.terms)
            left = [r.finding for r in again.rulings if r.action >= Verdict.REDACT]
            in_source = (replace(f, span=safe.parts[f.part].source(f.span)) for f in left)
            judged = judged.with_more(in_source, gaps)
            if not left:
                return judged
        return judged.with_more((), [Gap(GapReason.UNSETTLED, "redaction")])

    def redacted(
        self, numbering: Numbering, operator: str = "", key: bytes | None = None
    ) -> RedactedDoc:
        """The Doc with what may not leave replaced."""
        ways = (operator, key) if operator else ()
        rulings = self.decision.rulings
        return redact_doc(self.doc, rulings, self.terms.policy, *ways, numbering=numbering)

    def with_more(self, findings: Iterable[Finding], gaps: Iterable[Gap]) -> Judged:
        """This with further findings and gaps."""
        unread = dict.fromkeys([*self.gaps, *gaps])
        return Judged.of(self.doc, [*self.findings, *findings], unread, self.terms)
