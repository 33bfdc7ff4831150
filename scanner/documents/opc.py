"""Packages: zips of XML, as Office writes them (ECMA-376 part 2) and LibreOffice (ODF part 2)."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from lxml import etree

from scanner.doc import Part
from scanner.documents.format import Inner, Slot
from scanner.documents.member import GoneSlot, NameSlot, shown
from scanner.documents.nodes import Changes, serialized
from scanner.documents.outside import outside, packed, words
from scanner.documents.reading import Reading
from scanner.documents.silent import is_silent, key_of, note
from scanner.documents.stray import is_stray
from scanner.documents.unreadable import UnreadableError
from scanner.documents.xml import parse
from scanner.finding import GapReason

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CANNOT = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    zlib.error,
)
_TYPES = "[Content_Types].xml"
_XML_NAMES = (".xml", ".rels", ".vml", ".rdf")


@dataclass(frozen=True, slots=True)
class Relation:
    """What one member says of another; ``target`` is a member, or an address when external."""

    kind: str
    target: str = field(repr=False)
    is_external: bool
    node: Any = field(repr=False)


@dataclass(slots=True)
class Package:
    """The members of a package: trees changed in place, files within, the rest as it is."""

    source: bytes = field(repr=False)
    archive: zipfile.ZipFile
    reading: Reading
    changes: Changes = field(default_factory=Changes)
    _trees: dict[str, Any] = field(default_factory=dict)
    _keys: dict[str, bytes] = field(default_factory=dict)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict, repr=False)
    _new: dict[str, bytes] = field(default_factory=dict)
    _dropped: set[str] = field(default_factory=set)
    _touched: set[str] = field(default_factory=set)

    @classmethod
    def open(cls, data: bytes, reading: Reading) -> Package:
        """The package in ``data``; raises UnreadableError when it is damaged."""
        try:
            package = cls(data, zipfile.ZipFile(io.BytesIO(data)), reading)
        except _CANNOT:
            raise UnreadableError(GapReason.CORRUPT) from None
        if len({*package.names}) < len(package.names):
            raise UnreadableError(GapReason.CORRUPT)
        for _ in package.names:
            reading.member()
        return package

    @property
    def names(self) -> list[str]:
        """The members in order."""
        return [info.filename for info in self.archive.infolist() if not info.is_dir()]

    def data(self, name: str) -> bytes:
        """The bytes of a member; raises UnreadableError."""
        try:
            with self.archive.open(name) as stream:
                return self.reading.inflate(stream)
        except UnreadableError:
            raise
        except (*_CANNOT, KeyError):
            raise UnreadableError(GapReason.CORRUPT, name) from None

    def tree(self, name: str) -> Any | None:
        """The root of a member of XML, the same at every call; None when there is none.

        A damaged one is a gap.
        """
        if name not in self._trees and name in self.archive.NameToInfo:
            self._trees[name] = None
            try:
                self._trees[name] = parse(self.data(name))
            except UnreadableError as error:
                self.reading.gap(error.reason, error.where or name)
        return self._trees.get(name)

    def is_silent(self, name: str) -> bool:
        """Whether a member with just this content was read before and said nothing."""
        key = self._keys.get(name) or self._key(name)
        if not key or not is_silent(key):
            return False
        self.reading.spend(sum(info.file_size for info in self._with_relations(name)))
        return True

    def _key(self, name: str) -> bytes:
        """What a member is known by; nothing where it, or what it refers to, is parsed already."""
        if name in self._trees or relations_of(name) in self._trees:
            return b""
        pieces = [name.encode("utf-8", "replace")]
        for info in self._with_relations(name):
            pieces += packed(self.source, info)
        self._keys[name] = key_of(*pieces)
        return self._keys[name]

    def _with_relations(self, name: str) -> list[zipfile.ZipInfo]:
        """A member and the one that tells what it refers to, as far as they are there."""
        found = map(self.archive.NameToInfo.get, (name, relations_of(name)))
        return [info for info in found if info is not None]

    def note_silent(self, name: str) -> None:
        """Know a member again that was read and said nothing."""
        if name in self._keys:
            note(self._keys[name])

    def is_whole(self, name: str) -> bool:
        """Whether a member of XML and what it refers to could be read."""
        refers = relations_of(name)
        is_told = refers not in self.archive.NameToInfo or self.tree(refers) is not None
        return is_told and self.tree(name) is not None

    def is_xml(self, name: str) -> bool:
        """Whether a member is XML, by its name or its first bytes."""
        if name.lower().endswith(_XML_NAMES):
            return True
        try:
            with self.archive.open(name) as stream:
                return stream.read(5) == b"<?xml"
        except _CANNOT:
            return False

    def inner(self, name: str, step: str = "") -> Iterator[Inner]:
        """A member as a file of its own; a gap when it cannot be had."""
        try:
            data = self.data(name)
        except UnreadableError as error:
            if error.reason is GapReason.TOO_LARGE:
                raise
            self.reading.gap(error.reason, name)
            return
        yield Inner(step or name, data, put=partial(self.put, name))

    def told(self, name: str) -> bytes:
        """The bytes of a member that is not read as a rule; none, and a gap, when it is damaged."""
        try:
            return self.data(name)
        except UnreadableError as error:
            if error.reason is GapReason.TOO_LARGE:
                raise
            self.reading.gap(error.reason, name)
            return b""

    def put(self, name: str, data: bytes) -> None:
        """Other bytes for a member."""
        self._new[name] = data

    def drop(self, name: str) -> None:
        """Leave a member out, and all that is said of it."""
        self._dropped.add(name)
        types = self.tree(_TYPES)
        for node in types.iter() if types is not None else ():
            if is_element(node) and node.get("PartName") == f"/{name}":
                remove(node)
                self.touch(_TYPES)
        for other in self.names:
            if other.endswith(".rels"):
                owner = other.removesuffix(".rels").replace("_rels/", "")
                self._forget(owner, name)

    def _forget(self, owner: str, name: str) -> None:
        for relation in self.relations(owner).values():
            if relation.target == name and not relation.is_external:
                remove(relation.node)
                self.touch(relations_of(owner))

    def touch(self, name: str) -> None:
        """The tree of ``name`` was changed by itself."""
        self._touched.add(name)

    def aside(self) -> Iterator[Slot | Inner]:
        """What the zip holds besides its members, and names of members that people gave."""
        yield GoneSlot(Part(self.archive.comment.decode("utf-8", "replace"), "kommentar"))
        for info in self.archive.infolist():
            name = info.filename
            if " " in name or is_stray(name):
                yield NameSlot.of(name, "filnavn", "zip")
            if info.comment or info.extra:
                told = info.comment.decode("utf-8", "replace") + words(info.extra)
                yield NameSlot.of(told, f"{shown(name)}, kommentar", "zip")
        yield from outside(self.source, self.archive)

    def relations(self, name: str = "") -> dict[str, Relation]:
        """What the member ``name`` (the package itself without) refers to, by its id."""
        if name not in self._relations:
            self._relations[name] = self._told_relations(name)
        return self._relations[name]

    def _told_relations(self, name: str) -> dict[str, Relation]:
        root = self.tree(relations_of(name))
        found: dict[str, Relation] = {}
        for node in root.iter(f"{{{RELATIONS}}}Relationship") if root is not None else ():
            kind = node.get("Type", "").rpartition("/")[2]
            target = node.get("Target", "")
            is_external = node.get("TargetMode") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
                target = target.lstrip("/")
            found[node.get("Id", "")] = Relation(kind, target, is_external, node)
        return found

    def save(self) -> bytes:
        """The package with its changes; members that were not changed stay byte for byte."""
        roots = self.changes.make()
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
            for info in self.archive.infolist():
                name = info.filename
                tree = self._trees.get(name)
                if name in self._dropped:
                    continue
                if name in self._new:
                    data = self._new[name]
                elif tree is not None and (tree in roots or name in self._touched):
                    data = serialized(tree)
                else:
                    data = self.archive.read(info)
                target.writestr(info, data, compress_type=info.compress_type)
        return buffer.getvalue()


def relations_of(name: str) -> str:
    """The member that holds the relations of ``name``."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def remove(node: Any) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent, tail = node.getparent(), node.tail
    if parent is None:
        return
    previous = node.getprevious()
    parent.remove(node)
    if tail:
        if previous is None:
            parent.text = (parent.text or "") + tail
        else:
            previous.tail = (previous.tail or "") + tail


def is_element(node: Any) -> bool:
    """Whether ``node`` is an element, and no comment or instruction."""
    return isinstance(node.tag, str)


def namespace(node: Any) -> str:
    """The namespace of an element."""
    return str(etree.QName(node).namespace or "")
