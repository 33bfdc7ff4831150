"""Excel: cells of every sheet, comments, names, texts of formulas, drawings, links, properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from scanner.doc import Part
from scanner.documents.format import Format, Inner, Slot
from scanner.documents.formats.xlsx_cells import (
    Book,
    CellSlot,
    Grid,
    formats_of,
    is_number,
    odd,
    texts,
)
from scanner.documents.lost_zeros import ENOUGH, LostZeros
from scanner.documents.nodes import NodeSlot, Place, ReadSlot, all_below
from scanner.documents.ooxml import Walk, Where
from scanner.documents.ooxml_members import clean, label_of
from scanner.documents.opc import Package, X
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.tables import headers

_MAIN = "xl/workbook.xml"
_STRINGS = "xl/sharedStrings.xml"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DATA = f"{X}sheetData"
_FORMULA = f"{X}f"
_MIN_COLUMNS = 2
_BESIDE = frozenset({"comments", "threadedComment", "drawing", "table", "vmlDrawing", "pivotTable"})
_JOINED = re.compile(r'"\s*[&,;]\s*"')
Found = Slot | Inner


@dataclass(slots=True)
class _Labels:
    """The headers of a sheet: those of its columns, or the left cell of each row of a form."""

    columns: dict[int, str] = field(default_factory=dict)
    head: int = 0
    is_form: bool = False
    zeros: LostZeros = field(default_factory=LostZeros)

    @classmethod
    def of(cls, grid: Grid) -> _Labels:
        """The headers by the first rows."""
        rows: list[tuple[int, dict[int, str]]] = []
        zeros = LostZeros()
        for number, _, cells in islice(grid.rows(), ENOUGH):
            row = {column: grid.text(cell) for column, cell in cells}
            zeros.note((column, row[column]) for column, cell in cells if is_number(cell))
            row = {column: text for column, text in row.items() if text.strip()}
            if rows or len(row) >= _MIN_COLUMNS:
                rows.append((number, row))
        columns = sorted({column for _, row in rows for column in row})
        if not rows or not columns:
            return cls(zeros=zeros)
        under = headers([[row.get(column, "") for column in columns] for _, row in rows])
        if len(columns) == _MIN_COLUMNS and any(label for label in under[0]):
            return cls(dict.fromkeys(columns, ""), rows[0][0] - 1, is_form=True, zeros=zeros)
        labels = under[1] if len(under) > 1 else [""] * len(columns)
        return cls(dict(zip(columns, labels, strict=True)), rows[0][0], zeros=zeros)


@dataclass(slots=True)
class _Workbook:
    package: Package
    book: Book
    rows: int = 0

    def slots(self) -> Iterator[Found]:
        """The sheets in order, what belongs to each, then the rest."""
        walk = Walk(self.package)
        walk.seen.add(_STRINGS)
        for title, name in self._sheets():
            if self.package.tree(name) is None:
                continue
            yield from self._cells(name, title)
            yield from walk.member(name, title, _DATA)
            for relation in self.package.relations(name).values():
                if relation.kind in _BESIDE and relation.target not in walk.seen:
                    yield from self._beside(walk, relation.target, title)
        for index, item in enumerate(self.book.strings):
            if not self.book.used[index] and index not in self.book.freed:
                yield NodeSlot.of(texts(item), Part("", "ubrugt tekst"), self.package.changes)
        yield from self._aside()
        yield from walk.rest()

    def _aside(self) -> Iterator[NodeSlot]:
        """How strings are said, and what else stands among them."""
        root = self.package.tree(_STRINGS)
        if root is None:
            return
        for node in root.iterchildren():
            beside = node.iter(f"{X}rPh") if node.tag == f"{X}si" else [node]
            for each in beside:
                yield from all_below(each, "tekst ved siden af", self.package.changes)

    def _sheets(self) -> Iterator[tuple[str, str]]:
        root = self.package.tree(_MAIN)
        relations = self.package.relations(_MAIN)
        for node in root.iter(f"{X}sheet") if root is not None else ():
            relation = relations.get(node.get(f"{_R}id", ""))
            hidden = " (skjult)" * (node.get("state", "visible") != "visible")
            if relation is not None:
                yield node.get("name", "") + hidden, relation.target

    def _cells(self, name: str, title: str) -> Iterator[Found]:
        root = self.package.tree(name)
        yield from odd(root, f"{title}, mellem cellerne", self.package.changes)
        grid = Grid(self.book, root)
        labels = _Labels.of(grid)
        columns = grid.columns()
        start = self.rows
        for number, row, cells in grid.rows():
            self.rows = max(self.rows, start + number)
            hidden = " (skjult række)" * (row.get("hidden") in {"1", "true"})
            is_headed = number > labels.head
            left = ""
            for column, cell in cells:
                index = self.book.string(cell)
                if index is not None:
                    self.book.used[index] += 1
                text = self.book.text(cell, index)
                if is_number(cell):
                    text = labels.zeros.restored(column, text)
                letters, aside = columns[column]
                place = f"{title}!{letters}{number}{hidden}{aside}"
                header = left if labels.is_form else labels.columns.get(column, "")
                left = text.rstrip(": ")
                formula = cell.find(_FORMULA)
                if formula is not None:
                    yield from self._formula(formula, place)
                if left or text.strip():
                    part = Part(text, place, header if is_headed else "", start + number)
                    yield CellSlot(part, cell, name, self.book)

    def _formula(self, formula: Any, place: str) -> Iterator[NodeSlot | ReadSlot]:
        """The texts in a formula, as it joins them, and the files it names."""
        text = formula.text or ""
        if any(sign in text for sign in '"['):
            slot = NodeSlot.of([Place(formula)], Part("", f"{place}, formel"), self.package.changes)
            joined = _JOINED.sub("", text)
            yield slot if joined == text else ReadSlot.of(slot, joined)

    def _beside(self, walk: Walk, name: str, title: str) -> Iterator[Slot | Inner]:
        kind = label_of(name)
        kind = kind if kind != name else "tegning" if "drawing" in name.lower() else "tabel"

        def locate(node: Any) -> Where:
            above = (node, *node.iterancestors())
            cell = next((other.get("ref") for other in above if other.get("ref")), "")
            is_of_cell = kind == "kommentar" and cell
            return Where(f"{title}!{cell}, {kind}" if is_of_cell else f"{title}, {kind}")

        yield from walk.member(name, locate)

    def save(self) -> bytes:
        """The workbook with its changes, and without its authors."""
        clean(self.package)
        self.book.free()
        if self.book.lost_formulas:
            self.package.drop("xl/calcChain.xml")
        return self.package.save()


def _open(data: bytes, reading: Reading) -> _Workbook:
    package = Package.open(data, reading)
    strings = package.tree(_STRINGS)
    items = [] if strings is None else list(strings.iterchildren(f"{X}si"))
    main = package.tree(_MAIN)
    told = (
        (node.get("date1904") for node in main.iter(f"{X}workbookPr")) if main is not None else ()
    )
    is_1904 = any(value in {"1", "true"} for value in told)
    book = Book(package, items, formats_of(package.tree("xl/styles.xml")), is_1904)
    return _Workbook(package, book)


def _matches(sniff: Sniff) -> bool:
    return sniff.is_package(_MAIN)


XLSX = Format(
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    _matches,
    _open,
    is_writable=True,
)
