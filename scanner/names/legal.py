"""Firms by their legal form: "Nordlys ApS", "A/S Storebælt"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.names.cues import cue
from scanner.names.firm_words import CAPITAL_FORMS, LEADING_FORMS, LEGAL_FORMS
from scanner.names.levels import FREQUENT
from scanner.names.name import Name, organization
from scanner.names.shapes import firm_end, firm_span, firm_start
from scanner.names.vocabulary import BEFORE_FIRM, STOP, is_role
from scanner.names.words import Page

_FORM = organization(
    0.97, "virksomhedsform efter navnet", "legal form after the name", is_certain=True
)
_LOWER_FORM = organization(
    0.85, "virksomhedsform, små bogstaver", "legal form, lower case", is_certain=True
)
_LEADING_FORM = organization(
    0.92, "virksomhedsform før navnet", "legal form before the name", is_certain=True
)

_PLATE = re.compile(r"[A-Z]{2} \d\d ?\d{3}(?!\d)")  # "AB 12 345" on a car
_ENDINGS = ("'et", "’et", "'en", "’en", "'s", "’s", "s")
_NO_NAME = STOP | LEGAL_FORMS
_IS_FORM = cue(lambda word: any(_bare_form(word.low, ending) for ending in ("", *_ENDINGS)))


def legal_forms(page: Page) -> Iterator[Name]:
    """NAME + FORM and FORM + NAME."""
    for at in page.cued(_IS_FORM):
        form = _form_length(page, at)
        if form is None:
            continue
        start = name_before_form(page, at)
        if start is not None:
            rule = _LOWER_FORM if page.words[at - 1].text.islower() else _FORM
            yield Name(Span(page.words[start].start, page.words[at].start + form), rule)
        elif page.low(at) in LEADING_FORMS and _name_follows(page, at):
            yield Name(firm_span(page, at, firm_end(page, at)), _LEADING_FORM)


def _form_length(page: Page, at: int) -> int | None:
    """How many characters from word ``at`` on are a legal form; None when it is none."""
    word = page.words[at]
    low = word.low
    for ending in ("", *_ENDINGS):
        bare = _bare_form(low, ending)
        if not bare:
            continue
        stem = low.removesuffix(ending)
        dotted = "." in stem
        if bare in CAPITAL_FORMS and not dotted and not _is_written_as_form(word.text):
            return None
        if _PLATE.match(page.text, word.start):
            return None
        if bare == "as" and dotted and not page.is_capital(at - 1):
            return None
        dot = page.text[word.end : word.end + 1] == "." and (dotted or _is_shortened(page, at))
        return len(stem) + int(dot)
    return None


def _bare_form(low: str, ending: str) -> str:
    """The legal form, without dots, that ``low`` is with ``ending`` behind it; "" for none."""
    if not low.endswith(ending):
        return ""
    bare = low.removesuffix(ending).replace(".", "")
    return bare if bare in LEGAL_FORMS or bare in LEADING_FORMS else ""


def _is_shortened(page: Page, at: int) -> bool:
    """Whether the dot belongs to the form and does not end the sentence: "Inc. signed"."""
    following = page.words[at + 1].text if at + 1 < len(page) else ""
    return page.low(at) in {"inc", "ltd", "corp", "co"} and following[:1].islower()


def _is_written_as_form(text: str) -> bool:
    return text.isupper() or (text[0].isupper() and (text == "Oy" or len(text) > len("AB")))


def name_before_form(page: Page, at: int) -> int | None:
    """The first word of the name that the legal form at word ``at`` ends; None when none does."""
    if at == 0 or not page.joined(at):
        return None
    word, before = page.words[at], page.words[at - 1]
    if before.low.isdigit() and len(before.low) < len("2019"):
        return None
    if word.low in CAPITAL_FORMS and (not page.is_capital(at - 1) or _is_town(page, at - 1)):
        return None
    lower = before.text.islower() and not before.text.isdigit()
    if lower and (
        before.low in BEFORE_FIRM or is_role(before.low) or page.commons[at - 1] > FREQUENT
    ):
        return None
    if not lower and before.low in STOP and page.joined(at - 1) is False:
        return None
    return firm_start(page, at - 1, lower=lower)


def _is_town(page: Page, at: int) -> bool:
    """Whether the word is a town: "København NV" is no firm."""
    return page.place(page.low(at)) or page.low(at) in {"københavn", "copenhagen", "aarhus"}


def _name_follows(page: Page, at: int) -> bool:
    following = at + 1
    if not (page.joined(following) and page.is_capital(following)):
        return False
    return page.low(following) not in _NO_NAME
