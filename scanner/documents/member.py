"""Names of files within a file: how they are shown, and that they are text as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from scanner.doc import Edit, Part
from scanner.documents.unreadable import NotWritableError

_LONGEST = 200
_BLANKS = str.maketrans(dict.fromkeys([*range(0x20), 0x7F], " "))


def shown(name: str) -> str:
    """``name`` as a step of a place: on one line, and not longer than can be read."""
    line = name.translate(_BLANKS).encode("utf-8", "replace").decode().strip()
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


@dataclass(frozen=True, slots=True)
class GoneSlot:
    """A text that no copy holds: what is written anew lacks it."""

    part: Part

    def put(self, _edits: Sequence[Edit]) -> None:
        """Nothing is left to change."""


@dataclass(frozen=True, slots=True)
class NameSlot:
    """A name, a comment, or another text that is read and stays as it is."""

    part: Part
    format: str

    @classmethod
    def of(cls, text: str, place: str, name: str, header: str = "") -> Self:
        """The slot of ``text`` at ``place`` in a file of the format called ``name``."""
        return cls(Part(text.encode("utf-8", "replace").decode(), place, header), name)

    def put(self, _edits: Sequence[Edit]) -> None:
        """Raises NotWritableError: it cannot be changed."""
        raise NotWritableError(self.format, self.part.place)
