r"""How Danes write a CPR number: 150380-1234, 15.03.80-1234, 15 03 80 1234, 15.03.1980-1234 ….

A hyphen may also stand at a line's end or beginning. A number inside a longer chain of numbers
(2010-150380-1234) is told apart, decimals are none. Letters glued to it (240666-7343x) are a slip
of the keyboard, or names run together, where only letters are there and modulus 11 holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from scanner.doc import Span
from scanner.identifiers import birth_date, cpr
from scanner.sought import sought

_HYPHEN = "[-‐‑‒–—−]"
CANDIDATE = sought(
    r"(?<!\d)(?<!\d\.)"
    r"(?P<day>0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?P<first>[ .\-/]?)"
    r"(?P<month>0[1-9]|1[0-2])(?P<second>[ .\-/]?)(?P<century>18|19|20)?(?P<year>\d\d)"
    rf"(?P<joint>[ \t]{{0,2}}(?:{_HYPHEN}[ \t]{{0,2}}(?:\r?\n[ \t]{{0,2}})?"
    rf"|\r?\n[ \t]{{0,2}}{_HYPHEN}[ \t]{{0,2}}|[/._])?[ \t]{{0,2}})"
    r"(?P<serial>\d{4})(?!\d)(?!\.\d)",
    re.IGNORECASE,
)
# A date as people write it, and the serial: "18. juli 1950-2452", "1950-07-18-2452"
DATED = sought(
    rf"(?<![^\W_])(?<!\d[./\-])(?P<date>{birth_date.PATTERN})[ ]?{_HYPHEN}[ ]?"
    r"(?P<serial>\d{4})(?![^\W_])(?![./\-]\d)",
    re.IGNORECASE,
    sign=rf"\d[ ]?{_HYPHEN}[ ]?\d{{4}}",
)
# Behind a label, ten digits are a number however they are grouped: "150380, 12 34", "1503801234x".
LABELLED = sought(
    r"(?:cpr|person(?:nr|numm)|fødselsn(?:r|umm))[^\W\d_]{0,6}[^\d\n]{0,25}"
    r"(?:\r?\n[ \t]{0,2}){0,2}(?P<number>0?"
    r"\d(?:[^\w\n]{0,3}_?(?:\r?\n){0,2}\d){5}[^\w\n]{0,3}_?(?:(?:og|plus|løbenr\.?|så)[ ])?"
    r"(?:\r?\n){0,2}\d(?:[^\w\n]{0,3}_?(?:\r?\n){0,2}\d){3})(?!\d)",
    re.IGNORECASE,
    sign=r"cpr|person(?:nr|numm)|fødselsn(?:r|umm)",
)
# Said aloud: "150380 bindestreg 1234", "150380 og så 1234".
SPOKEN = sought(
    r"(?<![^\W_])(?<!\d\.)(?P<date>\d{6})[ ,]{1,2}(?:bindestreg|streg|minus|dash|hyphen|og så|plus"
    r"|skråstreg|mellemrum|punktum|komma|efterfulgt af|og derefter|derefter|followed by|then)"
    r"[ ,]{1,2}(?P<serial>\d{4})(?![^\W_])",
    re.IGNORECASE,
)
_DIGITS = 10
_NO_DIGIT = re.compile(r"\D")
_CHAINED_BEFORE = re.compile(r"\d[-/:_]$")
_CHAINED_AFTER = re.compile(r"[-/:_]\d")
_DECIMALS = re.compile(r",\d{1,2}(?!\d)")
_FURTHER = re.compile(r" \d{1,3}(?!\d)(?![.:/-]\d)")
_LONGEST = 20  # letters glued to a number
_LABEL = re.compile(r"(?:cpr|nr)\Z", re.IGNORECASE)
_GLUED_BEFORE = re.compile(r"[^\W\d_]\Z")
_GLUED_BEHIND = re.compile(r"[^\W\d_]")
_LETTERS_BEFORE = re.compile(rf"(?<![^\W_])[^\W\d_]{{1,{_LONGEST}}}\Z")
_LETTERS_BEHIND = re.compile(rf"[^\W\d_]{{1,{_LONGEST}}}(?![^\W_])")
_HYPHENS = frozenset("-‐‑‒–—−")


class Shape(Enum):
    """How much the way of writing says by itself."""

    HYPHEN = auto()
    BLANK = auto()
    SPLIT = auto()
    BARE = auto()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something written as a CPR number; ``number`` is compact.

    ``chained`` tells of further numbers glued to it by a hyphen or slash, ``is_long`` of a year
    written with four digits, ``is_doubtful`` of a date followed by what may be a year or time or
    further groups,
    ``is_glued`` of letters right beside it.
    """

    span: Span
    number: str = field(repr=False)
    shape: Shape
    chained: bool = False
    is_long: bool = False
    is_doubtful: bool = False
    is_glued: bool = False


def candidates(text: str) -> Iterator[Candidate]:
    """What is written as a CPR number and has a birth date, in order of place."""
    position = 0
    while match := CANDIDATE.search(text, position):
        candidate = _candidate(text, match)
        position = match.start() + 1 if candidate is None else match.end()
        if candidate is not None:
            yield candidate


def dated(text: str) -> Iterator[tuple[Span, str]]:
    """A serial behind a date that is written out; the number is compact."""
    for match in DATED.finditer(text):
        try:
            day = birth_date.validate(match["date"])
        except ValueError:
            continue
        number = f"{day:%d%m%y}{match['serial']}"
        has_century = re.search(r"(?:19|20)\d\d", match["date"]) is not None
        if cpr.is_valid(number) and (cpr.birth_date(number) == day or not has_century):
            yield Span(*match.span()), number


def labelled(text: str) -> Iterator[tuple[Span, str]]:
    """Ten digits behind a label, in any groups or with a zero too many; the number is compact."""
    for match in LABELLED.finditer(text):
        digits = _NO_DIGIT.sub("", match["number"])
        number = digits[-_DIGITS:]
        if cpr.is_valid(number):
            yield Span(*match.span("number")), number


def spoken(text: str) -> Iterator[tuple[Span, str]]:
    """Date and serial with the hyphen between them in a word; the number is compact."""
    for match in SPOKEN.finditer(text):
        number = match["date"] + match["serial"]
        if cpr.is_valid(number):
            yield Span(*match.span()), number


def _candidate(text: str, match: re.Match[str]) -> Candidate | None:
    number = match["day"] + match["month"] + match["year"] + match["serial"]
    if not cpr.is_valid(number) or not _years_agree(match, number):
        return None
    shape = _shape(match)
    if shape is not Shape.HYPHEN and _DECIMALS.match(text, match.end()):
        return None
    chained = bool(
        _CHAINED_BEFORE.search(text, max(0, match.start() - 2), match.start())
        or _CHAINED_AFTER.match(text, match.end())
    )
    is_glued = _is_glued(text, match)
    if is_glued and (chained or not _is_whole(text, match, number)):
        return None
    return Candidate(
        Span(*match.span()),
        number,
        shape,
        chained,
        is_long=match["century"] is not None,
        is_doubtful=_is_doubtful(text, match, shape),
        is_glued=is_glued,
    )


def _is_doubtful(text: str, match: re.Match[str], shape: Shape) -> bool:
    """Whether a year or a time may follow a date, or further groups of a longer number."""
    if match["first"].strip() and match["joint"].isspace():
        return True
    return shape is Shape.BLANK and _FURTHER.match(text, match.end()) is not None


def _is_glued(text: str, match: re.Match[str]) -> bool:
    """Whether letters stand right beside it that are no label."""
    start = max(0, match.start() - _LONGEST)
    return bool(
        _GLUED_BEHIND.match(text, match.end())
        or (
            _GLUED_BEFORE.search(text, start, match.start())
            and not _LABEL.search(text, start, match.start())
        )
    )


def _is_whole(text: str, match: re.Match[str], number: str) -> bool:
    """Whether a number with letters beside it stands out from them: hashes and codes do not."""
    start = max(0, match.start() - _LONGEST - 1)
    is_free = not _GLUED_BEFORE.search(text, start, match.start()) or _LETTERS_BEFORE.search(
        text, start, match.start()
    )
    ends = not _GLUED_BEHIND.match(text, match.end()) or _LETTERS_BEHIND.match(text, match.end())
    return bool(is_free and ends and cpr.has_check_digit(number))


def _years_agree(match: re.Match[str], number: str) -> bool:
    written = match["century"]
    return written is None or cpr.birth_date(number).year // 100 == int(written)


def _shape(match: re.Match[str]) -> Shape:
    if not (match["joint"] or match["first"] or match["second"]):
        return Shape.BARE
    if _HYPHENS & set(match["joint"]):
        return Shape.HYPHEN
    is_plain = match["joint"] == " " and not (match["first"] or match["second"])
    return Shape.BLANK if is_plain else Shape.SPLIT
