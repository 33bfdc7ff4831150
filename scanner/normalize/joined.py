"""The joined view: values written apart are put together, so that their recognizer knows them.

Digits with blanks between all of them or each on its line, numbers broken over a line or a table
cell, and mail addresses written with "snabel-a" and "punktum". Spelled digits are in ``spelled``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Span, View, ViewKind
from scanner.normalize.rewrite import Edit, rewritten
from scanner.normalize.spelled import spelled_numbers

# 1 3 0 3 0 2 - 4 0 0 6
_SPACED = re.compile(
    r"(?<![\w.,])\d(?:[ _.]{1,2}\d){3,}(?:[ _]{0,2}[-/][ _]{0,2}\d(?:[ _.]{1,2}\d){2,})?(?!\w)"
)
_BLANKS = re.compile(r"[ _.]")
# A digit on each line, as in a narrow column: ten of them, and a hyphen where it belongs
_LINE = r"[ \t]{0,40}\n[ \t>]{0,40}"
_UPRIGHT = re.compile(
    rf"(?<![^\n])(?<!\n\d\n)[ \t>]{{0,40}}"
    rf"(?P<number>\d(?:{_LINE}\d){{5}}(?:{_LINE}[-–])?(?:{_LINE}\d){{4}})"
    r"(?=[ \t]{0,40}(?:\n|\Z))(?![ \t]{0,40}\n[ \t>]{0,40}\d[ \t]{0,40}(?:\n|\Z))"
)
_LONE_DIGITS = re.compile(rf"\n[ \t>]{{0,40}}\d{_LINE}\d[ \t]{{0,40}}\n")
_UPRIGHT_GAPS = re.compile(r"[ \t\n>]+")
# 150380-⏎1234 and 150380⏎-1234; 150380⏎1234 and | 150380 | 1234 |; groups of four of an IBAN
_HYPHEN_BREAK = re.compile(
    r"(?<=\d)(?:[ \t]{0,4}-[ \t]{0,4}\n[ \t>]{0,8}|[ \t]{0,4}\n[ \t>]{0,8}-[ \t]?)(?=\d)"
)
_CELL_BREAK = re.compile(r"(?<!\d{7})(?<=\d{6})[ \t]{0,4}[\n|][ \t>]{0,8}(?=\d{4}(?!\d))")
_GROUP_BREAK = re.compile(r"(?<=\d{4})[ \t]{0,4}\n[ \t>]{0,8}(?=\d{2,4}(?:[ \n]|$))")

_NAME = r"[\w+\-]{1,40}"
_DOT_WORD = (
    r"(?:[ ]{0,2}[(\[{][ ]?(?:dot|punktum|prik)[ ]?[)\]}][ ]{0,2}|[ ](?:dot|punktum|prik)[ ])"
)
_DOT = rf"(?:{_DOT_WORD}|[ ]?\.[ ]?)"
# "@README.md" mentions a file, though Moldova, Serbia and St Helena have these endings too.
_FILE = rf"{_NAME}\.(?:md|rs|sh)(?![\w.\-]*[\w\-])"
_SNABEL = (
    r"[ ]{0,2}(?:[(\[{][ ]?(?:at|a|@|snabel-?a)[ ]?[)\]}]|snabel-?a)[ ]{0,2}"
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
# A number before a line's or a cell's end: each of the breaks has one.
_AT_END = re.compile(r"\d[ \t]{0,4}(?:-[ \t]{0,4}\n|[\n|])")
_DOTS = re.compile(_DOT, re.IGNORECASE)
_MAIL_SIGNS = re.compile(
    r"snabel|[(\[{][ ]?(?:at|a|@)[ ]?[)\]}]|[ ]@|@[ ]|\b(?:punktum|dot|prik)\b", re.IGNORECASE
)
_MAIL_WORDS = ("snabel", "@", "punktum", "dot", "prik")
_MAIL_BRACKETS = re.compile(r"[(\[{][ ]?(?:at|a)[ ]?[)\]}]", re.IGNORECASE)


def joined_view(clean: View) -> View | None:
    """The view of ``clean`` with its broken values joined; ``None`` when nothing is broken."""
    edits = sorted(_edits(clean.text))
    disjoint: list[Edit] = []
    for edit in edits:
        if not disjoint or edit.span.start >= disjoint[-1].span.end:
            disjoint.append(edit)
    return rewritten(clean, ViewKind.JOINED, disjoint)


def _edits(text: str) -> Iterator[Edit]:
    for match in _SPACED.finditer(text):
        yield Edit(Span(*match.span()), _BLANKS.sub("", match[0]))
    for match in _UPRIGHT.finditer(text) if _LONE_DIGITS.search(text) else ():
        yield Edit(Span(*match.span("number")), _UPRIGHT_GAPS.sub("", match["number"]))
    for span, number in spelled_numbers(text):
        yield Edit(span, number)
    breaks = ((_HYPHEN_BREAK, "-"), (_CELL_BREAK, " "), (_GROUP_BREAK, " "))
    for pattern, joint in breaks if _AT_END.search(text) else ():
        for match in pattern.finditer(text):
            yield Edit(Span(*match.span()), joint)
    for start, end in _mail_lines(text):
        for pattern in (_MAIL_BY_SIGN, _MAIL_BY_DOT):
            for match in pattern.finditer(text, start, end):
                user, host = (_DOTS.sub(".", match[name]) for name in ("user", "host"))
                yield Edit(Span(*match.span()), f"{user}@{host}")


def _mail_lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that may hold a mail address that is written apart."""
    low = text.lower()
    if not any(word in low for word in _MAIL_WORDS) and not _MAIL_BRACKETS.search(text):
        return
    end = 0
    while sign := _MAIL_SIGNS.search(text, end):
        start = text.rfind("\n", 0, sign.start()) + 1
        end = text.find("\n", sign.end())
        end = len(text) if end < 0 else end
        yield start, end
