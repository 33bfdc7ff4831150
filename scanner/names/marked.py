"""Firms by what is written of them: their number, their street, "att.", their own mail domain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scanner.names.coined import is_excluded
from scanner.names.cues import cue
from scanner.names.levels import EVERYDAY, KNOWN, USUAL
from scanner.names.name import Name, Rule, organization
from scanner.names.shapes import firm_span, firm_start, is_road
from scanner.names.vocabulary import BEFORE_FIRM, STOP, is_role
from scanner.names.whole import Domain
from scanner.names.words import Page

_NUMBERED = organization(0.8, "står før sit CVR-nummer", "stands before its CVR number")
_ATTENDED = organization(0.75, "står før att.", "stands before att.")
_HOUSED = organization(0.62, "står over eller før sin adresse", "stands before its address")
_DOMAIN = organization(0.7, "hedder som sit domæne", "is called as its domain")

_BEFORE_NUMBER = frozenset({" (", ", ", " - ", " – ", " | ", "; ", " · ", "\n"})
_BEFORE_STREET = frozenset({"\n", " | ", " · ", " • ", ", "})
_CVR = frozenset({"cvr", "cvr-nr", "cvr-nummer", "cvrnr", "vat"})
_WITHIN = 3  # words between "CVR" and its digits
_MAX_WORDS = 4
_SHORT = 3  # letters
_NO_FIRM_LINE = (
    "adresse",
    "adressen",
    "sted",
    "kontor",
    "afdeling",
    "bopæl",
    "lager",
    "information",
)
_MAIL_DOMAIN = re.compile(
    r"(?:@|www\.)(?:[a-z0-9\-]{1,20}\.)?(?P<name>[a-zæøå0-9\-]{5,40})\.[a-z]{2,8}(?![^\W_])",
    re.IGNORECASE,
)
_PROVIDERS = frozenset(
    {"gmail", "hotmail", "outlook", "yahoo", "icloud", "protonmail", "firma", "eksempel", "example"}
)
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "-": "", "'": "", "’": "", ".": ""})
_SKIPPED = frozenset({"&", "og", "and"})

_IS_CVR = cue(lambda word: word.low in _CVR)
_IS_ATT = cue(lambda word: word.low in {"att", "attn"})
_IS_DIGITS = cue(lambda word: word.low[:1].isdigit())


def numbered(page: Page) -> Iterator[Name]:
    """Nordmark (CVR 12345674)."""
    for at in page.cued(_IS_CVR, first=1):
        if page.low(at) not in _CVR or page.gap(at) not in _BEFORE_NUMBER:
            continue
        behind = range(at + 1, at + 1 + _WITHIN)
        if any(page.low(word)[:2].isdigit() for word in behind):
            yield from _ending_at(page, at - 1, _NUMBERED)


def attended(page: Page) -> Iterator[Name]:
    """Nordmark, att. Ole."""
    for at in page.cued(_IS_ATT, first=1):
        if page.low(at) in {"att", "attn"} and page.gap(at) in _BEFORE_NUMBER:
            yield from _ending_at(page, at - 1, _ATTENDED)


def housed(page: Page) -> Iterator[Name]:
    """Nordmark, then its street and number on the next line or behind a bar."""
    for at in page.cued(_IS_DIGITS, first=2):
        if not page.low(at)[:1].isdigit() or not page.joined(at) or not is_road(page, at - 1):
            continue
        street = at - 1
        while street > 0 and page.joined(street) and page.is_capital(street - 1):
            street -= 1
        if street == 0 or page.gap(street) not in _BEFORE_STREET:
            continue
        start = firm_start(page, street - 1) if page.is_capital(street - 1) else None
        if start is None or not page.opens_line(start) or _is_label(page, start, street - 1):
            continue
        if page.gap(street) != ", " or not page.place(page.low(start)):
            yield from _ending_at(page, street - 1, _HOUSED)


def _is_label(page: Page, start: int, last: int) -> bool:
    """Whether the line is a heading: ordinary words, or what an address is called."""
    if page.low(last).endswith(_NO_FIRM_LINE):
        return True
    return any(page.commons[at] > KNOWN for at in range(start, last + 1))


def _ending_at(page: Page, last: int, rule: Rule) -> Iterator[Name]:
    """The words with capitals up to ``last``, unless they are a person, a role or ordinary."""
    start = firm_start(page, last) if page.is_capital(last) and page.is_lone(last) else None
    if start is None or last - start >= _MAX_WORDS or len(page.low(last)) < _SHORT:
        return
    words = range(start, last + 1)
    if any(page.low(at) in BEFORE_FIRM or is_role(page.low(at)) for at in words):
        return
    is_person = page.first_names[start] >= USUAL and (start == last or page.surnames[last] > 0)
    ordinary = all(page.commons[at] > USUAL for at in words)
    if not is_person and not ordinary and not is_excluded(page.low(last)):
        yield Name(firm_span(page, start, last), rule)


def domained(page: Page) -> Iterator[Name]:
    """Nordmark Skov, where somebody writes from @nordmark-skov.dk."""
    domains = page.whole.domains
    if not domains:
        return
    heads, names = {domain.head for domain in domains}, {domain.name for domain in domains}
    plain = [_plain(word.low) for word in page.words]
    for at, head in enumerate(plain):
        if hash(head[:_SHORT]) in heads and page.is_lone(at):
            yield from _called_so(page, plain, at, names)


def domains(page: Page) -> Iterator[tuple[int, Domain]]:
    """Whose mail and pages the text names, and where."""
    if "@" not in page.text and "www." not in page.text:
        return
    for found in _MAIL_DOMAIN.finditer(page.text):
        name = _plain(found["name"])
        if name not in _PROVIDERS:
            yield found.start(), Domain(name[:1], hash(name[:_SHORT]), hash(name))


def initials(lows: Iterable[str]) -> frozenset[str]:
    """What domains begin with that are called as one of the words."""
    return frozenset(_plain(first)[:1] for first in {low[:1] for low in lows})


def _called_so(page: Page, plain: list[str], start: int, names: set[int]) -> Iterator[Name]:
    """The words from ``start`` on that together are one of the ``names``, with "og" or without."""
    whole = bare = ""
    for last in range(start, min(start + _MAX_WORDS, len(page))):
        if last > start and not page.joined(last):
            return
        skipped = page.low(last) in _SKIPPED
        whole += "og" if page.low(last) == "&" else plain[last]
        bare += "" if skipped else plain[last]
        stems = {whole, bare, whole.removesuffix("s"), bare.removesuffix("s")}
        if skipped or names.isdisjoint(map(hash, stems)):
            continue
        if last > start or _is_telling(page, start):
            yield Name(firm_span(page, start, last), _DOMAIN)
            return


def _is_telling(page: Page, at: int) -> bool:
    low = page.low(at)
    most = EVERYDAY if page.is_capital(at) else KNOWN  # a word of the language, in its own mail
    return page.commons[at] <= most and low not in STOP and not page.first_names[at]


def _plain(word: str) -> str:
    return word.lower().translate(_LETTERS)
