"""All names of a text: the rules, the model, what outweighs what, and later mentions."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Self

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.names import (
    asides,
    coined,
    firmcues,
    firms,
    legal,
    letters,
    listed,
    marked,
    people,
    personcues,
    rows,
    signatures,
    small,
    speakers,
    subjects,
    unknown,
)
from scanner.names.columns import asked_columns
from scanner.names.fieldnames import is_field_name
from scanner.names.knowledge import Knowledge
from scanner.names.labels import asked
from scanner.names.levels import KNOWN
from scanner.names.lists import words_of
from scanner.names.memory import Memory
from scanner.names.model import seen_by_model
from scanner.names.name import Kind, Name
from scanner.names.read import Private, Rule
from scanner.names.stretches import Source, Stretches
from scanner.names.words import Page
from scanner.nlp.artifacts import Artifacts, fields_of
from scanner.nlp.lexicon import Lexicon
from scanner.policy import Policy
from scanner.public import SURE, PublicNames, PublicReading

RULES: tuple[Rule, ...] = (
    legal.legal_forms,
    firms.family_firms,
    firms.typed_firms,
    firms.trade_firms,
    firms.paired_firms,
    firms.ved_firms,
    firms.named_firms,
    coined.brands,
    coined.coined_firms,
    coined.small_firms,
    coined.small_called,
    coined.apposed_firms,
    coined.party_labels,
    coined.after_roles,
    firmcues.after_nouns,
    firmcues.after_owners,
    firmcues.at_firms,
    firmcues.dealt_firms,
    firmcues.quoted_firms,
    listed.counterparts,
    listed.headed,
    subjects.before_verbs,
    subjects.called_firms,
    subjects.joined_firms,
    unknown.willing,
    unknown.turned,
    unknown.owning,
    unknown.examples,
    unknown.uncased,
    unknown.priced,
    unknown.small_parties,
    marked.numbered,
    marked.attended,
    marked.housed,
    marked.domained,
    people.full_names,
    people.first_names,
    people.lower_names,
    personcues.titled,
    personcues.called,
    personcues.unknown_names,
    rows.turned_names,
    rows.list_names,
    rows.apposed,
    letters.greeted,
    letters.signed,
    letters.slashed,
    signatures.signed_firms,
    asides.in_brackets,
    asides.counted,
    asides.regarding,
    small.at_small,
    small.bracketed_small,
    small.small_quarters,
    small.small_kinds,
    small.bracketed_names,
    speakers.mail_headers,
    speakers.speakers,
    speakers.line_speakers,
)


class NameReader:
    """Reads the persons and the private organizations of a text, each place at most once."""

    def __init__(self, lexicon: Lexicon | None = None, public: PublicNames | None = None) -> None:
        self._knowledge = Knowledge(Lexicon.load() if lexicon is None else lexicon)
        self._public = PublicNames.load() if public is None else public
        self._identity = secrets.token_bytes(8)

    @classmethod
    def from_policy(cls, policy: Policy) -> Self:
        """The reader that takes the policy's own and public names for public."""
        return cls(public=PublicNames.load(policy.own_names, policy.public_names))

    def read(self, text: str, artifacts: NlpArtifacts | None = None) -> list[Name]:
        """The names in ``text``, in order, none overlapping; read once for the same artifacts."""
        if isinstance(artifacts, Artifacts):
            return artifacts.once(self, lambda: self._read(text, artifacts))
        return self._read(text, artifacts)

    def _read(self, text: str, artifacts: NlpArtifacts | None) -> list[Name]:
        fields = tuple(asked(fields_of(text, artifacts)))
        seen = tuple(seen_by_model(artifacts))
        fields = (*fields, *asked_columns(text, seen, fields))
        source = Source(text, seen, fields, RULES, self._knowledge, self._private, self._identity)
        memory = artifacts.memory if isinstance(artifacts, Artifacts) else None
        known = memory if isinstance(memory, Memory) else None
        names = Stretches(source, known).names()
        if names is None:
            names = Stretches(source, None).names()
        return names or []

    def _private(self, page: Page) -> Private:
        """What keeps of names on ``page`` what is private of them."""
        return partial(_private, page, self._public.reading(page.text))


def _private(page: Page, public: PublicReading, names: Iterable[Name]) -> Iterator[Name]:
    asked: dict[tuple[Span, bool, bool], Span | None] = {}  # many rules find the same
    for name in names:
        places, is_person = name.score < SURE, name.kind is Kind.PERSON
        key = (name.span, places, is_person)
        if key not in asked:
            asked[key] = public.private_part(name.span, places=places, is_person=is_person)
        span = asked[key]
        if not span or _asks_for_public(page, public, span):
            continue
        if is_person or not places or not is_field_name(page, span):
            yield name if span == name.span else Name(span, name.rule)


def _asks_for_public(page: Page, public: PublicReading, span: Span) -> bool:
    """Whether an ordinary word and a public name were run together: "Nævn Danmarks Statistik"."""
    first, *others = words_of(page, span)
    if not others or not page.opens(first) or page.commons[first] < KNOWN:
        return False
    rest = Span(page.words[others[0]].start, span.end)
    return public.private_part(rest, places=False) is None
