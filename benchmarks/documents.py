"""Documents of many formats made of invented texts, the same at every run."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import pptx
from openpyxl import Workbook
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

_LINE = 60  # characters
TEXTS = Path(__file__).parent / "texts" / "dev.jsonl"


def paragraphs() -> list[tuple[str, list[str]]]:
    """The invented texts of the accuracy benchmark that all formats can hold, and their values."""
    told = map(json.loads, TEXTS.read_text(encoding="utf-8").splitlines())
    return [
        (each["text"], [each["text"][span["start"] : span["end"]] for span in each["spans"]])
        for each in told
        if _fits(each["text"])
    ]


def _fits(text: str) -> bool:
    """Whether a text has only letters of Windows-1252, and no word that is too long for a line.

    Nor a soft hyphen: a PDF shows none.
    """
    is_western = text == text.encode("cp1252", "replace").decode("cp1252")
    return is_western and "\xad" not in text and max(map(len, text.split())) < _LINE


def as_text(texts: list[str]) -> bytes:
    """Plain text."""
    return "\n\n".join(texts).encode()


def as_csv(texts: list[str]) -> bytes:
    """A table of two columns."""
    table = io.StringIO()
    csv.writer(table, delimiter=";").writerows([["sag", "bemærkning"], *enumerate(texts)])
    return table.getvalue().encode("cp1252")


def as_json(texts: list[str]) -> bytes:
    """A list of objects."""
    return json.dumps([{"sag": n, "tekst": text} for n, text in enumerate(texts)]).encode()


def as_html(texts: list[str]) -> bytes:
    """Paragraphs."""
    return (
        "<html><body>" + "".join(f"<p>{escape(text)}</p>" for text in texts) + "</body></html>"
    ).encode()


def as_mail(texts: list[str]) -> bytes:
    """A mail with a table attached."""
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Sag", "a@example.dk", "b@example.dk"
    mail.set_content(texts[0])
    mail.add_attachment(as_csv(texts[1:]), maintype="text", subtype="csv", filename="sager.csv")
    return mail.as_bytes()


def as_workbook(texts: list[str]) -> bytes:
    """A sheet."""
    book, file = Workbook(), io.BytesIO()
    book.active.append(["sag", "bemærkning"])
    for row in enumerate(texts):
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def as_letter(texts: list[str]) -> bytes:
    """Word: a paragraph for each line, and a table."""
    document, file = docx.Document(), io.BytesIO()
    for line in "\n".join(texts[:-1]).splitlines():
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["sag", "bemærkning", "1", texts[-1]], strict=True):  # noqa: SLF001  # its rows are slow
        cell.text = text
    document.save(file)
    return file.getvalue()


def as_slides(texts: list[str]) -> bytes:
    """PowerPoint: a slide for each text, the last one in the notes."""
    presentation, file = pptx.Presentation(), io.BytesIO()
    for number, text in enumerate(texts[:-1], 1):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = f"Sag {number}"
        slide.placeholders[1].text = text
        slide.notes_slide.notes_text_frame.text = texts[-1] if number == 1 else ""
    presentation.save(file)
    return file.getvalue()


def as_pdf(texts: list[str]) -> bytes:
    """PDF: pages of paragraphs."""
    file, style = io.BytesIO(), getSampleStyleSheet()["Normal"]
    lines = "\n".join(texts).splitlines()
    SimpleDocTemplate(file, invariant=1).build([Paragraph(escape(line), style) for line in lines])
    return file.getvalue()


def as_zip(texts: list[str]) -> bytes:
    """An archive of texts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
    return file.getvalue()


FORMATS: dict[str, Callable[[list[str]], bytes]] = {
    "txt": as_text, "docx": as_letter, "eml": as_mail, "pdf": as_pdf, "xlsx": as_workbook,
    "csv": as_csv, "pptx": as_slides, "json": as_json, "html": as_html, "zip": as_zip,
}  # fmt: skip


def generate(folder: Path, count: int) -> list[list[str]]:
    """``count`` documents, the same at every run, each with a number of its own; their values."""
    chance = random.Random(5)  # noqa: S311  # seeded on purpose
    texts = paragraphs()
    planted = []
    for number in range(count):
        suffix = list(FORMATS)[number % len(FORMATS)]
        chosen = chance.sample(texts, chance.randint(1, 6))
        made = FORMATS[suffix]([f"Sag {number}.", *(text for text, _ in chosen)])
        (folder / f"{number:05}.{suffix}").write_bytes(made)
        planted.append([value for _, values in chosen for value in values])
    return planted
