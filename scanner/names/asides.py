"""Firms by a sign or a short word before or behind them: "(founder, X)", "X = 60 %", "vedr. X"."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.names.coined import is_excluded
from scanner.names.cues import cue
from scanner.names.levels import USUAL
from scanner.names.name import Name, Needs, organization
from scanner.names.shapes import firm_end, firm_span
from scanner.names.unknown import is_no_noun, is_unknown
from scanner.names.vocabulary import is_role
from scanner.names.words import Page

_IN_BRACKETS = organization(0.74, "efter en stilling i parentes", "behind a role in brackets")
_COUNTED = organization(
    0.6, "nyt ord med et tal efter", "new word and a number", needs=Needs.PERSON
)
_ABOUT = organization(
    0.62, "nyt ord efter vedrørende", "new word behind regarding", needs=Needs.PERSON
)

_REGARDING = frozenset({"ang", "vedr", "angående", "vedrørende", "re", "regarding", "om"})
_BEFORE_NUMBER = frozenset({" = ", "=", ": ", " – ", " - "})
_BEFORE_NAME = frozenset({". ", ".: ", ": ", " "})
_AMOUNTS = frozenset({"kr", "kroner", "dkk", "eur", "t.kr", "mio"})
_REACH = 4  # words from an amount to what it is in

_IS_ROLE = cue(lambda word: is_role(word.low))
_IS_DIGITS = cue(lambda word: word.low[:1].isdigit())
_IS_REGARDING = cue(lambda word: word.low in _REGARDING)


def in_brackets(page: Page) -> Iterator[Name]:
    """Yusra Al-Khatib (founder, Tidewise)."""
    for at in page.cued(_IS_ROLE, 1):
        if not is_role(page.low(at - 1)) or page.gap(at) != ", " or page.gap(at - 1) != " (":
            continue
        last = firm_end(page, at)
        ends = page.text[page.words[last].end :][:1] == ")"
        may_be = page.is_capital(at) and not is_excluded(page.low(at))
        if ends and may_be and page.commons[at] <= USUAL and not page.first_names[at]:
            yield Name(firm_span(page, at, last), _IN_BRACKETS)


def counted(page: Page) -> Iterator[Name]:
    """Harbourlight = 60 %, Webfuglen: 84.000 kr."""
    for at in page.cued(_IS_DIGITS, first=1):
        subject = at - 1
        if page.gap(at) not in _BEFORE_NUMBER or not _is_amount(page, at):
            continue
        if is_unknown(page, subject) and is_no_noun(page.low(subject)):
            yield Name(firm_span(page, subject, subject), _COUNTED)


def _is_amount(page: Page, at: int) -> bool:
    """Whether the number is a share or money."""
    if page.text[page.words[at].end :][:2].strip().startswith("%"):
        return True
    return any(page.low(word) in _AMOUNTS for word in range(at + 1, at + _REACH))


def regarding(page: Page) -> Iterator[Name]:
    """Det er ang. Strandpavillonen."""
    for at in page.cued(_IS_REGARDING, 1):
        if page.low(at - 1) not in _REGARDING or page.gap(at) not in _BEFORE_NAME:
            continue
        if page.is_capital(at + 1) and page.joined(at + 1):
            continue
        if is_unknown(page, at) and is_no_noun(page.low(at)):
            yield Name(firm_span(page, at, at), _ABOUT)
