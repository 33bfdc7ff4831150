"""Persons and firms the model found, of any spaCy pipeline, cleaned up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.names.levels import KNOWN, USUAL
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
# Words inside a name that are written small.
_JOINING = frozenset(
    {"&", "+", "og", "and", "af", "i", "på", "for", "til", "de", "von", "der", "van"}
)
_BEFORE_PERSON = TITLES | GREETINGS | KIN | STOP
_NO_CONTENT = _JOINING | STOP
_NUMERAL = re.compile(r"[IVX]+|.")


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
    lead = _BEFORE_PERSON if kind is Kind.PERSON else BEFORE_FIRM
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
    """Whether what the model found can be a name at all: a model errs where no rule would."""
    if not page.is_lone(first) or is_road(page, last):
        return False
    content = [i for i in range(first, last + 1) if page.low(i) not in _NO_CONTENT]
    if not content or any(map(str.isdigit, page.words[last].text)):
        return False
    is_alike = _is_person if kind is Kind.PERSON else _is_firm
    return is_alike(page, content)


def _is_person(page: Page, content: list[int]) -> bool:
    """Capitals and unknown or well-known words; in lower case a first and a last name."""
    known = [max(page.first_names[i], page.surnames[i]) >= KNOWN for i in content]
    if not all(page.is_capital(i) for i in content):
        return (
            len(content) > 1
            and page.first_names[content[0]] >= KNOWN
            and page.surnames[content[-1]] >= KNOWN
        )
    if len(content) > 1:
        return any(known) or all(page.commons[i] == 0 for i in content)
    at, text = content[0], page.words[content[0]].text
    if text.isupper() or _is_compound(text) or page.place(page.low(at)) or is_role(page.low(at)):
        return False
    is_new = not page.opens(at) and page.lexicon.capital(page.low(at)) == 0
    return page.commons[at] <= USUAL and (known[0] or is_new)


def _is_firm(page: Page, content: list[int]) -> bool:
    """Several capitals with something of a firm's or nobody's word; one word with an inner one."""
    words = [page.words[i] for i in content]
    if len(words) == 1:
        text = words[0].text
        has_inner = any(map(str.isupper, text[1:])) and not text.isupper()
        return has_inner and not _is_compound(text)
    is_trade = any(page.lexicon.firm(word.low) for word in words)
    if not all(page.is_capital(i) for i in content):
        is_named = max(page.first_names[content[0]], page.surnames[content[0]]) >= KNOWN
        return is_trade and is_named and page.commons[content[0]] == 0
    if any(_is_compound(word.text) for word in words) or _NUMERAL.fullmatch(words[-1].text):
        return False
    if all(page.place(word.low) for word in words[:-1]):
        return False
    return is_trade or any(page.commons[i] == 0 for i in content)


def _is_compound(text: str) -> bool:
    """Whether ``text`` is a compound with an ordinary word: "ISO-format", not "Anne-Mette"."""
    return any(part[:1].islower() for part in text.split("-")[1:])
