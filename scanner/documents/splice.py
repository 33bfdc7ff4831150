"""Text files: slots are pieces of the source, and what is not edited stays byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from scanner.doc import Edit, Part
from scanner.documents.decode import Decoded
from scanner.documents.format import Inner
from scanner.documents.runs import edited
from scanner.documents.unreadable import NotWritableError

Encode = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of the source, from ``start`` to ``end``, and the text it stands for."""

    start: int
    end: int
    text: str = field(repr=False)


@dataclass(slots=True)
class TextSlot:
    """A part that is read from pieces of the source; ``encode`` writes a piece's text again.

    ``also`` are further places of the same text, which are changed together with it.
    """

    part: Part
    runs: tuple[Run, ...]
    encode: Encode
    splices: list[tuple[int, int, str]] = field(repr=False)
    also: tuple[Run, ...] = ()

    def put(self, edits: Sequence[Edit]) -> None:
        """Write the edited pieces."""
        texts = edited([run.text for run in self.runs], edits)
        for run, text in zip(self.runs, texts, strict=True):
            if text != run.text:
                self.splices.append((run.start, run.end, self.encode(text)))
        self.splices += ((run.start, run.end, self.encode(texts[0])) for run in self.also)


def as_is(text: str) -> str:
    """``text`` itself."""
    return text


@dataclass(slots=True)
class Spliced:
    """An opened text file; ``find`` gives its slots, told the list that splices go to.

    ``errors`` says how characters are written that the encoding lacks.
    """

    name: str
    source: Decoded
    find: Callable[[str, list[tuple[int, int, str]]], Iterable[TextSlot | Inner]]
    errors: str = "surrogateescape"
    _splices: list[tuple[int, int, str]] = field(default_factory=list)

    def slots(self) -> Iterator[TextSlot | Inner]:
        """The slots in order of place."""
        return iter(self.find(self.source.text, self._splices))

    def save(self) -> bytes:
        """The source with its edited pieces; of two edits of one the shorter text."""
        raw, position = self.source.raw, 0
        pieces: list[str] = []
        for start, end, text in sorted(
            self._splices, key=lambda splice: (*splice[:2], len(splice[2]))
        ):
            if start < position:
                continue
            pieces += (raw[position:start], text)
            position = end
        try:
            return self.source.bytes_of("".join((*pieces, raw[position:])), self.errors)
        except UnicodeEncodeError:
            raise NotWritableError(self.name) from None
