"""PowerPoint: slides with tables, notes, comments, alternative texts; layouts, properties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scanner.documents.format import Format, Inner, Slot
from scanner.documents.ooxml import Walk, Where, text_of
from scanner.documents.ooxml_members import clean
from scanner.documents.opc import A, Package
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.tables import headers

_MAIN = "ppt/presentation.xml"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_BESIDE = {"notesSlide": "noter", "comments": "kommentar", "comment": "kommentar"}


@dataclass(slots=True)
class _Slides:
    package: Package
    rows: int = 0

    def slots(self) -> Iterator[Slot | Inner]:
        """Each slide with its notes and comments, then the rest."""
        walk = Walk(self.package)
        for number, name in enumerate(self._slides(), 1):
            root = self.package.tree(name)
            if root is None:
                continue
            hidden = " (skjult)" * (root.get("show") in {"0", "false"})
            place = f"dias {number}{hidden}"
            yield from self._member(walk, name, place)
            for relation in self.package.relations(name).values():
                if relation.kind in _BESIDE and relation.target not in walk.seen:
                    told = f"{place}, {_BESIDE[relation.kind]}"
                    yield from self._member(walk, relation.target, told)
        yield from walk.rest()

    def _slides(self) -> list[str]:
        """The slides in the order they are shown."""
        root = self.package.tree(_MAIN)
        relations = self.package.relations(_MAIN)
        ids = [node.get(f"{_R}id") for node in root.iter(f"{_P}sldId")] if root is not None else []
        return [relations[key].target for key in ids if key in relations]

    def _member(self, walk: Walk, name: str, place: str) -> Iterator[Slot | Inner]:
        root = self.package.tree(name)
        cells = self._cells(root) if root is not None else {}

        def locate(node: Any) -> Where:
            above = (cell for cell in node.iterancestors(f"{A}tc") if cell in cells)
            cell = next(above, None)
            if cell is None:
                return Where(place)
            told, header, row = cells[cell]
            return Where(f"{place}, {told}", header, row)

        yield from walk.member(name, locate)

    def _cells(self, root: Any) -> dict[Any, tuple[str, str, int]]:
        """Where each cell of a table stands, its header and its row."""
        cells: dict[Any, tuple[str, str, int]] = {}
        for number, table in enumerate(root.iter(f"{A}tbl"), 1):
            lines = [list(row.iterchildren(f"{A}tc")) for row in table.iterchildren(f"{A}tr")]
            under = headers([[text_of(cell) for cell in line] for line in lines])
            for at, line in enumerate(lines):
                self.rows += 1
                for column, cell in enumerate(line):
                    label = under[at][column]
                    told = f"'{label}'" if label else f"kolonne {column + 1}"
                    cells[cell] = (f"tabel {number}, række {at + 1} {told}", label, self.rows)
        return cells

    def save(self) -> bytes:
        """The presentation with its changes, and without its authors."""
        clean(self.package)
        return self.package.save()


def _open(data: bytes, reading: Reading) -> _Slides:
    return _Slides(Package.open(data, reading))


def _matches(sniff: Sniff) -> bool:
    return sniff.is_package(_MAIN)


PPTX = Format(
    "pptx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    _matches,
    _open,
    is_writable=True,
)
