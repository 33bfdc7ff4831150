"""Texts in a tree of XML: places, slots made of them, and the changes that are made at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from lxml import etree

from scanner.doc import Edit, Part, Span
from scanner.documents.labels import header_of
from scanner.documents.runs import applied, merged, parted

# Paragraphs of formats that are read as any XML is: of SVG, of Word as one file.
_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://schemas.microsoft.com/office/word/2003/wordml",
)
_OF_RUNS = frozenset({"{http://www.w3.org/2000/svg}text", *(f"{{{name}}}p" for name in _WORD)})


@dataclass(frozen=True, slots=True)
class Place:
    """One piece of text in the tree: the text or tail of a node, or an attribute.

    A node that stands for a character, as a tab does, has that as its ``sign``; edited, it
    ``becomes`` a node of text.
    """

    node: Any
    name: str = "text"
    is_attribute: bool = False
    sign: str = field(default="", repr=False)
    becomes: str = ""

    def read(self) -> str:
        """The text there."""
        if self.sign:
            return self.sign
        found = self.node.get(self.name) if self.is_attribute else getattr(self.node, self.name)
        return str(found or "")

    def write(self, text: str) -> None:
        """Put ``text`` there."""
        if self.sign:
            self.node.tag = self.becomes
            self.node.attrib.clear()
            self.node.text = text
        elif self.is_attribute:
            self.node.set(self.name, text)
        else:
            setattr(self.node, self.name, text)


@dataclass(slots=True)
class Changes:
    """The edits of each place. Two readings of a place may both edit it: those become one."""

    _edits: dict[Place, list[Edit]] = field(default_factory=dict, repr=False)

    def add(self, place: Place, edits: Sequence[Edit]) -> None:
        """Note ``edits`` of the text at ``place``."""
        if edits and (place.becomes or not place.sign):
            self._edits.setdefault(place, []).extend(edits)

    def make(self) -> set[Any]:
        """Write all of it; the roots of the trees that were changed."""
        roots = set()
        for place, edits in self._edits.items():
            place.write(applied(place.read(), merged(edits)))
            roots.add(place.node.getroottree().getroot())
        self._edits.clear()
        return roots


@dataclass(frozen=True, slots=True)
class NodeSlot:
    """A part that is read from places of a tree."""

    part: Part
    places: tuple[Place, ...]
    changes: Changes

    @classmethod
    def of(cls, places: Sequence[Place], part: Part, changes: Changes) -> NodeSlot:
        """The slot of the joined texts of ``places``; ``part`` tells the rest."""
        text = "".join(place.read() for place in places)
        return cls(Part(text, part.place, part.header, part.row), tuple(places), changes)

    def put(self, edits: Sequence[Edit]) -> None:
        """Note the edits of each place."""
        runs = [place.read() for place in self.places]
        for place, own in zip(self.places, parted(runs, edits), strict=True):
            self.changes.add(place, own)


class Written(Protocol):
    """A slot that something else reads."""

    @property
    def part(self) -> Part:
        """The text as it is written."""

    def put(self, edits: Sequence[Edit]) -> None:
        """Note the edits of it."""


@dataclass(frozen=True, slots=True)
class ReadSlot:
    """A text that reads otherwise than it is written: a number without its zero, a formula.

    Edited, it is written as it reads.
    """

    part: Part
    inner: Written

    @classmethod
    def of(cls, inner: Written, text: str) -> ReadSlot:
        """``inner``, which reads as ``text``."""
        return cls(replace(inner.part, text=text), inner)

    def put(self, edits: Sequence[Edit]) -> None:
        """Write the edited text in place of all that stands there."""
        whole = Span(0, len(self.inner.part.text))
        self.inner.put([Edit(whole, applied(self.part.text, edits))])


def all_below(node: Any, place: str, changes: Changes) -> Iterator[NodeSlot]:
    """Every text, attribute and comment of a subtree that nothing else is known of."""
    for inner in node.iter():
        yield NodeSlot.of([Place(inner)], Part("", place), changes)
        for key in inner.attrib:
            yield NodeSlot.of([Place(inner, key, is_attribute=True)], Part("", place), changes)
        if inner is not node:
            yield NodeSlot.of([Place(inner, "tail")], Part("", place), changes)


@dataclass(slots=True)
class TreeWalk:
    """The slots of any tree: a slot per text, attribute, comment and instruction."""

    changes: Changes
    rows: dict[Any, int] = field(default_factory=dict)

    def slots(self, root: Any) -> Iterator[NodeSlot]:
        """All texts in order; an element of mixed content is one."""
        inside: set[Any] = set()
        yield from map(self._aside, root.itersiblings(preceding=True))
        for node in root.iter():
            if not isinstance(node.tag, str):
                yield self._aside(node)
                continue
            for name in node.attrib:
                label = etree.QName(name).localname
                yield self._slot((Place(node, name, is_attribute=True),), label, node, label)
            if node not in inside and _is_mixed(node):
                inside.update(node.iter())
                yield self._slot(tuple(_pieces(node)), tag_of(node), node)
            elif node not in inside and (node.text or "").strip():
                parent = node.getparent()
                header = header_of(tag_of(node), tag_of(parent) if parent is not None else "")
                yield self._slot((Place(node),), tag_of(node), node, header)
        yield from map(self._aside, root.itersiblings())

    def _aside(self, node: Any) -> NodeSlot:
        """A comment or an instruction."""
        return self._slot((Place(node),), "kommentar", node)

    def _slot(self, places: tuple[Place, ...], name: str, node: Any, header: str = "") -> NodeSlot:
        parent = node if places[0].is_attribute else node.getparent()
        row = self.rows.setdefault(parent, len(self.rows) + 1) if header else 0
        part = Part("", f"linje {node.sourceline} <{name}>", header, row)
        return NodeSlot.of(places, part, self.changes)


def tag_of(node: Any) -> str:
    """The name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


def serialized(root: Any) -> bytes:
    """The tree of ``root`` in the encoding it had."""
    tree = root.getroottree()
    info = tree.docinfo
    return bytes(
        etree.tostring(
            tree,
            encoding=info.encoding or "UTF-8",
            xml_declaration=True,
            standalone=info.standalone,
        )
    )


def _is_mixed(node: Any) -> bool:
    """Whether text stands beside child elements, or is parted by them as a rule."""
    if node.tag in _OF_RUNS:
        return len(node) > 0
    has_text = bool((node.text or "").strip())
    tails = any((child.tail or "").strip() for child in node)
    return len(node) > 0 and (has_text or tails)


def _pieces(node: Any) -> Iterator[Place]:
    """The texts of a mixed element in reading order; comments in it are slots of their own."""
    for event, inner in etree.iterwalk(node, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield Place(inner)
        elif inner is not node and event in {"end", "comment", "pi"}:
            yield Place(inner, "tail")
