"""XML: a slot per text, attribute, comment and instruction, under the name of its element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from scanner.doc import Edit, Part
from scanner.documents.format import Format
from scanner.documents.labels import header_of
from scanner.documents.reading import Reading
from scanner.documents.runs import edited
from scanner.documents.sniff import Sniff
from scanner.documents.xml import parse

_START = re.compile(r"\ufeff?\s*(?:<\?xml\b|<!DOCTYPE\s|<[A-Za-z_][\w:.\-]*[\s/>])")


@dataclass(frozen=True, slots=True)
class _Place:
    """One piece of text in the tree: the text or tail of a node, or an attribute."""

    node: Any
    name: str = "text"
    is_attribute: bool = False

    def read(self) -> str:
        """The text there."""
        found = self.node.get(self.name) if self.is_attribute else getattr(self.node, self.name)
        return str(found or "")

    def write(self, text: str) -> None:
        """Put ``text`` there."""
        if self.is_attribute:
            self.node.set(self.name, text)
        else:
            setattr(self.node, self.name, text)


@dataclass(frozen=True, slots=True)
class _Slot:
    part: Part
    places: tuple[_Place, ...]

    def put(self, edits: Sequence[Edit]) -> None:
        """Write the edited texts into the tree."""
        texts = [place.read() for place in self.places]
        for place, text in zip(self.places, edited(texts, edits), strict=True):
            place.write(text)


@dataclass(slots=True)
class _Xml:
    root: Any
    rows: dict[Any, int] = field(default_factory=dict)

    def slots(self) -> Iterator[_Slot]:
        """All texts in order; an element of mixed content is one."""
        inside: set[Any] = set()
        yield from map(self._aside, self.root.itersiblings(preceding=True))
        for node in self.root.iter():
            if not isinstance(node.tag, str):
                yield self._aside(node)
                continue
            for name in node.attrib:
                label = etree.QName(name).localname
                yield self._slot((_Place(node, name, is_attribute=True),), label, node, label)
            if node not in inside and _is_mixed(node):
                inside.update(node.iter())
                yield self._slot(tuple(_pieces(node)), _tag(node), node)
            elif node not in inside and (node.text or "").strip():
                yield self._slot((_Place(node),), _tag(node), node, _header(node))
        yield from map(self._aside, self.root.itersiblings())

    def _aside(self, node: Any) -> _Slot:
        """A comment or an instruction."""
        return self._slot((_Place(node),), "kommentar", node)

    def _slot(self, places: tuple[_Place, ...], name: str, node: Any, header: str = "") -> _Slot:
        text = "".join(place.read() for place in places)
        parent = node if places[0].is_attribute else node.getparent()
        row = self.rows.setdefault(parent, len(self.rows) + 1) if header else 0
        where = f"linje {node.sourceline} <{name}>"
        return _Slot(Part(text, where, header, row), places)

    def save(self) -> bytes:
        """The tree as it is now, in the encoding it had."""
        tree = self.root.getroottree()
        encoding = tree.docinfo.encoding or "UTF-8"
        return bytes(etree.tostring(tree, encoding=encoding, xml_declaration=True))


def _is_mixed(node: Any) -> bool:
    """Whether text stands beside child elements."""
    has_text = bool((node.text or "").strip())
    tails = any((child.tail or "").strip() for child in node)
    return len(node) > 0 and (has_text or tails)


def _pieces(node: Any) -> Iterator[_Place]:
    """The texts of a mixed element in reading order; comments in it are slots of their own."""
    for event, inner in etree.iterwalk(node, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield _Place(inner)
        elif inner is not node and event in {"end", "comment", "pi"}:
            yield _Place(inner, "tail")


def _tag(node: Any) -> str:
    return str(etree.QName(node).localname)


def _header(node: Any) -> str:
    parent = node.getparent()
    return header_of(_tag(node), _tag(parent) if parent is not None else "")


def _open(data: bytes, reading: Reading) -> _Xml:
    reading.spend(0)
    return _Xml(parse(data))


def _matches(sniff: Sniff) -> bool:
    return _START.match(sniff.text) is not None


XML = Format("xml", "application/xml", _matches, _open, is_writable=True)
