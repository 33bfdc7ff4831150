"""Where a long text may be cut: at the most natural border, and never through a value."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from scanner.doc import Span

# From the best to the worst: blank line, line, record of a data format, sentence, blank.
_BORDERS = [
    re.compile(pattern)
    for pattern in (r"\n[ \t\r]*\n", r"\n", r"[)}\]>][,;]?(?=\s?[({\[<])", r"[.!?:;]\s", r"\s")
]
_OPENED, _CLOSED = "-----BEGIN", "-----END"
_RUN_AT_END = re.compile(
    r"(?<![A-Za-z0-9+/_\-])[A-Za-z0-9+/_\-]{16,}(?:\n[ \t>]{0,8}[A-Za-z0-9+/_\-]{16,})*=*\s*\Z"
)
_GROUP = 4  # signs of base64 that are decoded together


def cut(text: str, least: int, most: int, whole: Iterable[Span]) -> int:
    """The last place from ``least`` to ``most`` at the best border that no span goes over.

    ``whole`` are the spans of what is not to be cut. Text without a border is cut before such a
    span, and at ``most`` where even that is too early.
    """
    values = _Blocks(whole)
    run = _run_at_end(text)
    blocks = _Blocks([*values, *_open_blocks(text), *run])
    for border in _BORDERS:
        ends = [match.end() for match in border.finditer(text, least, most)]
        for end in reversed(ends):
            if blocks.before(end) == end:
                return end
    hard = most - (most - run[0].start) % _GROUP if run else most
    return next((end for end in (blocks.before(most), values.before(hard)) if end >= least), hard)


def _open_blocks(text: str) -> Iterator[Span]:
    """A PEM block that goes on beyond the text."""
    start = text.rfind(_OPENED)
    if start >= 0 and text.find(_CLOSED, start) < 0:
        yield Span(start, len(text))


def _run_at_end(text: str) -> list[Span]:
    """A run of what may be base64 that goes on beyond the text: it is decoded as one."""
    match = _RUN_AT_END.search(text)
    return [Span(*match.span())] if match else []


class _Blocks:
    """Spans that are not to be cut, overlapping ones as one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._blocks: list[Span] = []
        for span in sorted(spans):
            if self._blocks and span.start < self._blocks[-1].end:
                last = self._blocks.pop()
                self._blocks.append(Span(last.start, max(last.end, span.end)))
            else:
                self._blocks.append(span)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._blocks)

    def before(self, at: int) -> int:
        """``at``, or where the block begins that a cut there would go through."""
        index = bisect_right(self._blocks, at, key=lambda block: block.start) - 1
        if index < 0:
            return at
        block = self._blocks[index]
        return block.start if block.start < at < block.end else at
