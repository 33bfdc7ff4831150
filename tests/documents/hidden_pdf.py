"""Corners of PDF."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from .packages import VALUE


def pdf(change: Callable[[pikepdf.Pdf], None] = lambda _: None) -> bytes:
    source, buffer = io.BytesIO(), io.BytesIO()
    canvas = Canvas(source, pagesize=(400, 300))
    canvas.drawString(50, 200, "Intro")
    canvas.save()
    with pikepdf.open(source) as opened:
        change(opened)
        opened.save(buffer)
    return buffer.getvalue()


def shown(operators: str) -> bytes:
    return pdf(lambda opened: opened.pages[0].contents_add(f"BT /F1 12 Tf {operators} ET".encode()))


def layer(opened: pikepdf.Pdf) -> None:
    """A text on a layer that is off."""
    group = opened.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="lag"))
    off = pikepdf.Dictionary(OFF=[group])
    opened.Root.OCProperties = pikepdf.Dictionary(OCGs=[group], D=off)
    page = opened.pages[0]
    page.obj.Resources.Properties = pikepdf.Dictionary(oc1=group)
    page.contents_add(f"/OC /oc1 BDC BT /F1 12 Tf 50 100 Td ({VALUE}) Tj ET EMC".encode())


def form(opened: pikepdf.Pdf, **keys: object) -> pikepdf.Stream:
    """Something that could be drawn."""
    found = opened.make_stream(f"BT /F1 12 Tf 50 50 Td ({VALUE}) Tj ET".encode(), **keys)
    found.BBox, found.Resources = [0, 0, 400, 300], opened.pages[0].obj.Resources
    opened.Root.Kept = opened.make_indirect(found)
    return found


def page_outside(opened: pikepdf.Pdf) -> None:
    page = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=[0, 0, 400, 300])
    page.Contents, page.Resources = form(opened), opened.pages[0].obj.Resources
    opened.Root.Kept = opened.make_indirect(page)


def rolled_over(opened: pikepdf.Pdf) -> None:
    looks = pikepdf.Dictionary(R=form(opened, Subtype=pikepdf.Name.Form))
    note(opened, Subtype=pikepdf.Name.Stamp, AP=looks)


def popped_up(opened: pikepdf.Pdf) -> None:
    note(opened, Subtype=pikepdf.Name.Popup, Contents=VALUE)


def note(opened: pikepdf.Pdf, **keys: object) -> None:
    told = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[0, 0, 9, 9], **keys)
    opened.pages[0].obj.Annots = pikepdf.Array([opened.make_indirect(told)])


def stream(opened: pikepdf.Pdf, text: str) -> None:
    opened.Root.Kept = opened.make_stream(text.encode())


def attach(opened: pikepdf.Pdf, data: bytes) -> None:
    opened.attachments["a"] = pikepdf.AttachedFileSpec(opened, data, filename="a")


def own_glyphs(opened: pikepdf.Pdf) -> None:
    """A font whose glyphs have names that nobody knows: what it shows cannot be told."""
    names = [pikepdf.Name(f"/g{number}") for number in range(10)]
    opened.pages[0].obj.Resources.Font["/F9"] = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.TrueType,
        BaseFont=pikepdf.Name("/Odd"),
        Encoding=pikepdf.Dictionary(Differences=[65, *names]),
        FontDescriptor=pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontBBox=[0, 0, 9, 9]),
    )
    opened.pages[0].contents_add(b"BT /F9 12 Tf 50 100 Td (ABCDEFGHIJ) Tj ET")


PDF = {
    "pdf, a layer that is off": pdf(layer),
    "pdf, invisible letters": shown(f"3 Tr 50 100 Td ({VALUE}) Tj"),
    "pdf, beside the page": shown(f"5000 100 Td ({VALUE}) Tj"),
    "pdf, letters one by one": shown("50 100 Td " + " ".join(f"({sign}) Tj" for sign in VALUE)),
    "pdf, glyphs with names of their own": pdf(own_glyphs),
    "pdf, a page that no list names": pdf(page_outside),
    "pdf, a form that no page shows": pdf(lambda opened: form(opened, Subtype=pikepdf.Name.Form)),
    "pdf, a pattern": pdf(lambda opened: form(opened, PatternType=1)),
    "pdf, what a note looks like under the mouse": pdf(rolled_over),
    "pdf, a stream of no kind": pdf(lambda opened: stream(opened, f"CPR {VALUE}")),
    "pdf, the name of a place": pdf(
        lambda opened: setattr(opened.Root, "Dests", pikepdf.Dictionary({f"/{VALUE}": 1}))
    ),
    "pdf, a note that opens": pdf(popped_up),
    "pdf, the label of a page": pdf(
        lambda opened: setattr(
            opened.Root, "PageLabels", pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(P=VALUE)])
        )
    ),
    "pdf, a form in XML": pdf(
        lambda opened: setattr(
            opened.Root, "AcroForm",
            pikepdf.Dictionary(XFA=opened.make_stream(f"<x><v>{VALUE}</v></x>".encode())),
        )
    ),
    "pdf, a file in a file": pdf(
        lambda opened: attach(opened, pdf(lambda inner: attach(inner, f"CPR {VALUE}".encode())))
    ),
    "pdf, bytes before it": f"CPR {VALUE}\n".encode() + pdf(),
    "pdf, bytes behind it": pdf() + f"\nCPR {VALUE}\n".encode(),
}  # fmt: skip
