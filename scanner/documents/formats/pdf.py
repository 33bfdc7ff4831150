"""PDF: what pages show, what is in pictures, annotations, fields, files, properties, old revisions.

Pages are read glyph by glyph, each with the operator that shows it; a redacted copy lacks those
glyphs. What a picture shows cannot be taken out.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
import pypdfium2
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from scanner.doc import Part
from scanner.documents.format import Format, Inner
from scanner.documents.formats.pdf_contents import Fonts, Interpreter
from scanner.documents.formats.pdf_cut import cut, write_notes
from scanner.documents.formats.pdf_glyphs import PAGE, UNKNOWN, Glyph, Matrix, Recorder, Stream
from scanner.documents.formats.pdf_objects import Objects, StringSlot
from scanner.documents.formats.pdf_page import InsteadSlot, Page, PageSlot, page_slot, upright_slots
from scanner.documents.formats.pdf_unshown import Unshown
from scanner.documents.member import GoneSlot, NameSlot
from scanner.documents.ocr import text_of
from scanner.documents.outside import leftover
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.unreadable import UnreadableError
from scanner.finding import GapReason

_BEGIN = b"%PDF-"
_END = re.compile(rb"%%EOF\s*")
_SCALE = 200 / 72  # dots per inch of a page that is read as a picture
_MIN_PICTURE = 0.01  # of the page: smaller pictures are marks and logos of a line's height
_WHOLE = 0.5
_MOST_SIDE = 6000
_HEAD = 1024


Found = PageSlot | InsteadSlot | StringSlot | NameSlot | GoneSlot | Inner


@dataclass(slots=True)
class _Pdf:
    data: bytes
    pdf: Any
    reading: Reading
    pages: list[Page] = field(default_factory=list)

    def slots(self) -> Iterator[Found]:
        """The pages, then the other objects, then what earlier revisions hold besides."""
        seen: set[str] = set()
        for slot in self._current():
            if not isinstance(slot, Inner):
                seen.add(slot.part.text)
            yield slot
        yield from self._former(seen)
        yield from leftover(self.data[: max(0, self.data.find(_BEGIN))])
        yield from leftover(
            self.data[self.data.rfind(b"%%EOF") + 5 :] if b"%%EOF" in self.data else b""
        )
        if self.pdf.get_warnings():
            self.reading.gap(GapReason.CORRUPT)

    def _current(self) -> Iterator[Found]:
        document = PDFDocument(PDFParser(io.BytesIO(self.data)))
        manager = Fonts(self.pdf)
        count = 0
        for count, page in enumerate(PDFPage.create_pages(document), 1):
            self.reading.member()
            yield from self._page(manager, page, count)
        if count != len(self.pdf.pages):
            self.reading.gap(GapReason.CORRUPT)
        objects = Objects(self.pdf, self.reading)
        yield from objects.slots()
        yield from Unshown(self.pdf, document, manager, self.reading, objects.files).slots()

    def _page(self, manager: Any, page: Any, number: int) -> Iterator[Found]:
        recorder = Recorder(manager)
        recorder.streams.append([PAGE, -1])
        interpreter = Interpreter(manager, recorder)
        interpreter.process_page(page)
        self.reading.spend(len(recorder.glyphs))
        own = Page(number, recorder.glyphs, _ctm(page))
        self.pages.append(own)
        slot = page_slot(own, own.glyphs, f"side {number}")
        yield slot
        yield from upright_slots(slot)
        for text in recorder.instead:
            yield InsteadSlot(Part(text, f"side {number}, erstatningstekst"), own)
        yield from self._appearances(manager, page, own)
        yield from self._pictures(recorder, page, number)

    def _appearances(self, manager: Any, page: Any, own: Page) -> Iterator[PageSlot]:
        """What annotations look like, where it is drawn."""
        for stream, resources in _forms(page.annots):
            recorder = Recorder(manager)
            recorder.set_ctm((1, 0, 0, 1, 0, 0))
            Interpreter(manager, recorder).render_contents(resources, [stream])
            if recorder.glyphs:
                self.reading.spend(len(recorder.glyphs))
                yield page_slot(own, recorder.glyphs, f"side {own.number}, mærkat", has_notes=False)

    def _pictures(self, recorder: Recorder, page: Any, number: int) -> Iterator[NameSlot]:
        """What is to be seen on the page and is no letter."""
        left, bottom, right, top = page.mediabox
        area = abs((right - left) * (top - bottom)) or 1.0
        boxes = [box for box in recorder.pictures if _area(box) / area > _MIN_PICTURE]
        is_unread = any(glyph.text == UNKNOWN for glyph in recorder.glyphs)
        is_drawn = not recorder.glyphs and recorder.has_paths
        if not boxes and not is_unread and not is_drawn:
            return
        place = f"side {number}, billede"
        if not self.reading.ocr:
            self.reading.gap(GapReason.NEEDS_OCR, place)
            return
        image = self._rendered(number)
        whole = is_unread or is_drawn or any(_area(box) / area > _WHOLE for box in boxes)
        width, height = image.size
        across, down = width / (right - left or 1), height / (top - bottom or 1)
        turned = page.rotate in {90, 270}
        for box in [None] if whole or turned else dict.fromkeys(boxes):
            crop = image
            if box is not None:
                x0, y0, x1, y1 = box
                edges = (x0 * across, height - y1 * down, x1 * across, height - y0 * down)
                crop = image.crop(tuple(round(edge) for edge in edges))
            yield NameSlot.of(text_of(crop, self.reading, place), place, "pdf")

    def _rendered(self, number: int) -> Any:
        document = pypdfium2.PdfDocument(self.data)
        try:
            page = document[number - 1]
            longest = max(page.get_size()) or 1.0
            scale = min(_SCALE, _MOST_SIDE / longest)
            return page.render(scale=scale, grayscale=True).to_pil()
        finally:
            document.close()

    def _former(self, seen: set[str]) -> Iterator[GoneSlot]:
        """What the last revision before this one says that this one does not."""
        ends = [match.end() for match in _END.finditer(self.data)]
        if b"/Linearized" in self.data[:_HEAD]:
            ends = ends[1:]
        for end in reversed(ends[:-1]):
            try:
                before = _opened(self.data[:end], self.reading)
            except UnreadableError:
                continue
            with self.reading.within("tidligere udgave"):
                for slot in before._current():  # noqa: SLF001  # one of our own
                    if not isinstance(slot, Inner) and slot.part.text not in seen:
                        seen.add(slot.part.text)
                        yield GoneSlot(slot.part)

    def save(self) -> bytes:
        """The latest revision without the glyphs, the properties and the earlier revisions."""
        forms: dict[Stream, list[Glyph]] = {}
        for own in self.pages:
            for glyph in own.gone:
                if glyph.stream != PAGE:
                    forms.setdefault(glyph.stream, []).append(glyph)
        for key, gone in forms.items():
            form = self.pdf.get_object(key)
            form.write(cut(form, gone))
        for own in self.pages:
            if own.gone or own.is_cut:
                self._cut(own)
        _clean(self.pdf)
        buffer = io.BytesIO()
        self.pdf.save(buffer, deterministic_id=True)
        return buffer.getvalue()

    def _cut(self, own: Page) -> None:
        page = self.pdf.pages[own.number - 1]
        gone = [glyph for glyph in own.gone if glyph.stream == PAGE]
        page.obj.Contents = self.pdf.make_stream(cut(page, gone))
        write_notes(page, own.notes, own.ctm)


def _forms(annotations: Any) -> Iterator[tuple[Any, Any]]:
    """The normal appearances of annotations, with their resources."""
    from pdfminer.pdftypes import PDFStream, resolve1  # noqa: PLC0415

    for annotation in resolve1(annotations) or ():
        found = resolve1(annotation)
        look = resolve1(found.get("AP")) if isinstance(found, dict) else None
        normal = resolve1(look.get("N")) if isinstance(look, dict) else None
        states = normal.values() if isinstance(normal, dict) else [normal]
        for state in map(resolve1, states):
            if isinstance(state, PDFStream):
                state.attrs.setdefault("BBox", [0, 0, 0, 0])
                yield state, resolve1(state.attrs.get("Resources")) or {}


def _area(box: tuple[float, float, float, float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _ctm(page: Any) -> Matrix:
    """The matrix that pdfminer reads a page with."""
    x0, y0, x1, y1 = page.mediabox
    if page.rotate == 90:  # noqa: PLR2004  # degrees
        return (0, -1, 1, 0, -y0, x1)
    if page.rotate == 180:  # noqa: PLR2004  # degrees
        return (-1, 0, 0, -1, x1, y1)
    if page.rotate == 270:  # noqa: PLR2004  # degrees
        return (0, 1, -1, 0, y1, -x0)
    return (1, 0, 0, 1, -x0, -y0)


def _clean(pdf: Any) -> None:
    """Take out what the file tells of itself."""
    if "/Info" in pdf.trailer:
        del pdf.trailer.Info
    for obj in pdf.objects:
        if isinstance(obj, (pikepdf.Dictionary, pikepdf.Stream)):
            for key in ("/Metadata", "/PieceInfo"):
                if key in obj:
                    del obj[key]


def _opened(data: bytes, reading: Reading) -> _Pdf:
    is_locked = False
    for password in ("", *reading.passwords):
        try:
            pdf = pikepdf.open(io.BytesIO(data), password=password, suppress_warnings=True)
        except pikepdf.PasswordError:
            is_locked = True
            continue
        except (pikepdf.PdfError, ValueError):
            raise UnreadableError(GapReason.CORRUPT) from None
        if not pdf.is_encrypted:
            return _Pdf(data, pdf, reading)
        plain = io.BytesIO()
        pdf.save(plain, encryption=False)
        again = plain.getvalue()
        return _Pdf(again, pikepdf.open(io.BytesIO(again)), reading)
    raise UnreadableError(GapReason.ENCRYPTED if is_locked else GapReason.CORRUPT)


def _matches(sniff: Sniff) -> bool:
    return b"%PDF-" in sniff.head[:_HEAD]


PDF = Format("pdf", "application/pdf", _matches, _opened, is_writable=True)
