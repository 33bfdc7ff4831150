"""Strings and files in the objects of a PDF: annotations, fields, bookmarks, properties, links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from scanner.doc import Edit, Part
from scanner.documents.format import Inner
from scanner.documents.member import NameSlot, shown
from scanner.documents.reading import Reading
from scanner.documents.runs import applied
from scanner.documents.stray import is_stray
from scanner.documents.unreadable import NotWritableError

# Keys of strings that are no text: identifiers, keys, looks, dates.
_NO_TEXT = frozenset(
    """/ID /O /U /OE /UE /Perms /CheckSum /Cert /DA /DS /ModDate /CreationDate /M /Lang /CharSet
    /FontFamily /Panose /Registry /Ordering /NM /Changes /ByteRange /IDTree /Limits
    /Version""".split()  # noqa: SIM905  # reads better
)
_NO_TEXT_IN = frozenset(
    {"/Font", "/FontDescriptor", "/Encrypt", "/XRef", "/ObjStm", "/OutputIntent"}
)
_FILES = frozenset({"/JS", "/XFA", "/RC", "/V", "/Metadata"})
_LABELS = {
    "/URI": "link",
    "/Contents": "kommentar",
    "/RC": "kommentar",
    "/T": "navn",
    "/Title": "titel",
    "/Author": "forfatter",
    "/Alt": "alternativ tekst",
    "/ActualText": "erstatningstekst",
    "/TU": "hjælpetekst",
}
_VALUES = frozenset({"/V", "/DV"})
_MOST_ODD = 10


@dataclass(slots=True)
class StringSlot:
    """A string in a dictionary or an array."""

    part: Part
    holder: Any
    key: str | int
    owner: Any
    root: Any

    def put(self, edits: Sequence[Edit]) -> None:
        """Write the edited string; what was drawn of it is drawn anew by the reader."""
        if self.holder is None:
            raise NotWritableError("pdf", self.part.place)
        self.holder[self.key] = pikepdf.String(applied(self.part.text, edits))
        for owner in (self.owner, *_kids(self.owner)):
            if isinstance(owner, pikepdf.Dictionary) and "/AP" in owner and "/Rect" in owner:
                del owner["/AP"]
        if "/AcroForm" in self.root:
            self.root.AcroForm.NeedAppearances = True


def _names(key: str, value: Any, place: str) -> Iterator[NameSlot]:
    """A key, and a name below it, where that is a value of somebody's."""
    for name in (key, str(value) if isinstance(value, pikepdf.Name) else ""):
        if is_stray(name):
            yield NameSlot.of(name, f"{place}, navn" if place else "navn", "pdf")


def _kids(owner: Any) -> list[Any]:
    found = owner.get("/Kids") if isinstance(owner, pikepdf.Dictionary) else None
    return list(found) if isinstance(found, pikepdf.Array) else []


@dataclass(slots=True)
class Objects:
    """All objects of a PDF, each looked at once."""

    pdf: Any
    reading: Reading
    pages: dict[tuple[int, int], int] = field(default_factory=dict)
    files: set[tuple[int, int]] = field(default_factory=set)

    def slots(self) -> Iterator[StringSlot | NameSlot | Inner]:
        """The strings and files, object by object."""
        for number, page in enumerate(self.pdf.pages, 1):
            self.pages[page.obj.objgen] = number
            annotations = page.obj.get("/Annots")
            for annotation in annotations if isinstance(annotations, pikepdf.Array) else ():
                if isinstance(annotation, pikepdf.Dictionary):
                    self._placed(annotation, number)
        for obj in self.pdf.objects:
            yield from self._object(obj, "")
        info = self.pdf.trailer.get("/Info")
        if isinstance(info, pikepdf.Dictionary) and not info.is_indirect:
            yield from self._object(info, "egenskaber")

    def _placed(self, annotation: Any, number: int) -> None:
        above = annotation
        while isinstance(above, pikepdf.Dictionary) and above.objgen not in self.pages:
            self.pages[above.objgen] = number
            above = above.get("/Parent")

    def _object(self, obj: Any, place: str) -> Iterator[StringSlot | NameSlot | Inner]:
        """Go through one object and what lies in it; what it refers to comes by itself."""
        info = self.pdf.trailer.get("/Info")
        if info is not None and info.is_indirect and getattr(obj, "objgen", None) == info.objgen:
            place = "egenskaber"
        if isinstance(obj, pikepdf.String):
            yield from self._string(None, "", obj, None, place)
            return
        stack = [(obj, obj, place)]
        while stack:
            holder, owner, at = stack.pop()
            if isinstance(holder, pikepdf.Array):
                yield from self._array(holder, owner, at, stack)
            elif isinstance(holder, (pikepdf.Dictionary, pikepdf.Stream)):
                yield from self._dictionary(holder, at, stack)

    def _array(
        self, array: Any, owner: Any, place: str, stack: list[Any]
    ) -> Iterator[StringSlot | NameSlot | Inner]:
        items = list(array)
        if items and isinstance(items[0], pikepdf.Name) and str(items[0]) == "/Indexed":
            return
        for index, item in enumerate(items):
            if isinstance(item, pikepdf.String):
                yield from self._string(array, index, item, owner, place)
            elif isinstance(item, pikepdf.Stream) and place.endswith("/XFA"):
                yield from self._file(item, "formular")
            elif isinstance(item, (pikepdf.Array, pikepdf.Dictionary)) and not item.is_indirect:
                stack.append((item, owner, place))

    def _dictionary(
        self, holder: Any, place: str, stack: list[Any]
    ) -> Iterator[StringSlot | NameSlot | Inner]:
        kind = str(holder.get("/Type", ""))
        if kind in _NO_TEXT_IN:
            return
        at = place or self._place(holder)
        for key, value in holder.items():
            yield from _names(key, value, at)
            if isinstance(value, pikepdf.String):
                is_signature = kind == "/Sig" and key == "/Contents"
                if key not in _NO_TEXT and not is_signature:
                    yield from self._string(holder, key, value, holder, at)
            elif isinstance(value, pikepdf.Stream):
                if key in _FILES:
                    yield from self._file(value, f"{at}, {key[1:]}" if at else key[1:])
            elif key == "/EF" and isinstance(value, pikepdf.Dictionary):
                name = str(holder.get("/UF", holder.get("/F", "")))
                for stream in value.values():
                    yield from self._file(stream, f"vedhæftet: {shown(name)}")
            elif isinstance(value, (pikepdf.Array, pikepdf.Dictionary)) and (
                not value.is_indirect or key == "/XFA"
            ):
                stack.append((value, holder, key if key == "/XFA" else at))

    def _place(self, holder: Any) -> str:
        number = self.pages.get(holder.objgen)
        if "/FT" in holder or holder.get("/Subtype") == "/Widget":
            return f"side {number}, formularfelt" if number else "formularfelt"
        return f"side {number}" if number else ""

    def _string(
        self, holder: Any, key: str | int, value: Any, owner: Any, place: str
    ) -> Iterator[StringSlot]:
        text = str(value)
        odd = sum(not sign.isprintable() and not sign.isspace() for sign in text)
        if odd * _MOST_ODD > len(text):
            return
        label = _LABELS.get(str(key), str(key).lstrip("/") if isinstance(key, str) else "")
        told = ", ".join(filter(None, (place, label))) or "objekt"
        header = str(owner.get("/T", "")) if key in _VALUES and owner is not None else ""
        yield StringSlot(Part(text, told, header), holder, key, owner, self.pdf.Root)

    def _file(self, stream: Any, step: str) -> Iterator[Inner]:
        if not isinstance(stream, pikepdf.Stream) or stream.objgen in self.files:
            return
        self.files.add(stream.objgen)
        self.reading.member()
        data = stream.read_bytes()
        self.reading.spend(len(data))
        yield Inner(step, bytes(data), put=stream.write)
