"""How far a name reaches: a person's to the right, a firm's to the left or right."""

from __future__ import annotations

import re

from scanner.doc import Span
from scanner.names.everyday import HOUSES, LANDSCAPE
from scanner.names.firm_words import (
    CAPITAL_FORMS,
    FAMILY,
    LEADING_FORMS,
    LEGAL_FORMS,
    is_trade,
    is_type,
)
from scanner.names.levels import EVERYDAY, FREQUENT, STRONG, USUAL
from scanner.names.vocabulary import BEFORE_FIRM, FUNCTION, PARTICLES, STOP, is_role
from scanner.names.word_set import word_set
from scanner.names.words import Page

_MAX_PERSON = 6
_MAX_FIRM = 7
_SHORT = 3  # letters
# How common a lower-case word of a firm's name may be, by its distance from the legal form.
_ORDINARY = (4, 4, 2, 1)
_FAR = 3
_PREFIXES = ("al-", "el-", "d'", "o'", "d’")
# A letter that a scanner takes for a digit: "Brorho1t".
_MISREAD = re.compile(r"[A-ZÆØÅ][a-zæøå]+[01][a-zæøå]+|[A-ZÆØÅ][01][a-zæøå]{3,}")
_QUOTES = "\"“”„'’‘»«"
_OF_FIRM = LEGAL_FORMS | FAMILY
_ROADS = word_set("""
    vej gade allé alle plads stræde torv boulevard park vænge have""")
_ROAD_ENDINGS = ("vej", "vejen", "gade", "gaden", "vænget", "stræde", "allé", "parken", "torvet")
# Lower-case words inside a firm's name: "Hund og Kat", "Data af 2019", "House of Vin".
_INNER = word_set("""
    af of the de la du des di van von der den and""")


def person_end(page: Page, first: int, *, lower: bool = False) -> int:
    """The last word of the person's name that starts at ``first``.

    ``lower``: the text is in lower case, so the lexicon decides where the name ends.
    """
    last = first
    at = first + 1
    if not lower and page.joined(at) and not page.is_capital(at):
        low = page.low(at)
        if low not in PARTICLES and not low.startswith(_PREFIXES):
            return first  # as nearly always
    while at < len(page) and at - first < _MAX_PERSON and _continues(page, at):
        if page.low(at) == "af" and page.first_names[at + 1 : at + 2] >= [USUAL]:
            break  # "Lean Startup af Eric Ries"
        if page.words[at].low in PARTICLES and not _is_family_name(page, at):
            at += 1  # counts only with a name behind it
            continue
        if not _is_part(page, at, lower=lower):
            break
        last = at
        at += 1
    return last


def _continues(page: Page, at: int) -> bool:
    gap = page.gap(at)
    if page.joined(at):
        return True
    if gap == ". ":
        return page.is_initial(at - 1) or page.low(at - 1) in {"chr", "joh", "th", "fr", "jr"}
    return len(gap.strip()) == 1 and gap != gap.strip() and gap.strip() in _QUOTES


def _is_family_name(page: Page, at: int) -> bool:
    return page.is_capital(at) and page.surnames[at] > 0 and not _has_more(page, at)


def _has_more(page: Page, at: int) -> bool:
    return at + 1 < len(page) and page.joined(at + 1) and page.is_capital(at + 1)


def _is_part(page: Page, at: int, *, lower: bool) -> bool:
    word = page.words[at]
    if word.low in _OF_FIRM or not page.is_lone(at):
        return False
    if lower:
        is_surname = page.surnames[at] >= USUAL and page.commons[at] <= EVERYDAY
        return is_surname or page.first_names[at] >= STRONG
    if not page.is_capital(at):
        return word.low.startswith(_PREFIXES) and word.text != word.low
    if page.is_initial(at):
        return word.text != "I" or page.gap(at + 1)[:1] == "."
    is_word = not any(map(str.isdigit, word.text)) or bool(_MISREAD.fullmatch(word.text))
    return is_word and _may_be_name(page, at)


def _may_be_name(page: Page, at: int) -> bool:
    """Whether the capitalized word is a name, or none that we know another sense of."""
    low, (_, hyphen, tail) = page.low(at), page.words[at].text.rpartition("-")
    if hyphen and tail.islower():
        return False  # "Tocqueville-prisen"
    known = page.first_names[at] or page.surnames[at]
    return bool(known) or not (low in STOP or is_role(low))


def is_road(page: Page, last: int) -> bool:
    """Whether the words up to ``last`` are a street's name: "Jens Baggesens Vej 12"."""
    following = page.low(last + 1) if page.joined(last + 1) else ""
    if following in _ROADS:
        return True
    if page.low(last) in _ROADS and page.low(last - 1).endswith("s"):
        return True
    ends = page.low(last).endswith(_ROAD_ENDINGS)
    return ends and following[:1].isdigit()


def is_landscape(page: Page, first: int, last: int) -> bool:
    """Whether the words name a piece of land or a public house: "Møns Klint", "Vejle Museum"."""
    low = page.low(last)
    if LANDSCAPE.isdisjoint((low, low.removesuffix("s"))) or first == last:
        return False
    if page.is_initial(first):
        return False
    is_only_ground = not page.surnames[last] and low not in HOUSES
    return is_only_ground or page.first_names[first] < USUAL


def person_span(page: Page, first: int, last: int) -> Span:
    """The span of a person's name without genitive -s, with the dot of a last initial."""
    span = page.span(first, last)
    word = page.words[last]
    if page.is_initial(last) and last > first and page.text[span.end : span.end + 1] == ".":
        return Span(span.start, span.end + 1)
    if word.low.endswith(("'s", "’s")):
        return Span(span.start, span.end - 2)
    owns = first == last or page.joined(last + 1)  # "Eric Ries." owns nothing
    if owns and _is_genitive(page, last, is_surname=first < last):
        return Span(span.start, span.end - 1)
    return span


def _is_genitive(page: Page, at: int, *, is_surname: bool) -> bool:
    """Whether the word's -s is not the name's own; behind a first name "Edwards" is a surname."""
    low = page.low(at)
    if not low.endswith("s") or low.endswith("ss") or len(low) <= _SHORT:
        return False
    whole = max(page.first_names[at], page.surnames[at])
    stem = page.surname(low[:-1])
    if not (is_surname and page.surnames[at]):
        stem = max(stem, page.first_name(low[:-1]))
    if whole or stem:
        return stem > whole + 1 or (stem > 0 and whole == 0)
    return low.endswith("sens")


def firm_start(page: Page, last: int, *, lower: bool = False) -> int | None:
    """The first word of the firm's name that ends at word ``last``; None when there is none."""
    first = None
    at = last
    while at >= 0 and last - at < _MAX_FIRM and _belongs(page, at, last, lower=lower):
        if page.words[at].text[0].isupper() or lower or page.words[at].text[0].isdigit():
            first = at
        if at == 0 or not _touches(page, at):
            break
        at -= 1
    return None if first is None else _without_lead(page, first, last)


def _touches(page: Page, at: int) -> bool:
    """Whether word ``at`` goes on from the one before it, in one name."""
    gap = page.gap(at)
    if gap == ". " and (
        page.is_initial(at - 1) or page.low(at - 1) in {"brdr", "th", "chr", "joh"}
    ):
        return True
    return page.joined(at) or gap == ""


def _belongs(page: Page, at: int, last: int, *, lower: bool) -> bool:
    word = page.words[at]
    is_form = word.low in LEGAL_FORMS and at < last and not _is_letters(page, at)
    if is_form or not page.is_lone(at):
        return False
    if word.text in {"&", "+"}:
        return at < last
    if lower or word.text[0].isupper():
        return not lower or _belongs_lower(page, at, last)
    if word.text[0].isdigit():
        is_year = len(word.text) == len("2019")
        return at < last or is_year or any(map(str.isupper, word.text))
    return page.commons[at] <= 1 if at == last else _is_joint(page, at, last)


def _is_letters(page: Page, at: int) -> bool:
    """Whether the legal form is two letters that begin a name: "AB Murer IVS"."""
    begins = at == 0 or not page.is_capital(at - 1) or not page.joined(at)
    return begins and page.low(at) in CAPITAL_FORMS and page.words[at].text.isupper()


def _is_joint(page: Page, at: int, last: int) -> bool:
    """Whether the lower-case word at ``at`` stands between words of one firm's name."""
    if at == 0 or not page.is_capital(at - 1) or not page.joined(at):
        return False
    return page.low(at) in _INNER or (page.low(at) == "og" and _joins(page, at, last))


def _joins(page: Page, at: int, last: int) -> bool:
    """Whether "og" at ``at`` stands inside one name: "Nørby og Sønner", "Hund og Kat"."""
    if page.low(at + 1) in FAMILY:
        return True
    before = at - 1
    if is_trade(page.low(at + 1)) and _is_own_trade(page, before):
        return True
    alone = before == 0 or not page.is_capital(before - 1) or not page.joined(before)
    return alone and last - at == 1 and not page.first_names[before] > FREQUENT


def _is_own_trade(page: Page, at: int) -> bool:
    """Whether a last name stands before the trade: "Hansen Have og Anlæg"."""
    owner = at - 1
    return page.joined(at) and page.is_capital(owner) and page.surnames[owner] >= STRONG


def _belongs_lower(page: Page, at: int, last: int) -> bool:
    word = page.words[at]
    if word.low in BEFORE_FIRM or (page.is_capital(at) and last - at >= _FAR):
        return False
    limit = _ORDINARY[min(last - at, _FAR)]
    named = page.surnames[at] > 0 or is_trade(word.low)
    return named or page.commons[at] <= limit


def _without_lead(page: Page, first: int, last: int) -> int | None:
    """``first`` moved past words that only open the sentence: "Hos", "Kunden", "Vi"."""
    while first <= last:
        low = page.low(first)
        if low in LEADING_FORMS or not (low in BEFORE_FIRM or is_role(low) or low in _INNER):
            break
        if low in {"den", "det", "de", "the", "min", "la", "van", "von"} and first < last:
            break
        if low in _INNER and first < last and _is_acronym(page, first):  # "DI Teknik ApS"
            break
        first += 1
    if first < last and page.words[first].text in {"&", "+"}:
        first += 1
    return first if first <= last else None


def _is_acronym(page: Page, at: int) -> bool:
    return page.words[at].text.isupper() and not page.words[at + 1].text.isupper()


def firm_end(page: Page, first: int, limit: int = 4, *, inner: frozenset[str] = frozenset()) -> int:
    """The last word of the firm's name that starts at ``first``.

    ``inner``: lower-case words that this name may hold besides "af", "de" and their like.
    """
    last = at = first
    while at + 1 < len(page) and at - first <= limit + 1:
        at += 1
        if not (page.joined(at) or page.gap(at) == "" or _is_hanging(page, at)):
            break
        word = page.words[at]
        if word.low in LEGAL_FORMS and (word.text[0].isupper() or word.low == "aps"):
            return at
        if word.text in {"&", "+"} or word.low == "og" or word.low in _INNER or word.low in inner:
            if not _is_inner(page, at, inner):
                break
        elif _may_be_within(word.text, word.low):
            last = at
        else:
            break
    return last


def _may_be_within(text: str, low: str) -> bool:
    """Whether the word goes on with the name: a capital or digits; "By" is Danish for a town."""
    return (low not in FUNCTION or text == "By") and (text[0].isupper() or text.isdigit())


def _is_hanging(page: Page, at: int) -> bool:
    """Whether a hyphen waits for the second half: "Tømrer- og Snedkerforretning"."""
    return page.gap(at) == "- " and page.low(at) == "og"


def _is_inner(page: Page, at: int, inner: frozenset[str]) -> bool:
    """Whether the name goes on behind a joining word: a capital follows."""
    if not (page.is_capital(at + 1) and (page.joined(at + 1) or page.gap(at + 1) == "")):
        return False
    following = page.low(at + 1)
    if following in LEADING_FORMS or is_type(following):
        return False
    joins = "og" in inner or following in FAMILY or _is_hanging(page, at)
    return page.low(at) != "og" or joins


def firm_span(page: Page, first: int, last: int) -> Span:
    """The span of a firm's name, without the -s or -'s of a genitive."""
    span = page.span(first, last)
    low = page.low(last)
    for ending in ("'s", "’s", "'et", "’et", "'en", "’en"):
        if low.endswith(ending):
            return Span(span.start, span.end - len(ending))
    return span
