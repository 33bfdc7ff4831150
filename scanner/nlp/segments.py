"""Where a long text may be cut for the model: at line ends, else blanks, else anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.doc import Span

LONGEST = 600  # an edit costs the model one of them


def segments(text: str, longest: int = LONGEST) -> Iterator[Span]:
    """Adjoining spans of at most ``longest`` code points that cover all of ``text``."""
    start = 0
    while start < len(text):
        end = start + longest
        end = _cut(text, start, end) if end < len(text) else len(text)
        yield Span(start, end)
        start = end


def _cut(text: str, start: int, end: int) -> int:
    for mark in ("\n\n", "\n", " ", "\t", ";", ","):
        cut = text.rfind(mark, start + 1, end)
        if cut > start:
            return cut + len(mark)
    return end
