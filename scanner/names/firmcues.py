"""Firms by what stands before them: "firmaet X", "ejer af X", "hos X", a quoted name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.names.cues import cue
from scanner.names.everyday import INSTITUTIONS
from scanner.names.firm_words import FIRM_NOUNS, FIRM_OF, OWNING, is_type
from scanner.names.levels import EVERYDAY, KNOWN, USUAL
from scanner.names.name import Name, organization
from scanner.names.shapes import firm_end, firm_span, firm_start, is_landscape, is_road
from scanner.names.vocabulary import STOP, is_role
from scanner.names.word_set import word_set
from scanner.names.words import Page

_NOUN = organization(
    0.82, "står efter firmaet, virksomheden …", "stands after the firm, the company …"
)
_OWNED = organization(0.72, "nogen ejer, driver eller leder det", "someone owns, runs or leads it")
_AT = organization(0.6, "står efter hos eller fra", "stands after at or from")
_DEALT = organization(0.62, "nogen handler med det", "someone does business with it")
_QUOTED = organization(0.75, "navn i anførselstegn", "name in quotation marks")

_QUOTED_NAME = re.compile(r"[\"“”„»«‘](?P<name>[^\W_][^\"“”„»«‘’\n]{1,40})[\"“”»«’]")
_AND = frozenset({"og"})
_IN = frozenset({"i", "på", "ved"})  # "hos Smeden i Vrå"
_GROUPS = ("erne", "ene", "ens", "ets")
_NAMED = frozenset({"hedder", "kaldet", "kaldes", "ved", "navnet", "navn", "called", "named"})
_BEFORE = FIRM_NOUNS | OWNING
_NAMED_BY = _NAMED | {"af"}
# What people do with a firm whose name they quote: 'de overtager "Havtorn"'.
_QUOTED_BY = word_set("""
    arbejdstitel arbejdstitlen kender kendte overtager overtage købe sælge lejer startede starter
    åbner åbne lukker lukkede solgte""")
_IS_MARKED = frozenset({"er", "var", "bliver", "blev", "være", "blevet"})
_BY = frozenset({"af", "i", "for", "hos", "of", "at", "in"})
_SUPPLIERS = frozenset(
    {
        "competitor",
        "supplier",
        "customer",
        "client",
        "landlord",
        "partner",
        "leverandør",
        "kunde",
        "konkurrent",
        "samarbejdspartner",
        "udlejer",
    }
)
_WHOSE = frozenset({"din", "vores", "deres", "jeres", "min", "hendes", "hans", "our", "your"})
_CALLED_WITHIN = 5
_KINDS = frozenset({"selskab", "butik", "bureau", "forening", "forretning", "fond", "café"})
# What firms are dealt with in, by the word before the name: "fusioneret med X", "faktura til X".
_DEALINGS = {
    "med": word_set("""
        fusionere fusionerer fusioneret fusion fusionen samarbejder samarbejde samarbejdet
        partnerskab partnerskabet kontrakt kontrakten lejekontrakt rammeaftale leveringsaftale
        forhandler forhandlinger konkurrerer konkurrere forlig tvist retssag aftale aftalen sag
        sagen lejeaftale lejeaftalen leasingaftale avtale"""),
    "til": word_set("""
        faktura fakturaen tilbud tilbuddet ordre ordren leverance leverancen leverancer leverer
        konkurrent konkurrenter underleverandør leverandør regningen rykker rykkeren gæld
        gælden skylder opslag annonce slogan logo hjemmeside kampagne webshop afslag tilsagn
        opfølgning hensigtserklæring budgettet
        investor investorer købere lejere medarbejdere"""),
    "for": word_set("""
        swot swot-analyse forretningsplan forretningsplanen vækstplan vækstplanen regnskab
        regnskabet årsregnskab årsregnskabet likviditetsbudget budget budgettet pressemeddelelse
        ejeraftale vedtægter vedtægterne opslag annonce slogan logo hjemmeside kampagne case
        casen tidsplan tidsplanen handlingsplan strategi strategien værdiansættelse analyse
        salgsplan eksportplan marketingplan"""),
    "fra": word_set("""
        svar svaret tilbud tilbuddet faktura fakturaen fakturaer regning regningen rykker ordre
        ordren ordrebekræftelse henvendelse kreditnota opsigelse leverance leverancen oplæg
        oplægget klage klagen ansøgning ansøgningen regnskabet regninger henvendelsen"""),
    "from": word_set("quote invoice order"),
    "with": word_set("merger merged contract partnership partnered dispute"),
    "to": word_set("""
        invoice supplier supplies email mail letter write tender offer quote sent send reply
        proposal contract pitch sold lost"""),
    "of": word_set("owner founder ceo employee employees customer shareholder shareholders"),
    "against": word_set("lawsuit case claim complaint suit"),
}
_QUARTERS = frozenset({"nord", "syd", "øst", "vest"})
_AS = frozenset({"som", "as"})
_ONES = frozenset({"a", "an", "our", "vores", "ny"})
_COUNTERPARTS = word_set("""
    kunde leverandør underleverandør rådgiver revisor udlejer samarbejdspartner konkurrent
    arbejdsgiver totalentreprenør bank investor customer client supplier employer landlord""")
_SHORT = 3  # letters
_MAX_WORDS = 4


_NAMES_FIRM = cue(
    lambda word: (
        word.low in FIRM_NOUNS
        or word.low in _NAMED
        or word.low in _SUPPLIERS
        or word.low in {"er", "is"}
        or is_type(word.low)
    )
)
_OWNS = cue(lambda word: word.low in OWNING or word.low in _BY)
_AT_FIRM = frozenset({"hos", "fra", "from", "at"})
_IS_AT = cue(lambda word: word.low in _AT_FIRM)
_IS_DEALT = cue(lambda word: word.low in _DEALINGS)
_IS_AS = cue(lambda word: word.low in _AS)


def after_nouns(page: Page) -> Iterator[Name]:
    """Firmaet X, selskabet hedder X."""
    for at in page.cued(_NAMES_FIRM, 1):
        if (
            not page.is_capital(at)
            or not page.joined(at)
            or (page.is_capital(at - 1) and _opens_wrong(page, at - 1))
        ):
            continue
        if _is_noun_before(page, at) and may_be_firm(page, at):
            last = firm_end(page, at)
            if not _is_person(page, at, last):
                yield Name(firm_span(page, at, last), _NOUN)


def _opens_wrong(page: Page, at: int) -> bool:
    """A capitalized word before the name that does not open the sentence belongs to a title."""
    return not page.opens(at) or page.low(at) == "business"


def _is_noun_before(page: Page, at: int) -> bool:
    before = page.low(at - 1)
    if before in FIRM_NOUNS or (is_type(before) and not page.is_capital(at - 1)):
        return True
    if before in {"er", "is"} and page.low(at - 2) in _SUPPLIERS:
        return True
    if before in _SUPPLIERS and page.low(at - 2) in _WHOSE:
        return True  # "din konkurrent Pastahuset"
    if before not in _NAMED:
        return False
    behind = (page.low(back) for back in range(at - 1 - _CALLED_WITHIN, at - 1))
    return any(low in FIRM_NOUNS or low in _KINDS for low in behind)


def may_be_firm(page: Page, at: int) -> bool:
    """Whether the word may begin a firm's name: no role, no letters, no place, not too common."""
    low, head = page.low(at), page.words[at].text.partition("-")[0]
    if low in STOP or is_role(low) or not page.is_lone(at) or not low.replace("-", "").isalnum():
        return False
    if len(low) == 1 or (head.isupper() and (len(low) <= _SHORT or "-" in low)):
        return False  # "LV", "OCR-tjenesten"
    if page.place(low) and page.low(at - 1) != "hos" and not is_type(page.low(at - 1)):
        return False
    return page.commons[at] <= EVERYDAY and any(map(str.isalpha, low))


def _is_person(page: Page, at: int, last: int) -> bool:
    """Whether the words look like a person's name: "kunden Anders Bomholt"."""
    if page.first_names[at] < USUAL:
        return False
    return all(page.surnames[index] or page.first_names[index] for index in range(at + 1, last + 1))


def after_owners(page: Page) -> Iterator[Name]:
    """Ejer af X, driver X, direktør i X."""
    for at in page.cued(_OWNS, 1):
        if not page.is_capital(at) or not page.joined(at) or not _is_owned(page, at):
            continue
        last = firm_end(page, at)
        if may_be_firm(page, at) and not _is_person(page, at, last) and page.commons[at] <= KNOWN:
            yield Name(firm_span(page, at, last), _OWNED)


def _is_owned(page: Page, at: int) -> bool:
    before, earlier = page.low(at - 1), page.low(at - 2)
    if before in OWNING:
        return not page.low(at).endswith("s") or not page.joined(at + 1)
    if before not in _BY:
        return False
    return earlier in FIRM_OF or (is_role(earlier) and before in {"i", "hos", "for", "at"})


def at_firms(page: Page) -> Iterator[Name]:
    """Hos X, Mette fra X: the weakest cue, so X must look like nothing else."""
    for at in page.cued(_IS_AT, 1):
        if page.low(at - 1) not in _AT_FIRM or not page.joined(at):
            continue
        if not page.is_capital(at) or not may_be_firm(page, at) or _is_known_word(page, at):
            continue
        is_word = page.low(at - 1) == "hos" and page.commons[at] > 1
        last = firm_end(page, at, inner=_IN if is_word else frozenset())
        if last == at and page.low(at - 1) != "hos":
            continue  # "fra Malaysia"
        is_ground = is_road(page, last) or is_landscape(page, at, last)
        if not is_ground and not _is_person(page, at, last):
            yield Name(firm_span(page, at, last), _AT)


def _is_known_word(page: Page, at: int) -> bool:
    if page.low(at - 1) == "hos" and page.low(at) not in INSTITUTIONS:
        return page.commons[at] > EVERYDAY or page.first_names[at] >= USUAL
    alone = not (page.is_capital(at + 1) and page.joined(at + 1))
    return page.commons[at] > 1 or (alone and page.first_names[at] + page.surnames[at] > 0)


def dealt_firms(page: Page) -> Iterator[Name]:
    """Fusioneret med X, faktura til X, X som kunde."""
    for at in page.cued(_IS_DEALT, 1):
        if page.low(at - 2) in _DEALINGS.get(page.low(at - 1), ()) and page.joined(at):
            yield from _dealt(page, at, firm_end(page, at, inner=_AND))
            if page.is_small and page.low(at + 1) in _QUARTERS and page.joined(at + 1):
                yield Name(firm_span(page, at, at + 1), _DEALT)  # "rykker fra energi vest"
    for at in page.cued(_IS_AS, first=1):
        is_as = page.low(at) in _AS and page.joined(at) and page.is_capital(at - 1)
        start = firm_start(page, at - 1) if is_as and _is_counterpart(page, at + 1) else None
        if start is not None:
            yield from _dealt(page, start, at - 1)


def _is_counterpart(page: Page, at: int) -> bool:
    """Whether "kunde" or "our customer" starts at ``at``."""
    return page.low(at + (page.low(at) in _ONES)) in _COUNTERPARTS


def _dealt(page: Page, start: int, last: int) -> Iterator[Name]:
    if not page.is_capital(start) or page.opens(start):
        return
    is_placed = last > start and page.place(page.low(start)) and not page.place(page.low(last))
    if not is_placed and not may_be_firm(page, start):
        return
    if start == last and (page.commons[start] > USUAL or page.low(start).endswith(_GROUPS)):
        return
    is_ground = is_road(page, last) or is_landscape(page, start, last)
    if not is_ground and not _is_person(page, start, last):
        yield Name(firm_span(page, start, last), _DEALT)


def quoted_firms(page: Page) -> Iterator[Name]:
    """Driver »mosgrøn«, virksomheden "havtorn studio": quotation marks give the extent."""
    for found in _QUOTED_NAME.finditer(page.text):
        before = page.text[max(0, found.start() - 40) : found.start()].lower().split()
        cue = [word.strip(",:;.()") for word in before[-3:]]
        name = found["name"].rstrip(" .,")
        if not cue or len(name.split()) > _MAX_WORDS or name.lower() in STOP:
            continue
        if cue[-1] == "mærket" and _IS_MARKED.intersection(cue[:-1]):
            continue  # "dokumenter, der er mærket »Fortroligt«"
        if cue[-1] in _BEFORE | _QUOTED_BY or (cue[-1] in _NAMED_BY and _has_firm_word(cue)):
            yield Name(Span(found.start("name"), found.start("name") + len(name)), _QUOTED)


def _has_firm_word(cue: list[str]) -> bool:
    return any(word in FIRM_NOUNS or word in FIRM_OF for word in cue)
