"""Persons by what stands before or after them: titles, roles, "hedder", "møde med"."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.names.cues import cue
from scanner.names.firm_words import LEGAL_FORMS, is_trade
from scanner.names.levels import FREQUENT, KNOWN, STRONG, USUAL
from scanner.names.name import Name, Rule, person
from scanner.names.shapes import is_road, person_end, person_span
from scanner.names.vocabulary import (
    BEFORE_PERSON,
    KIN,
    MEETING,
    PARTIES,
    PERSON_VERBS,
    SAYING,
    STOP,
    TITLES,
    is_role,
)
from scanner.names.words import Page

_TITLE = person(0.93, "titel før navnet", "title before the name")
_ROLE = person(0.88, "stilling før navnet", "role before the name")
_SAYS = person(0.7, "nogen siger eller ringer", "someone says or calls")
_MET = person(0.68, "nogen taler eller mødes med", "someone talks or meets with")
_PAIR = person(0.55, "to ukendte ord med stort", "two unknown capitalized words")
_SAID = person(0.85, "hedder", "is called")

_SHORT = 2  # letters
_NOUN_ENDINGS = ("erne", "ene", "eren", "elsen", "ingen", "heden", "tet", "gen", "ken", "ien")


_IS_TITLE = cue(lambda word: word.low in TITLES or word.low in KIN or is_role(word.low))
_CALLS = cue(lambda word: word.low in {"hedder", "hed", "er", "is", "navn"})
_IS_NAMED = cue(lambda word: word.low == "navnet")
_IS_UNKNOWN = cue(lambda word: word.common == 0 and not word.place and not _is_other(word.low))


def titled(page: Page) -> Iterator[Name]:
    """Direktør X, hr. X, min kone X, "Ejeren, X Y,"."""
    for at in page.cued(_IS_TITLE, 1):
        before = page.low(at - 1)
        is_title = before in TITLES
        if not (is_title or is_role(before) or before in KIN) or not page.is_lone(at):
            continue
        if _follows_title(page, at, is_title=is_title) and _may_be_titled(page, at):
            last = person_end(page, at, lower=page.words[at].text[0].islower())
            if not is_road(page, last) and not _is_firm(page, at, last):
                yield Name(person_span(page, at, last), _TITLE if is_title else _ROLE)


def _follows_title(page: Page, at: int, *, is_title: bool) -> bool:
    gap = page.gap(at)
    if gap in {". ", "."}:
        return is_title or page.low(at - 1).startswith(("dir", "adv", "sekr"))
    if gap == " (":
        return page.first_names[at] >= STRONG and page.commons[at] <= USUAL
    if gap in {", ", ": "} and _are_rare(page, at):
        return True
    if gap in {", ", ": "}:
        return (
            page.first_names[at] >= USUAL
            and page.is_capital(at)
            and (page.is_capital(at + 1) or gap == ": ")
        )
    return page.joined(at)


def _may_be_titled(page: Page, at: int) -> bool:
    low = page.low(at)
    if low in STOP or low in BEFORE_PERSON or is_role(low) or low in LEGAL_FORMS:
        return False
    if page.low(at - 1) in PARTIES and page.first_names[at] < KNOWN:
        return False
    if not page.is_capital(at):
        known = page.first_names[at] >= FREQUENT and page.commons[at] <= FREQUENT
        is_verb = low in PERSON_VERBS or (low.endswith("er") and page.commons[at] > 0)
        return known and not is_verb
    if page.is_initial(at):
        return len(page.low(at)) > 1 or page.is_capital(at + 1)  # "ejeren X" stands for anybody
    if page.first_names[at] >= KNOWN or page.surnames[at] >= KNOWN:
        return True
    return page.commons[at] <= 1 and not page.words[at].text.isupper() and not page.place(low)


def _is_firm(page: Page, first: int, last: int) -> bool:
    following = page.low(last + 1) if page.joined(last + 1) else ""
    ends = (
        following in LEGAL_FORMS
        or following == "&"
        or is_trade(page.low(last))
        or (page.is_capital(last + 1) and is_trade(following))
    )
    return ends and not (page.first_names[first] >= STRONG and page.surnames[last] >= USUAL)


def called(page: Page) -> Iterator[Name]:
    """Hun hedder X, mit navn er X."""
    for at in sorted({*page.cued(_CALLS, 1), *page.cued(_IS_NAMED, 2)}):
        if not page.joined(at) or not page.is_lone(at) or not _is_called(page, at):
            continue
        low = page.low(at)
        if low in STOP or not (page.is_capital(at) or _is_small_name(page, at)):
            continue
        if page.first_names[at] >= 1 or (
            page.is_capital(at + 1) and page.surnames[at + 1 :][:1] > [0]
        ):
            last = person_end(page, at, lower=not page.is_capital(at))
            yield Name(person_span(page, at, last), _SAID)


def _is_small_name(page: Page, at: int) -> bool:
    return page.first_names[at] >= STRONG and (
        page.commons[at] <= USUAL or page.low(at - 1) == "hedder"
    )


def _is_called(page: Page, at: int) -> bool:
    before = page.low(at - 1)
    if before in {"hedder", "hed"}:
        return True
    phrase = (page.low(at - 3), page.low(at - 2), before)
    return phrase in {("mit", "navn", "er"), ("my", "name", "is"), ("med", "navnet", before)} or (
        phrase[1:] in {("jeg", "er"), ("ved", "navn")} and page.is_capital(at)
    )


def _are_rare(page: Page, at: int) -> bool:
    """Whether two capitalized words stand here that are neither ordinary nor a place."""
    pair = (at, at + 1)
    return page.joined(at + 1) and all(
        page.is_capital(index)
        and page.commons[index] == 0
        and not page.place(page.low(index))
        and not is_trade(page.low(index))
        and page.words[index].text[1:].islower()
        for index in pair
    )


def unknown_names(page: Page) -> Iterator[Name]:
    """Thanusha ringede, møde med Chidi, note to Priya Raman: names no list knows."""
    for at in page.cued(_IS_UNKNOWN):
        if not page.is_capital(at) or not _may_be_unknown(page, at):
            continue
        last = person_end(page, at)
        rule = _unknown_rule(page, at, last)
        if rule is not None and not is_road(page, last) and not _is_firm(page, at, last):
            yield Name(person_span(page, at, last), rule)


def _is_other(low: str) -> bool:
    """Whether the word means something else than a name."""
    return low in STOP or is_role(low) or low in LEGAL_FORMS or is_trade(low) or len(low) <= _SHORT


def _may_be_unknown(page: Page, at: int) -> bool:
    low, text = page.low(at), page.words[at].text
    if _is_other(low):
        return False
    if page.commons[at] > 0 or page.place(low) or not page.is_lone(at):
        return False
    return text[1:].replace("-", "").isalpha() and not text.isupper() and not _is_unit(text)


def _is_unit(text: str) -> bool:
    return text.partition("-")[0].isupper()


def _unknown_rule(page: Page, at: int, last: int) -> Rule | None:
    if page.low(last + 1) in SAYING and page.joined(last + 1):
        is_noun = page.opens(at) and page.low(last).endswith(_NOUN_ENDINGS)
        return None if is_noun else _SAYS
    if page.opens(at) or not page.joined(at):
        return None
    before, earlier = page.low(at - 1), {page.low(at - 2), page.low(at - 3)}
    if before in {"med", "til", "fra", "af", "with", "to", "from", "by"}:
        if not earlier.isdisjoint(MEETING):
            return _MET
        if last == at + 1 and _are_rare(page, at):
            return _PAIR
    return None
