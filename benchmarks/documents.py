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

from openpyxl import Workbook

TEXTS = Path(__file__).parent / "texts" / "dev.jsonl"


def paragraphs() -> list[str]:
    """The invented texts of the accuracy benchmark."""
    lines = TEXTS.read_text(encoding="utf-8").splitlines()
    return [str(json.loads(line)["text"]) for line in lines]


def as_text(texts: list[str]) -> bytes:
    """Plain text."""
    return "\n\n".join(texts).encode()


def as_csv(texts: list[str]) -> bytes:
    """A table of two columns."""
    table = io.StringIO()
    csv.writer(table, delimiter=";").writerows([["sag", "bemærkning"], *enumerate(texts)])
    return table.getvalue().encode("cp1252", "replace")


def as_json(texts: list[str]) -> bytes:
    """A list of objects."""
    return json.dumps([{"sag": n, "tekst": text} for n, text in enumerate(texts)]).encode()


def as_html(texts: list[str]) -> bytes:
    """Paragraphs."""
    return (
        "<html><body>" + "".join(f"<p>{text}</p>" for text in texts) + "</body></html>"
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


def as_zip(texts: list[str]) -> bytes:
    """An archive of texts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
    return file.getvalue()


FORMATS: dict[str, Callable[[list[str]], bytes]] = {
    "txt": as_text, "csv": as_csv, "json": as_json, "html": as_html,
    "eml": as_mail, "xlsx": as_workbook, "zip": as_zip,
}  # fmt: skip


def generate(folder: Path, count: int) -> None:
    """``count`` documents, the same at every run; each has a number of its own in its text."""
    chance = random.Random(5)  # noqa: S311  # seeded on purpose
    texts = paragraphs()
    for number in range(count):
        suffix = list(FORMATS)[number % len(FORMATS)]
        chosen = [f"Sag {number}.", *chance.sample(texts, chance.randint(1, 6))]
        (folder / f"{number:05}.{suffix}").write_bytes(FORMATS[suffix](chosen))
