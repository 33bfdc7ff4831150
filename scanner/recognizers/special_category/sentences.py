"""Sentences of a text: a statement and its person are looked for inside them and beside them."""

from __future__ import annotations

import re

from scanner.doc import Span

LONGEST = 400
_END = re.compile(r"[.!?…](?=[\"”»)]?\s+[A-ZÆØÅÉÁÍÓÚÞ\d\"„«»-])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:pga|bl|f|fx|ca|nr|dr|hr|fr|kl|tlf|dvs|evt|inkl|ekskl|jf|stk|mv|m|s|d|mr|mrs|ms|prof"
    r"|adv|dir|afd|vedr|ang|jr|sr|st|max|min|incl|e\.g|i\.e|\w)|\d)\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[Span]:
    """Adjoining spans that cover ``text``, cut at line ends and full stops, none longer than 400."""
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        is_dot = end[0] == "."
        if is_dot and _SHORT.search(text, max(start, end.end() - 8), end.end()):
            continue
        _add(found, start, end.end())
        start = end.end()
    _add(found, start, len(text))
    return found


def _add(found: list[Span], start: int, end: int) -> None:
    found.extend(Span(at, min(end, at + LONGEST)) for at in range(start, end, LONGEST))
