"""What the tests of documents share: the samples and their manifest, and bytes in, result out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from scanner import Scanner
from scanner.documents.read import Contents, read, write
from scanner.documents.reading import Reading
from scanner.pipeline import Result

SAMPLES = Path(__file__).parent / "samples"
MANIFEST: dict[str, Any] = {
    entry["file"]: entry
    for entry in json.loads((SAMPLES / "manifest.json").read_text(encoding="utf-8"))["files"]
}


@dataclass(frozen=True)
class Scanned:
    """A file that was read and judged."""

    contents: Contents
    result: Result
    found: list[tuple[str, str, str]] = field(repr=False)

    @property
    def values(self) -> set[str]:
        """The texts of all findings."""
        return {text for text, _, _ in self.found}


Scan = Callable[..., Scanned]
Redact = Callable[..., bytes]


@pytest.fixture(scope="session")
def scan_file(scanner: Scanner) -> Scan:
    """Bytes → what was found: (text, entity type, place) of each finding, and the gaps."""

    def scan(data: bytes, *passwords: str, ocr: bool = True) -> Scanned:
        contents = read(data, Reading(passwords=passwords, ocr=ocr))
        result = scanner.scan_doc(contents.doc, gaps=contents.gaps)
        parts = contents.doc.parts
        found = [
            (f.span.of(parts[f.part].text), f.entity_type, parts[f.part].place)
            for f in (ruling.finding for ruling in result.findings)
        ]
        return Scanned(contents, result, found)

    return scan


@pytest.fixture(scope="session")
def redact_file(scanner: Scanner) -> Redact:
    """Bytes → the redacted copy of them, as the command makes it."""

    def redact(data: bytes, *passwords: str) -> bytes:
        contents = read(data, Reading(passwords=passwords))
        redaction = scanner.redact_doc(contents.doc, gaps=contents.gaps)
        assert redaction.edits is not None
        return write(data, redaction.edits, Reading(passwords=passwords))

    return redact


def converted(files: Sequence[Path], target: Path) -> None:
    """Have LibreOffice open all of ``files`` at once, and write each as PDF into ``target``."""
    profile = (target / "profile").as_uri()
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"),
            *("--outdir", str(target), *map(str, files)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )


def pages(file: Path) -> str:
    """The text of a PDF, as poppler sees it."""
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode()
