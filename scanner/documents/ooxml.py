"""What docx, xlsx and pptx have in common: paragraphs, attributes of text, properties, links.

Every text of every member is read, whatever its element. Of attributes those are read that hold
text of people; the others say how something looks. A member in a foreign namespace (custom XML) is
read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from lxml import etree

from scanner.doc import Part
from scanner.documents.format import Inner, Slot
from scanner.documents.labels import called
from scanner.documents.looks import (
    PROMPT,
    fixed_names,
    given_names,
    holds_text,
    is_given,
    is_today,
)
from scanner.documents.member import NameSlot
from scanner.documents.nodes import NodeSlot, Place, TreeWalk, tag_of
from scanner.documents.ooxml_codes import as_read
from scanner.documents.ooxml_members import is_measure, is_technical, label_of
from scanner.documents.opc import A, M, Package, W, X, is_element, namespace
from scanner.documents.stray import holds_stray, is_stray
from scanner.documents.xml import doctype_in

_HOUSES = re.compile(r"schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.oclc\.org/ooxml|^urn:schemas-microsoft-com|purl\.org/dc/|^$")  # fmt: skip  # noqa: E501  # one pattern
_CUSTOM = re.compile(r"customXml/item\d*\.xml")
_PARAGRAPHS = frozenset({f"{W}p", f"{A}p", f"{X}si", f"{X}is", f"{X}text"})
_TEXTS = frozenset({f"{W}t", f"{W}delText", f"{A}t", f"{M}t", f"{X}t"})
_CODES = frozenset({f"{W}instrText", f"{W}delInstrText"})
_SIGNS = {
    f"{W}tab": ("\t", f"{W}t"),
    f"{W}ptab": ("\t", f"{W}t"),
    f"{W}br": ("\n", f"{W}t"),
    f"{W}cr": ("\n", f"{W}t"),
    f"{W}noBreakHyphen": ("-", f"{W}t"),
    f"{W}rubyBase": (" ", ""),
    f"{A}br": ("\n", ""),
}
_CODE = re.compile(r"[0-9A-Fa-f]{2,4}")
_PRIVATE = 0xF0  # where fonts of symbols have the codes of letters
_PICTURES = ("Symbol", "Webdings", "Wingdings")
_PROPERTIES = frozenset({f"{W}pPr", f"{W}rPr", f"{A}pPr", f"{A}rPr"})
_ENDS = frozenset({f"{A}endParaRPr"})
_FIELD = f"{A}fld"
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})
_ATTRIBUTES = frozenset(
    """descr title alt author initials tooltip instr displayText helpText statusText string userId
    displayName prompt promptTitle error errorTitle caption display comment user userName connection
    command sourceFile odcFile description keywords subject category totalsRowLabel location
    label text""".split()  # noqa: SIM905  # reads better
)
_NAMED = frozenset(
    """docPr cNvPr bookmarkStart sheet definedName author cmAuthor docVar property tableColumn table
    tag custShow section cacheField pivotTableDefinition dbPr connection scenario person sheetName
    customSheetView attr presenceInfo webPr queryTable
    slicer slicerCacheDefinition""".split()  # noqa: SIM905  # reads better
)
_VALUED = frozenset(
    """alias tag docVar default listItem name helpText statusText attr query connectString
    mailSubject addressFieldName sheetName presenceInfo udl destination
    filter customFilter""".split()  # noqa: SIM905  # reads better
)
_V = frozenset({"s", "d", "n", "e"})
_MAYBE = _ATTRIBUTES | {"name", "val", "value", "uri", "v"}
_PLAIN = frozenset({"styles", "theme", "fonts", "styleSheet", "Types", "tblStyleLst", "Relationships"})  # noqa: E501  # one set  # fmt: skip


def runs(paragraph: Any) -> list[tuple[Place, str]]:
    """The texts of a paragraph in order, each with "del", "ins" or "" for tracked changes.

    Paragraphs within it (text boxes) are paragraphs of their own.
    """
    found: list[tuple[Place, str]] = []
    stack = [(child, "") for child in reversed(paragraph)]
    while stack:
        node, change = stack.pop()
        if not is_element(node) or node.tag in _PARAGRAPHS or node.tag in _PROPERTIES:
            continue
        if node.tag in _TEXTS:
            found.append((Place(node), change))
        elif node.tag in _SIGNS:
            sign, becomes = _SIGNS[node.tag]
            found.append((Place(node, sign=sign, becomes=becomes), change))
        elif node.tag == f"{W}sym" and (sign := _letter(node)):
            found.append((Place(node, sign=sign, becomes=f"{W}t"), change))
        if node.tag in _DELETED:
            change = "del"
        elif node.tag in _INSERTED:
            change = "ins"
        stack += [(child, change) for child in reversed(node)]
    return found


def _letter(node: Any) -> str:
    """The letter that a symbol is, unless its font shows pictures in place of letters."""
    code = node.get(f"{W}char", "")
    if not _CODE.fullmatch(code) or node.get(f"{W}font", "").startswith(_PICTURES):
        return ""
    number = int(code, 16)
    return chr(number & 0xFF if number >> 8 == _PRIVATE else number)


def text_of(node: Any) -> str:
    """The text of all paragraphs in ``node``, as it is without what was deleted."""
    return "\n".join(
        "".join(place.read() for place, change in runs(paragraph) if change != "del")
        for paragraph in node.iter(*_PARAGRAPHS)
    )


@dataclass(slots=True)
class Where:
    """Where a paragraph stands."""

    place: str
    header: str = ""
    row: int = 0


Locate = Callable[[Any], Where]


@dataclass(slots=True)
class Walk:
    """The slots of a package, member by member."""

    package: Package
    seen: set[str] = field(default_factory=set)

    def member(self, name: str, locate: Locate | str, beside: str = "") -> Iterator[Slot]:
        """All of one member of XML: paragraphs, other texts, attributes, then its links.

        Elements called ``beside`` are read by somebody else.
        """
        self.seen.add(name)
        if self.package.is_silent(name):
            return
        is_silent = not beside
        for slot in chain(self._declared(name), self._member(name, locate, beside)):
            is_silent = is_silent and not slot.part.text.strip()
            yield slot
        if is_silent and self.package.is_whole(name):
            self.package.note_silent(name)

    def _member(self, name: str, locate: Locate | str, beside: str) -> Iterator[Slot]:
        root = self.package.tree(name)
        if root is None:
            return
        where = locate if callable(locate) else (lambda _node: Where(locate))
        if _CUSTOM.search(name) or not _HOUSES.search(namespace(root)):
            for slot in TreeWalk(self.package.changes).slots(root):
                part = slot.part
                told = Part(part.text, f"{name}, {part.place}", part.header, part.row)
                yield NodeSlot(told, slot.places, slot.changes)
            return
        has_attributes = tag_of(root) not in _PLAIN
        if not has_attributes:
            yield from self._given(root, where(root).place)
        for node in _nodes(root, beside) if has_attributes or holds_text(root) else ():
            if not is_element(node):
                yield self._slot([Place(node)], Where(f"{where(root).place}, kommentar i XML"))
                continue
            if node.tag in _PARAGRAPHS:
                yield from self._paragraph(node, where(node))
            elif node.text or node.tail:
                yield from self._text(node, where)
            if has_attributes and node.attrib:
                yield from self._attributes(node, where)
        yield from self.links(name, where(root).place)

    def _declared(self, name: str) -> Iterator[NameSlot]:
        """What is declared before the root of a member, where nothing should be."""
        root = self.package.tree(name)
        if root is not None and root.getroottree().docinfo.internalDTD is not None:
            whole = str(etree.tostring(root.getroottree(), encoding="unicode"))
            yield NameSlot.of(doctype_in(whole), f"{name}, erklæring", "xml")

    def _given(self, root: Any, place: str) -> Iterator[Slot]:
        """What people call their styles, formats and themes."""
        for node, key in given_names(root):
            yield self._slot([Place(node, key, is_attribute=True)], Where(f"{place}, navn"))
        for style in fixed_names(root):
            yield NameSlot.of(style, f"{place}, styleId", "docx")

    def links(self, name: str, place: str) -> Iterator[NodeSlot]:
        """The addresses that a member refers to."""
        for relation in self.package.relations(name).values():
            if relation.is_external:
                target = Place(relation.node, "Target", is_attribute=True)
                yield self._slot([target], Where(f"{place}, link" if place else "link"))

    def rest(self) -> Iterator[Slot | Inner]:
        """The members that were not read so far: properties, diagrams, pictures, files within."""
        for name in self.package.names:
            if name in self.seen or name.endswith(".rels"):
                continue
            if is_technical(name) and not self._holds_stray(name):
                continue
            if self.package.is_xml(name):
                yield from self.member(name, label_of(name))
            else:
                yield from self.package.inner(name)
        yield from self.links("", "")
        yield from self.package.aside()

    def _holds_stray(self, name: str) -> bool:
        """Whether a member that holds nothing to read as a rule has a value in it."""
        if self.package.is_silent(name):
            return False
        data = self.package.told(name)
        if holds_stray(data):
            return True
        if data:
            self.package.note_silent(name)
        return False

    def _slot(self, places: list[Place], where: Where) -> NodeSlot:
        part = Part("", where.place, where.header, where.row)
        return NodeSlot.of(places, part, self.package.changes)

    def _paragraph(self, node: Any, where: Where) -> Iterator[NodeSlot]:
        if codes := [Place(code) for code in node.iter(*_CODES)]:
            yield self._slot(codes, Where(f"{where.place}, felt", where.header))
        found = runs(node)
        text = "".join(place.read() for place, _ in found)
        if not text or PROMPT.search(text) or is_today(_field_of(node), text):
            return
        yield self._slot([place for place, change in found if change != "del"], where)
        if any(change == "del" for _, change in found):
            before = [place for place, change in found if change != "ins"]
            told = Where(f"{where.place}, før rettelser", where.header, where.row)
            yield self._slot(before, told)

    def _text(self, node: Any, where: Locate) -> Iterator[Slot]:
        """Text outside of paragraphs: fields, formulas, cached values, properties."""
        is_read = node.tag in _TEXTS | _CODES and _has_above(node, _PARAGRAPHS)
        if not is_read and (node.text or "").strip() and not is_measure(node):
            at = where(node)
            place = f"{at.place}, {called(tag_of(node))}"
            slot = self._slot([Place(node)], Where(place, at.header))
            yield as_read(slot, tag_of(node))
        if (node.tail or "").strip():
            yield self._slot([Place(node, "tail")], where(node))

    def _attributes(self, node: Any, where: Locate) -> Iterator[Slot]:
        for key, value in node.attrib.items():
            name = key.rpartition("}")[2]
            has_value = is_stray(value)
            if name not in _MAYBE and not has_value:
                continue
            tag = tag_of(node)
            is_text = (
                has_value
                or name in _ATTRIBUTES
                or (name == "name" and tag in _NAMED and not is_given(value))
                or (name in {"val", "value", "uri"} and tag in _VALUED)
                or (name == "v" and tag in _V)
            )
            if is_text and value.strip():
                at = where(node)
                label = _ATTRIBUTE_LABELS.get(name) or called(name)
                place = Place(node, key, is_attribute=True)
                yield as_read(self._slot([place], Where(f"{at.place}, {label}")), name)


def _field_of(paragraph: Any) -> str:
    """The type of the one field that a paragraph consists of."""
    inside = [child for child in paragraph if child.tag not in _PROPERTIES | _ENDS]
    return inside[0].get("type", "") if len(inside) == 1 and inside[0].tag == _FIELD else ""


_ATTRIBUTE_LABELS = {
    "descr": "alternativ tekst",
    "alt": "alternativ tekst",
    "title": "titel",
    "author": "forfatter",
    "initials": "initialer",
    "name": "navn",
    "tooltip": "linktekst",
}


def _nodes(root: Any, beside: str) -> Iterator[Any]:
    """All nodes in order, without what is in elements called ``beside``."""
    if not beside:
        yield from root.iter()
        return
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        if node.tag != beside:
            stack += reversed(node)


def _has_above(node: Any, tags: frozenset[str]) -> bool:
    return any(above.tag in tags for above in node.iterancestors())
