"""XML: a slot per text, attribute, comment and instruction, under the name of its element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from scanner.doc import Part
from scanner.documents.decode import Decoded
from scanner.documents.format import Format
from scanner.documents.member import GoneSlot
from scanner.documents.nodes import Changes, NodeSlot, TreeWalk, serialized
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.xml import doctype_in, parse

_START = re.compile(r"\ufeff?\s*(?:<\?xml\b|<!DOCTYPE\s|<[A-Za-z_][\w:.\-]*[\s/>])")


@dataclass(slots=True)
class _Xml:
    root: Any
    declared: str = field(repr=False)
    _changes: Changes = field(default_factory=Changes)

    def slots(self) -> Iterator[NodeSlot | GoneSlot]:
        """All texts in order, then what is declared: entities, and all else before the root."""
        yield from TreeWalk(self._changes).slots(self.root)
        declared = self.root.getroottree().docinfo.internalDTD
        for entity in declared.iterentities() if declared is not None else ():
            yield GoneSlot(Part(entity.content or "", "erklæring"))
        yield GoneSlot(Part(self.declared, "erklæring"))

    def save(self) -> bytes:
        """The tree with its changes, its entities written out."""
        self._changes.make()
        self.root.getroottree().docinfo.clear()
        return serialized(self.root)


def _open(data: bytes, _reading: Reading) -> _Xml:
    root = parse(data)
    has_doctype = root.getroottree().docinfo.internalDTD is not None
    return _Xml(root, doctype_in(Decoded.of(data).text) if has_doctype else "")


def _matches(sniff: Sniff) -> bool:
    return _START.match(sniff.text) is not None


XML = Format("xml", "application/xml", _matches, _open, is_writable=True)
