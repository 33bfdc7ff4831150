"""Edits of a text that is made of runs: each run keeps its place, and so its formatting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from scanner.doc import Edit, Span


def parted(runs: Sequence[str], edits: Iterable[Edit]) -> list[list[Edit]]:
    """The edits of each of ``runs`` that ``edits`` of their joined text (in order) come to.

    A replacement goes whole into the run where its span begins; from the runs it goes on into, the
    replaced piece is taken away.
    """
    starts = [0, *accumulate(map(len, runs))]
    by_run: list[list[Edit]] = [[] for _ in runs]
    for edit in edits:
        text = edit.text
        for index, _ in enumerate(runs):
            start = max(edit.span.start, starts[index])
            end = min(edit.span.end, starts[index + 1])
            if start < end:
                by_run[index].append(Edit(Span(start - starts[index], end - starts[index]), text))
                text = ""
    return by_run


def edited(runs: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """The texts of ``runs`` after ``edits`` of their joined text (in order, disjoint)."""
    return [applied(run, own) for run, own in zip(runs, parted(runs, edits), strict=True)]


def applied(text: str, edits: Iterable[Edit]) -> str:
    """``text`` after ``edits`` (in order, disjoint)."""
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += (text[done : edit.span.start], edit.text)
        done = edit.span.end
    return "".join((*pieces, text[done:]))


def merged(edits: Iterable[Edit]) -> list[Edit]:
    """``edits`` in order, those that overlap made one; the first text that is none of "" stays."""
    whole: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.span, not edit.text)):
        if whole and edit.span.start < whole[-1].span.end:
            last = whole.pop()
            end = max(last.span.end, edit.span.end)
            whole.append(Edit(Span(last.span.start, end), last.text or edit.text))
        else:
            whole.append(edit)
    return whole
