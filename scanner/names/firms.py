"""Firms by what their name is made of: "& Søn", type word, trade, an owner's name, "v/"."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.doc import Span
from scanner.names.cues import cue
from scanner.names.everyday import ENGLISH, INSTITUTIONS
from scanner.names.firm_words import FAMILY, LEGAL_FORMS, WEAK_TYPES, is_trade, is_type
from scanner.names.levels import EVERYDAY, FREQUENT, KNOWN, STRONG, USUAL
from scanner.names.name import Name, Needs, organization
from scanner.names.shapes import firm_end, firm_span, firm_start, is_landscape, is_road
from scanner.names.vocabulary import STOP, is_role
from scanner.names.words import Page

_FAMILY = organization(
    0.92, "familiefirma (& Søn, & Co)", "family firm (& Søn, & Co)", is_certain=True
)
_TYPE = organization(
    0.88, "virksomhedstype før navnet", "kind of business before the name", is_certain=True
)
_TRADE = organization(0.8, "branche efter navnet", "trade after the name", is_certain=True)
_PAIR = organization(0.7, "to navne med &", "two names with &")
_NAMED = organization(
    0.62, "navn og et navneord med stort", "name and a capitalized noun", needs=Needs.TALK
)
_VED = organization(0.9, "v/ efter navnet", "v/ after the name", is_certain=True)

_SHORT = 2  # letters
_LANGUAGES = frozenset({"dansk", "danish"})
_MUSEUMS = frozenset({"museet", "museum"})
_ORDINARY = STOP | ENGLISH
_PUBLIC_TRADES = frozenset({"transport", "data", "energi", "service", "it", "international"})
# "Fonden Broen til Job": what a club's or a foundation's name may hold in lower case.
_CLUB_WORDS = frozenset({"til", "på", "for", "i", "mod", "ved", "og", "uden", "bag"})


_IS_FAMILY = cue(lambda word: word.low in FAMILY)
_IS_TYPE = cue(lambda word: is_type(word.low))
_IS_TRADE = cue(lambda word: is_trade(word.low) or (word.firm >= STRONG and not word.place))
_IS_OWNER = cue(lambda word: word.surname >= KNOWN or word.low.endswith("s"))
_IS_AND = cue(lambda word: word.low == "&")
_IS_VED = cue(lambda word: word.low == "v")


def family_firms(page: Page) -> Iterator[Name]:
    """X & Søn, X og Co., Brdr. X."""
    for at in page.cued(_IS_FAMILY, first=1):
        if page.low(at) not in FAMILY or page.low(at - 1) not in {"&", "og", "and", "+"}:
            continue
        if not page.is_capital(at) or not page.is_capital(at - 2):
            continue
        start = firm_start(page, at)
        if start is not None and start <= at - 2:
            span = firm_span(page, start, firm_end(page, at, 1))
            dot = page.low(at) == "co" and page.text[span.end : span.end + 1] == "."
            yield Name(Span(span.start, span.end + int(dot)), _FAMILY)


def typed_firms(page: Page) -> Iterator[Name]:
    """Café X, Fonden X: the type word is part of the name when it has a capital."""
    for at in page.cued(_IS_TYPE):
        low = page.low(at)
        if not is_type(low) or not page.is_capital(at):
            continue
        if low in WEAK_TYPES and (low.endswith(("et", "en")) or page.commons[at + 1 :][:1] > [1]):
            continue
        last = _typed_end(page, at)
        if last is not None:
            yield Name(firm_span(page, at, last), _TYPE)


def _typed_end(page: Page, at: int) -> int | None:
    following = at + 1
    if page.low(at) in {"konkursboet", "boet", "dødsboet"} and page.low(following) == "efter":
        following += 1
    dotted = page.gap(following) == ". " and page.low(at) == "brdr"
    if not page.is_capital(following) or not (dotted or page.joined(following)):
        return None
    article = page.low(following) in {"den", "det", "de", "la", "le", "the"}
    if page.low(following) in STOP and not (article and page.is_capital(following + 1)):
        return None
    is_club = page.low(at).endswith(("foreningen", "fonden", "klubben", "stiftelsen", "legatet"))
    return firm_end(page, following, inner=_CLUB_WORDS if is_club else frozenset())


def trade_firms(page: Page) -> Iterator[Name]:
    """Bang Beton, Ravnholt Invest: a name, then a capitalized trade."""
    for at in page.cued(_IS_TRADE, first=1):
        if not page.is_capital(at) or not page.joined(at) or not _is_trade_word(page, at):
            continue
        if page.is_capital(at + 1) and page.joined(at + 1) and is_trade(page.low(at + 1)):
            continue
        start = firm_start(page, at)
        if start is not None and page.low(start) in _MUSEUMS:
            continue
        if start is not None and start < at and _is_own_name(page, start, at):
            if is_landscape(page, start, at) and not is_trade(page.low(at)):
                continue  # "Skagens Museum"
            last = firm_end(page, at, 2) if page.low(at + 1) == "&" else at
            yield Name(firm_span(page, start, last), _TRADE)


def _is_trade_word(page: Page, at: int) -> bool:
    low = page.low(at)
    if low in INSTITUTIONS or low in LEGAL_FORMS or low in _LANGUAGES:
        return False
    return is_trade(low) or (
        len(low) > 1 and page.lexicon.firm(low) >= STRONG and not page.place(low)
    )


def _is_own_name(page: Page, start: int, at: int) -> bool:
    """Whether some word before the trade is a name and not an ordinary word with a capital.

    An article before a capitalized word tells a name as well: "Det Lille Mejeri".
    """
    if page.low(start) in {"det", "den", "de"} and page.is_capital(start + 1) and start + 1 < at:
        return True
    for index in range(start, at):
        low = page.low(index)
        if _is_ordinary(low) or is_trade(low) or not page.is_capital(index):
            continue
        if _is_odd(page, index, at) or page.first_names[index] > USUAL:
            return not (index == start and page.place(low) and page.low(at) in _PUBLIC_TRADES)
    words = [page.low(index) for index in range(start, at)]
    capitals = all(page.is_capital(index) for index in range(start, at))
    several = len(words) > 1 and capitals and not page.opens(start)
    return several and not all(map(_is_ordinary, words))


def _is_ordinary(low: str) -> bool:
    return low in _ORDINARY or is_role(low)


def _is_odd(page: Page, at: int, trade: int) -> bool:
    """Whether the word is a surname or hardly a word; inside a sentence before "Invest", any."""
    if page.surnames[at] or page.commons[at] <= 1:
        return True
    is_firm_word = not page.commons[trade] and page.lexicon.firm(page.low(trade)) >= STRONG
    return is_firm_word and not page.opens(at) and page.low(at).endswith(("en", "et"))


def named_firms(page: Page) -> Iterator[Name]:
    """Riis Emballage, Signes Surdej: a last name, or a first name's genitive, then a noun."""
    for at in page.cued(_IS_OWNER, 1):
        if not page.is_capital(at) or not page.is_capital(at - 1) or not page.joined(at):
            continue
        if not _is_owner(page, at - 1) or not _is_noun(page, at) or is_road(page, at):
            continue
        if page.is_capital(at - 2) and page.joined(at - 1) and not page.opens(at - 2):
            continue
        yield Name(firm_span(page, at - 1, firm_end(page, at, 2)), _NAMED)


def _is_owner(page: Page, at: int) -> bool:
    low = page.low(at)
    if low in STOP | ENGLISH or is_role(low) or page.words[at].text.isupper():
        return False
    if page.surnames[at] >= KNOWN and page.first_names[at] < FREQUENT and page.commons[at] <= KNOWN:
        return True
    return (
        low.endswith("s") and page.first_names[at] < USUAL and page.first_name(low[:-1]) >= STRONG
    )


def _is_noun(page: Page, at: int) -> bool:
    """Whether the word is no name of a person: "Emballage" after "Riis"."""
    low, text = page.low(at), page.words[at].text
    if low in STOP or is_role(low) or len(low) <= _SHORT or text.isupper() or page.place(low):
        return False
    known = page.first_names[at] > 1 or page.surnames[at] > 0 or low.endswith(("sen", "sson"))
    return not known and 0 < page.commons[at] <= EVERYDAY


def paired_firms(page: Page) -> Iterator[Name]:
    """X & Y where one at least is a family name and neither an ordinary word."""
    for at in page.cued(_IS_AND, first=1):
        if page.words[at].text != "&" or not (page.is_capital(at - 1) and page.is_capital(at + 1)):
            continue
        if page.low(at + 1) in FAMILY or not _is_pair(page, at - 1, at + 1):
            continue
        start = firm_start(page, at + 1)
        if start is not None and start < at:
            yield Name(firm_span(page, start, firm_end(page, at + 1, 2)), _PAIR)


def _is_pair(page: Page, left: int, right: int) -> bool:
    sides = (left, right)
    if any(page.low(side) in STOP or len(page.low(side)) == 1 for side in sides):
        return False
    if all(page.first_names[side] > FREQUENT and page.surnames[side] < USUAL for side in sides):
        return False
    ordinary = [page.commons[side] > KNOWN and not page.surnames[side] for side in sides]
    if any(ordinary):
        return not all(ordinary) and any(page.surnames[side] > KNOWN for side in sides)
    return True


def ved_firms(page: Page) -> Iterator[Name]:
    """X v/ Person: X is the firm."""
    for at in page.cued(_IS_VED, first=1):
        is_ved = (
            page.low(at) == "v" and page.text[page.words[at].end : page.words[at].end + 1] == "/"
        )
        if not is_ved or not page.joined(at) or not page.is_capital(at - 1):
            continue
        start = firm_start(page, at - 1)
        if start is not None and not _is_time_or_topic(page, start, at - 1):
            yield Name(firm_span(page, start, at - 1), _VED)


def _is_time_or_topic(page: Page, start: int, last: int) -> bool:
    return start == last and (page.low(last) in STOP or page.commons[last] > USUAL)
