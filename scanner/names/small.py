"""Firms in texts typed without capitals: "hos beierholm", "(soulbread)", "stillads nord"."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.names.coined import is_excluded
from scanner.names.cues import cue
from scanner.names.firm_words import is_trade, is_type
from scanner.names.levels import FREQUENT, KNOWN, STRONG, USUAL
from scanner.names.name import Name, organization, person
from scanner.names.shapes import firm_span, person_span
from scanner.names.vocabulary import KIN, STOP, UNITS, is_role
from scanner.names.word_set import word_set
from scanner.names.words import Page

_AT = organization(0.66, "med småt efter hos", "in lower case after hos")
_BRACKETED = organization(0.6, "nyt ord med småt i parentes", "new word in lower case in brackets")
_QUARTER = organization(0.66, "branche og et verdenshjørne", "trade and a point of the compass")

_KIND = organization(0.66, "nyt ord og en slags forretning", "new word and a kind of business")
_BRACKETED_NAME = person(0.7, "fornavn med småt i parentes", "first name in lower case in brackets")

_LEAST = 4  # letters
_MOST = 4  # words
_QUARTERS = frozenset({"nord", "syd", "øst", "vest"})
_IN = frozenset({"i", "på", "ved"})
_AND = frozenset({"og", "&"})
# Ends of what somebody is with and that is no name: "hos lægen", "hos kunder", "hos naboerne".
_DEFINITE = ("en", "et", "erne", "ene", "ne")
_PLURAL = ("er", "ere", "folk", "børn", "venner", "dem", "else", "ing", "hed")
_NO_NAME = (
    STOP
    | KIN
    | word_set("""
    mig dig ham hende os jer dem sig mange flere folk andre begge samme anden andet næste første
    alle enhver ingen nogle den det de en et hver her der hjemme skat kommune politi mænd kvinder
    børn unge ældre venner""")
)
_IS_HOS = cue(lambda word: word.low == "hos")
_IS_NEW = cue(lambda word: not (word.common or word.first_name or word.surname or word.place))
_IS_KIND = cue(lambda word: is_type(word.low))
_IS_FIRST = cue(lambda word: word.first_name >= FREQUENT)
_IS_QUARTER = cue(lambda word: word.low in _QUARTERS)


def at_small(page: Page) -> Iterator[Name]:
    """Hos beierholm siger de; hos bro og bølge: up to two words that are no people and no office.

    Danish puts an ending or an article on what anybody may be with: "hos lægen", "hos en ven".
    """
    if not page.is_small:
        return
    for at in page.cued(_IS_HOS, 1):
        if page.low(at - 1) != "hos" or not page.joined(at) or page.is_capital(at):
            continue
        if not _may_be_name(page, at):
            continue
        if page.low(at + 1) in _AND and page.joined(at + 1) and _is_second(page, at + 2):
            yield Name(firm_span(page, at, at + 2), _AT)
        elif page.joined(at + 1) and is_trade(page.low(at + 1)) and _may_be_name(page, at + 1):
            yield Name(firm_span(page, at, at + 1), _AT)
        elif page.commons[at] <= KNOWN:
            yield Name(firm_span(page, at, at), _AT)


def _is_second(page: Page, at: int) -> bool:
    """Whether the word behind "og" ends the clause, and may be part of a name."""
    return page.joined(at) and _may_be_name(page, at) and not page.joined(at + 1)


def _may_be_name(page: Page, at: int) -> bool:
    low = page.low(at)
    if low in _NO_NAME or is_role(low) or is_excluded(low) or not page.is_lone(at):
        return False
    if not low.isalpha() or len(low) < _LEAST - 1 or low.endswith(UNITS):
        return False
    if page.first_names[at] >= USUAL or (page.place(low) and page.commons[at]):
        return False
    if page.lexicon.row(low) and low.endswith((*_DEFINITE, *_PLURAL)):
        return False
    return page.commons[at] <= STRONG


def bracketed_small(page: Page) -> Iterator[Name]:
    """Kunden sofie (soulbread): a new word alone in brackets, and no explanation."""
    if not page.is_small:
        return
    for at in page.cued(_IS_NEW):
        word = page.words[at]
        if not _is_bracketed(page, at) or len(word.low) <= _LEAST or not word.text.isalpha():
            continue
        known = page.commons[at] + page.first_names[at] + page.surnames[at] + page.place(word.low)
        if known or page.lexicon.row(word.low):
            continue
        if word.low.endswith((*_DEFINITE, *_PLURAL, *UNITS)):
            continue
        if not is_role(word.low) and not is_excluded(word.low):
            yield Name(firm_span(page, at, at), _BRACKETED)


def small_kinds(page: Page) -> Iterator[Name]:
    """Fra moccamester kaffebar: a new word before its kind of business."""
    if not page.is_small:
        return
    for at in page.cued(_IS_KIND, first=1):
        low, before = page.low(at), at - 1
        if not is_type(low) or low.endswith(_DEFINITE) or not page.joined(at):
            continue
        if page.is_capital(at) or page.commons[before] or page.lexicon.row(page.low(before)):
            continue
        if len(page.low(before)) >= _LEAST and page.words[before].text.isalpha():
            yield Name(firm_span(page, before, at), _KIND)


def bracketed_names(page: Page) -> Iterator[Name]:
    """Uge 48: vildmad (ida): a first name alone in brackets."""
    if not page.is_small:
        return
    for at in page.cued(_IS_FIRST):
        is_alone = _is_bracketed(page, at)
        if is_alone and page.first_names[at] >= FREQUENT and page.commons[at] <= 1:
            yield Name(person_span(page, at, at), _BRACKETED_NAME)


def small_quarters(page: Page) -> Iterator[Name]:
    """De skylder stillads nord 80 t: a trade and a point of the compass, no "i" before."""
    if not page.is_small:
        return
    for at in page.cued(_IS_QUARTER, first=1):
        trade = at - 1
        if page.low(at) not in _QUARTERS or not page.joined(at) or page.is_capital(at):
            continue
        if not (is_trade(page.low(trade)) or is_type(page.low(trade))):
            continue
        if page.low(trade - 1) not in _IN and page.commons[trade] <= FREQUENT:
            yield Name(firm_span(page, trade, at), _QUARTER)


def _is_bracketed(page: Page, at: int) -> bool:
    """Whether the word stands alone in brackets."""
    word = page.words[at]
    return page.text[word.start - 1 : word.start] + page.text[word.end : word.end + 1] == "()"
