"""The text on its way through the gate: Doc, Part, Span, and the views matching runs on.

Offsets are half-open and count Unicode code points, as Python does.
"""

from __future__ import annotations

from collections.abc import Sequence
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
class View:
    """A reading of a part that matching runs on, with the exact map back to the part.

    ``starts[i]`` and ``ends[i]`` bound the source code points that code point ``i`` of ``text``
    was read from; both are ``None`` when the view is the source itself. ``changed`` holds the
    stretches of ``text`` that only this reading shows; ``None`` means all of it counts.
    """

    kind: ViewKind
    text: str = field(repr=False)
    starts: Sequence[int] | None = field(default=None, repr=False)
    ends: Sequence[int] | None = field(default=None, repr=False)
    changed: tuple[Span, ...] | None = None

    def source(self, span: Span) -> Span:
        """The span of the source that ``span`` of this view was read from."""
        if self.starts is None or self.ends is None or not span:
            return span
        return Span(self.starts[span.start], self.ends[span.end - 1])

    def is_new(self, span: Span) -> bool:
        """Whether ``span`` touches something that only this view shows."""
        return self.changed is None or any(span.overlaps(other) for other in self.changed)


@dataclass(frozen=True, slots=True)
class Part:
    """One located run of text: a page, a cell, a header, or the whole of a pasted text."""

    text: str = field(repr=False)
    place: str = ""
    header: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Doc:
    """All parts of what is to pass the gate, in reading order."""

    parts: tuple[Part, ...]

    @classmethod
    def from_text(cls, text: str) -> Doc:
        """A Doc of one part without a place."""
        return cls((Part(text),))
