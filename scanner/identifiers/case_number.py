"""Case and journal numbers as Danish authorities form them, told by their form alone.

Conventions: KL's KLE subject classes with facet, serial and year (27.12.00-G01-12345-24); year and
serial (23/04567, 2026-31874, F2's 2023 - 12345); WorkZone (2009-1312/175-0001); the civil cases of
the courts (BS-12345/2024-KBH); bankruptcy courts (K 2481/26-B).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span
from scanner.sought import sought

_BEGIN = r"(?<![^\W_])(?<!\d[.\-/,])(?<![\-/.])"
_END = r"(?![^\W_])(?![\-/]\w)(?![.,]\d)"
# Forms and how much they say alone; what is below one half needs a word that names a case.
_FORMS = (
    (r"\d\d\.\d\d\.\d\d-[A-ZÆØÅ]\d\d-\d{1,6}-(?:20)?\d\d", 0.9),
    (r"(?:BS|SS|FS)[ -]?\d{2,6}/20\d\d-[A-ZÆØÅ]{2,4}", 0.85),
    (r"(?:19|20)\d\d-\d{3,5}/\d{3}-\d{4}", 0.6),
    (r"(?:EMN|SAG|ESDH|GO)-20\d\d-\d{3,6}", 0.6),
    (r"[0-3]\d/0\d{4}(?:-\d{1,3})?", 0.6),
    (r"[0-3]\d/\d{5,6}(?:-\d{1,3})?", 0.4),
    (r"(?:19|20)\d\d-\d{2,4}-\d{3,6}", 0.35),
    (r"(?:19|20)\d\d - \d{4,6}", 0.2),
    (r"(?:19|20)\d\d-\d{4,6}", 0.3),
    (r"[A-ZÆØÅ]{1,4}-?(?:19|20)\d\d-\d{3,6}[A-Z]?", 0.3),
    (r"[A-ZÆØÅ]{1,3} \d{1,5}/\d\d(?:-[A-ZÆØÅ]{1,3})?", 0.25),
    (r"[A-ZÆØÅ]{1,4}-\d{4,8}", 0.2),
)
_PATTERNS = tuple((sought(f"{_BEGIN}(?:{form}){_END}"), score) for form, score in _FORMS)
PATTERNS = tuple(pattern for pattern, _ in _PATTERNS)
_YEARS = re.compile(r"(?:19|20)\d\d ?[-–/] ?(?:(?:19|20)\d\d|\d\d)")
_DATES = re.compile(
    r"\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d|(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./]\d{1,2}"
    r"|(?:19|20)\d\d-\d\d-\d\dT.*"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d\d)?")
# Cases of the EU's courts (C-131/12) and documents of its parliament (B5-0198/2001) are public.
_EU = re.compile(r"[CTF]-\d{1,4}/\d\d(?: ?P)?|[A-Z]\d?-\d{4}/(?:19|20)\d\d")
# What the Supreme Court decides is published under its number.
_SUPREME = re.compile(r"BS[ -]?\d{2,6}/20\d\d-HJR")
# A printed report of decisions, year and page: "U.2019.1234H", "SKM2019.123.LSR".
_REPORT = re.compile(
    r"(?:U|UfR|TBB|T:BB|TfK|TfS|FED|KFE|KEN|MAD|SKM|AT|NIR)[. ]?(?:19|20)\d\d[.,/]\d{1,5}"
    r"(?:[. ]?[A-ZÆØÅ]{1,5})?",
    re.IGNORECASE,
)
_NOT = (_YEARS, _DATES, _THOUSANDS, _EU, _SUPREME, _REPORT)


def is_other(written: str) -> bool:
    """Whether it reads as years, a date, an amount, or what law reports and the EU publish."""
    return any(pattern.fullmatch(written) for pattern in _NOT)


def forms(text: str) -> Iterator[tuple[Span, float]]:
    """What has the form of a case number, and how much the form says by itself."""
    for pattern, score in _PATTERNS:
        for match in pattern.finditer(text):
            if not is_other(match[0]):
                yield Span(*match.span()), score
