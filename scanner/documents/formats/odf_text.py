"""The texts of an OpenDocument tree: paragraphs with what is in them, attributes that hold text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from scanner.doc import Edit, Part
from scanner.documents.labels import called
from scanner.documents.looks import PROMPT
from scanner.documents.lost_zeros import ENOUGH, LostZeros
from scanner.documents.nodes import Changes, NodeSlot, Place, ReadSlot, tag_of
from scanner.documents.opc import is_element, namespace
from scanner.documents.stray import is_stray
from scanner.documents.tables import headers

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{_BASE}text:1.0}}"
TABLE = f"{{{_BASE}table:1.0}}"
OFFICE = f"{{{_BASE}office:1.0}}"
DRAW = f"{{{_BASE}drawing:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
CELLS = frozenset({f"{TABLE}table-cell", f"{TABLE}covered-table-cell"})
# What stands in a paragraph and is no part of its line.
_ASIDE = frozenset({f"{OFFICE}annotation", f"{TEXT}note", f"{TEXT}ruby-text"})
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_BLANKS = f"{TEXT}s"
_SPAN = f"{TEXT}span"
_ATTRIBUTES = frozenset(
    """title string-value formula current-value label description expression
    string-value-if-true string-value-if-false
    connection-resource display-label text-content note""".split()  # noqa: SIM905  # reads better
)
_NAMED = frozenset(
    """bookmark bookmark-start table named-range named-expression user-field-decl variable-decl
    section frame page user-defined reference-mark""".split()  # noqa: SIM905  # reads better
)
_DATA_STYLES = f"{_BASE}datastyle:1.0"
_VALUES = ("value", "date-value", "time-value", "boolean-value", "string-value")
_MOST = 500  # the same cell that many times over is filling


def runs(paragraph: Any) -> list[Place]:
    """The texts of a paragraph in order; notes and frames in it are texts of their own."""
    found = [Place(paragraph)]

    def add(node: Any) -> None:
        for child in node:
            aside = not is_element(child) or child.tag in _ASIDE or namespace(child) in DRAW
            if not aside:
                sign = _sign(child)
                if sign:
                    found.append(Place(child, sign=sign, becomes=_SPAN))
                else:
                    found.append(Place(child))
                    add(child)
            found.append(Place(child, "tail"))

    add(paragraph)
    return found


def _sign(node: Any) -> str:
    if node.tag == _BLANKS:
        count = node.get(f"{TEXT}c", "1")
        return " " * min(int(count) if count.isdecimal() else 1, _MOST)
    return _SIGNS.get(node.tag, "")


def text_of(node: Any) -> str:
    """The text of all paragraphs in ``node``."""
    lines = node.iter(*PARAGRAPHS)
    return "\n".join("".join(place.read() for place in runs(line)) for line in lines)


@dataclass(frozen=True, slots=True)
class CellSlot:
    """A paragraph in a cell: once it is edited, the cell has no value and formula besides."""

    slot: NodeSlot
    cell: Any

    @property
    def part(self) -> Part:
        """The text, its place and header."""
        return self.slot.part

    def put(self, edits: Sequence[Edit]) -> None:
        """Note the edits, and make it a cell of text."""
        self.slot.put(edits)
        for key in list(self.cell.attrib):
            name = key.rpartition("}")[2]
            if name in _VALUES or name == "formula":
                del self.cell.attrib[key]
            elif name == "value-type":
                self.cell.set(key, "string")


@dataclass(slots=True)
class Tables:
    """Where each cell stands, and its header; the numbers of those that lost a zero."""

    cells: dict[Any, tuple[str, str, int]] = field(default_factory=dict)
    numbers: dict[Any, str] = field(default_factory=dict)
    rows: int = 0

    def add(self, root: Any, *, is_sheet: bool) -> None:
        """Count the tables below ``root``."""
        for number, table in enumerate(root.iter(f"{TABLE}table"), 1):
            hidden = " (skjult)" * _is_hidden(table, root)
            name = table.get(f"{TABLE}name", "") if is_sheet else f"tabel {number}"
            lines = [list(row.iterchildren(*CELLS)) for row in _rows_of(table)]
            texts = [[text_of(cell) for cell in line] for line in lines]
            filled = [index for index, line in enumerate(texts) if any(map(str.strip, line))]
            under = headers([texts[index] for index in filled])
            by_line = dict(zip(filled, under, strict=True))
            self._restore(lines, texts)
            for at, line in enumerate(lines):
                self.rows += 1
                for column, cell in enumerate(line):
                    label = by_line[at][column] if at in by_line else ""
                    told = f"'{label}'" if label else f"kolonne {column + 1}"
                    place = f"{name}{hidden}, række {at + 1} {told}"
                    self.cells[cell] = (place, label, self.rows)

    def _restore(self, lines: Sequence[Sequence[Any]], texts: Sequence[Sequence[str]]) -> None:
        """Note the numbers that lost a zero."""
        zeros = LostZeros()
        for texts_of_line in islice(texts, ENOUGH):
            zeros.note(enumerate(texts_of_line))
        for line, texts_of_line in zip(lines, texts, strict=True):
            for column, (cell, text) in enumerate(zip(line, texts_of_line, strict=True)):
                number = zeros.restored(column, text)
                if number != text and cell.get(f"{OFFICE}value-type") == "float":
                    self.numbers[cell] = number


def _rows_of(table: Any) -> Iterator[Any]:
    for row in table.iter(f"{TABLE}table-row"):
        if next(row.iterancestors(f"{TABLE}table"), None) is table:
            yield row


def _is_hidden(table: Any, root: Any) -> bool:
    style = table.get(f"{TABLE}style-name")
    return any(
        node.getparent().get(f"{{{_BASE}style:1.0}}name") == style
        and node.get(f"{TABLE}display") == "false"
        for node in root.iter(f"{{{_BASE}style:1.0}}table-properties")
    )


def _shows(shown: str, value: str) -> bool:
    """Whether all digits of a number are seen: a narrow column or its format may hide some."""
    return bool(shown.strip()) and value.partition(".")[0].lstrip("-") in re.sub(r"\D", "", shown)


@dataclass(slots=True)
class OdfWalk:
    """The slots of one tree; ``locate`` tells where a node stands."""

    root: Any
    tables: Tables
    changes: Changes
    members: frozenset[str]
    main: str = ""
    _numbers: dict[Any, int] = field(default_factory=dict)

    def slots(self) -> Iterator[NodeSlot | CellSlot | ReadSlot]:
        """Paragraphs, other texts, attributes."""
        self._numbers = {node: at for at, node in enumerate(self.root.iter(*PARAGRAPHS), 1)}
        inside: set[Any] = set()
        for node in self.root.iter():
            if is_element(node) and namespace(node) == _DATA_STYLES:
                if is_stray(node.text or ""):
                    yield self._slot([Place(node)], node, tag_of(node))
                continue
            if not is_element(node):
                yield self._slot([Place(node)], node, "kommentar i XML")
                continue
            if node.tag in PARAGRAPHS:
                places = runs(node)
                inside.update(place.node for place in places)
                if not PROMPT.search("".join(place.read() for place in places)):
                    yield self._paragraph(node, places)
            elif node not in inside and (node.text or "").strip():
                yield self._slot([Place(node)], node, called(tag_of(node)))
            if node not in inside and (node.tail or "").strip():
                yield self._slot([Place(node, "tail")], node, "tekst")
            yield from self._attributes(node)

    def _paragraph(self, node: Any, places: list[Place]) -> NodeSlot | CellSlot | ReadSlot:
        slot = self._slot(places, node, "")
        cell = next((above for above in node.iterancestors() if above.tag in CELLS), None)
        is_note = next(node.iterancestors(f"{OFFICE}annotation"), None) is not None
        if cell is None or is_note:
            return slot
        number = self.tables.numbers.get(cell)
        if number is None:
            return CellSlot(slot, cell)
        return ReadSlot.of(CellSlot(slot, cell), number)

    def _attributes(self, node: Any) -> Iterator[NodeSlot | ReadSlot]:
        tag = tag_of(node)
        shown = text_of(node) if node.tag in CELLS else ""
        for key, value in node.attrib.items():
            name = key.rpartition("}")[2]
            is_link = name == "href" and not self._is_member(value)
            is_value = name == "value" and (
                namespace(node).endswith("form:1.0") or not _shows(shown, value)
            )
            is_formula = name == "formula" and '"' not in value
            is_named = name == "name" and tag in _NAMED
            if not value.strip() or is_formula:
                continue
            if (
                is_stray(value)
                or name in _ATTRIBUTES
                or is_link
                or is_named
                or (is_value and tag_of(node) != "item")
            ):
                slot = self._slot([Place(node, key, is_attribute=True)], node, name)
                number = LostZeros().restored(0, value.removesuffix(".0")) if is_value else value
                has_lost = is_value and number != value.removesuffix(".0")
                yield ReadSlot.of(slot, number) if has_lost else slot

    def _is_member(self, value: str) -> bool:
        return value.startswith("#") or value.removeprefix("./").split("/")[0] in self.members

    def _slot(self, places: list[Place], node: Any, label: str) -> NodeSlot:
        place, header, row = self._where(node)
        told = ", ".join(filter(None, (place, label)))
        return NodeSlot.of(places, Part("", told, header, 0 if label else row), self.changes)

    def _where(self, node: Any) -> tuple[str, str, int]:
        above = [node, *node.iterancestors()]
        tags = {tag_of(other): other for other in reversed(above) if is_element(other)}
        for tag, label in _STORIES.items():
            if tag in tags:
                return (f"{self.main}{label}", "", 0)
        cell = next((other for other in above if other in self.tables.cells), None)
        if cell is not None:
            place, header, row = self.tables.cells[cell]
            return (f"{self.main}{place}", header, row)
        slide = tags.get("page")
        if slide is not None:
            siblings = list(slide.getparent().iterchildren(slide.tag))
            notes = ", noter" * ("notes" in tags)
            return (f"{self.main}dias {siblings.index(slide) + 1}{notes}", "", 0)
        number = self._numbers.get(node)
        boxed = ", tekstboks" * ("text-box" in tags)
        place = f"{self.main}afsnit {number}{boxed}" if number else self.main.rstrip(" ,")
        return (place, "", 0)


_STORIES = {
    "annotation": "kommentar",
    "note": "fodnote",
    "tracked-changes": "slettet tekst",
    "header": "sidehoved",
    "header-first": "sidehoved",
    "header-left": "sidehoved",
    "footer": "sidefod",
    "footer-first": "sidefod",
    "footer-left": "sidefod",
    "meta": "egenskaber",
}
