"""Sentences of a text: a statement and its person are looked for inside them and beside them.

Of a long one only what stands round the statement counts, so that a text without full stops takes
time in proportion to its length.
"""

from __future__ import annotations

import re

from scanner.doc import Span

_BACK, _AHEAD = 400, 200  # code points round a statement
_END = re.compile(r"[.!?…](?=[\"”»)]?\s+[A-ZÆØÅÉÁÍÓÚÞ\d\"„«»-])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:pga|bl|f|fx|ca|nr|dr|hr|fr|kl|tlf|dvs|evt|inkl|ekskl|jf|stk|mv|m|s|d|mr|mrs|ms|prof"
    r"|adv|dir|afd|vedr|ang|jr|sr|st|max|min|incl|e\.g|i\.e|\w)|\d)\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[Span]:
    """Adjoining spans that cover ``text``, cut at line ends and full stops."""
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        is_dot = end[0] == "."
        if is_dot and _SHORT.search(text, max(start, end.end() - 8), end.end()):
            continue
        found.append(Span(start, end.end()))
        start = end.end()
    if start < len(text):
        found.append(Span(start, len(text)))
    return found


def around(text: str, sentence: Span, at: Span) -> Span:
    """The words of ``sentence`` round ``at``: at most 400 code points before it and 200 behind."""
    return Span(
        _forward(text, max(sentence.start, at.start - _BACK), sentence.start, at.start),
        _backward(text, min(sentence.end, at.end + _AHEAD), sentence.end, at.end),
    )


def ending(text: str, sentence: Span) -> Span:
    """The last words of ``sentence``, at most 400 code points."""
    return around(text, sentence, Span(sentence.end, sentence.end))


def beginning(text: str, sentence: Span) -> Span:
    """The first words of ``sentence``, at most 200 code points."""
    return around(text, sentence, Span(sentence.start, sentence.start))


def _forward(text: str, cut: int, start: int, stop: int) -> int:
    """Where the first whole word from ``cut`` on begins."""
    if cut <= start:
        return start
    blank = text.find(" ", cut - 1, stop)
    return cut if blank < 0 else blank + 1


def _backward(text: str, cut: int, end: int, start: int) -> int:
    """Where the last whole word up to ``cut`` ends."""
    if cut >= end:
        return end
    blank = text.rfind(" ", start, cut + 1)
    return cut if blank < 0 else blank
