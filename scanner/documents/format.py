"""What a format is: a test of the content, and one walk over its slots that reads and writes.

A slot is one located run of text: a paragraph, a cell, a comment, a name in the metadata. Reading
takes the part of each slot; writing walks over the same slots in the same order, puts the edits
into them and saves. So nothing can be read in one place and written in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from scanner.doc import Edit, Part
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff


class Slot(Protocol):
    """One located run of text in an opened file."""

    @property
    def part(self) -> Part:
        """The text as it is now, with its place (within this file) and header."""

    def put(self, edits: Sequence[Edit]) -> None:
        """Replace spans of the part's text (in order, disjoint); the runs around keep their look.

        Raises NotWritableError where the format cannot.
        """


@dataclass(frozen=True, slots=True)
class Inner:
    """A file within the file: an attachment, a member of an archive, an embedded object.

    ``step`` is its place ("vedhæftet: løn.csv"); ``format`` names its format where the outer file
    decides it, else its content does; ``encoding`` is the charset that was declared for it.
    ``put`` takes its redacted bytes; without it no redacted copy of the outer file can be made
    once anything in the inner one has to change.
    """

    step: str
    data: bytes = field(repr=False)
    format: str = ""
    encoding: str = ""
    put: Callable[[bytes], None] | None = field(default=None, repr=False)


class Opened(Protocol):
    """A file that was opened."""

    def slots(self) -> Iterator[Slot | Inner]:
        """All slots and inner files in reading order; the same on every walk of the same bytes."""

    def save(self) -> bytes:
        """The file with what was put into its slots. Raises NotWritableError where it cannot."""


@dataclass(frozen=True, slots=True)
class Format:
    """One file format.

    ``matches`` decides by content; ``open`` raises UnreadableError (encrypted, corrupt, too
    large); whatever else it raises is taken for a corrupt file. Smaller gaps (a picture that is
    not read) go to ``Reading.gap`` while the slots are walked over.
    """

    name: str
    media_type: str
    matches: Callable[[Sniff], bool]
    open: Callable[[bytes, Reading], Opened]
    is_writable: bool = False
