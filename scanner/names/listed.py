"""Names by the list they stand in: "Firm (Person), X (Person)", bullets of which more are firms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scanner.doc import Span
from scanner.names.cues import cue
from scanner.names.levels import USUAL
from scanner.names.lists import is_firm, may_be_person, words_of
from scanner.names.name import Kind, Name, organization, person
from scanner.names.shapes import firm_end, firm_span, firm_start, is_landscape, person_span
from scanner.names.unknown import is_no_noun, is_unknown
from scanner.names.vocabulary import BEFORE_FIRM, STOP, is_role
from scanner.names.words import Page

_FIRM_OF = organization(
    0.68, "en persons navn i parentes efter", "a person's name in brackets behind"
)
_PERSON_OF = person(0.68, "et firmas navn i parentes efter", "a firm's name in brackets behind")
_CALLED = organization(0.74, "opregnet som en part", "counted up as a counterpart")
_AMONG = organization(0.66, "i en liste af firmaer", "in a list of firms")

_COUNTERPARTS = frozenset(
    """leverandører kunder firmaer virksomheder konkurrenter underleverandører selskaber suppliers
    customers clients companies competitors vendors kunderne leverandørerne virksomhederne debitorer
    kreditorer sponsorer sponsorerne udstillere udstillerne forhandlere forhandlerne accounts
    tenants lejere samarbejdspartnere startups""".split()  # noqa: SIM905  # read as text
)
_ARE_FIRMS = cue(lambda word: word.low in _COUNTERPARTS)
_MOST = 12
_MOST_LINES = 40
_HEADING = 80  # code points
_LINE = re.compile(
    r"[ \t]{0,6}(?:[-*•–]|\d{1,2}[.)])?[ \t]{0,3}"
    r"(?P<item>[^\W_][^\n,;:(|\t]{1,50})[^\n]{0,100}(?:\n|\Z)"
)
_ITEM = re.compile(
    r"^[ \t]{0,6}(?:[-*•–]|\d{1,2}[.)])[ \t]{1,3}(?P<item>[^\W_][^\n]{1,50}?)[ \t]{0,4}$",
    re.MULTILINE,
)
_SENTENCE = re.compile(r"[.:;!?,]|\d{3}")
_LEAST = 2  # firms that make a list one of firms
_SHARE = 3  # and one item of so many
_MAX_WORDS = 4
_SHORT = 3  # letters


def counterparts(page: Page) -> Iterator[Name]:
    """Tre leverandører: X, Y og Z."""
    for at in page.cued(_ARE_FIRMS, 1):
        if page.low(at - 1) not in _COUNTERPARTS or page.gap(at) != ": ":
            continue
        yield from _row(page, at)


def _row(page: Page, at: int) -> Iterator[Name]:
    for _ in range(_MOST):
        if not page.is_capital(at) or page.first_names[at] >= USUAL:
            return
        last = firm_end(page, at)
        if last > at or _may_be_firm(page, at, last):
            yield Name(firm_span(page, at, last), _CALLED)
        at = last + 1
        if page.low(at) in {"og", "and", "samt"} and page.joined(at):
            at += 1
        elif page.gap(at) != ", ":
            return


def headed(page: Page) -> Iterator[Name]:
    """Kunder uden samtykke: and each line below, where most read as names."""
    free = 0
    for at in page.cued(_ARE_FIRMS):
        start = page.words[at].start
        if start < free or page.low(at) not in _COUNTERPARTS:
            continue
        end = page.text.find("\n", start, start + _HEADING)
        if end >= 0 and page.text[start:end].rstrip().endswith(":"):
            free = end
            items = list(_lines_below(page, end + 1))
            strong = [inside for inside in items if _is_name(page, inside)]
            if len(strong) > 1 and len(strong) * 2 >= len(items):
                yield from (
                    Name(firm_span(page, inside.start, inside.stop - 1), _CALLED)
                    for inside in items
                    if inside in strong or _may_stand_among(page, inside)
                )


def _lines_below(page: Page, start: int) -> Iterator[range]:
    """The words of each line from ``start`` to the next empty one, up to a comma or the like."""
    for _ in range(_MOST_LINES):
        line = _LINE.match(page.text, start)
        if line is None or line[0].rstrip().endswith(":"):
            return
        inside = words_of(page, Span(*line.span("item")))
        if inside:
            yield inside
        start = line.end()


def _may_stand_among(page: Page, inside: range) -> bool:
    first, last = inside.start, inside.stop - 1
    if not page.is_capital(first) or len(inside) > _MAX_WORDS or page.low(first) in STOP:
        return False
    is_person = page.first_names[first] >= USUAL and (last == first or page.surnames[last] > 0)
    return not is_person and not page.place(page.low(first)) and page.commons[first] <= USUAL


def _is_name(page: Page, inside: range) -> bool:
    """Whether the line is a new word, or several of which the last has its capital too."""
    first, last = inside.start, inside.stop - 1
    if not _may_stand_among(page, inside):
        return False
    if first == last:
        return is_unknown(page, first) and is_no_noun(page.low(first))
    return page.is_capital(last) and not page.words[last].text.isupper()


def bracketed(page: Page, names: Iterable[Name]) -> Iterator[Name]:
    """What stands before a name in brackets, and in the next place of the same list."""
    for name in names:
        inside = words_of(page, name.span)
        if not inside or page.gap(inside.start) != " (":
            continue
        if page.text[name.span.end : name.span.end + 1] != ")":
            continue
        if name.kind is Kind.PERSON:
            yield from _firm_before(page, inside.start - 1)
            yield from _next_firm(page, inside.stop)
        else:
            yield from _person_before(page, inside.start - 1)


def _firm_before(page: Page, last: int) -> Iterator[Name]:
    """Mosteriet (Klaus): the words before the bracket."""
    start = firm_start(page, last) if last >= 0 and page.is_capital(last) else None
    if start is not None and _may_be_firm(page, start, last):
        yield Name(firm_span(page, start, last), _FIRM_OF)


def _next_firm(page: Page, at: int) -> Iterator[Name]:
    """..., Gårdens Bedste (afbud): the next of the same list."""
    if page.gap(at) not in {"), ", ") og ", "); "} or not page.is_capital(at):
        return
    last = firm_end(page, at)
    if page.gap(last + 1) == " (" and _may_be_firm(page, at, last):
        yield Name(firm_span(page, at, last), _FIRM_OF)


def _may_be_firm(page: Page, start: int, last: int) -> bool:
    """Whether the words are neither a role, a place, a person nor ordinary."""
    low = page.low(start)
    if low in BEFORE_FIRM or is_role(page.low(last)) or not page.is_lone(start):
        return False
    if page.first_names[start] >= USUAL and (last == start or page.surnames[last]):
        return False
    if start == last:
        is_known = page.commons[start] > 1 or page.surnames[start] or page.place(low)
        return not is_known and len(low) > _SHORT and page.words[start].text[1:].islower()
    if page.span(start, last).of(page.text).isupper():
        return False  # a heading
    ordinary = all(page.commons[at] > USUAL for at in range(start, last + 1))
    return not ordinary and not is_landscape(page, start, last) and not page.place(low)


def _person_before(page: Page, last: int) -> Iterator[Name]:
    """Bukola Adeyemi (Sunbird): two words that are neither ordinary nor a firm's."""
    first = last - 1
    if first < 0 or not page.joined(last) or (page.is_capital(first - 1) and page.joined(first)):
        return
    words = (first, last)
    if all(page.is_capital(at) and page.commons[at] == 0 for at in words) and all(
        may_be_person(page, at) for at in words
    ):
        is_ground = is_landscape(page, first, last) or page.place(page.low(last))
        if not is_ground and not is_firm(page, first, last):
            yield Name(person_span(page, first, last), _PERSON_OF)


def items(page: Page) -> Iterator[tuple[Span, Span, Name | None]]:
    """The items of lists of the page: the line, what it holds, and the firm it may name."""
    for found in _ITEM.finditer(page.text):
        item = Span(*found.span("item"))
        inside = words_of(page, item)
        may_be = inside and _is_item(page, item, inside)
        name = Name(firm_span(page, inside.start, inside.stop - 1), _AMONG) if may_be else None
        yield Span(*found.span()), item, name


def lists_of_firms(lines: Iterable[tuple[Span, bool]]) -> Iterator[int]:
    """The numbers of the lines that no firm was found in, in lists of which enough are firms.

    ``lines``: those of all items of a text, and whether the item is a firm or names one.
    """
    group: list[tuple[int, bool]] = []
    end = 0
    for number, (line, is_one) in enumerate(lines):
        if line.start - end > 1:
            yield from _others(group)
            group = []
        group.append((number, is_one))
        end = line.end
    yield from _others(group)


def _others(group: Sequence[tuple[int, bool]]) -> Iterator[int]:
    known = sum(is_one for _, is_one in group)
    if known >= _LEAST and known * _SHARE >= len(group):
        yield from (number for number, is_one in group if not is_one)


def _is_item(page: Page, item: Span, inside: range) -> bool:
    """Whether the item reads as a name: short, with a capital, no sentence, no ordinary word."""
    first, last = inside.start, inside.stop - 1
    if (
        len(inside) > _MAX_WORDS
        or not page.is_capital(first)
        or _SENTENCE.search(item.of(page.text))
    ):
        return False
    if first == last:
        return page.commons[first] <= USUAL and page.low(first) not in STOP
    if item.of(page.text).isupper():
        return False
    named = [page.is_capital(at) for at in inside[1:]] + [page.commons[first] <= 1]
    return any(named)
