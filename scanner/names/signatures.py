"""Firms by their place in a signature: a line, or a part of one, below the person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.names.coined import is_excluded
from scanner.names.cues import cue
from scanner.names.firm_words import LEGAL_FORMS
from scanner.names.letters import CLOSING_STARTS, after_closing
from scanner.names.levels import KNOWN, USUAL
from scanner.names.lists import may_be_person, words_of
from scanner.names.name import Name, organization
from scanner.names.shapes import firm_span, is_road
from scanner.names.vocabulary import STOP, UNITS, is_role
from scanner.names.word_set import word_set
from scanner.names.words import Page

_SIGNED = organization(0.76, "under navnet i en underskrift", "below the name in a signature")

_CLOSES = cue(lambda word: word.low in CLOSING_STARTS)
_MOST_LINES = 4
_REACH = 14  # words from the closing
_MAX_WORDS = 5
_LINE = re.compile(r"[ \t>*_]*(?P<line>[^\n]*?)[ \t*_]*(?:\n|\Z)")
_PARTS = re.compile(r"[ \t]+(?:[|•·/]|[-–—])[ \t]+|[ \t]*\|[ \t]*")
# What says that a line tells how to reach somebody, or that the signature is over.
_CONTACT = re.compile(
    r"[@\d:]|www\.|^(?:tlf|tel|mobil|mob|mail|cvr|fax|ps|sendt|sent|get)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?,;](?:\s|$)")
_DEGREES = word_set("ba bsc msc mba phd ph.d cand.merc cand.jur cand.oecon hd hda stud")


def signed_firms(page: Page) -> Iterator[Name]:
    """Mvh / Ulla Vestermark / Salgskonsulent / Grøn Kasse: the first line that is no role."""
    for at in page.cued(_CLOSES):
        after = after_closing(page, at)
        if after is not None and after < len(page) and _is_person(page, after):
            yield from _below(page, after, at + _REACH)


def _is_person(page: Page, at: int) -> bool:
    """Whether a name follows the closing: below it, or a known one beside it."""
    near = page.opens_line(at) or page.first_names[at] > 1
    return near and page.is_capital(at) and may_be_person(page, at)


def _below(page: Page, person: int, stop: int) -> Iterator[Name]:
    """The firm in the lines from that of the ``person`` on, before the word ``stop``."""
    end = page.words[person].start
    for number in range(_MOST_LINES):
        found = _LINE.match(page.text, end)
        if found is None or end >= len(page.text):
            return
        end = found.end()
        line = Span(*found.span("line"))
        if not line:
            continue
        parts = list(_parts(page.text, line))
        for part in parts[1:] if number == 0 else parts:
            inside = words_of(page, part)
            if inside.stop > stop:
                return
            if not inside or _is_role_line(page, inside):
                continue
            if _CONTACT.search(part.of(page.text)) or not _is_name(page, part, inside):
                return
            yield Name(firm_span(page, inside.start, inside.stop - 1), _SIGNED)
            return


def _parts(text: str, line: Span) -> Iterator[Span]:
    """The pieces of the line between bars, dots and dashes."""
    start = line.start
    for mark in _PARTS.finditer(text, line.start, line.end):
        yield Span(start, mark.start())
        start = mark.end()
    yield Span(start, line.end)


def _is_role_line(page: Page, inside: range) -> bool:
    """Whether the line says what the person is: "Partner, cand.merc.aud.", "Head of Growth"."""
    return any(is_role(page.low(at)) or page.low(at) in _DEGREES for at in inside)


def _is_name(page: Page, part: Span, inside: range) -> bool:
    """Whether the piece reads as a firm's name: short, with a capital, no sentence, no unit."""
    first, last = inside.start, inside.stop - 1
    low = page.low(first)
    if len(inside) > _MAX_WORDS or not page.is_capital(first) or not page.is_lone(first):
        return False
    if _SENTENCE.search(part.of(page.text)) or is_road(page, last):
        return False
    if low in STOP and not (page.is_capital(last) and first < last):
        return False
    if any(page.low(at).endswith(UNITS) for at in inside) or low in LEGAL_FORMS:
        return False
    if first == last and (page.place(low) or is_excluded(low)):
        return False
    is_person = page.first_names[first] >= USUAL and (first == last or page.surnames[last] > 0)
    return not is_person and (first < last or page.commons[first] <= KNOWN + 2)
