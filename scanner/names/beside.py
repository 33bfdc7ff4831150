"""Names by the names beside them: "Mette Holm, Riis Emballage", "Nordlys ApS, Fjordbyg og ..."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scanner.names.everyday import SCHEMES
from scanner.names.firm_words import FIRM_VERBS, LEGAL_FORMS, is_trade
from scanner.names.levels import FREQUENT, KNOWN, USUAL
from scanner.names.lists import is_firm, may_be_person, words_of
from scanner.names.name import Kind, Name, organization, person
from scanner.names.shapes import firm_end, firm_span, firm_start, is_road, person_end, person_span
from scanner.names.unknown import is_no_noun, is_unknown
from scanner.names.vocabulary import BEFORE_FIRM, PERSON_VERBS, STOP, UNITS, is_role
from scanner.names.words import Page

_OF_PERSON = organization(0.68, "står efter en persons navn", "stands after a person's name")
_FROM = organization(0.55, "en person er derfra", "a person is from there")
_NEXT_FIRM = organization(0.66, "nævnt sammen med et firma", "named together with a firm")
_NEXT_PERSON = person(0.72, "nævnt sammen med en person", "named together with a person")

_CERTAIN = 0.7
_NO_NAME = STOP | LEGAL_FORMS
_ENDS = frozenset({",", ".", ";", ")", "\n", ":", "", "?", "!"})
_AND = frozenset({"og", "and", "samt"})
_MAX_LOWER = 3
_SHORT, _LONG = 3, 9  # letters
# Ends of old towns' names, where people are from.
_TOWNS = (
    "rup",
    "by",
    "lev",
    "løse",
    "inge",
    "købing",
    "sted",
    "um",
    "bjerg",
    "borg",
    "stad",
    "ien",
)
_VERBS = FIRM_VERBS | PERSON_VERBS
_WITHIN = frozenset({"til", "på", "for", "med", "uden", "af"})
_INNER = frozenset({"fra", "i", "på", "til", "for", "med", "ved", "uden", "og"})


def beside(page: Page, names: Iterable[Name]) -> Iterator[Name]:
    """What stands beside the names found so far and is named in the same breath."""
    for name in names:
        inside = words_of(page, name.span)
        if name.score < _CERTAIN or not inside:
            continue
        after = inside.stop
        if name.kind is Kind.PERSON:
            is_role_line = is_role(page.low(after)) and page.gap(after) == "\n"
            yield from _firm_of(page, after)
            if is_role_line and page.gap(after + 1) == "\n":
                yield from _firm_of(page, after + 1)
            yield from _next_person(page, after)
            yield from _person_before(page, inside.start)
        else:
            yield from _next_firm(page, after)
            yield from _firm_before(page, inside.start)


def _firm_of(page: Page, at: int) -> Iterator[Name]:
    """X, Firm and X (Firm) and X fra Firm."""
    gap = page.gap(at)
    if page.low(at) in {"fra", "hos", "from"} and page.joined(at) and page.joined(at + 1):
        at += 1
        lower = not page.is_capital(at) and not page.is_capital(at - 2)
        if lower and _is_house(page, at):
            yield Name(firm_span(page, at, at), _OF_PERSON)
        yield from _lower_firm(page, at) if lower else _firm(page, at, USUAL)
        if page.whole.is_personal and _is_town_like(page, at):
            yield Name(firm_span(page, at, at), _FROM)
    elif gap == " (":
        lower = not page.is_capital(at)
        yield from _lower_firm(page, at, ")") if lower else _firm(page, at, USUAL, ")")
    elif gap == "\n" and _is_line(page, at):
        yield Name(firm_span(page, at, firm_end(page, at)), _OF_PERSON)
    elif gap in {", ", " - ", " – ", " | ", " / "}:
        if page.is_capital(at) and gap in {" - ", " – "} and (last := _line_end(page, at)):
            yield Name(firm_span(page, at, last), _OF_PERSON)
        elif page.is_capital(at):
            yield from _firm(page, at, KNOWN, ",.;)\n")
        elif is_trade(page.low(at + 1)):
            yield from _lower_firm(page, at)


def _is_line(page: Page, at: int) -> bool:
    """Whether one new word below a name or its role is all there is before an address or a bar."""
    if not page.is_capital(at):
        return False
    last = firm_end(page, at)
    ends = page.closes_line(last) or page.gap(last + 1) in {" · ", " | ", " • ", ", "}
    return ends and last == at and is_unknown(page, at) and is_no_noun(page.low(at))


def _is_town_like(page: Page, at: int) -> bool:
    """Whether the word sounds like a place that few are from: "Kirstine fra Lyngdal"."""
    low, alone = page.low(at), not (page.joined(at + 1) and page.is_capital(at + 1))
    if not page.is_capital(at) or not page.place(low) or not alone or not page.is_lone(at):
        return False
    return not (page.commons[at] or low.endswith(_TOWNS) or is_road(page, at))


def _is_house(page: Page, at: int) -> bool:
    """Whether the small word is no word and no unit people are from: "bo fra broderiloftet"."""
    low = page.low(at)
    least = _SHORT if low.endswith("lab") else _LONG
    if len(low) < least or page.lexicon.row(low) or page.commons[at] or page.place(low):
        return False
    known = page.first_names[at] or page.surnames[at] or is_role(low)
    return not known and low.endswith(("en", "et", "erne", "lab")) and not low.endswith(UNITS)


def _firm(page: Page, at: int, most: int, ends: str = "") -> Iterator[Name]:
    """The capitalized words from ``at`` on, unless they are ordinary, a place or a person."""
    if not _may_be_firm(page, at, most):
        return
    last = firm_end(page, at)
    if is_road(page, last) or is_road(page, at):
        return
    following = page.text[page.words[last].end : page.words[last].end + 1]
    if following == "," and _goes_on(page, last + 1):
        return
    if following in ends or not ends or not following:
        yield Name(firm_span(page, at, last), _OF_PERSON)


def _goes_on(page: Page, at: int) -> bool:
    """Whether a list of things goes on: "Sarah Bernhardt, Othellokage, Studenterbrød"."""
    known = page.first_names[at : at + 1] > [0] or page.is_initial(at)
    return page.gap(at) == ", " and page.is_capital(at) and not known


def _line_end(page: Page, at: int) -> int:
    """The last word of a short rest of the line that ends with a capital: "Øl fra Øen"."""
    last = at
    while last + 1 < len(page) and page.joined(last + 1) and last - at < _MAX_LOWER:
        last += 1
    inner = [page.low(index) in _INNER for index in range(at + 1, last)]
    named = page.is_capital(last) and page.closes_line(last) and not is_role(page.low(at))
    return last if inner and all(inner) and named else 0


def _may_be_firm(page: Page, at: int, most: int) -> bool:
    low = page.low(at)
    if not page.is_capital(at) or low in BEFORE_FIRM or is_role(low) or page.is_initial(at):
        return False
    if len(low) < _SHORT or not page.is_lone(at) or page.place(low) or is_unit(page, at):
        return False
    last = firm_end(page, at)
    if last == at:
        return page.commons[at] <= 1 and page.first_names[at] + page.surnames[at] == 0
    if page.first_names[at] >= USUAL and (page.surnames[last] or page.first_names[last]):
        return False
    return page.commons[at] <= most


def _lower_firm(page: Page, at: int, ends: str = ",.;)\n") -> Iterator[Name]:
    """Two or three lower-case words that end the clause: "fra karimi el & data,"."""
    last = at
    while last + 1 < len(page) and last - at < _MAX_LOWER and page.joined(last + 1):
        last += 1
    lows = [page.low(index) for index in range(at, last + 1)]
    ended = page.text[page.words[last].end : page.words[last].end + 1] if lows else ""
    if lows and (lows[0] in _VERBS or lows[0].isdigit()):
        return
    if len(lows) > 1 and ended and ended in ends and not any(low in STOP for low in lows):
        ordinary = [page.commons[index] > FREQUENT for index in range(at, last + 1)]
        if not all(ordinary) and not is_role(lows[0]) and not page.place(lows[0]):
            yield Name(firm_span(page, at, last), _OF_PERSON)


def _next_person(page: Page, at: int) -> Iterator[Name]:
    """X, Y og Z: one of them known, the others capitalized and no ordinary words."""
    at = _coordinated(page, at)
    if not at or not may_be_person(page, at) or not page.is_capital(at):
        return
    last = person_end(page, at)
    words = range(at, last + 1)
    rare = all(page.commons[index] == 0 for index in words)
    if last == at and page.first_names[at] >= USUAL and page.low(at + 1) in PERSON_VERBS:
        yield Name(person_span(page, at, at), _NEXT_PERSON)
        return
    by_comma = page.gap(at) == ", "
    if by_comma and not any(page.first_names[index] + page.surnames[index] for index in words):
        return
    if last > at and rare and not is_firm(page, at, last):
        yield Name(person_span(page, at, last), _NEXT_PERSON)


def _person_before(page: Page, at: int) -> Iterator[Name]:
    """X og Y: Y is known, X a first name that is a word as well ("Sol og Storm")."""
    before = at - 2
    if page.low(at - 1) not in _AND or not (page.joined(at) and page.joined(at - 1)):
        return
    if before < 0 or not page.is_capital(before) or page.first_names[before] < KNOWN:
        return
    if page.low(before) not in STOP and not is_role(page.low(before)):
        yield Name(person_span(page, before, before), _NEXT_PERSON)


def _coordinated(page: Page, at: int) -> int:
    """The word that "," or "og" joins to what ends before ``at``; 0 when there is none."""
    if page.low(at) in _AND and page.joined(at) and page.joined(at + 1):
        return at + 1
    return at if page.gap(at) == ", " else 0


def _next_firm(page: Page, at: int) -> Iterator[Name]:
    """Firm, X og Y."""
    at = _coordinated(page, at)
    if at and _is_odd(page, at):
        yield Name(firm_span(page, at, firm_end(page, at, inner=_WITHIN)), _NEXT_FIRM)
    elif at and _is_unknown(page, at):
        last = firm_end(page, at)
        ending = page.text[page.words[last].end : page.words[last].end + 1]
        if ending in _ENDS or page.low(last + 1) in _AND:
            yield Name(firm_span(page, at, last), _NEXT_FIRM)


def _is_odd(page: Page, at: int) -> bool:
    """Whether ordinary words with capitals follow: "Den Lille Bager", "Stof til Eftertanke"."""
    following = at + 1
    if not page.is_capital(at) or not page.joined(following):
        return False
    if page.low(at) in {"den", "det", "de"}:
        pair = (following, following + 1)
        return all(page.is_capital(one) and page.joined(one) for one in pair)
    if page.low(at) in _NO_NAME or is_role(page.low(at)) or page.first_names[at] >= USUAL:
        return False
    is_joined = page.low(following) in _WITHIN and page.joined(following + 1)
    return is_joined and page.is_capital(following + 1) and not page.place(page.low(following + 1))


def _firm_before(page: Page, at: int) -> Iterator[Name]:
    """X, Firm og X og Firm."""
    is_and = page.low(at - 1) in _AND and page.joined(at)
    if is_and and not page.joined(at - 1):
        return  # "og" opens its line
    before = at - 2 if is_and else at - 1
    if before < 0 or (before == at - 1 and page.gap(at) != ", ") or not page.is_capital(before):
        return
    start = firm_start(page, before)
    if start is not None and start > 0 and _is_unknown(page, start) and not page.opens(start):
        yield Name(firm_span(page, start, before), _NEXT_FIRM)


def _is_unknown(page: Page, at: int) -> bool:
    low = page.low(at)
    if not page.is_capital(at) or low in _NO_NAME or is_role(low) or len(low) <= _SHORT:
        return False
    known = page.commons[at] + page.first_names[at] + page.surnames[at]
    if low.endswith(SCHEMES):
        return False
    return not (known or page.place(low) or is_unit(page, at)) and page.is_lone(at)


def is_unit(page: Page, at: int) -> bool:
    """Whether the word is an abbreviation with a noun: "IT-drift", "CVR-nr"."""
    head, _, tail = page.words[at].text.partition("-")
    return head.isupper() and tail.islower()
