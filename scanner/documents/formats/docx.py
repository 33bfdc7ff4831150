"""Word: body, tables, headers, notes, comments, text boxes, tracked changes, fields, properties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from scanner.documents.format import Format, Inner, Slot
from scanner.documents.nodes import tag_of
from scanner.documents.ooxml import Walk, Where, text_of
from scanner.documents.ooxml_members import clean
from scanner.documents.opc import Package, W
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.tables import headers

_MAIN = "word/document.xml"
_STORIES = {
    "hdr": "sidehoved",
    "ftr": "sidefod",
    "footnotes": "fodnote",
    "endnotes": "slutnote",
    "comments": "kommentar",
    "glossaryDocument": "byggeblok",
}


@dataclass(slots=True)
class _Tables:
    """The tables of a member: where each cell stands, and its header."""

    cells: dict[Any, tuple[str, str, int]] = field(default_factory=dict)
    rows: int = 0

    def add(self, root: Any) -> None:
        """Count the tables below ``root``."""
        for number, table in enumerate(root.iter(f"{W}tbl"), 1):
            lines = [list(row.iter(f"{W}tc")) for row in table.iter(f"{W}tr")]
            lines = [[cell for cell in line if _table_of(cell) is table] for line in lines]
            lines = [line for line in lines if line]
            under = headers([[text_of(cell) for cell in line] for line in lines])
            for at, line in enumerate(lines):
                self.rows += 1
                for column, cell in enumerate(line):
                    label = under[at][column]
                    told = f"'{label}'" if label else f"kolonne {column + 1}"
                    place = f"tabel {number}, række {at + 1} {told}"
                    self.cells[cell] = (place, label, self.rows)


def _table_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{W}tbl"), None)


@dataclass(slots=True)
class _Word:
    package: Package
    tables: _Tables = field(default_factory=_Tables)

    def slots(self) -> Iterator[Slot | Inner]:
        """The body, then the other stories, then the rest."""
        walk = Walk(self.package)
        main = self._main()
        for name in sorted(self.package.names, key=lambda name: name != main):
            if not self.package.is_xml(name) or "/_rels/" in name:
                continue
            if self.package.is_silent(name):
                walk.seen.add(name)
                continue
            root = self.package.tree(name) if name.startswith("word/") else None
            story = "" if name == main else _STORIES.get(tag_of(root)) if root is not None else None
            if story is not None:
                yield from self._story(walk, name, story)
        yield from walk.rest()

    def _main(self) -> str:
        told = (r.target for r in self.package.relations().values() if r.kind == "officeDocument")
        return next(told, _MAIN)

    def _story(self, walk: Walk, name: str, story: str) -> Iterator[Slot | Inner]:
        root = self.package.tree(name)
        if root is None:
            return
        self.tables.add(root)
        numbers = {node: number for number, node in enumerate(root.iter(f"{W}p"), 1)}
        last = [1]

        def locate(node: Any) -> Where:
            cell = next(node.iterancestors(f"{W}tc"), None)
            boxed = ", tekstboks" * (next(node.iterancestors(f"{W}txbxContent"), None) is not None)
            if cell is not None and cell in self.tables.cells:
                place, header, row = self.tables.cells[cell]
                told = f"{story}, {place}" if story else place
                return Where(told + boxed, header, row)
            last[0] = numbers.get(node, last[0])
            return Where((story or f"afsnit {last[0]}") + boxed)

        yield from walk.member(name, locate)

    def save(self) -> bytes:
        """The document with its changes, and without its authors."""
        clean(self.package)
        return self.package.save()


def _open(data: bytes, reading: Reading) -> _Word:
    return _Word(Package.open(data, reading))


def _matches(sniff: Sniff) -> bool:
    return sniff.is_package(_MAIN) or sniff.is_package("word/document2.xml")


DOCX = Format(
    "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    _matches,
    _open,
    is_writable=True,
)
