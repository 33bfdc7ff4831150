"""Persons and firms the model found, of any spaCy pipeline, cleaned up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.names.levels import USUAL
from scanner.names.lists import words_of
from scanner.names.name import Kind, Name, organization, person
from scanner.names.shapes import firm_span, is_road, person_span
from scanner.names.vocabulary import BEFORE_FIRM, GREETINGS, KIN, STOP, TITLES, is_role
from scanner.names.words import Page

_PERSON = person(0.85, "fundet af navnemodellen", "found by the names model")
_FIRM = organization(0.7, "fundet af navnemodellen", "found by the names model")

_KINDS = {
    "PER": Kind.PERSON,
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "ORGANIZATION": Kind.ORGANIZATION,
}
_CUTS = "\n\r\t|"


def model_names(page: Page, artifacts: NlpArtifacts | None) -> Iterator[Name]:
    """The model's persons and firms; places and the rest are not asked for."""
    for entity in getattr(artifacts, "entities", None) or ():
        kind = _KINDS.get(str(getattr(entity, "label_", "")))
        if kind is None:
            continue
        for piece in _pieces(page.text, _entity_span(entity)):
            yield from _cleaned(page, piece, kind)


def _entity_span(entity: Any) -> Span:
    start = max(0, int(entity.start_char))
    return Span(start, max(start, int(entity.end_char)))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The span cut at line breaks, tabs and bars."""
    start = span.start
    for at in range(span.start, min(span.end, len(text)) + 1):
        if at == span.end or at == len(text) or text[at] in _CUTS:
            if at > start:
                yield Span(start, at)
            start = at + 1


def _cleaned(page: Page, piece: Span, kind: Kind) -> Iterator[Name]:
    inside = words_of(page, piece)
    first, last = inside.start, inside.stop - 1
    lead = TITLES | GREETINGS | KIN | STOP if kind is Kind.PERSON else BEFORE_FIRM
    while first < last and (
        page.low(first) in lead or (kind is Kind.PERSON and _is_lead(page, first))
    ):
        first += 1
    while last > first and page.low(last) in STOP:
        last -= 1
    if first > last or not _is_name(page, first, last, kind):
        return
    if kind is Kind.PERSON:
        yield Name(person_span(page, first, last), _PERSON)
    else:
        yield Name(firm_span(page, first, last), _FIRM)


def _is_lead(page: Page, at: int) -> bool:
    return is_role(page.low(at)) and not page.first_names[at]


def _is_name(page: Page, first: int, last: int, kind: Kind) -> bool:
    low, text = page.low(first), page.words[first].text
    if not page.is_lone(first) or is_road(page, last):
        return False
    if first < last:
        return any(page.words[index].low not in STOP for index in range(first, last + 1))
    if low in STOP or is_role(low) or len(low) == 1 or not any(map(str.isalpha, low)):
        return False
    if kind is Kind.PERSON:
        return (
            page.first_names[first] > 0 or page.surnames[first] > 0 or page.commons[first] <= USUAL
        )
    return text[0].isupper() and page.commons[first] <= USUAL and not page.place(low)
