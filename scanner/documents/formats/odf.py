"""OpenDocument (odt, ods, odp): texts, tables, notes, comments, tracked changes, properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scanner.documents.format import Format, Inner, Slot
from scanner.documents.formats.odf_text import OFFICE, OdfWalk, Tables
from scanner.documents.nodes import all_below, tag_of
from scanner.documents.opc import Package, is_element, remove
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.stray import holds_stray, is_stray
from scanner.documents.unreadable import UnreadableError
from scanner.finding import GapReason

_MIME = b"application/vnd.oasis.opendocument"
_MANIFEST = "META-INF/manifest.xml"
_FIRST = ("content.xml", "styles.xml", "meta.xml")
# Pictures of what the document says elsewhere; no copy keeps them.
_PREVIEWS = re.compile(r"^(?:Thumbnails/|ObjectReplacements/|Pictures/TablePreview\d*\.svm$)")
# How the window stood, which rights it has, what is in the package: nobody's text.
_TECHNICAL = ("settings.xml", _MANIFEST, "manifest.rdf", "mimetype", "layout-cache")
_AUTHORS = frozenset({"creator", "initial-creator", "printed-by"})


@dataclass(slots=True)
class _OpenDocument:
    package: Package

    def slots(self) -> Iterator[Slot | Inner]:
        """The text, the headers, the properties, then objects, pictures and files."""
        names = self.package.names
        members = frozenset(name.split("/")[0] for name in names)
        tables = Tables()
        for name in sorted(names, key=lambda name: _FIRST.index(name) if name in _FIRST else 9):
            if _is_technical(name):
                yield from self._technical(name)
                continue
            if not self.package.is_xml(name):
                yield from self.package.inner(name)
                continue
            root = self.package.tree(name)
            if root is not None:
                tables.add(root, is_sheet=next(root.iter(f"{OFFICE}spreadsheet"), None) is not None)
                main = "" if name in _FIRST else f"{name}, "
                changes = self.package.changes
                yield from OdfWalk(root, tables, changes, members, main).slots()
        yield from self.package.aside()

    def _technical(self, name: str) -> Iterator[Slot | Inner]:
        """What is nobody's text as a rule."""
        data = self.package.told(name)
        if not data.strip():
            return
        if not self.package.is_xml(name):
            yield from self.package.inner(name) if holds_stray(data) else ()
            return
        root = self.package.tree(name)
        if root is None:
            return
        for slot in all_below(root, f"{name}, {tag_of(root)}", self.package.changes):
            if is_stray(slot.part.text):
                yield slot

    def save(self) -> bytes:
        """The document with its changes, and without its authors and its first page in small."""
        meta = self.package.tree("meta.xml")
        for node in meta.iter() if meta is not None else ():
            if is_element(node) and tag_of(node) in _AUTHORS and node.text:
                node.text = ""
                self.package.touch("meta.xml")
        for name in self.package.names:
            if _PREVIEWS.search(name):
                self._drop(name)
        return self.package.save()

    def _drop(self, name: str) -> None:
        self.package.drop(name)
        for node in list(_entries(self.package)):
            if _path(node) == name:
                remove(node)
                self.package.touch(_MANIFEST)


def _is_technical(name: str) -> bool:
    is_aside = name.endswith(_TECHNICAL) or name.startswith("Configurations2/")
    return is_aside or _PREVIEWS.search(name) is not None


def _entries(package: Package) -> Iterator[Any]:
    root = package.tree(_MANIFEST)
    for node in root.iter() if root is not None else ():
        if is_element(node) and tag_of(node) == "file-entry":
            yield node


def _path(entry: Any) -> str:
    return next((value for key, value in entry.attrib.items() if key.endswith("full-path")), "")


def _open(data: bytes, reading: Reading) -> _OpenDocument:
    package = Package.open(data, reading)
    if any(tag_of(child) == "encryption-data" for node in _entries(package) for child in node):
        raise UnreadableError(GapReason.ENCRYPTED)
    return _OpenDocument(package)


def _matches(sniff: Sniff) -> bool:
    return sniff.is_zip and (_MIME in sniff.head or {"content.xml", _MANIFEST} <= sniff.members)


ODF = Format("odf", "application/vnd.oasis.opendocument.text", _matches, _open, is_writable=True)
