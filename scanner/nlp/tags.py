"""The tags of words and the names they spell: begin, inside, last, one word, or outside.

A name is one word (U) or begins (B), goes on (I) and ends (L), all of one kind. ``names`` finds the
likeliest row of tags of which every name is whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
KINDS = ("PER", "LOC", "ORG", "MISC")
TAGS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BILU"))
_MARGIN = 2.2  # by which "outside" must lead to be sure: a share of nine in ten
_NEVER = -1e9
_STEPS = len("BILU")
_ON_BLANKS = np.array([_NEVER if tag[0] in "BLU" else 0 for tag in TAGS], np.float32)
_BEGINS = tuple(range(1, len(TAGS), _STEPS))


def names(
    scores: Floats, is_space: NDArray[np.bool_], firsts: Sequence[int] = ()
) -> Iterator[tuple[int, int, str]]:
    """The named runs of words: first, one past the last, kind.

    ``scores`` holds a row of logarithms for each word, up to a constant; a text begins at each of
    ``firsts``, and no name goes beyond. Where "outside" leads by the margin, it stands; between
    such words the likeliest tags are found. No name begins or ends on a blank.
    """
    if not len(scores):
        return
    scores[is_space] += _ON_BLANKS
    by_tag = np.ascontiguousarray(scores.T)
    open_words = np.flatnonzero(by_tag[0] - by_tag[1:].max(axis=0) < _MARGIN)
    if not len(open_words):
        return
    text = np.searchsorted(firsts, open_words, side="right")
    cuts = np.flatnonzero((np.diff(open_words) > 1) | np.diff(text).astype(bool)) + 1
    rows = scores[open_words].tolist()
    for start, end in pairwise([0, *cuts.tolist(), len(rows)]):
        first = int(open_words[start])
        for begin, stop, kind in _run(rows[start:end]):
            yield first + begin, first + stop, KINDS[kind]


def _run(rows: Sequence[Sequence[float]]) -> Iterator[tuple[int, int, int]]:
    """The names of the likeliest tags of ``rows``, before and behind which no name is open.

    After each word either no name is open or one of each kind may be: for these five the best
    score is kept, and where the name began that is open.
    """
    outside, ends = 0.0, [(0, -1)]  # of each place between words: where its last name began, kind
    opened = [(_NEVER, 0)] * len(KINDS)
    for at, row in enumerate(rows):
        best, begun, kind = outside + row[0], at, -1
        following = []
        for number, begin in enumerate(_BEGINS):
            total, start = opened[number]
            alone = outside + row[begin + 3]
            if alone > best:
                best, begun, kind = alone, at, number
            if total + row[begin + 2] > best:
                best, begun, kind = total + row[begin + 2], start, number
            new, further = outside + row[begin], total + row[begin + 1]
            following.append((new, at) if new >= further else (further, start))
        outside, opened = best, following
        ends.append((begun, kind))
    found, at = [], len(rows)
    while at:
        start, kind = ends[at]
        if kind >= 0:
            found.append((start, at, kind))
        at = start
    yield from reversed(found)
