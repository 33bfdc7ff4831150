"""Findings and gaps, judged by the policy for one destination: rulings, verdict, message."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scanner.doc import Doc
from scanner.finding import Finding, Gap
from scanner.message import Message
from scanner.party import Mention, Party
from scanner.policy import Policy, Verdict
from scanner.policy.model import Approval, Destination, Text
from scanner.resolve import resolve

TEXT = Message("teksten", "the text")
FILE = Message("filen", "the file")


@dataclass(frozen=True, slots=True)
class Ruling:
    """A finding and what it leads to; ``approval`` is the reference of a consent that frees it."""

    finding: Finding
    action: Verdict
    clause: str
    approval: str = ""

    @property
    def entity_type(self) -> str:
        """What kind of thing was found."""
        return self.finding.entity_type

    @property
    def start(self) -> int:
        """First code point."""
        return self.finding.start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.finding.end

    @property
    def score(self) -> float:
        """The expected share of true findings among those of this kind."""
        return self.finding.score

    @property
    def recognizer(self) -> str:
        """The name of the recognizer that found it."""
        return self.finding.recognizer

    @property
    def reason(self) -> Message:
        """Why it was found, in both languages."""
        return self.finding.reason


@dataclass(frozen=True, slots=True)
class Terms:
    """What is decided by: the policy, where the text goes, and the day (approvals end).

    ``noun`` is what people are told that was looked at.
    """

    policy: Policy
    destination: str
    today: dt.date
    noun: Message = TEXT

    @property
    def place(self) -> Destination:
        """The destination's rules; any unknown one has the fallback's."""
        return self.policy.destination(self.destination)


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict over a Doc: the worst of its rulings and gaps, and what people are told."""

    verdict: Verdict
    rulings: tuple[Ruling, ...]
    message: Message


def decide(doc: Doc, findings: Iterable[Finding], gaps: Sequence[Gap], terms: Terms) -> Decision:
    """Judge ``findings`` from the policy's least score upwards; a gap is never allowed."""
    policy, place = terms.policy, terms.place
    reported = [f for f in findings if f.score >= policy.least_score(f.entity_type)]
    standing = resolve(
        reported, lambda f: place.rule(f.entity_type).action.rank, list(policy.entities)
    )
    consents = _consents(terms)
    rulings = tuple(_ruling(doc, finding, place, consents) for finding in standing)
    tally = Tally(rulings)
    return Decision(tally.verdict(gaps, terms), rulings, tally.message(gaps, terms))


def _consents(terms: Terms) -> list[tuple[Approval, Party]]:
    """The approvals that hold for the destination on the day, and whose they are."""
    holding = (a for a in terms.policy.approvals if a.holds(terms.destination, terms.today))
    return [(approval, Party.of(approval)) for approval in holding]


def _ruling(
    doc: Doc,
    finding: Finding,
    place: Destination,
    consents: Sequence[tuple[Approval, Party]],
) -> Ruling:
    rule = place.rule(finding.entity_type)
    if consents and rule.action is not Verdict.ALLOW:
        mention = Mention.of(finding.span.of(doc.parts[finding.part].text))
        for approval, party in consents:
            if approval.is_about(finding.entity_type) and party.owns(mention):
                return Ruling(finding, Verdict.ALLOW, rule.clause, approval.reference)
    return Ruling(finding, rule.action, rule.clause)


class Tally:
    """How many rulings there are of each kind; the verdict and its message need no more."""

    def __init__(self, rulings: Iterable[Ruling] = ()) -> None:
        self._counts: Counter[tuple[Verdict, str, str, bool]] = Counter()
        self.add(rulings)

    def add(self, rulings: Iterable[Ruling]) -> None:
        """Count further ones."""
        self._counts.update((r.action, r.entity_type, r.clause, bool(r.approval)) for r in rulings)

    def verdict(self, gaps: Sequence[Gap], terms: Terms) -> Verdict:
        """The worst of all; a gap counts as the destination has it."""
        actions = [action for action, *_ in self._counts]
        return max([*actions, *([terms.place.gap.action] if gaps else [])], default=Verdict.ALLOW)

    def entities(self, action: Verdict | None = None, *, approved: bool = False) -> Counter[str]:
        """How many of each entity type, or of those that lead to ``action``, or are approved."""
        counted: Counter[str] = Counter()
        for (led_to, entity_type, _, is_approved), number in self._counts.items():
            if action in {None, led_to} and is_approved >= approved:
                counted[entity_type] += number
        return counted

    def clauses(self, action: Verdict) -> list[str]:
        """The clauses of what leads to ``action``."""
        return list(
            dict.fromkeys(clause for led_to, _, clause, _ in self._counts if led_to is action)
        )

    def message(self, gaps: Sequence[Gap], terms: Terms) -> Message:
        """The sentences for the worst rulings, then those on gaps, approvals and the clauses."""
        texts = terms.policy.messages
        verdict = self.verdict(gaps, terms)
        worst, approved = self.entities(verdict), self.entities(approved=True)
        sentences: list[Message] = []
        if worst or not gaps:
            main: Text = getattr(texts, verdict.value)
            sentences.append(_filled(main, worst, terms))
        if gaps:
            sentences.append(_filled(texts.gap, Counter(), terms))
        if approved:
            sentences.append(_filled(texts.approved, approved, terms))
        if verdict is not Verdict.ALLOW:
            sentences.append(_titles(self.clauses(verdict) or [terms.place.gap.clause], terms))
        return Message(*(" ".join(pair) for pair in zip(*sentences, strict=True)))


def _titles(clauses: Iterable[str], terms: Terms) -> Message:
    titles = [terms.policy.clauses[name].title.message for name in clauses]
    return Message(*(f"({'; '.join(title)}.)" for title in zip(*titles, strict=True)))


def _filled(template: Text, found: Counter[str], terms: Terms) -> Message:
    title = terms.policy.title(terms.destination)
    filling = {
        "found": _counted(found, terms.policy),
        "destination": title.message if title else Message("dette værktøj", "this tool"),
        "advice": terms.place.advice.message,
        "contacts": terms.policy.contacts.message,
        "text": terms.noun,
        "Text": Message(*(word[0].upper() + word[1:] for word in terms.noun)),
    }
    da, en = ({name: words[side] for name, words in filling.items()} for side in (0, 1))
    return Message(template.da.format_map(da), template.en.format_map(en))


def _counted(found: Counter[str], policy: Policy) -> Message:
    """How many of each, by their names ("1 CPR-nummer og 2 personnavne"); never the values."""
    counts = found.copy()
    counted: list[Message] = []
    for entity_type, entity in policy.entities.items():
        if number := counts.pop(entity_type, 0):
            words = entity.title if number == 1 else entity.plural
            counted.append(Message(f"{number} {words.da}", f"{number} {words.en}"))
    if rest := counts.total():
        counted.append(Message(f"{rest} andet", f"{rest} other"))
    return Message(
        _listed([words.da for words in counted], "og"),
        _listed([words.en for words in counted], "and"),
    )


def _listed(words: Sequence[str], conjunction: str) -> str:
    return f" {conjunction} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
