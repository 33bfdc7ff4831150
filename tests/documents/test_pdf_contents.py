"""Contents parsed by qpdf come to the same as those that pdfminer parses itself: the oracle."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from scanner.documents.formats.pdf_contents import Fonts
from scanner.documents.read import Contents, read
from scanner.documents.reading import Reading

from .conftest import SAMPLES
from .hidden_pdf import PDF
from .test_pdf import drawn, shown

OPERATORS = {
    "a text": "(Navn) Tj",
    "an escape": r"(Na\166n \(x\)) Tj",
    "hexadecimal": "<4e61766e> Tj",
    "spaced out": "[(Na) -300.5 (vn) 20 (x)] TJ",
    "the next line": "(a) Tj (b) ' 1 2 (c d) \"",
    "spacing and scaling": "2 Tw 1.5 Tc 80 Tz 3 Ts (a b) Tj",
    "turned": "0 1 -1 0 50 50 Tm (op) Tj .5 0 0 .5 9 9 Tm (ned) Tj",
    "instead of it": "/Span <</ActualText (Bo) /MCID 1 /A [1 /B true null]>> BDC (x) Tj EMC",
    "an inline picture": "ET BI /W 1 /H 1 /BPC 8 /CS /G ID \x01 EI BT /F1 12 Tf (a) Tj",
    "colors and paths": "ET 1 0 0 rg /DeviceRGB cs .1 .2 .3 sc 0 0 m 9 9 l S BT /F1 12 Tf (a) Tj",
    "no font": "/F99 12 Tf (x) Tj /F1 12 Tf (y) Tj",
    "an unknown operator": "(a) Tj 1 2 xyz (b) Tj",
    "too few operands": "12 Tf 1 Td (a) Tj",
    "too many operands": "1 2 3 4 Td (a) Tj",
    "odd operands": "(x) Tc /A Tw [(a) /B (b)] TJ",
    "a closing bracket": "(a) Tj ] (b) Tj",
    "nothing behind": "(a) Tj 1 2",
}


def lines(canvas: Canvas) -> None:
    """Three lines, one far from the others."""
    for height in (9, 50, 64):
        canvas.drawString(50, height, f"Linje {height}")


FILES = {
    **{name: shown(operators) for name, operators in OPERATORS.items()},
    **PDF,
    **{name: (SAMPLES / name).read_bytes() for name in ("17_rapport.pdf", "19_scannet.pdf")},
    "lines": drawn(lines),
}


def as_read(data: bytes) -> Contents:
    return read(data, Reading(ocr=False))


@pytest.mark.parametrize("name", FILES)
def test_qpdf_and_pdfminer_come_to_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = as_read(FILES[name])
    monkeypatch.setattr(Fonts, "steps", lambda _self, _streams: None)
    assert quick == as_read(FILES[name])


def test_what_qpdf_refuses_is_parsed_by_pdfminer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_stream: Any) -> None:
        raise pikepdf.PdfError

    monkeypatch.setattr(pikepdf, "parse_content_stream", refuse)
    assert any("Navn" in part.text for part in as_read(FILES["a text"]).doc.parts)


def test_contents_are_read_by_qpdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pdfminer.pdfinterp.PDFContentParser", None)
    texts = " ".join(part.text for part in as_read(FILES["spaced out"]).doc.parts)
    assert re.search(r"Na\s*vn", texts)
