"""Persons by their place in a header or a conversation: "X <mail>", "[09:02] X:", "X:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.names.lists import is_firm, may_be_person, words_of
from scanner.names.name import Name, Rule, person
from scanner.names.shapes import person_end, person_span
from scanner.names.words import Page

_HEADER = person(0.93, "navn foran mailadresse", "name before a mail address")
_SPEAKER = person(0.88, "taler i en samtale", "speaker in a conversation")
_LABEL = person(0.72, "navn og kolon først på linjen", "name and colon at the start of a line")

_MAIL = re.compile(r"\"? ?[<(\[](?:mailto:)?[^\s<>@]{1,64}@")
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[aApP][mM])?"
_STAMPED = re.compile(
    rf"^[ \t>]{{0,4}}(?:\[[\d:., /T-]{{4,24}}\]|(?:\d[\d./-]{{5,9}},? )?(?:kl\. ?)?{_TIME})"
    r"[ \t,–-]{0,4}(?P<name>[^\W\d_][^\n:<>\[\]]{0,40})(?=:)",
    re.MULTILINE,
)
_STAMP_AFTER = re.compile(
    r"^(?P<name>[^\W\d_][^\n:<>\[\]\d,]{0,40}?),?[ \t]{1,3}[(\[]?(?:i dag |i går )?"
    rf"(?:kl\. ?)?{_TIME}[)\]]?(?=[ \t]*:?[ \t]*$)",
    re.MULTILINE,
)
_LINE_LABEL = re.compile(r"^[ \t>*]{0,4}(?P<name>[^\W\d_][^\n:<>\[\]\d]{0,40}):", re.MULTILINE)
_MAX_WORDS = 5
_KNOWN = 4  # first names known this well make a line's label a speaker


def mail_headers(page: Page) -> Iterator[Name]:
    """X <x@y.dk>: the name before a mail address."""
    if "@" not in page.text:
        return
    for found in _MAIL.finditer(page.text):
        line = max(page.text.rfind(char, 0, found.start()) for char in '\n;:<>"|(\t')
        inside = words_of(page, Span(max(line + 1, found.start() - 60), found.start()))
        first = inside.stop
        while (
            first > inside.start
            and page.is_capital(first - 1)
            and _goes_on(page, first, inside.stop)
        ):
            first -= 1
        if first < inside.stop and not is_firm(page, first, inside.stop - 1):
            yield Name(page.span(first, inside.stop - 1), _HEADER)


def _goes_on(page: Page, at: int, stop: int) -> bool:
    return at == stop or page.joined(at) or page.gap(at) in {". ", ", "}


def speakers(page: Page) -> Iterator[Name]:
    """[09:02] X: and X 10:14."""
    for span in page.once(stamps):
        line = page.text.rfind("\n", 0, span.start) + 1
        is_marked = "[" in page.text[line : span.start]
        least = 0 if is_marked else 2  # "09.20 Debat:" stands in programmes
        yield from _person(page, span, _SPEAKER, least)


def stamps(page: Page) -> Iterator[Span]:
    """What stands where a speaker does, beside the time of a message."""
    for pattern in (_STAMPED, _STAMP_AFTER):
        for found in pattern.finditer(page.text):
            yield Span(*found.span("name"))


def line_speakers(page: Page) -> Iterator[Name]:
    """X: at the start of a line; the more lines, the less the name has to be known."""
    for span, key, _ in page.once(line_labels):
        is_repeated = key in page.whole.repeated
        if not is_repeated and not page.whole.has_speakers:
            continue
        rule = _SPEAKER if is_repeated else _LABEL
        yield from _person(page, span, rule, 2 if is_repeated else 4)


def line_labels(page: Page) -> Iterator[tuple[Span, int, bool]]:
    """What stands before a colon at the start of a line, a hash of it, whether it is a name."""
    for hit in _LINE_LABEL.finditer(page.text):
        span = Span(*hit.span("name"))
        inside = words_of(page, span)
        is_known = bool(inside) and page.first_names[inside.start] >= _KNOWN
        yield span, hash(hit["name"].strip().lower()), is_known


def _person(page: Page, span: Span, rule: Rule, least: int) -> Iterator[Name]:
    """The person whose name fills ``span``, but for what follows in brackets or after a comma."""
    inside = words_of(page, span)
    if not inside or len(inside) > _MAX_WORDS or not may_be_person(page, inside.start):
        return
    first, strength = inside.start, page.first_names[inside.start]
    last = person_end(page, first, lower=not page.is_capital(first))
    ends = last + 1 >= inside.stop or page.gap(last + 1) in {" (", ", ", " - ", " – "}
    known = strength >= least and (strength > page.commons[first] - 3)
    if ends and known and not is_firm(page, first, min(last, inside.stop - 1)):
        yield Name(person_span(page, first, min(last, inside.stop - 1)), rule)
