"""Persons by the name itself: known first and last names, initials, lower-case writing."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.names.name import Name, Rule, person
from scanner.names.shapes import is_road, person_end, person_span
from scanner.names.vocabulary import (
    BEFORE_PERSON,
    FAMILY,
    KIN,
    PARTIES,
    LEGAL_FORMS,
    PERSON_VERBS,
    STOP,
    TITLES,
    is_role,
    is_trade,
)
from scanner.names.words import Page

_FULL = person(0.92, "kendt fornavn og efternavn", "known first and last name")
_HALF = person(0.8, "kendt fornavn og et ord med stort", "known first name and a capitalized word")
_LAST = person(0.72, "ord med stort og kendt efternavn", "capitalized word and known last name")
_INITIAL = person(0.85, "fornavn og initial", "first name and initial")
_INITIALS = person(0.8, "initialer og efternavn", "initials and last name")
_FIRST = person(0.72, "kendt fornavn", "known first name")
_LOWER = person(0.75, "fornavn og efternavn med småt", "first and last name in lower case")
_LOWER_FIRST = person(
    0.65, "fornavn med småt efter »med«, »til« …", "lower-case first name after a cue"
)
_TITLE = person(0.93, "titel før navnet", "title before the name")
_ROLE = person(0.88, "stilling før navnet", "role before the name")
_SAID = person(0.85, "hedder", "is called")

_STRONG = 5


def full_names(page: Page) -> Iterator[Name]:
    """Two or more capitalized words of which one at least is a known name."""
    at = 0
    while at < len(page):
        last = _name_from(page, at)
        rule = None if last is None else _judge(page, at, last)
        if last is None or rule is None or is_road(page, last):
            at += 1
            continue
        yield Name(person_span(page, at, last), rule)
        at = last + 1


def _name_from(page: Page, at: int) -> int | None:
    low = page.low(at)
    if not page.is_capital(at) or low in STOP or low in LEGAL_FORMS or not page.is_lone(at):
        return None
    if is_role(low) and not page.first_names[at]:
        return None
    last = person_end(page, at)
    return last if last > at else None


def _judge(page: Page, first: int, last: int) -> Rule | None:
    known_first, known_last = page.first_names[first], page.surnames[last]
    if page.is_initial(last):
        return (
            _INITIAL
            if known_first >= 2
            and page.text[page.words[last].end : page.words[last].end + 1] == "."
            else None
        )
    if page.is_initial(first):
        return _judge_initials(page, first, last)
    if is_trade(page.low(last)) and known_last < 5:
        return None
    if page.lexicon.place(page.low(last)) and not known_last and known_first < _STRONG:
        return None
    if known_first >= 2 and known_last >= 1:
        return _FULL
    if known_first >= 4 and _is_rare(page, last):
        return _HALF
    if known_last >= 4 and _is_rare(page, first) and not page.opens(first):
        return _LAST
    return (
        _LAST
        if known_last >= 2 and page.low(last).endswith("sen") and _is_rare(page, first)
        else None
    )


def _judge_initials(page: Page, first: int, last: int) -> Rule | None:
    if not page.gap(first + 1).startswith("."):
        return None
    if page.opens_line(first) and not page.surnames[last]:
        return None
    return _INITIALS if page.surnames[last] or _is_rare(page, last) else None


def _is_rare(page: Page, at: int) -> bool:
    return page.commons[at] <= 1 and page.low(at) not in STOP and not is_role(page.low(at))


def first_names(page: Page) -> Iterator[Name]:
    """A known first name alone, inside a sentence or before a verb that people do."""
    for at in range(len(page)):
        strength = page.first_names[at]
        if strength < 3 or not page.is_capital(at) or not page.is_lone(at) or _is_other(page, at):
            continue
        needed = 3 + page.commons[at] + 2 * page.lexicon.place(page.low(at))
        if page.opens(at):
            following = page.low(at + 1) if page.joined(at + 1) else ""
            needed += 1 if following in PERSON_VERBS else 3 + 2 * page.commons[at]
        if strength >= needed:
            yield Name(person_span(page, at, at), _FIRST)


def _is_other(page: Page, at: int) -> bool:
    """Whether the capitalized word is part of something else: a firm, a street, a month."""
    low = page.low(at)
    if low in STOP or is_road(page, at):
        return True
    following = page.low(at + 1) if page.joined(at + 1) else ""
    if following in {"&", "+"} or following in LEGAL_FORMS or following in FAMILY:
        return True
    if page.is_capital(at + 1) and page.joined(at + 1):
        return True
    return page.low(at - 1) in {"&", "+"} or (
        page.is_capital(at - 1) and page.joined(at) and not page.opens(at - 1)
    )


def lower_names(page: Page) -> Iterator[Name]:
    """Names as people type them in a chat: "mail til ane lund", "snakket med thomas"."""
    for at in range(len(page)):
        word = page.words[at]
        if not word.text[0].islower() or page.first_names[at] < 3 or not page.is_lone(at):
            continue
        if word.low in STOP or word.low in PARTICLES_LIKE:
            continue
        last = person_end(page, at, lower=True)
        if last > at and _is_lower_full(page, at, last):
            yield Name(person_span(page, at, last), _LOWER)
        elif _is_cued(page, at):
            yield Name(person_span(page, at, at), _LOWER_FIRST)


PARTICLES_LIKE = frozenset("de den der la von af al du le el da do".split())
_ABOUT = frozenset(
    "med til fra hos ring ringede spørg hej hejsa kære hilsen hilsner mvh vh hedder skriver".split()
)


def _is_lower_full(page: Page, first: int, last: int) -> bool:
    return (
        page.first_names[first] >= 4
        and page.surnames[last] >= 3
        and page.commons[first] <= 3
        and page.commons[last] <= 5
    )


def _is_cued(page: Page, at: int) -> bool:
    strength, common = page.first_names[at], page.commons[at]
    if not page.joined(at) or strength < 4:
        return False
    if page.low(at - 1) in _ABOUT:
        return common <= 2 and strength >= _STRONG
    follows = page.low(at + 1) in PERSON_VERBS
    return common <= 1 and strength >= 6 and follows


def titled(page: Page) -> Iterator[Name]:
    """Direktør X, hr. X, min kone X, "Ejeren, X Y,"."""
    for at in range(1, len(page)):
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
    if gap in {", ", ": ", " ("}:
        return (
            page.first_names[at] >= 3
            and page.is_capital(at)
            and (page.is_capital(at + 1) or gap == ": ")
        )
    return page.joined(at)


def _may_be_titled(page: Page, at: int) -> bool:
    low = page.low(at)
    if low in STOP or low in BEFORE_PERSON or is_role(low) or low in LEGAL_FORMS:
        return False
    if page.low(at - 1) in PARTIES and page.first_names[at] < 2:
        return False
    if not page.is_capital(at):
        return page.first_names[at] >= 4 and page.commons[at] <= 4
    if page.first_names[at] >= 2 or page.surnames[at] >= 2 or page.is_initial(at):
        return True
    return (
        page.commons[at] <= 1 and not page.words[at].text.isupper() and not page.lexicon.place(low)
    )


def _is_firm(page: Page, first: int, last: int) -> bool:
    following = page.low(last + 1) if page.joined(last + 1) else ""
    ends = (
        following in LEGAL_FORMS
        or following == "&"
        or is_trade(page.low(last))
        or (page.is_capital(last + 1) and is_trade(following))
    )
    return ends and not (page.first_names[first] >= _STRONG and page.surnames[last] >= 3)


def called(page: Page) -> Iterator[Name]:
    """Hun hedder X, mit navn er X."""
    for at in range(1, len(page)):
        if not page.joined(at) or not page.is_lone(at) or not _is_called(page, at):
            continue
        low = page.low(at)
        if low in STOP or not (
            page.is_capital(at) or page.first_names[at] >= _STRONG and page.commons[at] <= 3
        ):
            continue
        if page.first_names[at] >= 1 or (
            page.is_capital(at + 1) and page.surnames[at + 1 :][:1] > [0]
        ):
            last = person_end(page, at, lower=not page.is_capital(at))
            yield Name(person_span(page, at, last), _SAID)


def _is_called(page: Page, at: int) -> bool:
    before = page.low(at - 1)
    if before in {"hedder", "hed"}:
        return True
    phrase = (page.low(at - 3), page.low(at - 2), before)
    return phrase in {("mit", "navn", "er"), ("my", "name", "is"), ("med", "navnet", before)} or (
        phrase[1:] in {("jeg", "er"), ("ved", "navn")} and page.is_capital(at)
    )
