"""What is looked at of a reading that differs in places: the paragraphs round those places.

All else stands in the clean reading too, and is looked at there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scanner.doc import Piece, Span, View

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def near(view: View) -> View:
    """``view`` with the paragraphs of what it changed, the one above and the one below each."""
    ends = [match.end() for match in _BLANK_LINE.finditer(view.text)]
    kept = list(_kept([0, *ends, len(view.text)], view.changed or ()))
    if not kept or kept == [Span(0, len(view.text))]:
        return view
    pieces: list[Piece] = []
    moved: list[Span] = []
    length = 0
    for run in kept:
        by = length - run.start
        pieces.append(Piece(length, run, aligned=True))
        moved += (
            Span(max(0, span.start + by), span.end + by)
            for span in view.changed or ()
            if span.overlaps(run)
        )
        length += len(run)
    text = "".join(run.of(view.text) for run in kept)
    return View(view.kind, text, view, tuple(pieces), tuple(moved))


def _kept(borders: Sequence[int], changed: Sequence[Span]) -> Iterator[Span]:
    """The runs of paragraphs, each from a border to another, that are looked at."""
    last = len(borders) - 2
    wanted: set[int] = set()
    for span in changed:
        first = bisect_right(borders, span.start, hi=last + 1) - 1
        end = bisect_right(borders, span.end - 1, hi=last + 1) - 1
        wanted.update(range(max(0, first - 1), min(last, end + 1) + 1))
    start = None
    for at, (begin, end) in enumerate(pairwise(borders)):
        if at in wanted and start is None:
            start = begin
        if start is not None and at in wanted and at + 1 not in wanted:
            yield Span(start, end)
            start = None
