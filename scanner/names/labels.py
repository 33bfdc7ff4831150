"""Persons and firms by the label of the field they fill: "Navn", "kontaktperson", "leverandør"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scanner.doc import Span
from scanner.fields import Field, FieldKind
from scanner.names.firm_words import FIRM_NOUNS, LEGAL_FORMS, is_trade
from scanner.names.label_words import (
    FIRM_GROUPS,
    FIRM_LABELS,
    FIRM_NUMBERS,
    NAME_LABELS,
    NOTHING,
    PARTY_LABELS,
    PERSON_GROUPS,
    PERSON_LABELS,
)
from scanner.names.levels import KNOWN
from scanner.names.lists import is_firm, may_be_person, persons_in_row, words_of
from scanner.names.name import Kind, Name, organization, person
from scanner.names.shapes import firm_span, person_end
from scanner.names.vocabulary import STOP
from scanner.names.words import Page

_PERSON = person(0.93, "feltet rummer et personnavn", "the field holds a person's name")
_FIRM = organization(0.9, "feltet rummer et firmanavn", "the field holds a firm's name")
_CELL_FIRM = organization(
    0.9, "feltet rummer et firmanavn", "the field holds a firm's name", is_certain=True
)
_PARTY_PERSON = person(0.85, "feltet nævner en part", "the field names a party")
_PARTY_FIRM = organization(0.8, "feltet nævner en part", "the field names a party")

_EITHER = frozenset({Kind.PERSON, Kind.ORGANIZATION})
_FIRMS = frozenset({Kind.ORGANIZATION})
_PERSONS = frozenset({Kind.PERSON})
_UNSURE = NAME_LABELS | {"fra", "til", "from", "to"}
_BY_COMPANY = NAME_LABELS | {"last"}  # what they ask for, the fields near them tell
_NEAR = 8  # fields to either side that may be of the same row or object
_CONTACT_CUT = re.compile(r"[<(\[\n\t|/]| [-–—] |, (?=[a-zæøå])")
_MAX_SIZE = 80
_MAX_WORDS = 7
_MAX_LOWER = 4
_ORDINARY = 5  # a value of one word that is this common in lower case is no name


@dataclass(frozen=True, slots=True)
class Asked:
    """A field whose label asks for a name, and whose."""

    field: Field
    kinds: frozenset[Kind]


def asked(fields: Sequence[Field]) -> Iterator[Asked]:
    """The fields whose label asks for a name."""
    known: dict[str, frozenset[Kind]] = {}  # of labels that say so themselves
    for index, field in enumerate(fields):
        if len(field.span) > _MAX_SIZE and field.kind is not FieldKind.LINE:
            continue
        kinds = known.get(field.label)
        if kinds is None:
            kinds = _kinds(field, fields[max(0, index - _NEAR) : index + _NEAR + 1])
            if _key(field.label) not in _BY_COMPANY:
                known[field.label] = kinds
        if kinds:
            yield Asked(field, kinds)


def labelled(page: Page, fields: Iterable[Asked]) -> Iterator[Name]:
    """The names in the fields whose label asks for one."""
    for each in fields:
        field, kinds = each.field, each.kinds
        inside = _inside(page, field.span)
        if not inside or not page.is_lone(inside.start):
            continue
        if Kind.PERSON in kinds and (rows := list(_persons(page, field, inside, kinds))):
            yield from rows
        elif Kind.ORGANIZATION in kinds:
            yield from _firm(page, field, inside, kinds)


def _kinds(field: Field, near: Sequence[Field]) -> frozenset[Kind]:
    """Whose name the label asks for; the fields near it tell what a bare "name" stands for."""
    label = _key(field.label)
    if label in NAME_LABELS:
        return _kinds_of_name(field, near)
    if label == "last" and any(_key(other.label) == "first" for other in near):
        return _PERSONS
    if label in PARTY_LABELS:
        return _EITHER
    if label in FIRM_LABELS:
        return _FIRMS
    head, _, tail = label.partition("_")
    if tail in NAME_LABELS and (whose := _kinds_of_owner(head)):
        return whose
    return _PERSONS if label in PERSON_LABELS else frozenset()


def _kinds_of_owner(head: str) -> frozenset[Kind]:
    """Whose name "virksomhedens navn", "kundens navn" or "ansøgers navn" asks for."""
    stem = head.removesuffix("s")
    for kinds, labels in (
        (_EITHER, PARTY_LABELS),
        (_PERSONS, PERSON_LABELS),
        (_FIRMS, FIRM_LABELS | FIRM_NOUNS),
    ):
        if head in labels or stem in labels or stem.removesuffix("en") in labels:
            return kinds
    return frozenset()


def _kinds_of_name(field: Field, near: Sequence[Field]) -> frozenset[Kind]:
    if _has_firm(field, near):
        return _PERSONS
    if field.group in FIRM_GROUPS or _has_firm_number(field, near):
        return _EITHER if field.group in PERSON_GROUPS else _FIRMS
    is_row = field.kind is not FieldKind.KEY or field.group in PERSON_GROUPS
    return _EITHER if is_row else _PERSONS


def _has_firm(field: Field, near: Sequence[Field]) -> bool:
    """Whether a column beside this one holds the firms, so that the names are those of persons."""
    return field.kind is FieldKind.COLUMN and any(
        other.kind is FieldKind.COLUMN and _key(other.label) in FIRM_LABELS for other in near
    )


def _has_firm_number(field: Field, near: Sequence[Field]) -> bool:
    """Whether a field of the same row or object is a CVR number or the like."""
    return any(
        other.kind is field.kind
        and other.group == field.group
        and _key(other.label).removesuffix("_nr").removesuffix("nr") in FIRM_NUMBERS
        for other in near
    )


def _key(label: str) -> str:
    return label.replace(" ", "_").replace("-", "_").replace(".", "").rstrip("*")


def _inside(page: Page, span: Span) -> range:
    cut = _CONTACT_CUT.search(page.text, span.start, span.end)
    return words_of(page, Span(span.start, cut.start() if cut else span.end))


def _persons(page: Page, field: Field, inside: range, kinds: frozenset[Kind]) -> Iterator[Name]:
    first = inside.start
    rule = _PERSON if kinds == {Kind.PERSON} else _PARTY_PERSON
    is_sure = rule is _PERSON and field.label not in _UNSURE
    is_cell = field.kind is not FieldKind.LINE
    if is_cell and len(inside) <= _MAX_WORDS and _is_turned(page, inside):
        yield Name(page.span(first, inside.stop - 1), rule)
        return
    if not may_be_person(page, first):
        if is_sure and _is_odd_name(page, inside):
            yield Name(page.span(first, first), rule)
        return
    last = person_end(page, first, lower=not page.is_capital(first))
    known = (
        page.first_names[first] >= KNOWN or page.surnames[last] >= KNOWN or page.is_initial(first)
    )
    lone = is_cell and last + 1 >= inside.stop
    if known or (is_sure and (lone or last > first)) or (kinds == {Kind.PERSON} and last > first):
        yield from (
            name for name in persons_in_row(page, first, rule) if _within(name, page, inside)
        )


def _within(name: Name, page: Page, inside: range) -> bool:
    return name.span.end <= page.words[inside.stop - 1].end + 1


def _is_odd_name(page: Page, inside: range) -> bool:
    """A short capitalized value under "efternavn" is a name, be it an ordinary word too."""
    words = [page.words[index] for index in inside]
    return (
        len(words) == 1
        and words[0].text[0].isupper()
        and words[0].text.isalpha()
        and words[0].low not in STOP
    )


def _is_turned(page: Page, inside: range) -> bool:
    """Whether the cell reads "Holm, Pernille"."""
    commas = [index for index in inside if index > inside.start and page.gap(index) == ", "]
    if len(commas) != 1 or not all(page.is_capital(index) for index in inside):
        return False
    return page.first_names[commas[0]] > 0 and page.low(inside.start) not in STOP


def _firm(page: Page, field: Field, inside: range, kinds: frozenset[Kind]) -> Iterator[Name]:
    first, last = inside.start, inside.stop - 1
    lows = [page.low(index) for index in inside]
    if len(inside) > _MAX_WORDS or not any(map(str.isalpha, "".join(lows))):
        return
    if not NOTHING.isdisjoint(lows) or all(low in STOP for low in lows):
        return
    if _key(field.label) in NAME_LABELS and kinds != _FIRMS and not _is_firm_name(page, inside):
        return
    if len(inside) == 1 and (lows[0] in FIRM_NOUNS or page.commons[first] > _ORDINARY):
        return
    if field.kind is FieldKind.LINE and not _is_line_value(page, inside):
        return
    rule = _PARTY_FIRM if kinds != _FIRMS else _CELL_FIRM
    if field.kind is FieldKind.LINE:
        rule = _FIRM if kinds == _FIRMS else _PARTY_FIRM
        last = _before_comma(page, inside)
    yield Name(firm_span(page, first, last), rule)


def _before_comma(page: Page, inside: range) -> int:
    """The last word before a comma: an address or a number follows it."""
    commas = (at for at in inside if at > inside.start and page.gap(at) == ", ")
    return next(commas, inside.stop) - 1


def _is_line_value(page: Page, inside: range) -> bool:
    """Whether what stands behind "Firma:" is a name and not a sentence."""
    if page.words[inside.start].text[0].islower():
        few = len(inside) <= _MAX_LOWER and page.closes_line(inside.stop - 1)
        return few and not any(page.low(index) in STOP for index in inside)
    after = page.text[page.words[inside.stop - 1].end :][:1]
    return not (after and after in ".!?" and len(inside) > _MAX_LOWER)


def _is_firm_name(page: Page, inside: range) -> bool:
    lows = [page.low(index) for index in inside]
    return is_firm(page, inside.start, inside.stop - 1) or any(
        low in LEGAL_FORMS or is_trade(low) for low in lows
    )
