"""Files with a text in one corner, made of a plain file and raw XML; the value that hides there."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Mapping

import docx
import openpyxl
import pptx
from odf import opendocument
from odf import text as odf_text
from pptx.util import Inches

VALUE = "010158-5670"  # invented
PACKED = base64.b64encode(f"Til Bo. CPR {VALUE}".encode()).decode()
HEAD = b"From: a@example.dk\nTo: b@example.dk\nSubject: x\nMIME-Version: 1.0\n"
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=B\n\n"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def members(data: bytes) -> dict[str, bytes]:
    """The members of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The zip of ``parts``, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def changed(data: bytes, member: str, before: str, after: str) -> bytes:
    """``data`` with ``after`` for the first ``before`` in a member; a new member without."""
    parts = members(data)
    if before:
        text = parts[member].decode()
        assert before in text
        parts[member] = text.replace(before, after, 1).encode()
    else:
        parts[member] = after.encode()
    return packed(parts)


def word() -> bytes:
    """A document of one paragraph."""
    document = docx.Document()
    document.add_paragraph("Intro")
    return saved(document)


def sheet() -> bytes:
    """A workbook of one sheet with a table."""
    workbook = openpyxl.Workbook()
    for row in (["Navn", "By"], ["Anna", "Odense"]):
        workbook.active.append(row)
    return saved(workbook)


def slides() -> bytes:
    """A presentation of one slide with a text box."""
    presentation = pptx.Presentation()
    presentation.core_properties.last_modified_by = ""
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(4), Inches(1))
    box.text_frame.text = "Intro"
    slide.notes_slide.notes_text_frame.text = "Note"
    return saved(presentation)


def writing() -> bytes:
    """An OpenDocument text of one paragraph."""
    document = opendocument.OpenDocumentText()
    document.text.addElement(odf_text.P(text="Intro"))
    return saved(document)


def saved(document: object) -> bytes:
    """What a library writes."""
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]  # each library has its own class
    return buffer.getvalue()


def related(data: bytes, member: str, kind: str, target: str, mode: str = "") -> bytes:
    """``data`` with one more relation of ``member``."""
    folder, _, file = member.rpartition("/")
    name = f"{folder}/_rels/{file}.rels".lstrip("/")
    told = f' TargetMode="{mode}"' if mode else ""
    node = f'<Relationship Id="rIdX" Type="{R}/{kind}" Target="{target}"{told}/></Relationships>'
    parts = members(data)
    if name not in parts:
        parts[name] = f'<Relationships xmlns="{RELS}"></Relationships>'.encode()
        data = packed(parts)
    text = parts[name].decode()
    if text.endswith("/>") and "</Relationships>" not in text:
        return changed(data, name, "", text[:-2] + ">" + node)
    return changed(data, name, "</Relationships>", node)
