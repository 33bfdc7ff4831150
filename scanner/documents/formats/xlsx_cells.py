"""The cells of a sheet: their texts as they are shown, and other texts in place of them."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, get_column_letter

from scanner.doc import Edit, Part
from scanner.documents.nodes import Changes, NodeSlot, Place, all_below
from scanner.documents.numbers import builtin, shown
from scanner.documents.opc import Package, X
from scanner.documents.runs import applied

_TEXT, _PHONETIC, _VALUE = f"{X}t", f"{X}rPh", f"{X}v"

# What cells of these kinds hold as a rule: a truth, an error, the number of a string.
_NO_TEXT = {
    "b": re.compile(r"[01]|true|false|"),
    "e": re.compile(r"#[A-Z/0!?]{2,12}|"),
    "s": re.compile(r"\d{0,7}"),
}
_NAMES = {"x": X[1:-1]}
_ODD = etree.XPath(
    "(x:sheetData | x:sheetData/x:row)/node()[not(self::x:row or self::x:c)]"
    "[not(self::text()) or normalize-space()]"
    " | x:sheetData/x:row/x:c/node()[not(self::x:v or self::x:f or self::x:is)]"
    "[not(self::text()) or normalize-space()]"
    " | x:sheetData/x:row/x:c[x:v][x:is]/*[(self::x:v and ../@t = 'inlineStr')"
    " or (self::x:is and not(../@t = 'inlineStr'))]"
    " | x:sheetData/x:row/x:c/x:is/x:rPh | x:sheetData//@*[string-length() > 9]",
    namespaces=_NAMES,
)


def odd(root: Any, place: str, changes: Changes) -> list[NodeSlot]:
    """What stands among the cells of a sheet and is none, nor the text of one."""
    found: list[NodeSlot] = []
    nodes: Any = _ODD(root)
    for node in nodes:
        is_string = isinstance(node, str)
        if not is_string:
            found += all_below(node, place, changes)
        elif node.is_attribute:
            at = Place(node.getparent(), node.attrname, is_attribute=True)
            found.append(NodeSlot.of([at], Part("", place), changes))
        else:
            at = Place(node.getparent(), "tail" if node.is_tail else "text")
            found.append(NodeSlot.of([at], Part("", place), changes))
    return found


def texts(item: Any) -> list[Place]:
    """The texts of a string item: plain or in runs, without what tells how to say it."""
    return [Place(node) for node in item.iter(_TEXT) if node.getparent().tag != _PHONETIC]


def is_number(cell: Any) -> bool:
    """Whether a cell holds a number."""
    return bool(cell.get("t", "n") == "n")


def text_of(item: Any) -> str:
    """The text of a string item."""
    nodes = item.iter(_TEXT)
    return "".join(node.text or "" for node in nodes if node.getparent().tag != _PHONETIC)


@dataclass
class Book:
    """What the cells of all sheets share: strings, formats, and what is still used."""

    package: Package
    strings: list[Any]
    formats: list[str]
    is_1904: bool = False
    used: Counter[int] = field(default_factory=Counter)
    told: dict[int, str] = field(default_factory=dict, repr=False)
    freed: set[int] = field(default_factory=set)
    lost_formulas: bool = False

    @cached_property
    def changes(self) -> Changes:
        """The changes of the package."""
        return self.package.changes

    def string(self, cell: Any) -> int | None:
        """The index of the shared string of ``cell``."""
        if cell.get("t") != "s":
            return None
        value = (cell.findtext(_VALUE) or "").strip()
        index = int(value) if value.isdecimal() else None
        return index if index is not None and index < len(self.strings) else None

    def text(self, cell: Any, index: int | None) -> str:
        """What ``cell`` shows; ``index`` is that of its shared string."""
        if index is not None:
            return self._told(index)
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return text_of(cell)
        value = cell.findtext(_VALUE) or ""
        if kind in _NO_TEXT and _NO_TEXT[kind].fullmatch(value):
            return ""
        if kind != "n" or not value.strip():
            return str(value)
        style = cell.get("s", "0")
        at = int(style) if style.isdecimal() else 0
        code = self.formats[at] if at < len(self.formats) else "General"
        return shown(value.strip(), code, is_1904=self.is_1904)

    def _told(self, index: int) -> str:
        """A shared string; nothing is put into strings before all is read."""
        told = self.told.get(index)
        if told is None:
            told = self.told[index] = text_of(self.strings[index])
        return told

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
        item = self.cell.find(f"{X}is") if self.cell.get("t") == "inlineStr" else None
        index = self.book.string(self.cell)
        if index is not None:
            item = copy.deepcopy(self.book.strings[index])
            item.tag = f"{X}is"
            for phonetic in list(item.iter(_PHONETIC)):
                phonetic.getparent().remove(phonetic)
            self.book.used[index] -= 1
            self.book.freed.add(index)
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

    def text(self, cell: Any) -> str:
        """What ``cell`` shows."""
        return self.book.text(cell, self.book.string(cell))

    def columns(self) -> Columns:
        """What is told of each column."""
        ranges = (
            range(int(node.get("min", "0")), int(node.get("max", "0")) + 1)
            for node in self.root.iter(f"{X}col")
            if node.get("hidden") in {"1", "true"}
        )
        return Columns(tuple(ranges))


@dataclass(slots=True)
class Columns:
    """The letters of each column, and whether it is shown."""

    hidden: tuple[range, ...]
    _told: dict[int, tuple[str, str]] = field(default_factory=dict)

    def __getitem__(self, column: int) -> tuple[str, str]:
        told = self._told.get(column)
        if told is None:
            is_hidden = any(column in columns for columns in self.hidden)
            told = get_column_letter(column), " (skjult kolonne)" * is_hidden
            self._told[column] = told
        return told


def _column(reference: str | None, otherwise: int) -> int:
    """The column of a reference as "B12", from 1."""
    return _index((reference or "").rstrip("0123456789")) or otherwise


@lru_cache
def _index(letters: str) -> int:
    """The number of a column, from 1; 0 for what is none."""
    try:
        return int(column_index_from_string(letters.replace("$", "")))
    except ValueError:
        return 0


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
