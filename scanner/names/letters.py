"""Persons by their place in a mail: greeting, sign-off, signature."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.names.cues import cue
from scanner.names.levels import KNOWN, USUAL
from scanner.names.lists import is_firm, may_be_person, persons_in_row
from scanner.names.name import Name, person
from scanner.names.shapes import person_span
from scanner.names.vocabulary import AFTER_GREETING, GREETINGS, NO_ADDRESSEE, SIGN_OFFS
from scanner.names.words import Page

_GREETED = person(0.9, "hilsen i begyndelsen", "greeting")
_SIGNED = person(0.9, "underskrift efter hilsen", "signature after the closing")
_SLASH = person(0.88, "underskrift (/navn)", "signature (/name)")

_CLOSINGS = frozenset(SIGN_OFFS)
CLOSING_STARTS = frozenset(closing.split()[0] for closing in SIGN_OFFS)
_LONGEST = 4
_MAX_BLANK_LINES = 3
_GREETS = cue(lambda word: word.low in GREETINGS)
_CLOSES = cue(lambda word: word.low in CLOSING_STARTS)
_IS_FIRST = cue(lambda word: word.first_name >= KNOWN)


def greeted(page: Page) -> Iterator[Name]:
    """Hej X, kære X og Y: the names after a greeting that opens a line or a sentence."""
    for at in page.cued(_GREETS):
        if at + 1 >= len(page) or page.low(at) not in GREETINGS or not page.opens(at):
            continue
        following = at + 1
        while page.low(following) in AFTER_GREETING and page.joined(following + 1):
            following += 1
        if page.gap(following) in {" ", ", ", "  ", "\xa0"}:
            yield from persons_in_row(page, following, _GREETED, NO_ADDRESSEE)


def signed(page: Page) -> Iterator[Name]:
    """Mvh X, and the line after "Venlig hilsen"."""
    for at in page.cued(_CLOSES):
        after = after_closing(page, at)
        if after is None or after >= len(page) or page.gap(after).count("\n") > _MAX_BLANK_LINES:
            continue
        if page.low(after) in {"fra", "from"}:
            after += 1
        if page.opens_line(after) or page.first_names[after : after + 1] > [1]:
            yield from persons_in_row(page, after, _SIGNED, NO_ADDRESSEE)


def after_closing(page: Page, at: int) -> int | None:
    """The word after a closing formula that starts at ``at``."""
    if page.low(at) not in CLOSING_STARTS or not page.opens(at):
        return None
    for size in range(_LONGEST, 0, -1):
        if at + size <= len(page) and " ".join(map(page.low, range(at, at + size))) in _CLOSINGS:
            return at + size
    return None


def _ends_text(page: Page, at: int) -> bool:
    """Whether the word, a name as well, is the last: "kan du hjælpe? / liv"."""
    return at + 1 == len(page) and page.first_names[at] >= USUAL and page.is_lone(at)


def slashed(page: Page) -> Iterator[Name]:
    """/Mette at the end of a mail."""
    for at in page.cued(_IS_FIRST):
        gap = page.gap(at).rstrip(" ")
        if not gap.endswith(("\n/", "\n//", "\n-", "\n–", " /")) and not (at == 0 and gap == "/"):
            continue
        strength = page.first_names[at]
        is_apart = gap.endswith(("\n/", "? /", "! /", ". /"))
        if strength < (2 if is_apart else 5):
            continue
        if not may_be_person(page, at):
            if is_apart and _ends_text(page, at):
                yield Name(person_span(page, at, at), _SLASH)
            continue
        row = list(persons_in_row(page, at, _SLASH))
        if (
            row
            and not page.text[row[-1].span.end :].split("\n", 1)[0].strip(" .!")
            and not is_firm(page, at, at)
        ):
            yield from row
