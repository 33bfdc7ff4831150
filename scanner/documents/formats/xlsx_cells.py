"""The cells of a sheet: their texts as they are shown, and other texts in place of them."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from scanner.doc import Edit, Part
from scanner.documents.nodes import Changes, NodeSlot, Place
from scanner.documents.numbers import builtin, shown
from scanner.documents.ooxml import X
from scanner.documents.opc import Package
from scanner.documents.runs import applied

_TEXT, _RICH, _PHONETIC = f"{X}t", f"{X}r", f"{X}rPh"


def texts(item: Any) -> list[Place]:
    """The texts of a string item: plain or in runs, without what tells how to say it."""
    return [Place(node) for node in item.iter(_TEXT) if node.getparent().tag != _PHONETIC]


@dataclass
class Book:
    """What the cells of all sheets share: strings, formats, and what is still used."""

    package: Package
    strings: list[Any]
    formats: list[str]
    is_1904: bool = False
    used: Counter[int] = field(default_factory=Counter)
    freed: set[int] = field(default_factory=set)
    lost_formulas: bool = False

    @cached_property
    def changes(self) -> Changes:
        """The changes of the package."""
        return self.package.changes

    def string(self, cell: Any) -> int | None:
        """The index of the shared string of ``cell``."""
        value = (cell.findtext(f"{X}v") or "").strip()
        index = int(value) if cell.get("t") == "s" and value.isdecimal() else None
        return index if index is not None and index < len(self.strings) else None

    def text(self, cell: Any) -> str:
        """What ``cell`` shows."""
        kind = cell.get("t", "n")
        value = str(cell.findtext(f"{X}v") or "")
        if kind == "s":
            index = self.string(cell)
            item = None if index is None else self.strings[index]
            return "" if item is None else "".join(place.read() for place in texts(item))
        if kind == "inlineStr":
            return "".join(place.read() for place in texts(cell))
        if kind == "n" and value.strip():
            style = cell.get("s", "0")
            at = int(style) if style.isdecimal() else 0
            code = self.formats[at] if at < len(self.formats) else "General"
            return shown(value.strip(), code, is_1904=self.is_1904)
        return "" if kind in {"b", "e"} else value

    def free(self) -> None:
        """Empty the shared strings that no cell uses any more."""
        for index in self.freed:
            if not self.used[index]:
                for node in self.strings[index].iter(_TEXT):
                    node.text = ""
                self.package.touch("xl/sharedStrings.xml")


@dataclass(frozen=True, slots=True)
class CellSlot:
    """One cell."""

    part: Part
    cell: Any
    sheet: str
    book: Book

    def put(self, edits: Sequence[Edit]) -> None:
        """Make it a cell of text of its own, in the look it had; a formula is gone."""
        kind = self.cell.get("t", "n")
        item = self.cell.find(f"{X}is")
        if kind == "s":
            index = self.book.string(self.cell)
            item = copy.deepcopy(self.book.strings[index or 0])
            item.tag = f"{X}is"
            for phonetic in list(item.iter(_PHONETIC)):
                phonetic.getparent().remove(phonetic)
            self.book.used[index or 0] -= 1
            self.book.freed.add(index or 0)
        self._drop_formula()
        if item is None:
            item = self.cell.makeelement(f"{X}is")
            node = self.cell.makeelement(_TEXT)
            node.text = applied(self.part.text, edits)
            item.append(node)
        else:
            NodeSlot.of(texts(item), self.part, self.book.changes).put(edits)
        for child in list(self.cell):
            self.cell.remove(child)
        self.cell.append(item)
        self.cell.set("t", "inlineStr")
        self.book.package.touch(self.sheet)

    def _drop_formula(self) -> None:
        formula = self.cell.find(f"{X}f")
        if formula is None:
            return
        self.book.lost_formulas = True
        if formula.get("t") != "shared":
            return
        for other in list(self.cell.getroottree().iter(f"{X}f")):
            if other.get("si") == formula.get("si") and other is not formula:
                other.getparent().remove(other)


@dataclass(slots=True)
class Grid:
    """The cells of a sheet by row and column."""

    book: Book
    root: Any
    first: int = 0

    def rows(self) -> Iterator[tuple[int, Any, list[tuple[int, Any]]]]:
        """Each row: its number, its element, and its cells with their columns, both from 1."""
        number = 0
        for row in self.root.iter(f"{X}row"):
            told = row.get("r", "")
            number = int(told) if told.isdecimal() else number + 1
            column = 0
            cells = []
            for cell in row.iterchildren(f"{X}c"):
                column = _column(cell.get("r"), column + 1)
                cells.append((column, cell))
            yield number, row, cells

    def hidden_columns(self) -> list[range]:
        """The columns that are not shown."""
        return [
            range(int(node.get("min", "0")), int(node.get("max", "0")) + 1)
            for node in self.root.iter(f"{X}col")
            if node.get("hidden") in {"1", "true"}
        ]


def _column(reference: str | None, otherwise: int) -> int:
    try:
        return int(column_index_from_string(coordinate_from_string(reference)[0]))
    except (ValueError, TypeError):
        return otherwise


def formats_of(styles: Any | None) -> list[str]:
    """The number format of each style of a cell."""
    if styles is None:
        return []
    own = {
        node.get("numFmtId", ""): node.get("formatCode", "") for node in styles.iter(f"{X}numFmt")
    }
    found = []
    for group in styles.iter(f"{X}cellXfs"):
        for node in group.iterchildren(f"{X}xf"):
            number = node.get("numFmtId", "0")
            found.append(own.get(number) or builtin(int(number) if number.isdecimal() else 0))
    return found
