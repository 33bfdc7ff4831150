"""Persons and firms by the label of the field they fill: "Navn", "kontaktperson", "leverandør"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scanner.doc import Span
from scanner.fields import Field, FieldKind
from scanner.names.lists import is_firm, may_be_person, persons_in_row, words_of
from scanner.names.name import Kind, Name, organization, person
from scanner.names.shapes import firm_span, person_end
from scanner.names.vocabulary import FIRM_NOUNS, LEGAL_FORMS, STOP, is_trade
from scanner.names.words import Page

_PERSON = person(0.93, "feltet rummer et personnavn", "the field holds a person's name")
_FIRM = organization(0.9, "feltet rummer et firmanavn", "the field holds a firm's name")
_PARTY_PERSON = person(0.85, "feltet nævner en part", "the field names a party")
_PARTY_FIRM = organization(0.8, "feltet nævner en part", "the field names a party")

_PERSON_LABELS = frozenset(
    """fornavn efternavn mellemnavn firstname first_name first lastname last_name surname givenname
    given_name fullname full_name full kontaktperson kontakt contact person medarbejder employee
    ansat ejer owner reel ægtefælle elev patient borger klient ansøger applicant deltager deltagere
    participant til_stede fremmødte afbud referent mødeleder ordstyrer dirigent ansvarlig sagsbehandler
    konsulent rådgiver projektleder underskriver author forfatter sælger lærer læge direktør
    formand kasserer bestyrelse bestyrelsesmedlem bestyrelsesformand revisor advokat cn fuldmagtshaver
    attention att attn sendt_af skrevet_af behandlet_af oprettet_af created_by assignee reporter
    manager mødedeltagere tilstede fraværende indkaldt indehaver stifter stiftere fra til from to cc
    bcc kopi afsender modtager leder kontaktpersoner vedr_person displayname display_name cardholder
    kortholder kontohaver skyldner kautionist forælder værge barn pårørende mentor username_full
    direktion ejere owners kurator tegningsberettiget sekretær suppleant suppleanter fuldmægtig
    underskrift navn_på_ejer kontaktnavn contact_name contactname contact_person personnavn ejernavn
    signature signatur bogholder oplægsholder oplægsholdere mæglere formidler behandler chauffør
    kunde_navn testator arving arvinger gæst guest rejsende passager passenger""".split()
)
_NAME_LABELS = frozenset("navn name navne names".split())
_FIRM_LABELS = frozenset(
    """firma firmanavn virksomhed virksomhedsnavn company company_name companyname company-name
    selskab selskabsnavn leverandør leverandørnavn supplier vendor udlejer arbejdsgiver employer
    moderselskab datterselskab underleverandør organisation organization org organisationsnavn binavn
    konkurrent samarbejdspartner butik forretning speditør transportør entreprenør bygherre bureau
    o forening fond udsteder issuer business business_name merchant forhandler producent
    handelsnavn foretagende virksomheden firmaet virksomheder client_name""".split()
)
_PARTY_LABELS = frozenset(
    """kunde kundenavn kunder customer customer_name client køber lejer debitor kreditor part parter
    betaler modtagernavn afsendernavn kontonavn account account_name licenstager aftalepart
    ansøgernavn bidragyder sponsor tilbudsgiver ordregiver rekvirent klientnavn buyer seller tenant
    partner partnere kunde/firma låntager långiver sagsøger sagsøgte""".split()
)
_FIRM_GROUPS = frozenset(
    """company firma virksomhed organization organisation supplier vendor leverandør employer
    selskab merchant business companies virksomheder""".split()
)
_PERSON_GROUPS = frozenset(
    """owner person contact kontakt employee user customer kunde kontaktperson medarbejder ejer
    author patient borger applicant ansøger personer employees contacts deltagere users people
    deltager bruger brugere recipient sender""".split()
)
_CONTACT_CUT = re.compile(r"[<(\[\n\t|/]| [-–—] |, (?=[a-zæøå])")
_MAX_SIZE = 80
_MAX_WORDS = 7


def labelled(page: Page, fields: Iterable[Field]) -> Iterator[Name]:
    """The names in the fields whose label asks for one."""
    for field in fields:
        if len(field.span) > _MAX_SIZE and field.kind is not FieldKind.LINE:
            continue
        kinds = _kinds(field)
        inside = _inside(page, field.span)
        if not kinds or not inside or not page.is_lone(inside.start):
            continue
        if Kind.PERSON in kinds and (rows := list(_persons(page, field, inside, kinds))):
            yield from rows
        elif Kind.ORGANIZATION in kinds:
            yield from _firm(page, field, inside, kinds)


def _kinds(field: Field) -> frozenset[Kind]:
    """Whose name the label asks for."""
    label = field.label.replace(" ", "_").replace("-", "_").rstrip("*")
    if label in _NAME_LABELS:
        if field.group in _FIRM_GROUPS:
            return frozenset({Kind.ORGANIZATION})
        is_row = field.kind is not FieldKind.KEY or field.group in _PERSON_GROUPS
        return frozenset({Kind.PERSON, Kind.ORGANIZATION} if is_row else {Kind.PERSON})
    if label in _PARTY_LABELS:
        return frozenset({Kind.PERSON, Kind.ORGANIZATION})
    if label in _FIRM_LABELS:
        return frozenset({Kind.ORGANIZATION})
    head, _, tail = label.partition("_")
    is_person = label in _PERSON_LABELS or (tail in _NAME_LABELS and head in _PERSON_LABELS)
    return frozenset({Kind.PERSON}) if is_person else frozenset()


def _inside(page: Page, span: Span) -> range:
    cut = _CONTACT_CUT.search(page.text, span.start, span.end)
    return words_of(page, Span(span.start, cut.start() if cut else span.end))


def _persons(page: Page, field: Field, inside: range, kinds: frozenset[Kind]) -> Iterator[Name]:
    first = inside.start
    rule = _PERSON if kinds == {Kind.PERSON} else _PARTY_PERSON
    is_sure = rule is _PERSON and field.label not in _NAME_LABELS | {"fra", "til", "from", "to"}
    is_cell = field.kind is not FieldKind.LINE
    if is_cell and len(inside) <= _MAX_WORDS and _is_turned(page, inside):
        yield Name(page.span(first, inside.stop - 1), rule)
        return
    if not may_be_person(page, first) and not (is_sure and _is_odd_name(page, inside)):
        return
    last = person_end(page, first, lower=not page.is_capital(first))
    known = page.first_names[first] >= 2 or page.surnames[last] >= 2 or page.is_initial(first)
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
    is_name_field = field.label.replace(" ", "_") in _NAME_LABELS
    if len(inside) > _MAX_WORDS or not any(char.isalpha() for char in page.low(first)):
        return
    low = page.low(first)
    if low in STOP and len(inside) == 1 or low in {"ikke", "ingen", "ukendt", "se", "n/a"}:
        return
    if is_name_field and field.group not in _FIRM_GROUPS and not _is_firm_name(page, inside):
        return
    if low[0].islower() and page.words[first].text[0].islower() and field.kind is FieldKind.LINE:
        return
    if len(inside) == 1 and (low in FIRM_NOUNS or page.commons[first] > 5):
        return
    if (
        field.kind is FieldKind.LINE
        and page.text[page.words[last].end :][:1] in {".", "!", "?"}
        and len(inside) > 4
    ):
        return
    yield Name(firm_span(page, first, last), _FIRM if kinds == {Kind.ORGANIZATION} else _PARTY_FIRM)


def _is_firm_name(page: Page, inside: range) -> bool:
    lows = [page.low(index) for index in inside]
    return is_firm(page, inside.start, inside.stop - 1) or any(
        low in LEGAL_FORMS or is_trade(low) for low in lows
    )
