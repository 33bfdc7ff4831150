"""Firms that are one word nobody knows: "Velora ønsker", "Velora's board", "kunder som Velora".

Danish makes new nouns freely, so that a new word is no name by itself: what it does or has tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.names.coined import BEFORE_ODD, is_excluded
from scanner.names.cues import cue
from scanner.names.everyday import PUBLIC_HALLS, SCHEMES
from scanner.names.firm_words import FIRM_NOUNS
from scanner.names.levels import KNOWN
from scanner.names.name import Name, organization, person
from scanner.names.shapes import firm_end, firm_span, firm_start, is_landscape, is_road
from scanner.names.vocabulary import FUNCTION, PERSON_VERBS, SAYING, is_role
from scanner.names.word_set import word_set
from scanner.names.words import Page

_WANTS = organization(0.62, "vil, hvad firmaer vil", "wants what firms want")
_SAYS = person(0.62, "nogen siger noget", "someone says something")
_HAS = organization(0.64, "har, hvad firmaer har", "has what firms have")
_SUCH = organization(0.66, "nævnt som eksempel på en part", "named as an example of a party")

_LEAST = 5  # letters
_INTENDING = SAYING | word_set("""
    ønsker ønskede forventer forventede overvejer overvejede planlægger håber truer nægter
    accepterer accepterede meddeler oplyser oplyste varsler varslede hævder takker beder bad
    bekræfter bekræftede satser kæmper klager ansøger ansøgte kontakter kontaktede hyrer hyrede
    leder søgte solgte købte fusionerer samarbejder eksporterer producerer leverer omsætter
    omsatte tjener tjente skylder skyldte betaler betalte ansætter ansatte fyrer fyrede åbnede
    lukkede flyttede underskrev drives ejes wants want wanted signed signs confirms confirmed
    expects expected asked refuses refused plans sells sold buys bought owes employs hired
    launched acquired supplies attended attends declined agreed cancelled raised raises pitched""")
# "har brug for", "vil gerne", "er gået konkurs", "is raising": the word behind tells a will.
_AND_THEN = {
    "har": word_set("""
        brug svært søgt fået haft ansat opsagt solgt købt bedt sagt valgt skrevet betalt ønsket
        lovet spurgt svaret trukket underskrevet accepteret afvist kontaktet hyret lukket åbnet
        kontrakt gæld ansatte medarbejdere kunder"""),
    "vil": word_set("gerne have ikke nu helst overtage købe sælge investere ansætte udvide lukke"),
    "er": word_set("""
        grundlagt stiftet etableret ejet startet gået interesseret interesserede kunde konkurs
        stoppet glade kede klar bange optaget slettet opkøbt sagsøgt tvangsopløst"""),
    "blev": word_set("""
        grundlagt stiftet etableret startet optaget slettet solgt købt overtaget sagsøgt lukket
        erklæret"""),
    "has": word_set("""
        already just gone asked signed agreed decided applied hired lost raised not about"""),
    "have": word_set("already just gone asked signed agreed decided applied hired lost raised not"),
    "is": word_set("raising interested looking planning asking willing insolvent bankrupt late"),
    "will": word_set("acquire buy sell join pay sign close open move need not be"),
    "hereby": word_set("confirms declares"),
    "regrets": word_set("to"),
    "mangler": word_set("penge kapital likviditet samtykke en et at cvr"),
    "får": word_set("svært penge tilskud afslag bevilget lov"),
    "fik": word_set("afslag penge tilskud bevilget nej lov"),
    "gik": word_set("konkurs fra"),
    "regner": word_set("med"),
}  # fmt: skip
_OWNED = word_set("""
    omsætning regnskab regnskaber budget bestyrelse direktør direktører ejer ejere ejerkreds kunder
    kunde medarbejdere ansatte resultat gæld likviditet økonomi hjemmeside webshop produkter lager
    varelager revisor advokat advokater forhandler forhandlere aktier egenkapital årsregnskab
    årsrapport kontrakt vækst overskud underskud stifter stiftere leverandører aftale faktura
    fakturaer tilbud ansøgning kontaktperson bogholder konkurrenter forretning board ceo cfo cto
    founder founders owner owners revenue turnover runway investors customers lawyers website
    shareholders employees staff buyer accountant invoice contract offer cashflow""")
_NOUN_ENDINGS = (
    "er", "e", "en", "et", "erne", "ene", "ing", "else", "hed", "skab", "tion", "sion", "tet",
    "isme", "itet", "ment", "logi", "tid", "arbejde", "fradrag", "tilskud", "moms", "løn", "skat",
    "plan", "type", "status", "dato", "datoen", "tidspunkt", "navn", "beløb", "pris", "antal",
    "kurs", "felter", "nr", "nummer", "konto", "hoved", "felt", "side", "værdi", "kode", "liste",
)  # fmt: skip
# What a definite noun must end in to be rather a firm than a thing somebody spoke of.
HOUSES = (
    "huset", "hallen", "loftet", "laden", "loppen", "fuglen", "hunden", "katten", "manden",
    "konen", "brødrene", "søstrene", "mesteren", "haven", "gården", "nøglet", "kælderen",
    "stalden", "smeden", "kurven", "flåden", "bjørnen", "ræven", "uglen", "fisken", "stuen",
    "krogen", "drømmen", "riget", "bølgen", "engen", "musen", "bien", "rosen", "blomsten",
    "stjernen", "kassen", "hjulet", "skibet", "båden", "toget", "bagerne", "kokken", "kokkene",
    "drengene", "pigerne", "banden", "kompagniet", "kongen", "dronningen", "mageren", "magerne",
    "sylten", "hylden", "værket", "boden", "bixen", "grotten", "hjørnet", "smedjen", "koppen",
    "gryden", "kedlen", "ovnen", "duften", "lampen", "møllen", "baren", "kiosken",
    "pavillonen", "perlen", "oasen", "hytten", "hulen", "lygten", "kilden", "svanen", "galen",
)  # fmt: skip

_FOREIGN = re.compile(r"[wqx]|sh|th|oo|ay|ck")
_CALLING = cue(lambda word: word.low.endswith(HOUSES) and not word.common and not word.surname)
_NAMES_PARTY = cue(lambda word: word.low in FIRM_NOUNS)
_IS_WILLING = cue(lambda word: word.low in _INTENDING or word.low in _AND_THEN)
_IS_OWNED = cue(lambda word: word.low in _OWNED)
_AS = frozenset({"som", "ligesom", "like"})
_IS_AS = cue(lambda word: word.low in _AS)
_STAFF = frozenset({"ansatte", "medarbejdere", "butikker", "kunder", "employees", "shops"})
_ACTING = _INTENDING | PERSON_VERBS
_BETWEEN = frozenset({"mellem", "ligesom", "kun", "både", "og", "enten", "hverken"})
_MONEY = frozenset({"kr", "kroner", "dkk", "eur"})
# Who acts where the thing stands first: "Restgæld betaler køberen".
_SUBJECTS = (
    "eren", "øren", "isten", "anten", "familien", "virksomheden", "man", "jeg", "vi", "han", "hun",
)  # fmt: skip
_PARTIES = FIRM_NOUNS | word_set("kunder kunderne virksomheder firmaer leverandører konkurrenter")


def willing(page: Page) -> Iterator[Name]:
    """Velora ønsker, Velora har brug for, Velora will acquire."""
    for at in page.cued(_IS_WILLING, first=1):
        subject = at - 1
        if not page.joined(at) or not _is_willing(page, at):
            continue
        pair = page.is_capital(subject) and page.is_capital(subject - 1)
        if pair and page.joined(subject):
            yield from _several(page, subject)
        if not is_unknown(page, subject):
            continue
        if page.opens(subject) and not _may_open(page.low(subject)):
            continue
        turned = page.low(at + 1).endswith(_SUBJECTS) and page.opens(subject)
        if not turned and not (page.is_capital(subject - 1) and page.joined(subject)):
            yield Name(firm_span(page, subject, subject), _WANTS)


def _may_open(low: str) -> bool:
    """Whether the word may be a name where a sentence begins: made as names are, or not Danish."""
    return is_no_noun(low) or (low.endswith("e") and bool(_FOREIGN.search(low)))


def _several(page: Page, last: int) -> Iterator[Name]:
    """Copenhagen Cocoa: words with capitals of which one at least is no word, and no person."""
    start = firm_start(page, last)
    if start is None or start == last or is_landscape(page, start, last):
        return
    words = range(start, last + 1)
    if any(is_role(page.low(at)) or page.words[at].text.isupper() for at in words):
        return
    new = any(page.commons[at] + page.first_names[at] + page.surnames[at] == 0 for at in words)
    named = page.first_names[start] >= KNOWN or page.surnames[last] >= KNOWN
    known = named or page.low(last).endswith(SCHEMES) or _is_place_alone(page, last)
    if new and not known and not (page.place(page.low(start)) and page.commons[last]):
        yield Name(firm_span(page, start, last), _WANTS)


def _is_place_alone(page: Page, at: int) -> bool:
    """Whether the word is a place that text also writes as one: "Irland", not a street's."""
    return page.place(page.low(at)) and page.lexicon.capital(page.low(at)) > 0


def turned(page: Page) -> Iterator[Name]:
    """Nu truer Velora med at gå."""
    for at in page.cued(_IS_WILLING, 1):
        if page.low(at - 1) not in _INTENDING or not page.joined(at) or page.is_capital(at - 1):
            continue
        alone = not (page.is_capital(at + 1) and page.joined(at + 1))
        if alone and is_unknown(page, at):
            says = page.low(at - 1) in SAYING
            yield Name(firm_span(page, at, at), _SAYS if says else _WANTS)


def _is_willing(page: Page, at: int) -> bool:
    low = page.low(at)
    if low in {"har", "has"} and page.low(at + 1).isdigit() and page.low(at + 2) in _STAFF:
        return True
    then = page.joined(at + 1) and page.low(at + 1) in _AND_THEN.get(low, ())
    return low in _INTENDING or then


def is_no_noun(low: str) -> bool:
    """Whether a new word is made as names are rather than as ordinary nouns."""
    return low.endswith(HOUSES) or not low.endswith(_NOUN_ENDINGS)


def owning(page: Page) -> Iterator[Name]:
    """Veloras omsætning, Velora's board."""
    for at in page.cued(_IS_OWNED, first=1):
        owner = at - 1
        if page.low(at) not in _OWNED:
            continue
        stem = _stem(page.low(owner))
        if not page.joined(at) or stem == page.low(owner) or not is_unknown(page, owner, stem):
            continue
        if page.opens(owner) and not is_no_noun(stem):
            continue
        if not (page.is_capital(owner - 1) and page.joined(owner)):
            start = page.words[owner].start
            yield Name(Span(start, start + len(stem)), _HAS)


def examples(page: Page) -> Iterator[Name]:
    """En kunde som Velora."""
    for at in page.cued(_IS_AS, 1):
        party = page.low(at - 2)
        if page.low(at - 1) not in _AS or party not in _PARTIES:
            continue
        if page.joined(at) and is_unknown(page, at):
            yield Name(firm_span(page, at, firm_end(page, at)), _SUCH)


def uncased(page: Page) -> Iterator[Name]:
    """Vandhunden har svaret, HOS KØBMANDEN: firms where no capital tells them."""
    for at in page.cued(_CALLING):
        low, text = page.low(at), page.words[at].text
        told = page.is_small if text.islower() else text.isupper() and page.in_capitals(at)
        if not told or not low.endswith(HOUSES) or not _is_on_no_list(page, at, low):
            continue
        acts = page.joined(at + 1) and page.low(at + 1) in _ACTING
        if acts or (page.joined(at) and page.low(at - 1) in BEFORE_ODD | _BETWEEN):
            yield Name(firm_span(page, at, at), _WANTS)


def small_parties(page: Page) -> Iterator[Name]:
    """Kunden bølgebryder ønsker: a new word in small letters, between its kind and what it does."""
    if not page.is_small:
        return
    for at in page.cued(_NAMES_PARTY, 1):
        low = page.low(at)
        if page.low(at - 1) not in FIRM_NOUNS or len(low) < _LEAST or not low.isalpha():
            continue
        between = page.joined(at) and page.joined(at + 1) and page.low(at + 1) in _ACTING
        if between and not page.is_capital(at) and _is_on_no_list(page, at, low):
            yield Name(firm_span(page, at, at), _SUCH)


def priced(page: Page) -> Iterator[Name]:
    """Webfuglen: 84.000 kr."""
    for at in page.cued(_CALLING):
        amount = page.gap(at + 1) == ": " and page.low(at + 1)[:1].isdigit()
        if not amount or not page.low(at).endswith(HOUSES) or not is_unknown(page, at):
            continue
        if any(page.low(word) in _MONEY for word in range(at + 2, at + 5)):
            yield Name(firm_span(page, at, at), _SUCH)


def is_unknown(page: Page, at: int, stem: str = "") -> bool:
    """Whether the word has a capital and is on no list: no name, no place, no ordinary word."""
    if not page.is_capital(at):
        return False
    low, text = stem or page.low(at), page.words[at].text
    if len(low) < _LEAST or not low.isalpha() or not page.is_lone(at):
        return False
    return not text.isupper() and _is_on_no_list(page, at, low)


def _is_on_no_list(page: Page, at: int, low: str) -> bool:
    if low in FUNCTION or is_role(low) or is_road(page, at) or not page.is_lone(at):
        return False
    known = page.knowledge.of(low)
    if known.first_name or known.surname or known.common or page.lexicon.row(low):
        return False
    if known.place and not low.endswith(HOUSES):
        return False
    return not (is_excluded(low) or low.endswith((*SCHEMES, *PUBLIC_HALLS)))


def _stem(low: str) -> str:
    """The word without the -s or -'s of a genitive."""
    for ending in ("'s", "’s", "s"):
        if low.endswith(ending):
            return low.removesuffix(ending)
    return low
