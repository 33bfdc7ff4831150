"""Firms without any word of trade: "Vindø Kabler", "Ribe Lys", "omars autopleje", "Sponsor: X"."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.names.cues import cue
from scanner.names.everyday import ENGLISH, INSTITUTIONS
from scanner.names.firm_words import BRAND_ENDINGS, FIRM_NOUNS, LEGAL_FORMS, is_trade, is_type
from scanner.names.label_words import FIRM_LABELS, PARTY_LABELS
from scanner.names.levels import EVERYDAY, KNOWN, STRONG, USUAL
from scanner.names.name import Name, Needs, organization
from scanner.names.shapes import firm_end, firm_span, is_landscape, is_road
from scanner.names.vocabulary import KIN, STOP, TITLES, is_role
from scanner.names.words import Page

_COINED = organization(
    0.6, "nyt ord og et navneord med stort", "new word and a capitalized noun", needs=Needs.TALK
)
_COINED_FIRST = organization(
    0.6,
    "nyt ord og et navneord med stort først",
    "new word and a capitalized noun at a beginning",
    needs=Needs.PERSON,
)
_PLACED = organization(
    0.6, "sted og et navneord med stort", "place and a capitalized noun", needs=Needs.TALK
)

_BRAND = organization(
    0.6, "ord dannet som et firmanavn", "word formed as a firm's name", needs=Needs.TALK
)
_SMALL = organization(0.75, "firmanavn med småt", "firm's name in lower case")
_LABEL = organization(0.75, "navn efter en parts betegnelse", "name after a party's label")

_KINDS = frozenset(
    """firma virksomhed butik webshop salon café cafe klinik bureau selskab forretning værksted
    restaurant firmaet virksomheden butikken webshoppen startup galleri forening""".split()  # noqa: SIM905  # read as text
)
_CALLED = frozenset({"hedder", "hedde", "hed", "kaldes"})
_KIND_ENDINGS = (
    "butik", "butikken", "firma", "firmaet", "virksomhed", "virksomheden", "selskab", "pizzabar",
    "kaffebar", "vinbar", "grillbar", "kiosk", "forretning", "salon", "værksted", "webshop",
)  # fmt: skip
_OWN = frozenset({"sit", "sin", "mit", "min", "vores", "hendes", "hans", "deres", "et", "en"})
_OPEN_TYPES = frozenset({"salon", "café", "cafe", "restaurant", "hotel", "studio", "galleri"})
_PARTS = frozenset(
    """region regionen afdeling afdelingen team kreds politikreds zone hold område distrikt gruppe
    etape indgang bygning korridor hovedvej motorvej ring center enhed""".split()  # noqa: SIM905  # read as text
)
_HOUSES = ("huset", "gården", "kroen", "laden", "værket", "ladet", "loftet", "kælderen", "stalden")
_AND = frozenset({"og", "&"})
_DIRECTIONS = frozenset({"nord", "syd", "øst", "vest"})
_EXCLUDED = STOP | INSTITUTIONS | LEGAL_FORMS | ENGLISH | KIN | TITLES | FIRM_NOUNS
_ADJECTIVES = ("e", "t", "sk", "ig")
_SOMEBODY = frozenset({"ham", "hende", "dem", "manden", "damen", "folkene", "fyren"})
_ASKED_OF = frozenset({"det", "er"})
_SHORT, _LONG = 3, 8  # letters
_SHORT_BRAND = 6
_SMALL_BRANDS = (
    "kompagniet", "smeden", "bageriet", "bryggeriet", "galleriet", "mestrene", "skafferiet",
    "byggerne", "loppen", "grotten", "makeriet", "mageriet", "salonen", "kroen", "brugsen",
)  # fmt: skip
BEFORE_ODD = frozenset(
    {"hos", "fra", "til", "med", "af", "for", "bag", "om", "og", "forbi", "at", "from"}
    | {"with", "against", "asked", "mod", "ligesom", "imod"}
)


_IS_SMALL = cue(
    lambda word: is_trade(word.low) or word.low.endswith(_SMALL_BRANDS) or word.firm >= STRONG
)
_IS_TYPE = cue(lambda word: is_type(word.low))
_IS_LABEL = cue(lambda word: word.low in PARTY_LABELS or word.low in FIRM_LABELS)
_IS_ROLE = cue(lambda word: is_role(word.low))


_IS_BRAND = cue(lambda word: word.low.removesuffix("s").endswith(BRAND_ENDINGS))
_HEDDER = cue(lambda word: word.low in _CALLED)
_IS_KIND = cue(lambda word: _is_kind(word.low))


def coined_firms(page: Page) -> Iterator[Name]:
    """Vindø Kabler, Ribe Lys: a new word or a place, then one capitalized noun."""
    for at in page.capitals:
        if not page.joined(at) or not page.is_capital(at - 1):
            continue
        if _is_branch(page, at):
            yield Name(firm_span(page, at - 1, at), _PLACED)
        if not is_noun(page, at):
            continue
        is_branch = is_trade(page.low(at - 1)) and page.low(at) in _DIRECTIONS
        if not stand_alone(page, at - 1, at) or (is_landscape(page, at - 1, at) and not is_branch):
            continue
        if is_road(page, at) or (page.opens_line(at - 1) and not page.closes_line(at)):
            continue
        is_placed = page.place(page.low(at - 1)) and not is_excluded(page.low(at - 1))
        if _is_new(page, at - 1):
            rule = _COINED_FIRST if page.opens(at - 1) else _COINED
            yield Name(firm_span(page, at - 1, at), rule)
        elif is_branch or is_placed:
            yield Name(firm_span(page, at - 1, at), _PLACED)


def _is_branch(page: Page, at: int) -> bool:
    """Whether it is one firm's house in a town or a quarter: "Hundehuset Herning", "Asfalt Syd"."""
    first, low = at - 1, page.low(at - 1)
    if page.opens(first) or not stand_alone(page, first, at) or is_excluded(low):
        return False
    if page.low(at) in _DIRECTIONS:
        return low not in _PARTS and not page.place(low) and not page.surnames[first]
    return page.place(page.low(at)) and low.endswith(_HOUSES) and _is_new(page, first)


def stand_alone(page: Page, first: int, last: int) -> bool:
    """Whether no capitalized word is joined to either end."""
    before = page.is_capital(first - 1) and page.joined(first) and not page.opens(first - 1)
    after = page.is_capital(last + 1) and page.joined(last + 1)
    return not (before or after)


def _is_new(page: Page, at: int) -> bool:
    low, text = page.low(at), page.words[at].text
    if page.lexicon.row(low) or page.first_names[at] or page.surnames[at] or page.place(low):
        return False
    is_word = text.isalpha() and text[1:].islower() and len(text) > _SHORT
    return is_word and page.is_lone(at) and not is_excluded(low)


def is_noun(page: Page, at: int) -> bool:
    """Whether the word is an ordinary one and no name, with a capital."""
    low, text = page.low(at), page.words[at].text
    if not page.is_capital(at) or not text[1:].islower() or len(text) < _SHORT:
        return False
    named = page.first_names[at] > 1 or page.surnames[at] > 0 or page.place(low)
    return not named and 0 < page.commons[at] <= EVERYDAY and not is_excluded(low)


def is_excluded(low: str) -> bool:
    """Whether the word is no firm's name by itself, whatever its capital."""
    stems = {low, low.removesuffix("s")}
    if not stems.isdisjoint(_EXCLUDED) or any(map(is_role, stems)):
        return True
    return low.endswith(("minister", "ministeren", "loven", "styrelsen"))


def small_firms(page: Page) -> Iterator[Name]:
    """Omars autopleje, tagkompagniet: firms in a text typed without capitals."""
    if not page.is_small:
        return
    for at in sorted({*page.cued(_IS_SMALL), *page.cued(_IS_TYPE, 1)}):
        if not page.joined(at) or not page.is_lone(at):
            continue
        is_owned = is_trade(page.low(at)) and (
            _is_owner(page, at - 1) or _is_from_surname(page, at - 1)
        )
        if is_owned or (is_type(page.low(at - 1)) and _is_small_name(page, at)):
            yield Name(firm_span(page, at - 1, at), _SMALL)
        elif page.low(at - 1) in BEFORE_ODD and _is_small_brand(page, at):
            yield Name(firm_span(page, at, at), _SMALL)
        elif page.low(at - 2) in BEFORE_ODD and _is_small_trade(page, at):
            is_pair = page.low(at + 1) in _AND and _is_firm_word(page, at + 2)
            yield Name(firm_span(page, at - 1, at + 2 if is_pair else at), _SMALL)


def _is_small_trade(page: Page, at: int) -> bool:
    """Whether a word nobody knows stands before a trade: "jydsk klima", behind "med"."""
    before = page.low(at - 1)
    is_new = not page.commons[at - 1] and len(before) > _SHORT
    is_new = is_new and not (page.lexicon.row(before) and before.endswith(_ADJECTIVES))
    is_told = is_new or page.low(at - 3) in _SOMEBODY  # "ham fra kold kaffe"
    return is_told and page.joined(at - 1) and _is_firm_word(page, at)


def _is_from_surname(page: Page, at: int) -> bool:
    """Whether a rare last name stands behind what stands before firms: "hos bjerre maskiner"."""
    is_surname = page.surnames[at] >= STRONG and not page.commons[at]
    return is_surname and page.low(at - 1) in BEFORE_ODD | _ASKED_OF


def _is_firm_word(page: Page, at: int) -> bool:
    low = page.low(at)
    return page.joined(at) and (is_trade(low) or page.lexicon.firm(low) >= STRONG)


def _is_owner(page: Page, at: int) -> bool:
    """Whether the word is the genitive of a name: "omars", "refsgaards"."""
    low = page.low(at)
    if not low.endswith("s") or page.commons[at] > 1 or len(low) <= _SHORT:
        return False
    return max(page.first_name(low[:-1]), page.surname(low[:-1])) >= USUAL


def _is_small_name(page: Page, at: int) -> bool:
    if page.low(at - 1) in _OPEN_TYPES and page.low(at - 2) in BEFORE_ODD | {"i", "på"}:
        return page.low(at) not in STOP
    most = KNOWN if page.low(at - 1).endswith(("firmaet", "mester")) else 0  # "elfirmaet lyn"
    return page.place(page.low(at)) or not (page.commons[at] > most or page.low(at) in STOP)


def _is_small_brand(page: Page, at: int) -> bool:
    low = page.low(at)
    return low.endswith(_SMALL_BRANDS) and len(low) > _LONG and not page.lexicon.common(low)


def small_called(page: Page) -> Iterator[Name]:
    """Et firma der hedder krea og co: up to what ends the clause, else one word."""
    for at in page.cued(_HEDDER, 1):
        if page.low(at - 1) not in _CALLED or not page.joined(at):
            continue
        if page.is_capital(at) or page.low(at) in STOP:
            continue
        if not any(_is_kind(page.low(back)) for back in range(at - 5, at - 1)):
            continue
        ends = (last for last in range(at, at + 4) if page.gap(last + 1) not in {" ", "\xa0"})
        is_owned = page.low(at).endswith("s") and not page.commons[at]  # "vestmarkens grønt"
        last = next(ends, at + 1 if is_owned else at)
        yield Name(firm_span(page, at, min(last, len(page) - 1)), _SMALL)


def _is_kind(low: str) -> bool:
    return low in _KINDS or (len(low) > _SHORT_BRAND and low.endswith(_KIND_ENDINGS))


def apposed_firms(page: Page) -> Iterator[Name]:
    """Sit bureau, X: the name behind its kind and a comma."""
    for at in page.cued(_IS_KIND, 1):
        if not _is_kind(page.low(at - 1)) or _OWN.isdisjoint((page.low(at - 2), page.low(at - 3))):
            continue
        if page.gap(at) != ", " or not page.is_capital(at):
            continue
        if not page.first_names[at] and not is_excluded(page.low(at)):
            yield Name(firm_span(page, at, firm_end(page, at)), _LABEL)


def party_labels(page: Page) -> Iterator[Name]:
    """Sponsor: X inside a line."""
    for at in page.cued(_IS_LABEL, 1):
        label = page.low(at - 1)
        if page.gap(at) != ": " or label not in PARTY_LABELS | FIRM_LABELS:
            continue
        if not page.is_capital(at) or page.commons[at] > USUAL or is_excluded(page.low(at)):
            continue
        if not page.first_names[at] and not page.surnames[at] and not page.place(page.low(at)):
            yield Name(firm_span(page, at, firm_end(page, at)), _LABEL)


def after_roles(page: Page) -> Iterator[Name]:
    """Driftschef, X: the line under a name in a signature."""
    for at in page.cued(_IS_ROLE, 1):
        dated = page.low(at - 2)[:1].isdigit() and page.opens_line(at - 2)  # "2016-2019 Elev, X"
        opens = page.opens_line(at - 1) or dated
        if page.gap(at) != ", " or not is_role(page.low(at - 1)) or not opens:
            continue
        last = firm_end(page, at)
        may_be = page.is_capital(at) and page.closes_line(last) and not is_excluded(page.low(at))
        if may_be and page.commons[at] <= USUAL and not page.first_names[at]:
            yield Name(firm_span(page, at, last), _LABEL)


def brands(page: Page) -> Iterator[Name]:
    """Fjordbyg, Kefirstuen: an unknown word inside a sentence that ends as firms' names do."""
    for at in page.cued(_IS_BRAND, first=1):
        low = page.low(at)
        if not page.is_capital(at) or page.opens(at):
            continue
        if not low.removesuffix("s").endswith(BRAND_ENDINGS):
            continue
        known = page.commons[at] + page.surnames[at] + page.first_names[at]
        if len(low) > _SHORT_BRAND and not known and not page.place(low) and page.is_lone(at):
            yield Name(firm_span(page, at, firm_end(page, at)), _BRAND)
