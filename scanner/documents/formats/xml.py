"""XML: a slot per text, attribute, comment and instruction, under the name of its element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from scanner.doc import Edit, Part
from scanner.documents.format import Format
from scanner.documents.nodes import Changes, NodeSlot, TreeWalk, serialized
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.xml import parse

_START = re.compile(r"\ufeff?\s*(?:<\?xml\b|<!DOCTYPE\s|<[A-Za-z_][\w:.\-]*[\s/>])")


@dataclass(frozen=True, slots=True)
class _Declared:
    """The text of an entity; what is written has no declarations any more."""

    part: Part

    def put(self, _edits: Sequence[Edit]) -> None:
        """Nothing: it goes with the declaration."""


@dataclass(slots=True)
class _Xml:
    root: Any
    _changes: Changes = field(default_factory=Changes)

    def slots(self) -> Iterator[NodeSlot | _Declared]:
        """All texts in order, then those of declared entities."""
        yield from TreeWalk(self._changes).slots(self.root)
        declared = self.root.getroottree().docinfo.internalDTD
        for entity in declared.iterentities() if declared is not None else ():
            yield _Declared(Part(entity.content or "", "erklæring"))

    def save(self) -> bytes:
        """The tree with its changes, its entities written out."""
        self._changes.make()
        self.root.getroottree().docinfo.clear()
        return serialized(self.root)


def _open(data: bytes, _reading: Reading) -> _Xml:
    return _Xml(parse(data))


def _matches(sniff: Sniff) -> bool:
    return _START.match(sniff.text) is not None


XML = Format("xml", "application/xml", _matches, _open, is_writable=True)
