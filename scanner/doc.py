"""The text on its way through the gate: Doc, Part, Span, and the views matching runs on.

Offsets are half-open and count Unicode code points, as Python does.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}, {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        """This span, so many code points further on."""
        return Span(self.start + by, self.end + by) if by else self

    def of(self, text: str) -> str:
        """The piece of ``text`` that this span stands for."""
        return text[self.start : self.end]


class ViewKind(StrEnum):
    """How a view was read from the source."""

    RAW = "raw"
    CLEAN = "clean"
    JOINED = "joined"
    NESTED = "nested"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a view's text, from ``start`` to the next piece, and what it was read from.

    An ``aligned`` piece has one code point for each of ``source``; any other stands for all of it.
    """

    start: int
    source: Span
    aligned: bool


@dataclass(frozen=True, slots=True)
class View:
    """A reading of a part that matching runs on, with the exact map back to the part.

    ``pieces`` map this text to that of ``base``, itself a reading of the part; without a base the
    text is aligned with the part's. ``changed`` holds, in order, the stretches that only this
    reading shows; ``None`` means all of it counts.
    """

    kind: ViewKind
    text: str = field(repr=False)
    base: View | None = field(default=None, repr=False)
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    changed: tuple[Span, ...] | None = field(default=None, repr=False)

    def source(self, span: Span) -> Span:
        """The span of the part's text that ``span`` of this view was read from."""
        if self.base is None or not span:
            return span
        return self.base.source(Span(self._edge(span.start, 0), self._edge(span.end - 1, 1)))

    def _edge(self, index: int, side: int) -> int:
        """Where the code point at ``index`` begins (side 0) or ends (side 1) in the base."""
        piece = self.pieces[bisect_right(self.pieces, index, key=lambda p: p.start) - 1]
        if piece.aligned:
            return piece.source.start + index - piece.start + side
        return piece.source.end if side else piece.source.start

    def is_new(self, span: Span) -> bool:
        """Whether ``span`` touches something that only this view shows."""
        if self.changed is None:
            return True
        first = bisect_right(self.changed, span.start, key=lambda other: other.end)
        return first < len(self.changed) and self.changed[first].start < span.end


@dataclass(frozen=True, slots=True)
class Part:
    """One located run of text: a page, a cell, a header, or the whole of a pasted text.

    ``header`` labels the text, as a column's header does. Cells of one line of a table follow each
    other with the same ``row`` (from 1; 0 is no cell). ``line`` is the number of the first line
    where the source has lines, else 0.
    """

    text: str = field(repr=False)
    place: str = ""
    header: str = field(default="", repr=False)
    row: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """``text`` in place of a span of a part."""

    span: Span
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Doc:
    """All parts of what is to pass the gate, in reading order."""

    parts: tuple[Part, ...]

    @classmethod
    def from_text(cls, text: str) -> Doc:
        """A Doc of one part without a place."""
        return cls((Part(text),))
