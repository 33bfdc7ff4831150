"""The samples: every value is found in its place, every problem is a gap, every copy is clean.

Persons, firms and numbers in them are invented.
"""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pikepdf
import pytest

from scanner import Verdict
from scanner.documents import ocr
from scanner.documents.read import read, write
from scanner.documents.reading import Reading
from scanner.documents.unreadable import NotWritableError
from scanner.finding import GapReason

from .conftest import MANIFEST, SAMPLES, Redact, Scan, Scanned, converted, pages
from .packages import changed, writing

CPR = "010158-5670"  # invented
WARN = Verdict.WARN
# Values that stand in the file in pieces, or packed, and so are not seen in its bytes.
IN_PIECES = {
    "01_aftale.docx",
    "06_mail.eml",
    "08_side.html",
    "11_pakke.zip",
    "16_latin1.txt",
}

READ = [
    name for name, entry in MANIFEST.items() if entry["must_report"] in {"ok", "clean", "needs_ocr"}
]
LOCKED = [name for name, entry in MANIFEST.items() if entry["must_report"] == "encrypted"]
# No redacted copy can be made of these: Outlook's own format, and pictures.
NOT_WRITTEN = ["07_outlook.msg", "18_kvittering.png", "19_scannet.pdf"]
WRITTEN = [name for name in READ if name not in NOT_WRITTEN]
OPENED = {".docx", ".xlsx", ".pptx", ".pdf", ".html", ".csv"}


def squeezed(text: str) -> str:
    """``text`` without blanks, as values are compared."""
    return re.sub(r"\s+", "", text)


def shares(value: str, found: str) -> bool:
    """Whether one holds the other: a title before a name, or a firm found by its last words."""
    return value in found or found in value


def missing(name: str, scanned: Scanned) -> list[str]:
    """The values of the manifest that were not found in their place."""
    return [
        value["string"]
        for value in MANIFEST[name]["values"]
        if value["label"] != "AMBIGUOUS"
        and not any(
            shares(squeezed(value["string"]), squeezed(text))
            and entity_type == value["label"]
            and re.search(value["place"], place)
            for text, entity_type, place in scanned.found
        )
    ]


@pytest.mark.parametrize("name", READ)
def test_every_value_is_found_in_its_place(name: str, scan_file: Scan) -> None:
    scanned = scan_file((SAMPLES / name).read_bytes())
    assert missing(name, scanned) == []
    assert scanned.result.gaps == ()
    assert scanned.result.is_clean is (MANIFEST[name]["must_report"] == "clean")


@pytest.mark.parametrize("name", LOCKED)
def test_a_password_opens_it(name: str, scan_file: Scan) -> None:
    scanned = scan_file((SAMPLES / name).read_bytes(), "forkert", MANIFEST[name]["password"])
    assert missing(name, scanned) == []
    assert scanned.result.gaps == ()


@pytest.mark.parametrize("name", ["18_kvittering.png", "19_scannet.pdf"])
def test_a_picture_that_is_not_read_is_a_gap(name: str, scan_file: Scan) -> None:
    scanned = scan_file((SAMPLES / name).read_bytes(), ocr=False)
    assert {gap.reason for gap in scanned.result.gaps} == {GapReason.NEEDS_OCR}
    assert not scanned.result.is_clean


@pytest.mark.parametrize("found", [None, "/bin/false"])
def test_without_tesseract_and_its_danish_a_picture_is_a_gap(
    found: str | None, scan_file: Scan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _program: found)
    ocr.command.cache_clear()
    scanned = scan_file((SAMPLES / "18_kvittering.png").read_bytes())
    ocr.command.cache_clear()
    assert {gap.reason for gap in scanned.result.gaps} == {GapReason.NEEDS_OCR}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("12_laast.pdf", GapReason.ENCRYPTED),
        ("13_oedelagt.docx", GapReason.CORRUPT),
        ("14_tom.txt", GapReason.EMPTY),
        ("20_laast.xlsx", GapReason.ENCRYPTED),
    ],
)
def test_what_cannot_be_read_is_a_gap(name: str, reason: GapReason, scan_file: Scan) -> None:
    scanned = scan_file((SAMPLES / name).read_bytes())
    assert reason in {gap.reason for gap in scanned.result.gaps}
    assert not scanned.result.is_clean


def contents(data: bytes) -> str:
    """All that can be read in a file by other means: members unpacked, pages by poppler."""
    if data.startswith(b"%PDF"):
        done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            streams = [bytes(obj.read_bytes()) for obj in pdf.objects if is_stream(obj)]
        return (done.stdout + b"".join(streams)).decode("utf-8", "replace")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(contents(archive.read(name)) for name in archive.namelist())
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    return html.unescape(data.decode("utf-8", "replace"))


def is_stream(obj: object) -> bool:
    return isinstance(obj, pikepdf.Stream) and "/DCTDecode" not in str(obj.get("/Filter"))


@pytest.fixture(scope="module")
def copies(redact_file: Redact) -> dict[str, bytes]:
    """The redacted copies of all samples that can be written."""
    return {name: redact_file((SAMPLES / name).read_bytes()) for name in WRITTEN}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_copy_holds_none_of_the_values(
    name: str, copies: dict[str, bytes], scan_file: Scan
) -> None:
    values = [squeezed(value["string"]) for value in MANIFEST[name]["values"]]
    before = squeezed(contents((SAMPLES / name).read_bytes()))
    after = squeezed(contents(copies[name]))
    assert [value for value in values if value in after] == []
    if name not in IN_PIECES:
        assert all(value in before for value in values)
    left = [ruling for ruling in scan_file(copies[name]).result.findings if ruling.action > WARN]
    assert left == []


@pytest.mark.parametrize("name", NOT_WRITTEN)
def test_what_cannot_be_written_is_refused(name: str, redact_file: Redact) -> None:
    with pytest.raises(NotWritableError):
        redact_file((SAMPLES / name).read_bytes())


@pytest.mark.parametrize("name", READ)
def test_without_edits_the_bytes_stay(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    parts = read(data, Reading(ocr=False)).doc.parts
    assert write(data, [()] * len(parts), Reading(ocr=False)) == data


def test_libreoffice_opens_every_copy(
    copies: dict[str, bytes], redact_file: Redact, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in copies if Path(name).suffix in OPENED]
    for file in files:
        file.write_bytes(copies[file.name])
    files.append(tmp_path / "brev.odt")
    letter = f"Intro</text:p><text:p>Mit CPR-nummer er {CPR}.</text:p>"
    source = changed(writing(), "content.xml", "Intro</text:p>", letter)
    assert CPR in contents(source)
    files[-1].write_bytes(redact_file(source))
    converted(files, tmp_path / "pdf")
    for file in files:
        text = pages((tmp_path / "pdf" / file.name).with_suffix(".pdf"))
        assert squeezed(text)
        entry = MANIFEST.get(file.name, {"values": [{"string": CPR}]})
        values = [squeezed(value["string"]) for value in entry["values"]]
        assert [value for value in values if value in squeezed(text)] == []
