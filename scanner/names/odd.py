"""Firms that are ordinary words with a capital: "Min bror har solgt Bølgen", "hos Den Glade Gås".

Danish writes nouns small: one or two with a capital inside sentences are names, where the text
speaks of people. Who writes nouns large by habit, or a manual, has more of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from scanner.doc import Span
from scanner.names.coined import BEFORE_ODD, is_excluded, is_noun, stand_alone
from scanner.names.cues import cue
from scanner.names.everyday import SCHEMES
from scanner.names.firm_words import is_trade
from scanner.names.knowledge import Knowledge
from scanner.names.levels import EVERYDAY, FREQUENT, USUAL
from scanner.names.lists import words_of
from scanner.names.name import Kind, Name, Needs, organization
from scanner.names.shapes import firm_span, is_landscape, is_road
from scanner.names.unknown import is_no_noun, is_unknown
from scanner.names.vocabulary import FUNCTION
from scanner.names.whole import Whole
from scanner.names.words import Page

_ODD = organization(0.5, "navneord med stort inde i sætningen", "capitalized noun in a sentence")
_ALONE = organization(
    0.5, "nyt ord med stort inde i sætningen", "new word in a sentence", needs=Needs.PERSON
)
_ARTICLE = organization(0.6, "navn med Den eller Det", "name with Den or Det")

_CERTAIN, _BEYOND_DOUBT = 0.7, 0.68
_FEW, _FEW_NEW = 1, 4  # capitalized words of one text
_SEVERAL, _MANY = 2, 7  # first names, and how well known one is that tells by itself
_LONG = 4  # letters
_LONG_TEXT = 25  # words, from which on it would have said if it spoke of business
_DEFINITE = ("en", "et", "erne")
_ARTICLES = frozenset({"den", "det", "de"})
_ASKING = frozenset({"kan", "skal", "vil", "har", "må", "er", "bør"})
_HAVING = frozenset({"havde", "har", "ejede", "fik", "købte", "startede", "lukkede", "overtog"})
_PEOPLE = frozenset({"hun", "han", "de", "vi", "jeg", "der", "som"})
_TOWN_ENDINGS = (
    "by", "rup", "lev", "sted", "næs", "hav", "borg", "bæk", "holm", "ø", "inge", "toft", "tofte",
    "lund", "skov", "sø", "sund", "havn", "købing", "bro", "huse", "berg", "land", "stan", "ien",
    "løse", "bjerg", "rød", "vig", "mark", "torp", "holt", "dal", "hus", "feld", "burg", "stad",
)  # fmt: skip


_IS_AND = cue(lambda word: word.low == "&")
_BEFORE_PHRASE = frozenset({"hos", "fra", "for", "bag", "til"})
_INNER = frozenset({"i", "på", "til", "med", "uden", "for", "ved"})
_IS_BEFORE = cue(lambda word: word.low in _BEFORE_PHRASE)
_IS_AGENT = cue(lambda word: word.low in {"fra", "hos", "med", "bag"})


def odd_names(page: Page) -> Iterator[Name]:
    """Two or more words with capitals: "Den Glade Gås", "Lampe & Lyst", "Nordens Lys"."""
    yield from _with_articles(page)
    yield from _pairs(page)
    yield from _two_words(page)
    yield from _phrases(page)
    yield from _new_pairs(page)


def odd_words(page: Page, taken: Iterable[Span]) -> tuple[list[int], list[int]]:
    """Capitalized nouns, and new words, inside sentences, beside what is ``taken``."""
    words = {at for span in taken for at in words_of(page, span)}
    free = [at for at in page.capitals if at not in words and _is_inside(page, at)]
    nouns = [at for at in free if _is_noun(page, at)]
    return nouns, [at for at in free if _is_new(page, at)]


def odd_word(page: Page, at: int) -> Name | None:
    """The word as a firm, where what stands before it speaks for one."""
    if page.low(at - 1) in {"af", "by"} and page.is_capital(at - 2):
        return None  # "Business Model Canvas af X": who wrote or made it
    if _is_cued(page, at):
        return Name(firm_span(page, at, at), _ODD)
    return Name(firm_span(page, at, at), _ALONE) if is_name_like(page, at) else None


def names_persons(names: Iterable[Name]) -> bool:
    """Whether persons are named for certain: only there are odd words told to be firms."""
    return any(name.kind is Kind.PERSON and name.score >= _CERTAIN for name in names)


def names_somebody(names: Iterable[Name]) -> bool:
    """Whether a person is named beyond doubt."""
    return any(name.kind is Kind.PERSON and name.score >= _BEYOND_DOUBT for name in names)


def calls_somebody(lows: Iterable[str], knowledge: Knowledge) -> bool:
    """Whether people are called by their first names: one that many bear, or two ordinary ones."""
    levels = [knowledge.first_name(low) for low in lows]
    return max(levels, default=0) >= _MANY or sum(level >= USUAL for level in levels) >= _SEVERAL


def may_name_firms(whole: Whole) -> bool:
    """Whether a text is so short, or speaks of such things, that an odd word may be a firm."""
    return whole.size < _LONG_TEXT or whole.is_personal


def are_few(nouns: Collection[int], new: Collection[int]) -> tuple[bool, bool]:
    """Whether a text has few enough nouns and new words with a capital for them to be firms."""
    return len(nouns) <= _FEW, len(new) <= _FEW_NEW


def is_name_like(page: Page, at: int) -> bool:
    """Whether the word is on no list and not made as ordinary nouns are."""
    return is_unknown(page, at) and is_no_noun(page.low(at))


def _is_inside(page: Page, at: int) -> bool:
    """Whether the word stands alone with its capital inside a sentence."""
    if not page.joined(at) or not page.is_lone(at):
        return False
    text = page.words[at].text
    numbered = page.low(at + 1)[:1].isdigit() and page.joined(at + 1)
    small = all(part[1:].islower() or not part[1:] for part in text.split("-"))
    return small and _is_large(text) and not numbered and stand_alone(page, at, at)


def _is_large(text: str) -> bool:
    """Whether every part of a double word has its capital, and one is longer: "Ø-Kajak"."""
    parts = text.split("-")
    return all(part[:1].isupper() for part in parts) and max(map(len, parts)) > 1


def _is_noun(page: Page, at: int) -> bool:
    low = page.low(at)
    is_street = page.place(low) and low.endswith(_DEFINITE) and not low.endswith(SCHEMES)
    is_word = is_street and 0 < page.commons[at] <= EVERYDAY and not is_excluded(low)
    return (is_noun(page, at) or is_word) and page.lexicon.capital(low) < FREQUENT


def _is_new(page: Page, at: int) -> bool:
    """Whether the word is on no list, or a street's only, and no town by its sound."""
    low = page.low(at).removesuffix("s")
    if len(low) <= _LONG or page.commons[at] or page.first_names[at] or page.surnames[at]:
        return False
    if (
        not low.replace("-", "").isalpha()
        or low.endswith(SCHEMES)
        or is_excluded(low)
        or is_road(page, at)
    ):
        return False
    definite = low.endswith(_DEFINITE)
    return definite or not (page.place(low) or low.endswith(_TOWN_ENDINGS))


def _is_cued(page: Page, at: int) -> bool:
    before = page.low(at - 1)
    if before == "og" and page.is_capital(at - 2):
        return False  # the last of a list
    if before in _HAVING and page.low(at - 2) in _PEOPLE:
        return not page.commons[at]  # "hun havde Blåbærbanden"
    return before in BEFORE_ODD or (before in _ASKING and page.opens(at - 1))


def _pairs(page: Page) -> Iterator[Name]:
    """Lampe & Lyst: two capitalized words with & in running text."""
    for at in page.cued(_IS_AND):
        ends = (at - 1, at + 1)
        if at == 0 or not all(page.is_capital(end) and len(page.low(end)) > 1 for end in ends):
            continue
        if any(is_excluded(page.low(end)) or is_trade(page.low(end)) for end in ends):
            continue
        if stand_alone(page, at - 1, at + 1) and not page.closes_line(at + 1):
            yield Name(firm_span(page, at - 1, at + 1), _ODD)


def _two_words(page: Page) -> Iterator[Name]:
    """Fra Små Fødder, hos Nordens Lys: two capitals behind what stands before people and firms."""
    for at in page.cued(_IS_AGENT, 1):
        pair = (at, at + 1)
        if not all(page.is_capital(one) and page.joined(one) for one in pair):
            continue
        if page.opens(at) or not stand_alone(page, at, at + 1) or is_landscape(page, at, at + 1):
            continue
        if not any(_is_known(page, one) or is_excluded(page.low(one)) for one in pair):
            yield Name(firm_span(page, at, at + 1), _ODD)


def _new_pairs(page: Page) -> Iterator[Name]:
    """Tariq left Ember Road: two capitals inside a sentence, one of them no common word."""
    for at in page.capitals:
        pair = (at, at + 1)
        if page.opens(at) or not all(page.is_capital(one) and page.joined(one) for one in pair):
            continue
        if not stand_alone(page, at, at + 1) or is_landscape(page, at, at + 1):
            continue
        new = any(page.commons[one] == 0 and len(page.low(one)) > _LONG for one in pair)
        plain = all(page.low(one).isalpha() for one in pair)
        known = any(_is_known(page, one) or is_excluded(page.low(one)) for one in pair)
        if new and plain and not known:
            yield Name(firm_span(page, at, at + 1), _ALONE)


def _phrases(page: Page) -> Iterator[Name]:
    """Hos Lyd i Øret, tallene for Alt i Altan: two capitals with a small word between."""
    for at in page.cued(_IS_BEFORE, 1):
        inner, last = at + 1, at + 2
        words = (at, inner, last)
        if page.low(at - 1) not in _BEFORE_PHRASE or not all(map(page.joined, words)):
            continue
        if page.low(inner) not in _INNER or page.is_capital(inner):
            continue
        ends = (at, last)
        if not all(map(page.is_capital, ends)) or not stand_alone(page, at, last):
            continue
        if page.low(last) in _INNER or is_landscape(page, at, last):
            continue
        if not any(_is_known(page, one) or is_excluded_noun(page.low(one)) for one in ends):
            yield Name(firm_span(page, at, last), _ODD)


def is_excluded_noun(low: str) -> bool:
    """Whether the word is what bodies and papers are called by, and no small word."""
    return is_excluded(low) and low not in FUNCTION


def _is_known(page: Page, at: int) -> bool:
    low, text = page.low(at), page.words[at].text
    named = page.first_names[at] > 1 or page.surnames[at] or page.place(low)
    return bool(named) or not text[1:].islower() or is_road(page, at)


def _with_articles(page: Page) -> Iterator[Name]:
    """For Den Glade Gås: an article with a capital inside the sentence, then two capitals."""
    for at in page.capitals:
        words = range(at, at + 3)
        if page.low(at) not in _ARTICLES or page.opens(at) or not page.joined(at):
            continue
        whole = all(page.is_capital(index) and page.joined(index) for index in words)
        if whole and all(page.words[index].text.isupper() for index in words):
            continue
        if whole and page.low(at - 1) in BEFORE_ODD and not is_landscape(page, at + 1, at + 2):
            yield Name(firm_span(page, at, at + 2), _ARTICLE)
