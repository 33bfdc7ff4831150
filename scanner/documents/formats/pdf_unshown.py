"""What a PDF holds and no page shows: pages that no list names, forms, patterns, other streams.

Nothing of it can be taken out: a file with a value there has no copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

from scanner.documents.decode import Decoded
from scanner.documents.formats.pdf_contents import Fonts, Interpreter
from scanner.documents.formats.pdf_glyphs import Recorder
from scanner.documents.formats.pdf_layout import laid_out
from scanner.documents.member import NameSlot
from scanner.documents.reading import Reading
from scanner.documents.stray import holds_stray
from scanner.finding import GapReason

_PAGES = frozenset({"/Page", "/Template"})
_DRAWN = frozenset({"/Form", "/Pattern"})
# Streams that are no text: pictures, fonts, tables of the file; and those that others read.
_KNOWN = frozenset(
    """/Image /Form /Type1C /CIDFontType0C /OpenType /XRef /ObjStm /Metadata /XML /EmbeddedFile
    /Pattern /CMap""".split()  # noqa: SIM905  # reads better
)
_OF_LOOKS = frozenset({"/Length1", "/FunctionType", "/ShadingType", "/N", "/Alternate", "/XFA"})


@dataclass(frozen=True, slots=True)
class Unshown:
    """What is left of a file when all its pages were read with ``fonts``."""

    pdf: Any
    document: Any
    fonts: Fonts
    reading: Reading
    files: set[tuple[int, int]]

    def slots(self) -> Iterator[NameSlot]:
        """Object by object."""
        pages = {page.obj.objgen for page in self.pdf.pages}
        read = self.files | {each.objgen for page in self.pdf.pages for each in _contents(page.obj)}
        for obj in self.pdf.objects:
            if isinstance(obj, pikepdf.Stream):
                if obj.objgen not in read:
                    yield from self._stream(obj)
            elif _is_page(obj) and obj.objgen not in pages:
                yield from self._drawn(obj, "side uden for rækken")
                read |= {each.objgen for each in _contents(obj)}

    def _stream(self, stream: Any) -> Iterator[NameSlot]:
        kinds = {_named(stream, "/Type"), _named(stream, "/Subtype")}
        is_pattern = "/PatternType" in stream
        if kinds & _DRAWN or is_pattern:
            if stream.objgen not in self.fonts.rendered:
                yield from self._drawn(stream, "ikke vist")
        elif not kinds & _KNOWN and not any(key in stream for key in _OF_LOOKS):
            data = bytes(stream.read_bytes())
            self.reading.spend(len(data))
            if holds_stray(data):
                yield NameSlot.of(Decoded.of(data).text, "objekt", "pdf")

    def _drawn(self, obj: Any, place: str) -> Iterator[NameSlot]:
        """The text of something that is drawn nowhere."""
        recorder = Recorder(self.fonts)
        recorder.set_ctm((1, 0, 0, 1, 0, 0))
        number = obj.objgen[0]
        try:
            found = resolve1(self.document.getobj(number))
            if isinstance(obj, pikepdf.Stream):
                found.attrs.setdefault("BBox", [0, 0, 0, 0])
                resources = resolve1(found.attrs.get("Resources")) or {}
                Interpreter(self.fonts, recorder).render_contents(resources, [found])
            else:
                found.setdefault("MediaBox", [0, 0, 612, 792])
                page = PDFPage(self.document, number, found, None)
                Interpreter(self.fonts, recorder).process_page(page)
        except Exception:  # noqa: BLE001  # named as a gap; its message may hold user text
            self.reading.gap(GapReason.CORRUPT, place)
            return
        self.reading.spend(len(recorder.glyphs))
        text = "".join(
            each if isinstance(each, str) else each.text for each in laid_out(recorder.glyphs)
        )
        yield NameSlot.of(text, place, "pdf")


def _is_page(obj: Any) -> bool:
    return isinstance(obj, pikepdf.Dictionary) and _named(obj, "/Type") in _PAGES


def _named(obj: Any, key: str) -> str:
    value = obj.get(key)
    return str(value) if isinstance(value, pikepdf.Name) else ""


def _contents(page: Any) -> list[Any]:
    found = page.get("/Contents")
    return list(found) if isinstance(found, pikepdf.Array) else [found] if found is not None else []
