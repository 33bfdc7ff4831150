"""Later mentions: a part of a name that was found whole elsewhere in the same text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scanner.doc import Span
from scanner.names.levels import KNOWN, STRONG
from scanner.names.lists import words_of
from scanner.names.name import Kind, Name, organization, person
from scanner.names.shapes import person_span
from scanner.names.vocabulary import (
    LEADING_FORMS,
    LEADING_TYPES,
    LEGAL_FORMS,
    PARTICLES,
    STOP,
    is_trade,
)
from scanner.names.words import Page

_PERSON = person(0.85, "del af et navn i samme tekst", "part of a name in the same text")
_FIRM = organization(0.85, "firma nævnt i samme tekst", "firm named in the same text")

_CERTAIN = 0.8
_LIKELY = 0.6  # enough for a firm's name of several words
_SHORTEST = 3
_LONG = 5  # letters
_NO_NAME = PARTICLES | STOP


def later_mentions(page: Page, names: Iterable[Name]) -> Iterator[Name]:
    """Every other place of the first name, the last name or the firm's bare name."""
    people: set[str] = set()
    firms: set[tuple[str, ...]] = set()
    for name in names:
        inside = words_of(page, name.span)
        if not inside or name.score < _least(page, name, inside):
            continue
        if name.kind is Kind.PERSON:
            people.update(_parts(page, inside))
        elif bare := _bare(page, inside):
            firms.add(bare)
            if len(bare) > 1 and _is_coined(page, inside.start) and bare[0] not in LEADING_TYPES:
                firms.add(bare[:1])  # "Zenit" of "Zenit Yoga"
    for low in sorted(people):
        yield from _persons(page, low)
    for bare in sorted(firms):
        yield from _firms(page, bare)


def _least(page: Page, name: Name, inside: range) -> float:
    """How sure a name must be to be looked for elsewhere; a firm's that is no word at all, less."""
    if name.kind is Kind.PERSON:
        return _CERTAIN
    return _LIKELY if len(inside) > 1 or _is_coined(page, inside.start) else _CERTAIN


def _is_coined(page: Page, at: int) -> bool:
    """Whether the word is nobody's name and no word, but with a capital."""
    known = page.commons[at] + page.first_names[at] + page.surnames[at] + page.place(page.low(at))
    return not known and page.is_capital(at) and len(page.low(at)) >= _LONG


def _parts(page: Page, inside: range) -> Iterator[str]:
    """The words of a person's name that stand for the person alone."""
    last = inside.stop - 1
    for at in inside:
        low = page.low(at)
        if at == last and _is_genitive_part(page, at):
            low = low[:-1]
        if len(low) >= _SHORTEST and low not in _NO_NAME and not page.is_initial(at):
            yield low


def _is_genitive_part(page: Page, at: int) -> bool:
    return len(person_span(page, at, at)) < len(page.words[at].text)


def _persons(page: Page, low: str) -> Iterator[Name]:
    for form in (low, low + "s", low + "'s", low + "’s"):
        for at in page.places.get(form, ()):
            if page.is_lone(at) and _is_mention(page, at, low):
                start = page.words[at].start
                yield Name(Span(start, start + len(low)), _PERSON)


def _is_mention(page: Page, at: int, low: str) -> bool:
    """With a capital always; in lower case only a word that is hardly an ordinary one."""
    if page.is_capital(at):
        ordinary = page.common(low) > STRONG and page.opens(at)  # "Bo", "Per", "Helle"
        return not ordinary
    strength = max(page.first_name(low), page.surname(low))
    return page.common(low) <= min(3, strength) and len(low) > _SHORTEST


def _bare(page: Page, inside: range) -> tuple[str, ...]:
    """The firm's name without its legal form, when it is telling enough to stand alone."""
    lows = [page.low(at) for at in inside]
    while lows and (lows[-1] in LEGAL_FORMS or lows[-1].replace(".", "") in LEGAL_FORMS):
        lows.pop()
    while lows and lows[0] in LEADING_FORMS:
        lows.pop(0)
    if not lows or (len(lows) == 1 and not _is_telling(page, lows[0])):
        return ()
    return tuple(lows)


def _is_telling(page: Page, low: str) -> bool:
    if low in STOP or low in LEADING_TYPES or is_trade(low) or len(low) <= _SHORTEST:
        return False
    return page.common(low) <= KNOWN and not page.place(low)


def _firms(page: Page, bare: tuple[str, ...]) -> Iterator[Name]:
    last = bare[-1]
    for at in page.places.get(bare[0], ()):
        end = at + len(bare) - 1
        if end >= len(page) or tuple(map(page.low, range(at, end))) != bare[:-1]:
            continue
        if page.low(end) in {last, last + "s", last + "'s"} and page.is_lone(at):
            start = page.words[at].start
            yield Name(Span(start, page.words[end].start + len(last)), _FIRM)
    if len(bare) == 1:
        yield from _single(page, last)


def _single(page: Page, low: str) -> Iterator[Name]:
    for form in (low + "s", low + "'s"):
        for at in page.places.get(form, ()):
            start = page.words[at].start
            yield Name(Span(start, start + len(low)), _FIRM)
