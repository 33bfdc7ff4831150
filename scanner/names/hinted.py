"""Firms that a model sees and no rule does: they count where a text names persons."""

from __future__ import annotations

from scanner.names.coined import is_excluded
from scanner.names.everyday import PUBLIC_HALLS, SCHEMES
from scanner.names.levels import FREQUENT, USUAL
from scanner.names.likely import is_other
from scanner.names.shapes import is_road
from scanner.names.unknown import HOUSES, is_no_noun, is_unknown
from scanner.names.vocabulary import UNITS, is_role
from scanner.names.words import Page

_LEAST = 4  # letters
_BEFORE = frozenset({"hos", "fra", "med", "bag", "af", "om", "from", "by", "with", "at"})
_PUBLIC = (*SCHEMES, *PUBLIC_HALLS, *UNITS, "bank")
_TOWN_ENDINGS = ("by", "rup", "lev", "borg", "holm", "købing", "sted", "inge", "land", "stad")


def may_be_hinted(page: Page, content: list[int]) -> bool:
    """Whether what the model calls a firm can be one: capitals, and not all of them ordinary."""
    first, last = content[0], content[-1]
    if not all(page.is_capital(at) for at in content) or is_other(page, content):
        return False
    if any(_is_no_name(page, at) for at in content):
        return False
    if page.joined(last + 1) and page.text[page.words[last + 1].start :][:2].istitle():
        return False  # a piece of something longer
    if first == last:
        return _is_word(page, first)
    placed = all(page.place(page.low(at)) for at in content)
    shouted = all(page.words[at].text.isupper() for at in content)
    return not placed and not shouted and not page.opens(first)


def _is_no_name(page: Page, at: int) -> bool:
    low = page.low(at)
    return is_excluded(low) or low.endswith(_PUBLIC) or is_road(page, at)


def _is_word(page: Page, at: int) -> bool:
    low, text = page.low(at), page.words[at].text
    if len(low) < _LEAST or not text[1:].islower() or not low.replace("-", "").isalpha():
        return False
    if page.place(low) and not low.endswith(HOUSES):
        return False
    if page.opens(at):
        return page.commons[at] <= 1 and is_no_noun(low)
    return page.commons[at] <= USUAL


def is_no_place(page: Page, at: int) -> bool:
    """Whether what the model calls a place is rather a firm: no town's name, behind "hos"."""
    low = page.low(at)
    if not page.joined(at) or page.low(at - 1) not in _BEFORE or is_role(low):
        return False
    if not is_unknown(page, at) or low.endswith(_TOWN_ENDINGS):
        return False
    return low.endswith(HOUSES) or page.lexicon.capital(low) < FREQUENT
