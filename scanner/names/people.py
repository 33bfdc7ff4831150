"""Persons by the name itself: known first and last names, initials, lower-case writing."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.names.cues import cue
from scanner.names.everyday import ORDINARY_NAMES
from scanner.names.firm_words import FAMILY, FIRM_NOUNS, LEGAL_FORMS, is_trade
from scanner.names.levels import EVERYDAY, FREQUENT, KNOWN, STRONG, USUAL
from scanner.names.likely import is_sort, is_thing
from scanner.names.name import Name, Needs, Rule, person
from scanner.names.shapes import is_landscape, is_road, person_end, person_span
from scanner.names.vocabulary import PERSON_VERBS, SAYING, STOP, is_role
from scanner.names.word_set import word_set
from scanner.names.words import Page

_FULL = person(0.92, "kendt fornavn og efternavn", "known first and last name")
_HALF = person(
    0.8,
    "kendt fornavn og et ord med stort",
    "known first name and a capitalized word",
    needs=Needs.TALK,
)
_LAST = person(
    0.72,
    "ord med stort og kendt efternavn",
    "capitalized word and known last name",
    needs=Needs.TALK,
)
_INITIAL = person(0.85, "fornavn og initial", "first name and initial")
_INITIALS = person(0.8, "initialer og efternavn", "initials and last name")
_FIRST = person(0.72, "kendt fornavn", "known first name", needs=Needs.TALK)
_BEFORE_COLON = person(0.7, "fornavn før kolon", "first name before a colon", needs=Needs.PERSON)
_LOWER = person(0.75, "fornavn og efternavn med småt", "first and last name in lower case")
_LOWER_FIRST = person(
    0.65, "fornavn med småt efter »med«, »til« …", "lower-case first name after a cue"
)

_NEVER = 99
_ALWAYS = 9  # share of mid-sentence capitals, in ninths
_ACRONYM = 4  # letters


_IS_FIRST = cue(lambda word: word.first_name >= USUAL or word.low.endswith("s"))


def full_names(page: Page) -> Iterator[Name]:
    """Two or more capitalized words of which one at least is a known name."""
    free = 0
    for at in page.capitals:
        last = _name_from(page, at) if at >= free else None
        rule = None if last is None else _judge(page, at, last)
        if last is not None and rule is not None and not _is_ground(page, at, last):
            yield Name(person_span(page, at, last), rule)
            free = last + 1


def _is_ground(page: Page, first: int, last: int) -> bool:
    return is_road(page, last) or is_landscape(page, first, last) or is_sort(page, first)


def _name_from(page: Page, at: int) -> int | None:
    low = page.low(at)
    if not page.is_capital(at) or low in LEGAL_FORMS or not page.is_lone(at):
        return None
    if low in STOP and not _is_month_name(page, at):
        return None
    if is_role(low) and not page.first_names[at]:
        return None
    last = person_end(page, at)
    return last if last > at else None


def _is_month_name(page: Page, at: int) -> bool:
    """Whether an ordinary word is a first name by the last name behind it: "Maj Holm"."""
    last = page.surnames[at + 1] if at + 1 < len(page) else 0
    named = (page.first_names[at] >= STRONG and last > 1) or (
        page.first_names[at] >= FREQUENT and last > STRONG  # "Danish Iqbal"
    )
    named = named or (page.low(at) == "hans" and _is_rare_first(page, at + 1))
    return named and page.is_capital(at + 1) and page.joined(at + 1)


def _is_rare_first(page: Page, at: int) -> bool:
    """Whether the word is a first name and nothing else: "Hans Jørgen"."""
    return page.first_names[at : at + 1] >= [STRONG] and page.commons[at] == 0


def _judge(page: Page, first: int, last: int) -> Rule | None:
    if page.is_initial(last):
        is_dotted = page.text[page.words[last].end :][:1] == "."
        return _INITIAL if page.first_names[first] >= KNOWN and is_dotted else None
    if page.is_initial(first):
        return _judge_initials(page, first, last)
    return None if _is_no_surname(page, first, last) else _judge_pair(page, first, last)


def _is_no_surname(page: Page, first: int, last: int) -> bool:
    """Whether the last word names a trade or a firm, or a place behind a rare first name."""
    low, known = page.low(last), page.surnames[last]
    if (is_trade(low) or low in FIRM_NOUNS) and known < STRONG:
        return True
    return page.place(low) and not known and page.first_names[first] < STRONG


def _judge_pair(page: Page, first: int, last: int) -> Rule | None:
    known_first, known_last = page.first_names[first], page.surnames[last]
    if known_first >= KNOWN and known_last:
        return _FULL
    if known_first >= STRONG and page.first_names[last] >= USUAL:
        return _HALF  # "Frida Maj"
    if known_first >= FREQUENT and _is_rare(page, last):
        return _HALF
    is_turned = page.surnames[first] >= KNOWN and page.first_names[last] >= STRONG
    if is_turned and _is_rare(page, first) and _is_rare(page, last):
        return _HALF  # "Nguyễn Văn Minh"
    is_patronym = known_last >= KNOWN and page.low(last).endswith("sen")
    is_inside = known_last >= FREQUENT and not page.opens(first)
    return _LAST if (is_patronym or is_inside) and _is_rare(page, first) else None


def _judge_initials(page: Page, first: int, last: int) -> Rule | None:
    if not page.gap(first + 1).startswith("."):
        return None
    if page.low(first) in {"x", "y"} and not page.surnames[last]:
        return None  # "cafeen Y. Casen skal"
    is_line = page.opens_line(first) and page.closes_line(last)
    if page.opens_line(first) and not page.surnames[last] and not is_line:
        return None
    return _INITIALS if page.surnames[last] or _is_rare(page, last) else None


def _is_rare(page: Page, at: int) -> bool:
    return page.commons[at] <= 1 and page.low(at) not in STOP and not is_role(page.low(at))


def first_names(page: Page) -> Iterator[Name]:
    """A known first name alone, inside a sentence or before a verb that people do."""
    for at in page.cued(_IS_FIRST):
        if not page.is_capital(at) or not page.is_lone(at):
            continue
        strength = page.first_names[at] or _genitive_strength(page, at)
        if _has_colon(page, at) and not _is_other(page, at):
            yield Name(person_span(page, at, at), _BEFORE_COLON)
            continue
        if strength < USUAL or strength < _needed(page, at) or _is_other(page, at):
            continue
        if is_thing(page, at):
            continue
        yield Name(person_span(page, at, at), _FIRST)


def _has_colon(page: Page, at: int) -> bool:
    """Whether a colon follows a word that is a first name and hardly anything else."""
    if page.text[page.words[at].end :][:1] != ":" or not page.opens(at):
        return False
    is_word = page.low(at) in ORDINARY_NAMES or page.commons[at] or page.place(page.low(at))
    return page.first_names[at] >= EVERYDAY and not is_word


def _genitive_strength(page: Page, at: int) -> int:
    """How well known the first name in "Karens" is; "Lines" alone in its cell is no person's."""
    low = page.low(at)
    if not low.endswith("s") or len(low) <= USUAL:
        return 0
    if low[:-1] in ORDINARY_NAMES and page.opens(at) and not page.joined(at + 1):
        return 0
    return page.first_name(low[:-1])


def _needed(page: Page, at: int) -> int:
    """How well known the first name has to be in its place."""
    needed = USUAL + page.commons[at] + 2 * page.place(page.low(at))
    if page.low(at - 1) == "i" and page.joined(at) and page.low(at - 2) not in _HOLD:
        needed += 3  # "køb is i Klint"
    if not page.opens(at):
        return needed
    if not ORDINARY_NAMES.isdisjoint((page.low(at), page.low(at).removesuffix("s"))):
        needed += 1
    if page.low(at + 1) in PERSON_VERBS and page.joined(at + 1):
        return needed + 1
    if page.text[page.words[at].end :][:1] == ":" or page.low(at + 1)[:1].isdigit():
        return _NEVER
    return needed + 3 + 2 * page.commons[at]


def _is_other(page: Page, at: int) -> bool:
    """Whether the capitalized word is part of something else: a firm, a street, a month."""
    low = page.low(at)
    if page.is_capital(at - 1) and page.joined(at) and is_landscape(page, at - 1, at):
        return True
    if low in STOP or is_road(page, at) or (page.words[at].text.isupper() and len(low) <= _ACRONYM):
        return True
    following = page.low(at + 1) if page.joined(at + 1) else ""
    is_pair = following == "&" or (following == "+" and not page.low(at + 2)[:1].isdigit())
    if is_pair or following in LEGAL_FORMS or following in FAMILY:
        return True
    if page.joined(at + 1) and _is_named(page, at, at + 1):
        return True
    return page.low(at - 1) in {"&", "+"} or (
        page.joined(at) and not page.opens(at - 1) and _is_named(page, at, at - 1)
    )


def _is_named(page: Page, at: int, beside: int) -> bool:
    """Whether the word beside has a capital of its own: in a line of capitals, a rare word."""
    if not page.is_capital(beside):
        return False
    return not (page.in_capitals(at) and page.commons[beside] > USUAL)


def lower_names(page: Page) -> Iterator[Name]:
    """Names as people type them in a chat: "mail til ane lund", "snakket med thomas"."""
    for at in page.cued(_IS_FIRST):
        word = page.words[at]
        if not word.text[0].islower() or page.first_names[at] < USUAL or not page.is_lone(at):
            continue
        last = person_end(page, at, lower=True)
        if _is_double(page, at):
            yield Name(person_span(page, at, max(last, at + 1)), _LOWER)
        if word.low in STOP or word.low in PARTICLES_LIKE:
            continue
        if last > at and _is_lower_full(page, at, last):
            yield Name(person_span(page, at, last), _LOWER)
        elif _is_cued(page, at):
            yield Name(person_span(page, at, at), _LOWER_FIRST)


PARTICLES_LIKE = word_set("""
    de den der la von af al du le el da do""")
_ABOUT = word_set("""
    med til fra hos ring ringede spørg hej hejsa kære hilsen hilsner mvh vh hedder skriver""")
_ENGLISH_ABOUT = frozenset({"call", "tell", "ask", "from", "with", "meet", "told", "asked", "met"})
_HOLD = frozenset({"fat", "fast"})


def _is_lower_full(page: Page, first: int, last: int) -> bool:
    return (
        page.first_names[first] >= FREQUENT
        and page.surnames[last] >= USUAL
        and page.commons[first] <= USUAL
        and page.commons[last] <= STRONG
    )


def _is_double(page: Page, first: int) -> bool:
    """Whether two first names stand behind "med" or the like: "talt med hans peter"."""
    second = first + 1
    cued = page.low(first - 1) in _ABOUT and page.joined(first)
    if not cued or not page.joined(second) or page.is_capital(second):
        return False
    return min(page.first_names[first], page.first_names[second]) >= STRONG and (
        page.commons[second] <= 1
    )


def _acts(page: Page, at: int) -> bool:
    """Whether the small name says something, or does in a text without capitals ("lis er syg")."""
    if not page.joined(at + 1):
        return False
    strength, common, verb = page.first_names[at], page.commons[at], page.low(at + 1)
    if verb in SAYING and strength >= STRONG and common <= USUAL:
        return True
    return page.is_small and strength > EVERYDAY and common <= 1 and verb in PERSON_VERBS


def _is_cued(page: Page, at: int) -> bool:
    strength, common = page.first_names[at], page.commons[at]
    if _acts(page, at):
        return True
    if not page.joined(at) or strength < FREQUENT:
        return False
    held = page.low(at - 1) == "i" and page.low(at - 2) in _HOLD  # "fik du fat i per?"
    english = page.low(at - 1) in _ENGLISH_ABOUT and page.low(at) not in ORDINARY_NAMES
    if page.low(at - 1) in _ABOUT or held or english:
        return common <= KNOWN and strength >= STRONG
    if page.low(at) in ORDINARY_NAMES:
        return False
    if strength >= EVERYDAY and page.lexicon.capital(page.low(at)) == _ALWAYS and not common:
        return True
    follows = page.low(at + 1) in PERSON_VERBS
    return common <= 1 and strength >= EVERYDAY and follows
