"""Whether what a model calls a person or a firm can be one: a model errs where no rule would."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.names.everyday import (
    COURTS,
    EPONYMS,
    EVENTS,
    MODELS,
    ORDINARY_NAMES,
    PUBLIC_HOUSES,
    ROOMS,
    THINGS,
)
from scanner.names.firm_words import BRAND_ENDINGS, FIRM_NOUNS, is_trade, is_type
from scanner.names.levels import EVERYDAY, FREQUENT, KNOWN, STRONG, USUAL
from scanner.names.shapes import is_landscape
from scanner.names.unknown import is_no_noun, is_unknown
from scanner.names.vocabulary import STOP, is_role
from scanner.names.word_set import word_set
from scanner.names.words import Page

_COLORS = word_set("""
    rød røde blå grøn grønne hvid hvide sort sorte grå gul gule brun brune stor store lille små
    almindelig alm europæisk amerikansk""")
_REGNAL = re.compile(r"X{0,2}(?:V|I[VX]|V?I{2,3}|VI|X)")
_NUMERAL = re.compile(r"[IVX]+|.")
_AT = frozenset("hos bag fra til med for af at with from by".split())  # noqa: SIM905  # read as text
_WITHIN = frozenset({"i", "på", "ved"})
_DEFINITE = ("erne", "ene", "en", "et")
_SHORT_BRAND = 6  # letters
_UNIT = 3  # letters
_SHORTEST = 3  # letters; a new word so short is rather an abbreviation
_LIST = 6  # words
# Last words of markings of confidence.
_MARKS = frozenset({"brug", "fortroligt", "fortrolig", "hemmeligt", "use", "only"})
_LISTING = frozenset({" ", ", ", ": ", "/", " / ", "\xa0"})


def is_likely_person(page: Page, content: list[int]) -> bool:
    """Capitals and unknown or well-known words; in lower case names that are well known."""
    if not all(page.is_capital(at) for at in content):
        return _is_small_person(page, content)
    if len(content) > 1:
        if _is_compound(page.words[content[-1]].text) or is_sort(page, content[0]):
            return False  # "James Webb-teleskopet"
        if is_trade(page.low(content[0])) and not page.first_names[content[0]]:
            return False  # "Pizza Margherita"
        if is_landscape(page, content[0], content[-1]):
            return False
        known = any(max(page.first_names[at], page.surnames[at]) >= KNOWN for at in content)
        return known or all(page.commons[at] == 0 for at in content)
    return _is_single_person(page, content[0])


def _is_single_person(page: Page, at: int) -> bool:
    text, common = page.words[at].text, page.commons[at]
    if text.isupper():
        return page.in_capitals(at) and page.first_names[at] >= USUAL and common <= USUAL
    surname = page.surnames[at]
    is_place = page.place(page.low(at)) and (surname < USUAL or common)  # "Cooper" is a town too
    is_thing_word = _is_compound(text) and not page.first_names[at]  # but "Min-jun"
    if is_thing_word or is_place or is_role(page.low(at)):
        return False
    if is_thing(page, at):
        return False
    if page.first_names[at] >= STRONG and common <= EVERYDAY:
        return True
    if text.endswith("s") and common == 0:
        stem = page.low(at)[:-1]
        if max(page.first_name(stem), page.surname(stem)) >= STRONG:
            return True  # "Amalies"
    is_new = not page.opens(at) and page.lexicon.capital(page.low(at)) == 0
    known = max(page.first_names[at], surname)
    return common <= USUAL and (known >= KNOWN or is_new or (known > 0 and _is_nobodys(page, at)))


def is_thing(page: Page, at: int) -> bool:
    """Whether a thing or a king bears the name: "model Luna", "Farver: Rosa", "Downs syndrom"."""
    if page.low(at).endswith("s") and page.low(at + 1) in EPONYMS and page.joined(at + 1):
        return page.first_names[at] < USUAL and page.first_name(page.low(at)[:-1]) < USUAL
    if page.joined(at + 1) and _REGNAL.fullmatch(page.words[at + 1].text):
        return True  # "Frederick VI"
    if _is_quoted(page, at):
        return True
    alone = not (page.is_capital(at + 1) and page.joined(at + 1))
    return alone and any(_is_listed(page, back, at) for back in range(max(0, at - _LIST), at))


def _is_quoted(page: Page, at: int) -> bool:
    """Whether single quotes set the name apart from its kind: "Storkenæb 'Rozanne'"."""
    end = page.words[at].end
    is_open = page.gap(at) in {" '", " ‘"} and page.is_capital(at - 1)
    return is_open and page.text[end : end + 1] in {"'", "’"}


def is_sort(page: Page, first: int) -> bool:
    """Whether the name is one of a list of models or sorts: "sorterne Ingrid Marie, ..."."""
    return any(_is_listed(page, back, first) for back in range(max(0, first - _LIST), first))


def _is_listed(page: Page, model: int, at: int) -> bool:
    """Whether only commas, "og" and capitals stand between a model's word and its names."""
    if page.low(model) not in MODELS and not page.low(model).endswith(THINGS):
        return False
    between = range(model + 1, at)
    return all(
        page.low(word) in {"og", "som"} or page.is_capital(word) for word in between
    ) and all(page.gap(word) in _LISTING for word in range(model + 1, at + 1))


def _is_small_person(page: Page, content: list[int]) -> bool:
    """Words of which one at least is known as a name or none as a word: "aviâja skårup".

    Alone a name that is hardly a word, or in a small text a new word that is no noun.
    """
    first, last = content[0], content[-1]
    if first == last:
        return _is_small_single(page, first)
    if len(page.low(last)) == 1:
        return page.first_names[first] >= FREQUENT
    if page.is_capital(first) and not page.is_capital(last):  # "Thai curry"
        return page.first_names[first] >= STRONG and page.surnames[last] >= STRONG
    if page.first_names[first] >= KNOWN and page.surnames[last] >= KNOWN:
        return True
    words = [at for at in content if len(page.low(at)) > 1]
    names = [max(page.first_names[at], page.surnames[at]) for at in words]
    fit = zip(words, names, strict=True)
    if not all(page.commons[at] <= KNOWN or name >= STRONG for at, name in fit):
        return False
    return sum(names) >= USUAL or (words == content and all(_is_nobodys(page, at) for at in words))


def _is_nobodys(page: Page, at: int) -> bool:
    """Whether no text is known to have the word."""
    return not (
        page.commons[at] or page.lexicon.common(page.low(at)) or page.lexicon.row(page.low(at))
    )


def _is_small_single(page: Page, at: int) -> bool:
    low = page.low(at)
    stems = (low, low.removesuffix("s"))
    if not ORDINARY_NAMES.isdisjoint(stems) or page.commons[at] > KNOWN or page.place(low):
        return False
    strength = _strength(page, at)
    if strength >= (USUAL if page.is_small else STRONG):
        return True
    if not page.is_small or page.commons[at]:
        return False
    is_short = len(low) <= _SHORTEST
    if strength > 0:  # "đức", "ji-woo"
        return low.replace("-", "").isalpha() and not (is_short and low.isascii())
    is_new = _is_nobodys(page, at) and is_no_noun(low) and not page.opens(at)
    return is_new and low.isalpha() and not is_short


def _strength(page: Page, at: int) -> int:
    """How well known the word is as a name, with the -s of the genitive or without."""
    stem = page.low(at).removesuffix("s")
    of_stem = page.first_name(stem), page.surname(stem)
    return max(page.first_names[at], page.surnames[at], *of_stem)


def is_likely_firm(page: Page, content: list[int]) -> bool:
    """Several capitals with something of a firm's or nobody's word; one word made as brands are."""
    if len(content) == 1:
        return _is_brand(page, content[0])
    if not all(page.is_capital(at) for at in content):
        return _is_small_firm(page, content)
    if is_other(page, content) or not _is_joined(page, content):
        return False
    first, *_, last = content
    if all(page.place(page.low(at)) for at in content[:-1]):
        return is_trade(page.low(last)) or _is_new(page, last)  # "Gudme Rasmark"
    if page.low(first - 1) in _AT and page.joined(first):
        return True
    known = any(page.lexicon.firm(page.low(at)) for at in content)
    return known or any(page.commons[at] == 0 for at in content)


def is_other(page: Page, content: list[int]) -> bool:
    """Whether the words are compounds, a landscape, or ordinary ones that open a line."""
    words = [page.words[at].text for at in content]
    if any(map(_is_compound, words)) or _NUMERAL.fullmatch(words[-1]):
        return True
    if _is_called_so(page, content) or (
        _is_species(page, content)
        or page.low(content[0]) in ROOMS
        or _is_public_house(page, content)
        or is_landscape(page, content[0], content[-1])
    ):
        return True
    return page.opens(content[0]) and all(page.commons[at] > USUAL for at in content)


def _is_called_so(page: Page, content: list[int]) -> bool:
    """Whether the words are a job, an event, a court, a thing or a marking: "Kørende Montør"."""
    first, last = content[0], content[-1]
    if is_role(page.low(last)) and all(page.commons[at] for at in content[:-1]):
        return True
    if page.low(first) in EVENTS | COURTS or is_sort(page, first):
        return True
    return page.low(last) in _MARKS and page.words[last].text.isupper()  # "INTERN BRUG"


def _is_species(page: Page, content: list[int]) -> bool:
    """Whether animals or plants are counted up by their colors: "Rød Ørn, Blå Kærhøg"."""
    return page.low(content[0]) in _COLORS and page.whole.has_species


def colored(page: Page) -> Iterator[int]:
    """Where colors with a capital stand before a word with one."""
    return (at for at in page.capitals if page.is_capital(at + 1) and page.low(at) in _COLORS)


def _is_public_house(page: Page, content: list[int]) -> bool:
    """Whether the words are a museum or a hospital and its town: "Kunsthal Holbæk"."""
    town = page.low(content[-1]).split("-")
    return page.low(content[0]) in PUBLIC_HOUSES and all(map(page.place, town))


def _is_joined(page: Page, content: list[int]) -> bool:
    """Whether the words are one name: not two terms with "og", not towns behind their kind."""
    first, last = content[0], content[-1]
    if page.place(page.low(last)) and page.low(first).endswith(_DEFINITE):
        return is_type(page.low(first)) or (last > first + 1 and page.low(first + 1) in _WITHIN)
    if "og" not in (page.low(at) for at in range(first, last)):
        return True
    named = any(page.surnames[at] or page.first_names[at] for at in content)
    trades = any(is_trade(page.low(at)) for at in content)
    return named or trades or (page.low(first - 1) in _AT and page.joined(first))


def _is_brand(page: Page, at: int) -> bool:
    """One word: with an inner capital, with a brand's ending, behind "hos", or in a small text."""
    low, text = page.low(at), page.words[at].text
    if _is_compound(text) or text.isupper() or low in STOP or is_role(low) or page.place(low):
        return False
    if any(map(str.isupper, text[1:])):
        return len(text) > _UNIT  # "kWh", "IgM"
    return (page.is_capital(at) or page.is_small) and _is_brand_word(page, at)


def _is_brand_word(page: Page, at: int) -> bool:
    low = page.low(at)
    if len(low) > _SHORT_BRAND and low.removesuffix("s").endswith(BRAND_ENDINGS):
        return page.commons[at] <= KNOWN
    if page.is_small:
        return page.lexicon.row(low) == 0
    if page.low(at - 1) in _AT and page.joined(at) and page.commons[at] <= USUAL:
        return True
    return page.is_personal and _is_new(page, at)


def _is_new(page: Page, at: int) -> bool:
    """Whether nobody knows the word, and it is made as names are."""
    return is_unknown(page, at) and is_no_noun(page.low(at))


def _is_small_firm(page: Page, content: list[int]) -> bool:
    """Small words with a trade last: "lippe interiors", "omars autopleje"."""
    first, last = content[0], content[-1]
    if page.commons[first] > 1 or page.low(first) in STOP or page.low(last) in FIRM_NOUNS:
        return False
    return is_trade(page.low(last)) or page.lexicon.firm(page.low(last)) > 0 or page.is_small


def _is_compound(text: str) -> bool:
    """Whether ``text`` is a compound with an ordinary word: "ISO-format", not "Anne-Mette"."""
    return any(part[:1].islower() for part in text.split("-")[1:])
