"""Edits of a text that is made of runs: each run keeps its place, and so its formatting."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from scanner.doc import Edit


def edited(runs: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """The texts of ``runs`` after ``edits`` of their joined text (in order, disjoint).

    A replacement goes whole into the run where its span begins; from the runs it goes on into, the
    replaced piece is taken away.
    """
    starts = [0, *accumulate(map(len, runs))]
    pieces: list[list[str]] = [[] for _ in runs]
    done = [0] * len(runs)
    for edit in edits:
        is_first = True
        for index, run in enumerate(runs):
            start = max(edit.span.start, starts[index])
            end = min(edit.span.end, starts[index + 1])
            if start >= end:
                continue
            pieces[index].append(run[done[index] : start - starts[index]])
            if is_first:
                pieces[index].append(edit.text)
                is_first = False
            done[index] = end - starts[index]
    return ["".join((*kept, run[at:])) for kept, run, at in zip(pieces, runs, done, strict=True)]


def applied(text: str, edits: Sequence[Edit]) -> str:
    """``text`` after ``edits``."""
    return edited([text], edits)[0]
