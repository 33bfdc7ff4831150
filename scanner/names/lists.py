"""Names in a row, and names in a known stretch of the text: a cell, a header, a speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator

from scanner.doc import Span
from scanner.names.firm_words import FAMILY, LEGAL_FORMS, is_trade
from scanner.names.levels import KNOWN, STRONG, USUAL
from scanner.names.name import Name, Rule
from scanner.names.shapes import person_end, person_span
from scanner.names.vocabulary import STOP, TITLES, is_role
from scanner.names.words import Page

_BETWEEN = frozenset({", ", " / ", "/", ",", "; ", ";", " & "})
_AND = frozenset({"og", "and", "samt", "&"})
_MAX_ROW = 30


def persons_in_row(
    page: Page, at: int, rule: Rule, excluded: Collection[str] = ()
) -> Iterator[Name]:
    """X, Y og Z from word ``at`` on, as long as each looks like a person."""
    for _ in range(_MAX_ROW):
        while page.low(at) in TITLES:
            at += 1
        if at >= len(page) or not may_be_person(page, at) or page.low(at) in excluded:
            return
        last = person_end(page, at, lower=not page.is_capital(at))
        if is_firm(page, at, last):
            return
        yield Name(person_span(page, at, last), rule)
        at = last + 1
        if page.low(at) in _AND and page.gap(at) in {" ", ", "}:
            at += 1
        elif page.gap(at).lstrip(".") not in _BETWEEN:
            return


def may_be_person(page: Page, at: int) -> bool:
    """Whether the word may be a person's name where one is expected."""
    low = page.low(at)
    if low in STOP or low in LEGAL_FORMS or is_role(low) or not page.is_lone(at):
        return False
    if page.words[at].text[0].islower():
        return page.first_names[at] >= USUAL and page.commons[at] <= STRONG
    if not page.words[at].text[0].isupper() or any(char.isdigit() for char in low):
        return False
    head, _, tail = page.words[at].text.partition("-")
    if len(head) > 1 and head.isupper() and tail.islower():
        return False  # "CPR-nr"
    if page.is_initial(at):
        return page.is_capital(at + 1)
    return page.first_names[at] > 0 or (page.commons[at] <= KNOWN and not page.place(low))


def is_firm(page: Page, first: int, last: int) -> bool:
    """Whether the words from ``first`` on are rather a firm's name."""
    following = page.low(last + 1) if page.joined(last + 1) or page.gap(last + 1) == "" else ""
    if following in LEGAL_FORMS or following in FAMILY or following.replace(".", "") in LEGAL_FORMS:
        return True
    if following in {"&", "+"} and page.low(last + 2) in FAMILY:
        return True
    words = range(first, last + 1)
    trades = any(is_trade(page.low(index)) and not page.surnames[index] for index in words)
    return trades or (page.is_capital(last + 1) and is_trade(following))


def words_of(page: Page, span: Span) -> range:
    """The indexes of the words inside ``span``."""
    first = bisect_left(page.starts, span.start)
    return range(first, bisect_left(page.starts, span.end, first))
