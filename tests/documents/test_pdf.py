"""Every corner of a PDF: read in its place, gone from the copy; what is left looks as before.

The value is invented.
"""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from scanner.doc import Edit, Span
from scanner.documents.read import read, write
from scanner.documents.reading import Reading
from scanner.documents.unreadable import NotWritableError
from scanner.finding import GapReason

from .conftest import Redact, Scan

VALUE = "Quist-Lundby"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
PLAIN = ImageFont.load_default(40)


def drawn(draw: Callable[[Canvas], None]) -> bytes:
    """A page that ``draw`` wrote on."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 300))
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def changed(change: Callable[[pikepdf.Pdf], None], data: bytes | None = None) -> bytes:
    """A page of text after ``change``."""
    source = data or drawn(lambda canvas: canvas.drawString(50, 200, "Intro"))
    with pikepdf.open(io.BytesIO(source)) as pdf:
        change(pdf)
        buffer = io.BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


def shown(operators: str) -> bytes:
    """A page with ``operators`` within its text object."""

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(f"BT /F1 12 Tf 14 TL 50 100 Td {operators} ET".encode())

    return changed(change)


def annotated(**keys: object) -> bytes:
    """A page with one annotation."""

    def change(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[10, 10, 90, 90], **keys)
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])

    return changed(change)


def field(canvas: Canvas) -> None:
    canvas.acroForm.textfield(name="navn", value=VALUE, x=50, y=50, width=200)


def turned(canvas: Canvas) -> None:
    canvas.rotate(30)
    canvas.drawString(150, 20, f"Til {VALUE} i dag")


def in_form(canvas: Canvas) -> None:
    canvas.beginForm("stempel")
    canvas.drawString(60, 120, f"Til {VALUE}")
    canvas.endForm()
    canvas.doForm("stempel")


def on_two_pages(canvas: Canvas) -> None:
    in_form(canvas)
    canvas.showPage()
    canvas.doForm("stempel")


def in_unicode(canvas: Canvas) -> None:
    pdfmetrics.registerFont(TTFont("DejaVu", FONT))
    canvas.setFont("DejaVu", 12)
    canvas.drawString(50, 100, f"Kære {VALUE}, øl ✓")


def two_lines(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "En linje før")
    canvas.drawString(50, 100, f"{VALUE} og mere")


def bookmarked(canvas: Canvas) -> None:
    canvas.bookmarkPage("a")
    canvas.addOutlineEntry(VALUE, "a")


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["brev.txt"] = pikepdf.AttachedFileSpec(pdf, VALUE.encode(), filename="brev.txt")


def scripted(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"alert('{VALUE}')")


def described(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = VALUE


def turn(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].rotate(90, relative=False)


TEXTS = {
    "a line": (drawn(lambda c: c.drawString(50, 100, f"Til {VALUE} i dag")), "^side 1$"),
    "pieces": (shown("[(Qu)-20(ist)5(-Lundby)] TJ"), "^side 1$"),
    "two operators": (shown("(Quist-) Tj (Lundby) Tj"), "^side 1$"),
    "letter by letter": (shown(" ".join(f"({sign}) Tj" for sign in VALUE)), "^side 1$"),
    "the next line": (shown(f"(x) Tj ({VALUE}) '"), "^side 1$"),
    "with spacing": (shown(f'(x) Tj 1 2 (a {VALUE} b) "'), "^side 1$"),
    "not visible": (shown(f"3 Tr ({VALUE}) Tj"), "^side 1$"),
    "white": (shown(f"1 1 1 rg ({VALUE}) Tj"), "^side 1$"),
    "beyond the page": (shown(f"900 900 Td ({VALUE}) Tj"), "^side 1$"),
    "turned text": (drawn(turned), "^side 1$"),
    "a turned page": (changed(turn, shown(f"({VALUE}) Tj")), "^side 1$"),
    "a form": (drawn(in_form), "^side 1$"),
    "a form on two pages": (drawn(on_two_pages), "^side 2$"),
    "a font of two bytes": (drawn(in_unicode), "^side 1$"),
    "read instead": (shown(f"/Span <</ActualText ({VALUE})>> BDC (x) Tj EMC"), "erstatningstekst"),
    "a note": (annotated(Subtype=pikepdf.Name.Text, Contents=VALUE), "side 1, kommentar"),
    "who noted": (annotated(Subtype=pikepdf.Name.Text, T=VALUE), "side 1, navn"),
    "a link": (
        annotated(
            Subtype=pikepdf.Name.Link,
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"mailto:{VALUE}@x.dk"),
        ),
        "side 1, link",
    ),
    "a field": (drawn(field), "side 1, formularfelt"),
    "a bookmark": (drawn(bookmarked), "titel"),
    "an attachment": (changed(attached), "^vedhæftet: brev.txt"),
    "a script": (changed(scripted), "JS"),
}  # fmt: skip
PROPERTIES = {
    "the author": drawn(lambda canvas: canvas.setAuthor(VALUE)),
    "XMP": changed(described),
}


def redacted(data: bytes) -> bytes:
    edits = [
        [Edit(Span(m.start(), m.end()), "[NAVN 1]") for m in re.finditer(VALUE, part.text)]
        for part in read(data, Reading()).doc.parts
    ]
    return write(data, edits, Reading())


def everything(data: bytes) -> str:
    """All streams unpacked, all strings, and the text by poppler."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        raw = b"".join(
            bytes(obj.read_bytes()) if isinstance(obj, pikepdf.Stream) else obj.unparse()
            for obj in pdf.objects
        )
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return raw.decode("latin-1") + done.stdout.decode()


@pytest.mark.parametrize("name", TEXTS)
def test_a_value_is_read_in_its_place_and_is_gone_from_the_copy(name: str) -> None:
    data, place = TEXTS[name]
    contents = read(data, Reading())
    assert contents.gaps == ()
    found = [part.place for part in contents.doc.parts if VALUE in part.text]
    assert any(re.search(place, where) for where in found), found
    copy = redacted(data)
    assert VALUE not in everything(copy)
    again = read(copy, Reading())
    assert not any(VALUE in part.text for part in again.doc.parts)
    assert again.gaps == ()
    if name not in {"read instead", "a script"}:
        assert any("[NAVN 1]" in part.text for part in again.doc.parts)


@pytest.mark.parametrize("name", PROPERTIES)
def test_properties_are_read_and_in_no_copy(name: str) -> None:
    data = PROPERTIES[name]
    assert any(VALUE in part.text for part in read(data, Reading()).doc.parts)
    copy = redacted(data)
    assert VALUE not in everything(copy)
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        assert "/Info" not in pdf.trailer
        assert "/Metadata" not in pdf.Root


def test_an_earlier_revision_is_read_and_in_no_copy() -> None:
    first = drawn(lambda canvas: canvas.drawString(50, 100, VALUE))
    number = first.rindex(b"startxref")
    start = int(first[number:].split()[1])
    with pikepdf.open(io.BytesIO(first)) as pdf:
        contents = pdf.pages[0].obj.Contents.objgen[0]
    new = len(first)
    stream = b"%d 0 obj\n<</Length 2>>\nstream\n \n\nendstream\nendobj\n" % contents
    table = b"xref\n%d 1\n%010d 00000 n \n" % (contents, new)
    trailer = first[first.rindex(b"trailer") : number].replace(b"<<", b"<</Prev %d" % start, 1)
    end = b"startxref\n%d\n%%%%EOF\n" % (new + len(stream))
    data = first + stream + table + trailer + end
    places = [part.place for part in read(data, Reading()).doc.parts if VALUE in part.text]
    assert places == ["tidligere udgave › side 1"]
    assert VALUE not in everything(redacted(data))
    assert b"%%EOF" not in redacted(data).strip()[:-5]


UPRIGHT = " ".join(f"({digit}) Tj 0 -15 Td" for digit in "0101585670")
BESIDE = " ".join(f"1 0 0 1 50 {y} Tm (Linje {y}) Tj" for y in range(290, 100, -11))


@pytest.mark.parametrize("beside", ["", BESIDE])
def test_a_number_that_is_written_upright_is_found(
    beside: str, scan_file: Scan, redact_file: Redact
) -> None:
    data = changed(
        lambda pdf: pdf.pages[0].contents_add(
            f"BT /F1 12 Tf 1 0 0 1 350 280 Tm {UPRIGHT} {beside} ET".encode()
        ),
        drawn(lambda canvas: canvas.drawString(50, 20, "Intro")),
    )
    assert "DK_CPR" in {kind for _, kind, _ in scan_file(data).found}
    copy = redact_file(data)
    assert "DK_CPR" not in {kind for _, kind, _ in scan_file(copy).found}
    assert not re.search(r"(?:[05678]\s+){4}", everything(copy)[-400:])


def test_the_rest_of_the_page_looks_as_before() -> None:
    data = drawn(two_lines)
    before, after = picture(data), picture(redacted(data))
    box = ImageChops.difference(before, after).getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert left >= 98
    assert right <= 250
    assert top >= 370
    assert bottom <= 420


def picture(data: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    image: Image.Image = document[0].render(scale=2, grayscale=True).to_pil()
    document.close()
    return image


def test_a_picture_with_the_value_is_read_and_cannot_be_written() -> None:
    image = Image.new("L", (700, 120), "white")
    ImageDraw.Draw(image).text((20, 30), f"Navn: {VALUE}", font=PLAIN, fill="black")
    data = drawn(lambda canvas: canvas.drawImage(ImageReader(image), 20, 100, 350, 60))
    contents = read(data, Reading())
    assert [p.place for p in contents.doc.parts if VALUE in p.text] == ["side 1, billede"]
    with pytest.raises(NotWritableError):
        redacted(data)
    assert {gap.reason for gap in read(data, Reading(ocr=False)).gaps} == {GapReason.NEEDS_OCR}


def test_a_broken_table_of_objects_is_a_gap() -> None:
    data = drawn(lambda canvas: canvas.drawString(50, 100, "x")).replace(b"startxref", b"startxxxx")
    assert {gap.reason for gap in read(data, Reading()).gaps} == {GapReason.CORRUPT}
