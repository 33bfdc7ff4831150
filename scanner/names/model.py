"""Persons and firms the model found, of any spaCy pipeline, cleaned up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.names.everyday import ABBREVIATIONS
from scanner.names.firm_words import LEGAL_FORMS, is_type
from scanner.names.hinted import is_no_place, may_be_hinted
from scanner.names.legal import name_before_form
from scanner.names.levels import FREQUENT, KNOWN, USUAL
from scanner.names.likely import is_likely_firm, is_likely_person
from scanner.names.lists import words_of
from scanner.names.name import Kind, Name, Needs, Rule, organization, person
from scanner.names.shapes import firm_end, firm_span, is_road, person_span
from scanner.names.unknown import HOUSES
from scanner.names.vocabulary import BEFORE_FIRM, GREETINGS, KIN, STOP, TITLES, is_role
from scanner.names.words import Page

_PERSON = person(0.85, "fundet af navnemodellen", "found by the names model", needs=Needs.TALK)
_WHOLE = person(0.85, "fundet af navnemodellen", "found by the names model")
_ONE_WORD = person(0.8, "fundet af navnemodellen", "found by the names model", needs=Needs.TALK)
_FIRM = organization(0.7, "fundet af navnemodellen", "found by the names model", needs=Needs.TALK)
_HINTED = organization(
    0.6,
    "fundet af navnemodellen ved siden af personer",
    "found by the names model beside persons",
    needs=Needs.PERSON,
)

_KINDS = {
    "PER": Kind.PERSON,
    "PERSON": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "ORGANIZATION": Kind.ORGANIZATION,
}
_PLACES = frozenset({"LOC", "GPE", "LOCATION"})
_PIECE = re.compile(r"[^\n\r\t|]+")
# Words inside a name that are written small.
_JOINING = frozenset(
    {"&", "+", "og", "and", "af", "i", "på", "for", "til", "de", "von", "der", "van"}
    | {"í", "á", "la", "el", "al", "bin", "ibn", "da", "dos", "ter"}
)
_CELL_END = re.compile(r"[ \t]*(?:[\n\r|;\t]|\Z)")
_AT = frozenset({"i", "på", "ved"})
_AGENTS = frozenset({"hos", "fra"})
_ARTICLES = frozenset({"den", "det", "the"})
_BEFORE_PERSON = TITLES | GREETINGS | KIN | STOP
_NO_CONTENT = _JOINING | STOP


class Seen(NamedTuple):
    """What the model takes for a name: of whose kind; None for a place."""

    span: Span
    kind: Kind | None


def seen_by_model(artifacts: NlpArtifacts | None) -> Iterator[Seen]:
    """The model's persons, firms and places; the rest is not asked for."""
    for entity in getattr(artifacts, "entities", None) or ():
        label = str(getattr(entity, "label_", ""))
        if label in _KINDS or label in _PLACES:
            start = max(0, int(entity.start_char))
            span = Span(start, max(start, int(entity.end_char)))
            yield Seen(span, _KINDS.get(label))


def model_names(page: Page, seen: Iterable[Seen]) -> Iterator[Name]:
    """The model's persons and firms."""
    for span, kind in seen:
        for piece in _pieces(page.text, span):
            if kind is None:
                yield from _no_place(page, piece)
            else:
                yield from _cleaned(page, piece, kind)


def _no_place(page: Page, piece: Span) -> Iterator[Name]:
    """A firm that the model takes for a place: "fra Codeladen"."""
    inside = words_of(page, piece)
    if len(inside) == 1 and is_no_place(page, inside.start):
        yield Name(firm_span(page, inside.start, inside.start), _HINTED)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The span cut at line breaks, tabs and bars."""
    return (Span(*found.span()) for found in _PIECE.finditer(text, span.start, span.end))


def _cleaned(page: Page, piece: Span, kind: Kind) -> Iterator[Name]:
    inside = words_of(page, piece)
    first, last = inside.start, inside.stop - 1
    lead = _BEFORE_PERSON if kind is Kind.PERSON else BEFORE_FIRM
    while first < last and (page.low(first) in lead or _is_lead(page, first, kind)):
        if kind is Kind.ORGANIZATION and _is_adjective(page, first):
            break
        if kind is Kind.PERSON and _is_first_name(page, first):
            break
        first += 1
    while last > first and page.low(last) in STOP and not _is_last_name(page, last, kind):
        last -= 1
    if kind is Kind.ORGANIZATION and not page.is_capital(first):
        first = _without_talk(page, first, last)
    if first > last:
        return
    if not _is_name(page, first, last, kind):
        if kind is Kind.ORGANIZATION and _is_hinted(page, first, last):
            yield Name(firm_span(page, first - _has_article(page, first), last), _HINTED)
        return
    if kind is Kind.PERSON:
        yield Name(person_span(page, first, last), _person_rule(page, first, last))
    else:
        yield Name(firm_span(page, first, _whole_end(page, first, last)), _FIRM)


def _person_rule(page: Page, first: int, last: int) -> Rule:
    """A word alone may be a town or a star, and so may ordinary words: "Big Bang"."""
    if first == last:
        return _ONE_WORD
    is_whole = all(_is_rare(page, at) for at in range(first, last + 1))
    if page.first_names[first] > 0:
        is_whole = is_whole or all(page.commons[at] <= KNOWN for at in range(first + 1, last + 1))
    return _WHOLE if is_whole else _PERSON


def _is_rare(page: Page, at: int) -> bool:
    """Whether the word is known as a name or not known at all."""
    named = page.first_names[at] + page.surnames[at] > 0
    return page.commons[at] == 0 and (named or page.lexicon.row(page.low(at)) == 0)


def _without_talk(page: Page, first: int, last: int) -> int:
    """Where the firm begins behind small words: "owes Halvkreds", "selma hos bro"."""
    if page.is_small:
        inner = (at + 1 for at in range(first, last) if page.low(at) in _AGENTS)
    else:
        inner = (at for at in range(first + 1, last + 1) if page.is_capital(at))
    return next(inner, first)


def _has_article(page: Page, at: int) -> bool:
    """Whether "Den" or "The" with a capital stands before the word."""
    return page.low(at - 1) in _ARTICLES and page.joined(at) and page.is_capital(at - 1)


def _is_hinted(page: Page, first: int, last: int) -> bool:
    """Whether the words may be a firm's where persons are named."""
    content = [at for at in range(first, last + 1) if page.low(at) not in _NO_CONTENT]
    digits = any(any(map(str.isdigit, page.low(at))) for at in content)
    return bool(content) and not digits and page.is_lone(first) and may_be_hinted(page, content)


def _is_adjective(page: Page, at: int) -> bool:
    """Whether the word and the next are a name together: "Dansk Tangsalt", "Danish Seaweed"."""
    return (
        page.low(at) in {"dansk", "danske", "danish"}
        and page.is_capital(at)
        and page.is_capital(at + 1)
        and page.joined(at + 1)
    )


def _is_first_name(page: Page, at: int) -> bool:
    """Whether a short word is a first name or a particle: "psykolog Sine Diemark", "de Vries"."""
    if not page.joined(at + 1) or (page.is_capital(at) and page.opens(at)):
        return False
    if page.is_capital(at) != page.is_capital(at + 1):
        return page.low(at) == "de" and page.is_capital(at + 1) and not page.opens(at)
    first, last = page.first_names[at], page.surnames[at + 1]
    return first >= FREQUENT or (first >= KNOWN and last >= USUAL)


def _is_last_name(page: Page, at: int, kind: Kind) -> bool:
    """Whether a short word is a surname behind a first name: "Khanh Do", "nga do"."""
    is_alike = page.is_capital(at) == page.is_capital(at - 1) and not page.in_capitals(at)
    follows = is_alike and page.joined(at)
    follows = follows or (page.low(at) == "a" and page.is_small)  # "yusuf a"
    first = page.first_names[at - 1] if kind is Kind.PERSON and follows else 0
    return first >= KNOWN or (first > 0 and not page.lexicon.common(page.low(at - 1)))


def _is_lead(page: Page, at: int, kind: Kind) -> bool:
    """Whether the word stands before the name: a role, "m." for "med", or a kind of firm."""
    if kind is Kind.PERSON:
        is_with = page.words[at].text == "m" and page.is_capital(at + 1)
        return is_with or (is_role(page.low(at)) and not page.first_names[at])
    return not page.is_capital(at) and is_type(page.low(at))


def _whole_end(page: Page, first: int, last: int) -> int:
    """The end of the firm's name where the model saw its first word alone: "Bazaarens Bedste".

    And of one that is told from others by its place: "Smeden i Vrå".
    """
    is_placed = first == last and page.low(last + 1) in _AT and page.joined(last + 1)
    is_house = page.low(first).endswith(HOUSES) or is_type(page.low(first))
    if is_placed and is_house and page.is_capital(last + 2) and page.joined(last + 2):
        return last + 2
    alone = first == last and page.is_capital(first) and page.is_capital(last + 1)
    return firm_end(page, first, 1) if alone and page.joined(last + 1) else last


def _is_name(page: Page, first: int, last: int, kind: Kind) -> bool:
    """Whether what the model found can be a name at all: a model errs where no rule would."""
    if not page.is_lone(first) or is_road(page, last) or page.gap(last + 1).startswith("- "):
        return False  # "Patent- og Markedsstyrelsen"
    words = range(first, last + 1)
    content = [i for i in words if page.low(i) not in _NO_CONTENT or _is_adjective(page, i)]
    text = page.words[last].text
    if not content or text in ABBREVIATIONS or any(map(str.isdigit, text)):
        return False
    if "." in page.low(first) and any(map(str.isdigit, page.low(first))):
        return False  # "U.2021.1234H. Dommen"
    if kind is Kind.ORGANIZATION and page.low(last) in LEGAL_FORMS and first < last:
        return name_before_form(page, last) is not None  # "fra enkeltmandsvirksomhed til aps"
    is_alike = is_likely_person if kind is Kind.PERSON else is_likely_firm
    return is_alike(page, content)
