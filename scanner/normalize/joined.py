"""The joined view: values written apart are put together, so that their recognizer knows them.

Digits with blanks between all of them or each on its line, numbers broken over a line or a table
cell, and mail addresses written with "snabel-a" and "punktum". Spelled digits are in ``spelled``,
what tags and quotes part is in ``built``, what other signs part in ``parted``,
letters for digits in ``misread``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from scanner.doc import Span, View, ViewKind
from scanner.identifiers import cpr
from scanner.normalize.built import BUILT_SIGNS, built
from scanner.normalize.misread import MISREAD_SIGN, misread_digits
from scanner.normalize.parted import PARTED_SIGNS, parted, with_hyphen
from scanner.normalize.rewrite import Edit, rewritten
from scanner.normalize.spelled import SPELLED_SIGN, spelled_numbers

# 1 3 0 3 0 2 - 4 0 0 6
_SPACED = re.compile(
    r"(?<![\w.,])\d(?:[ _.]{1,2}\d){3,}(?:[ _]{0,2}[-/][ _]{0,2}\d(?:[ _.]{1,2}\d){2,})?(?!\w)"
)
_BLANKS = re.compile(r"[ _.]")
# A digit on each line or in each cell, as in the boxes of a form: ten, and a hyphen in its place
# (atomic: a row of tabs can be read in one way only, else nine rows of them are read without end)
_LINE = r"(?>[ \t]{0,40}[\n\t|][ \t>|]{0,40})"
_UPRIGHT = re.compile(
    rf"(?<![^\n\t|])(?<![\n\t|]\d[\n\t|])[ \t>]{{0,40}}"
    rf"(?P<number>\d(?:{_LINE}\d){{5}}(?:{_LINE}[-–])?(?:{_LINE}\d){{4}})"
    r"(?=[ \t|]{0,40}(?:[\n\t|]|\Z))(?![ \t|]{0,40}[\n\t|][ \t>|]{0,40}\d[ \t]{0,40}(?:[\n\t|]|\Z))"
)
_UPRIGHT_GAPS = re.compile(r"[ \t\n>|]+")
# 0101⏎58-5670 and 010158-56⏎70
_TORN = re.compile(
    r"(?<![\w.,\-])(?=(?:\d\n?){6}-)\d{1,5}\n\d{1,5}-\d{4}(?![\w\-])"
    r"|(?<![\w.,\-])\d{6}-(?:\d\n\d{3}|\d\d\n\d\d|\d{3}\n\d)(?![\w\-])"
)
# 150380-⏎1234 and 150380⏎-1234; 150380⏎1234 and | 150380 | 1234 |; groups of four of an IBAN
_HYPHEN_BREAK = re.compile(
    r"(?<=\d)(?:[ \t]{0,4}-[ \t]{0,4}\n[ \t>]{0,8}|[ \t]{0,4}\n[ \t>]{0,8}-[ \t]?)(?=\d)"
)
_CELL_BREAK = re.compile(r"(?<!\d{7})(?<=\d{6})[ \t]{0,4}[\n|][ \t>]{0,8}(?=\d{4}(?!\d))")
_GROUP_BREAK = re.compile(r"(?<=\d{4})[ \t]{0,4}\n[ \t>]{0,8}(?=\d{2,4}(?:[ \n]|$))")
_BREAKS = (("hyphen", _HYPHEN_BREAK, "-"), ("cell", _CELL_BREAK, " "), ("group", _GROUP_BREAK, " "))

_NAME = r"[\w+\-]{1,40}"
_DOT_WORD = (
    r"(?:[ ]{0,2}[(\[{][ ]?(?:dot|punktum|prik)[ ]?[)\]}][ ]{0,2}|[ ](?:dot|punktum|prik)[ ])"
)
_DOT = rf"(?:{_DOT_WORD}|[ ]?\.[ ]?)"
# "@README.md" mentions a file, though Moldova, Serbia and St Helena have these endings too.
_FILE = rf"{_NAME}\.(?:md|rs|sh)(?![\w.\-]*[\w\-])"
_SNABEL = (
    r"[ ]{0,2}(?:[(\[{][ ]?(?:at|a|@|snabel[\- ]?a)[ ]?[)\]}]|snabel[\- ]?a)[ ]{0,2}"
    rf"|[ ]{{1,2}}@(?!{_FILE})[ ]{{0,2}}|@[ ]{{1,2}}"
)
_MAIL_BY_SIGN = re.compile(
    rf"(?<![\w.+\-@])(?P<user>{_NAME}(?:{_DOT}{_NAME}){{0,2}})(?:{_SNABEL})"
    rf"(?P<host>{_NAME}(?:{_DOT}{_NAME}){{0,2}}{_DOT}[a-zA-Z]{{2,12}})(?![\w\-])",
    re.IGNORECASE,
)
_MAIL_BY_DOT = re.compile(
    rf"(?<![\w.+\-@])(?P<user>{_NAME}(?:{_DOT}{_NAME}){{0,2}})(?:[ ]{{0,2}}@[ ]{{0,2}}|[ ]at[ ])"
    rf"(?P<host>{_NAME}(?:{_DOT}{_NAME}){{0,2}}{_DOT_WORD}[a-zA-Z]{{2,12}})(?![\w\-])",
    re.IGNORECASE,
)
_DOTS = re.compile(_DOT, re.IGNORECASE)
_MAIL_SIGNS = re.compile(
    r"snabel|[(\[{][ ]?(?:at|a|@)[ ]?[)\]}]|[ ]@|@[ ]|\b(?:punktum|dot|prik)\b", re.IGNORECASE
)
# Where there is none of them there is nothing to join.
JOINED_SIGNS = (
    {
        "spaced": _SPACED,
        "upright": re.compile(r"[\n\t|][ \t>]*\d[ \t]*[\n\t|][ \t>|]*\d[ \t]*[\n\t|]"),
        "torn": re.compile(r"\d\n\d{1,5}-\d{4}|\d{6}-\d{1,3}\n\d"),
        "spelled": SPELLED_SIGN,
        "hyphen": re.compile(r"\d[ \t]*(?:-[ \t]*\n[ \t>]*|\n[ \t>]*-[ \t]?)\d"),
        "cell": re.compile(r"\d{6}[ \t]*[\n|][ \t>]*\d{4}"),
        "group": re.compile(r"\d{4}[ \t]*\n[ \t>]*\d{2,4}[ \n]"),  # or the end
        "mail": _MAIL_SIGNS,
        "misread": MISREAD_SIGN,
    }
    | BUILT_SIGNS
    | PARTED_SIGNS
)


def joined_view(clean: View, seen: Container[str]) -> View | None:
    """The view of ``clean`` with its broken values joined; ``None`` when nothing is broken.

    ``seen`` are those of ``JOINED_SIGNS`` that are in it.
    """
    edits = sorted(_edits(clean.text, seen))
    disjoint: list[Edit] = []
    for edit in edits:
        if not disjoint or edit.span.start >= disjoint[-1].span.end:
            disjoint.append(edit)
    return rewritten(clean, ViewKind.JOINED, disjoint)


def _edits(text: str, seen: Container[str]) -> Iterator[Edit]:
    for match in _SPACED.finditer(text) if "spaced" in seen else ():
        number = _BLANKS.sub("", match[0])
        is_one = "." in match[0] and len(number) == cpr.LENGTH and cpr.is_valid(number)
        yield Edit(Span(*match.span()), with_hyphen(number) if is_one else number)
    for match in _UPRIGHT.finditer(text) if "upright" in seen else ():
        yield Edit(Span(*match.span("number")), _UPRIGHT_GAPS.sub("", match["number"]))
    for match in _TORN.finditer(text) if "torn" in seen else ():
        yield Edit(Span(*match.span()), match[0].replace("\n", ""))
    for span, number in spelled_numbers(text) if "spelled" in seen else ():
        yield Edit(span, number)
    yield from built(text, seen)
    yield from parted(text, seen)
    yield from misread_digits(text) if "misread" in seen else ()
    for sign, pattern, joint in _BREAKS:
        for match in pattern.finditer(text) if sign in seen else ():
            yield Edit(Span(*match.span()), joint)
    for start, end in _mail_lines(text) if "mail" in seen else ():
        for pattern in (_MAIL_BY_SIGN, _MAIL_BY_DOT):
            for match in pattern.finditer(text, start, end):
                user, host = (_DOTS.sub(".", match[name]) for name in ("user", "host"))
                yield Edit(Span(*match.span()), f"{user}@{host}")


def _mail_lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that may hold a mail address that is written apart."""
    end = 0
    while sign := _MAIL_SIGNS.search(text, end):
        start = text.rfind("\n", 0, sign.start()) + 1
        end = text.find("\n", sign.end())
        end = len(text) if end < 0 else end
        yield start, end
