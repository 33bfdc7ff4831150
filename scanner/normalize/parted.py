"""Numbers that unusual signs part, and addresses sign by sign.

Looks like: 18*07*50*2452, 1-8-0-7-5-0-2-4-5-2, 180750 (2452), 28*40*98*27, "k a @ b r i x . d k".
Ten digits are read as a CPR number where they begin with a birth date; sums and times are left.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from scanner.doc import Span
from scanner.identifiers import cpr
from scanner.normalize.rewrite import Edit

_NO_MORE = r"(?!\w)(?![.,]\d)"
_SIGN = r"[*~#_=+:;·•^%\\¤§!&]"
# One by one, always by the same sign; blanks and dots by themselves are in ``joined``
_ONES = re.compile(
    rf"(?<![\w.,\-/:])\d(?P<sign>{_SIGN}{{1,2}}|[ ]?[\-/][ ]?|[ ]{_SIGN}[ ])\d(?:(?P=sign)\d){{8}}"
    rf"{_NO_MORE}(?!(?P=sign)\d)"
)
_PAIRS = re.compile(
    rf"(?<![\w.,\-/:])\d\d(?P<sign>[ ]?{_SIGN}{{1,2}}[ ]?|,)\d\d(?P=sign)\d\d(?P=sign)?"
    rf"(?:\d{{4}}|\d\d(?P=sign)\d\d){_NO_MORE}(?!(?P=sign)\d)"
)
_HALVES = re.compile(
    rf"(?<![\w.,\-/:])\d{{6}}(?:[ ]?{_SIGN}{{1,3}}[ ]?|-{{2,3}}|[ ]?[\-=]{{1,2}}>[ ]?|[ ]?>[ ]?"
    rf"|[ ]?[)\]}}]?[ \-]?[(\[{{])(?P<serial>\d{{4}}){_NO_MORE}"
)
# 180750-24 52, 180750-2-4-5-2
_SERIAL = re.compile(
    rf"(?<![\w.,\-/:])\d{{6}}-(?:\d\d[ \-]\d\d|\d[ ]\d{{3}}|\d{{3}}[ ]\d|\d(?:[ \-]\d){{3}})"
    rf"{_NO_MORE}(?![ \-/]\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d|(?:[01]\d|2[0-3])[0-5]0")
_PHONE = re.compile(
    r"(?<![\w.,*])[2-9]\d(?P<sign>[*~_·•])\d\d(?P=sign)\d\d(?P=sign)\d\d(?!\w)(?!(?P=sign)\d)"
)
# k a r l @ b r i x . d k, and D K 5 0 0 0 4 0
_APART = re.compile(
    r"(?<!\w)\w(?: [\w.\-]){1,40} @(?: [\w\-.]){3,60}(?![\w.])"
    r"|(?<!\w)[A-Za-z] [A-Za-z] \d \d(?: [A-Za-z0-9]){11,30}(?!\w)"
)
_COMMA = re.compile(
    r"(?<=@)([\w\-]{1,40}(?:\.[\w\-]{1,40}){0,2}),(?=(?:dk|com|net|org|eu|se|no|de)(?!\w))"
)
# _40_ _22_ _81_ _67_, as Markdown sets it
_EMPHASIS = re.compile(r"(?<=\d)(?P<mark>\*{1,3}|_{1,3}|~~|`) (?P=mark)(?=\d)")
_NO_DIGIT = re.compile(r"\D+")
_GAP = rf"(?:{_SIGN}|[ \-=>()\[\]{{}}]){{1,4}}"
_FORMS = (("ones", _ONES), ("pairs", _PAIRS), ("halves", _HALVES), ("serial", _SERIAL))
# Where there is none of them there is nothing to read.
PARTED_SIGNS = {
    "ones": re.compile(rf"(?:\d[ ]?(?:{_SIGN}|[\-/]){{1,2}}[ ]?){{9}}\d"),
    "pairs": re.compile(rf"\d\d[ ]?(?:{_SIGN}|,){{1,2}}[ ]?\d\d"),
    "halves": re.compile(rf"\d{{6}}{_GAP}\d{{4}}"),
    "emphasis": re.compile(r"\d[*_~`]{1,3} [*_~`]{1,3}\d"),
    "apart": re.compile(r"\w @ \w |[A-Za-z] [A-Za-z] \d \d [A-Za-z0-9] "),
    "comma": re.compile(r"@[\w\-.]{1,99},[a-z]{2}"),
    "serial": re.compile(r"\d{6}-\d{1,3}[ \-]\d"),
}


def parted(text: str, seen: Container[str]) -> Iterator[Edit]:
    """What is to be read in place of such numbers; ``seen`` are those of ``PARTED_SIGNS``."""
    for name, pattern in _FORMS:
        for match in pattern.finditer(text) if name in seen else ():
            number = _NO_DIGIT.sub("", match[0])
            is_other = name == "halves" and _YEAR.fullmatch(match["serial"])
            if not is_other and cpr.is_valid(number):
                yield Edit(Span(*match.span()), with_hyphen(number))
    for match in _PHONE.finditer(text) if "pairs" in seen else ():
        yield Edit(Span(*match.span()), match[0].replace(match["sign"], " "))
    for match in _EMPHASIS.finditer(text) if "emphasis" in seen else ():
        yield Edit(Span(*match.span()), " ")
    for match in _APART.finditer(text) if "apart" in seen else ():
        yield Edit(Span(*match.span()), match[0].replace(" ", ""))
    for match in _COMMA.finditer(text) if "comma" in seen else ():
        yield Edit(Span(*match.span()), f"{match[1]}.")


def as_written(text: str) -> str:
    """``text`` with a hyphen where it is nothing but ten digits that begin with a birth date."""
    return with_hyphen(text) if len(text) == cpr.LENGTH and cpr.is_valid(text) else text


def with_hyphen(number: str) -> str:
    """Ten digits as a CPR number is written."""
    return f"{number[:6]}-{number[6:]}"
