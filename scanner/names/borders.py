"""Where a text may be cut so that no name goes over the border, and how far round a rule looks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from scanner.doc import Span

# A line ends, or a sentence before a capital. Behind quotes, "&" and "+" a name may go on.
_NO_BORDER = r"\w&+\"“”„»«'’‘"
BORDER = re.compile(
    rf"(?<=[^\W_])[^{_NO_BORDER}\n]*+\n(?=[^{_NO_BORDER}]*+[^\W_])"
    r"|(?<=[ ][a-zæøå]{5})[a-zæøå]*+[.!?][ ](?=[A-ZÆØÅ])"
)
# A line that ends with a colon, from where a heading word counts, and the lines below it.
_BELOW = re.compile(r":[^\S\n]*\n(?:[^\S\n]*+\S[^\n]*\n?){1,41}")
_HEADING = 80
_CHUNK = re.compile(r"(?<!\S)[^\W_]")  # each has a word, or more
LEAST = 100
WORDS = 16  # chunks that a rule may look at to either side of a stretch
SIGNS = 100  # code points that it may


def borders(text: str, whole: Iterable[Span]) -> list[int]:
    """Where the stretches of ``text`` start, and its end; no border lies inside a ``whole``.

    A stretch has ``LEAST`` code points or more, unless it is the last.
    """
    found = [match.end() for match in BORDER.finditer(text)]
    lists = (Span(max(0, at.start() - _HEADING), at.end()) for at in _BELOW.finditer(text))
    for span in (*whole, *lists):
        first, last = bisect_right(found, span.start), bisect_left(found, span.end)
        del found[first:last]
    starts = [0]
    for at in found:
        if at - starts[-1] >= LEAST:
            starts.append(at)
    return [*starts, len(text)]


def surroundings(text: str, borders: Sequence[int]) -> Iterator[Span]:
    """Each stretch with what stands round it as far as a rule may look."""
    chunks = [match.start() for match in _CHUNK.finditer(text)]
    count = len(chunks)
    for start, end in pairwise(borders):
        first = min(bisect_left(chunks, start) - WORDS, bisect_right(chunks, start - SIGNS) - 1)
        last = max(bisect_left(chunks, end) + WORDS, bisect_left(chunks, end + SIGNS))
        yield Span(chunks[first] if first > 0 else 0, chunks[last] if last < count else len(text))
