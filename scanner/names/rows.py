"""Persons by their place in a list: "Holm, Pernille" alone in a cell, "lars - alm", "X, CEO"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.names.cues import cue
from scanner.names.firm_words import is_trade
from scanner.names.levels import KNOWN, USUAL
from scanner.names.lists import is_firm, may_be_person, words_of
from scanner.names.name import Name, person
from scanner.names.shapes import is_road, person_end, person_span
from scanner.names.vocabulary import PERSON_VERBS, STOP, is_role
from scanner.names.words import Page

_TURNED = person(0.85, "efternavn, fornavn i en celle", "last name, first name in a cell")
_LISTED = person(0.72, "navn først i en liste", "name at the start of a list")
_APPOSED = person(0.78, "stilling efter navnet", "role after the name")

_TURNED_CELL = re.compile(
    r"(?:^|(?<=[\t|;]))[ \t]{0,4}\"?(?P<last>[^\W\d_][^\n\t|;,\"\d]{1,30}), "
    r"(?P<first>[^\W\d_][^\n\t|;,\"\d]{1,30}?)\"?[ ]{0,4}(?=\t|[|;\n]|  |$)",
    re.MULTILINE,
)
_MAX_WORDS = 3
_FROM = frozenset({"fra", "hos", "from", "at"})
_REACH = 8  # words from a person's first to the role behind
_IS_FIRST = cue(lambda word: word.first_name >= USUAL)
_IS_ROLE = cue(lambda word: is_role(word.low))


def turned_names(page: Page) -> Iterator[Name]:
    """Cells "Last, First"; where most rows hold known names, the unknown ones count as well."""
    for span, is_known in page.once(turned_rows):
        if is_known or page.whole.has_turned:
            yield Name(span, _TURNED)


def turned_rows(page: Page) -> Iterator[tuple[Span, bool]]:
    """The cells that may be "Last, First", and whether the first name is a known one."""
    for found in _TURNED_CELL.finditer(page.text):
        last = words_of(page, Span(*found.span("last")))
        first = words_of(page, Span(*found.span("first")))
        if _may_be_turned(page, last, first):
            known = page.first_names[first.start] >= KNOWN
            yield page.span(last.start, first.stop - 1), known


def _may_be_turned(page: Page, last: range, first: range) -> bool:
    if not last or not first or max(len(last), len(first)) > _MAX_WORDS:
        return False
    words = (*last, *first)
    if any(page.low(at) in STOP or is_role(page.low(at)) or is_trade(page.low(at)) for at in words):
        return False
    return all(page.is_capital(at) for at in words) and not page.place(page.low(first.start))


def list_names(page: Page) -> Iterator[Name]:
    """A line that starts with a first name and goes on with a dash, a bracket or a plus."""
    for at in page.cued(_IS_FIRST):
        if not page.opens_line(at) or page.first_names[at] < USUAL or not may_be_person(page, at):
            continue
        last = person_end(page, at, lower=not page.is_capital(at))
        if _is_loose_initial(page, last + 1):
            last += 1
        following = page.gap(last + 1) if last + 1 < len(page) else "\n"
        listed = following.strip() in {"-", "–", "—", "(", "+"} or page.low(last + 1) == "+"
        if following.endswith("-") and not page.is_capital(at):
            continue  # "$ ping -c 3"
        comes = page.low(last + 1) in _FROM and page.joined(last + 1) and page.joined(last + 2)
        goes_on = comes or (listed and " " in following)
        if goes_on and page.commons[at] <= 1 and not is_firm(page, at, last):
            yield Name(person_span(page, at, last), _LISTED)


def _is_loose_initial(page: Page, at: int) -> bool:
    """Whether the word is an initial without its dot: "Mikkel T - ..."."""
    return page.is_initial(at) and page.joined(at) and len(page.low(at)) == 1


def apposed(page: Page) -> Iterator[Name]:
    """X Y, founder and X Y (direktør): two capitalized words and a role behind them."""
    free = 0
    for at in page.near(_IS_ROLE, _REACH):
        last = _apposed_end(page, at) if at >= free else None
        if last is not None:
            yield Name(person_span(page, at, last), _APPOSED)
            free = last + 1


def _apposed_end(page: Page, at: int) -> int | None:
    if not page.is_capital(at) or not may_be_person(page, at) or page.commons[at] > 1:
        return None
    last = person_end(page, at)
    if page.gap(last + 1) not in {", ", " (", " – ", " - "} or not _is_role_at(page, last + 1):
        return None
    known = page.first_names[at] >= USUAL or last > at
    ordinary = page.commons[last] > 1 or is_firm(page, at, last) or is_road(page, last)
    return last if known and not ordinary else None


def _is_role_at(page: Page, at: int) -> bool:
    """Whether a role follows, perhaps after "vores", "the" or "tidligere"."""
    near = (index for index in (at, at + 1) if index < len(page) and page.is_lone(index))
    return any(is_role(page.low(index)) for index in near) and (page.low(at) not in PERSON_VERBS)
