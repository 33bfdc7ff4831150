"""Firms by what is said of them: "X leverer", "X er startet af", "X er et fysioterapifirma"."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.names.coined import is_excluded
from scanner.names.cues import cue
from scanner.names.firm_words import FIRM_NOUNS, FIRM_VERBS, is_type
from scanner.names.firmcues import may_be_firm
from scanner.names.levels import KNOWN, USUAL
from scanner.names.name import Name, organization
from scanner.names.shapes import firm_end, firm_span, firm_start, is_landscape
from scanner.names.vocabulary import FUNCTION, PERSON_VERBS, is_role
from scanner.names.words import Page

_ACTS = organization(0.64, "gør, hvad firmaer gør", "does what firms do")
_IS_FIRM = organization(0.7, "kaldes et firma", "is called a firm")

_FOUNDED = frozenset(
    {"startet", "stiftet", "grundlagt", "ejet", "drevet", "etableret", "overtaget"}
)
_PLURALS = ("erne", "ene", "er", "en", "et")
_OWING = frozenset({"skylder", "skyldte", "fyrer", "ansætter", "fakturerer", "omsætter"})
_DONE = frozenset({"opsagt", "fyret", "ansat", "misligholdt", "fusioneret"})
# Ends of those who act and have no name of their own: "lejeren", "formanden", "familien".
_ACTORS = (
    "eren", "øren", "isten", "anten", "enten", "manden", "kvinden", "parret", "ien", "ejen",
    "etaten", "uppen", "banken", "kassen", "skolen", "rådet", "nævnet", "styret", "holdet",
    "kontoret", "regionen", "kredsen", "ministeriet", "væsenet", "centret", "centeret", "huset",
    "boet", "ægten", "elsen", "ingen", "heden",
)  # fmt: skip
_SUBJECTS = frozenset({"du", "man", "jeg", "vi", "de", "han", "hun", "virksomheden"})
_ONE = frozenset({"en", "et", "a", "an"})
_KINDS = (
    "firma", "virksomhed", "butik", "bureau", "restaurant", "café", "cafe", "selskab", "webshop",
    "startup", "fabrik", "salon", "værksted", "madvogn", "kæde", "forening", "bageri", "bryggeri",
    "klinik", "forlag", "planteskole", "gartneri", "rederi", "company", "agency", "shop", "bakery",
)  # fmt: skip
_REACH = 3  # words between "et" and the kind
_JOINED = frozenset({"mens", "at", "når", "hvis", "fordi", "da", "som", "hvor", "men"})

_IS_DOING = cue(
    lambda word: (
        word.low in FIRM_VERBS
        or word.low in _FOUNDED
        or word.low in {"som", "der", "er", "blev", "is", "har", "gik"}
    )
)
_IS_JOINING = cue(lambda word: word.low in _JOINED)


def before_verbs(page: Page) -> Iterator[Name]:
    """X leverer, X er startet af: what only firms do, and what people do to them."""
    for at in page.cued(_IS_DOING, first=1):
        owes = _owes(page, at)
        if not (page.low(at) in FIRM_VERBS or owes or _is_founded(page, at)):
            continue
        if not page.joined(at):
            continue
        last = at - 1
        start = firm_start(page, last) if page.is_capital(last) else None
        if start is None:
            continue
        is_thing = owes and start == last and _is_thing(page, start)
        if (is_thing or _is_subject(page, start, last)) and not _is_turned(page, at + 1):
            yield Name(firm_span(page, start, last), _ACTS)


def _owes(page: Page, at: int) -> bool:
    """Whether what follows only a firm or a person does: "skylder", "har opsagt", "gik konkurs"."""
    low, following = page.low(at), page.low(at + 1)
    if low in _OWING:
        return True
    if low in {"gik", "er"}:
        return "konkurs" in {following, page.low(at + 2)}
    return low == "har" and following in _DONE


def _is_thing(page: Page, at: int) -> bool:
    """Whether the word is a rare thing in definite form, and nobody who acts: "Sommerfuglen"."""
    low = page.low(at)
    if page.commons[at] > 1 or page.first_names[at] or not low.endswith(("en", "et")):
        return False
    return not low.endswith(_ACTORS) and not is_type(low) and not is_excluded(low)


def _is_turned(page: Page, at: int) -> bool:
    """Whether the subject comes behind the verb: "Fradrag søger du", "Restgæld betaler køberen"."""
    low = page.low(at)
    return low in _SUBJECTS or (low.endswith(("en", "et", "erne")) and not page.is_capital(at))


def _is_founded(page: Page, at: int) -> bool:
    """Whether "er startet af", "som blev grundlagt af" or the like starts at ``at``."""
    at += page.low(at) in {"som", "der"}
    at += page.low(at) in {"er", "blev"}
    return page.low(at) in _FOUNDED and page.low(at + 1) == "af"


def _is_subject(page: Page, start: int, last: int) -> bool:
    words = range(start, last + 1)
    if any(page.low(index) in FUNCTION or is_role(page.low(index)) for index in words):
        return False
    if page.opens(start) and start == last:
        return page.commons[start] == 0 and not page.low(start).endswith(_PLURALS)
    return may_be_firm(page, start) and page.commons[start] <= KNOWN


def called_firms(page: Page) -> Iterator[Name]:
    """X er et fysioterapifirma, X, som er en vegetarisk madvogn."""
    for at in page.cued(_IS_DOING, first=1):
        if page.low(at) not in {"er", "is"} or page.low(at + 1) not in _ONE:
            continue
        behind = (page.low(word) for word in range(at + 2, at + 2 + _REACH))
        if not any(low.endswith(_KINDS) for low in behind):
            continue
        relative = page.low(at - 1) in {"som", "der"} and page.gap(at - 1) == ", "
        last = at - 2 if relative else at - 1
        start = firm_start(page, last) if last >= 0 and page.is_capital(last) else None
        if start is not None and (relative or page.joined(at)) and _is_named(page, start, last):
            yield Name(firm_span(page, start, last), _IS_FIRM)


def _is_named(page: Page, start: int, last: int) -> bool:
    """Whether the subject is a name: several capitals, or a word that is hardly one."""
    lows = [page.low(at) for at in range(start, last + 1)]
    if any(low in FUNCTION or low in FIRM_NOUNS or is_role(low) for low in lows):
        return False
    if is_landscape(page, start, last) or page.place(lows[0]):
        return start < last and not is_landscape(page, start, last)
    if start < last:
        return True
    return page.commons[start] <= 1 and not (page.opens(start) and lows[0].endswith(_PLURALS))


def joined_firms(page: Page) -> Iterator[Name]:
    """..., mens Vanilje får besked: a capitalized noun as the subject of a clause."""
    for at in page.cued(_IS_JOINING, 1):
        if page.low(at - 1) not in _JOINED or not page.joined(at):
            continue
        if not page.is_capital(at) or page.is_capital(at + 1):
            continue
        if page.low(at + 1) not in PERSON_VERBS | FIRM_VERBS or not page.joined(at + 1):
            continue
        if page.low(at + 2) in _SUBJECTS or page.first_names[at] > USUAL or page.surnames[at]:
            continue
        if page.commons[at] <= 1 and may_be_firm(page, at):
            yield Name(firm_span(page, at, firm_end(page, at)), _ACTS)
