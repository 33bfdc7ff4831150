"""The HTML report printed by Chromium: gaps first, and a page holds more than a few findings."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import Sluse

CHROMIUM, READER = shutil.which("chromium"), shutil.which("pdftotext")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
ROWS = 120
FEWEST = 20  # findings on a page in full


@pytest.fixture
def pages(sluse: Sluse, state: Path) -> list[str]:
    """The text of each page."""
    folder = state / "afdelingen for sager" / "2026" / "et langt navn på en mappe"
    folder.mkdir(parents=True)
    lines = [f"Nr. {number}: 010158-5670" for number in range(ROWS)]
    (folder / "et langt navn på en fil.txt").write_text("CPR\n" + "\n".join(lines), "utf-8")
    (folder / "tom.txt").touch()
    report, paper = state / "r.html", state / "r.pdf"
    assert sluse("scan", state / "afdelingen for sager", "--report", report).code == 3
    command = [str(CHROMIUM), *FLAGS, f"--print-to-pdf={paper}", report.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603  # Chromium itself
    told = subprocess.run(  # noqa: S603  # poppler
        [str(READER), "-layout", str(paper), "-"], check=True, capture_output=True
    )
    return told.stdout.decode().split("\f")[:-1]


@pytest.mark.skipif(not (CHROMIUM and READER), reason="chromium and poppler are not installed")
def test_the_report_reads_well_on_paper(pages: list[str]) -> None:
    found = [page.count("01****-****") for page in pages]
    assert sum(found) == ROWS
    assert all(count >= FEWEST for count in found[1:-1])
    assert pages[0].index("Kunne ikke undersøges") < pages[0].index("Fund efter type")
    assert "tom.txt" in pages[0]
    assert all("Værdi" in page for page, count in zip(pages, found, strict=True) if count)
    assert "Vis kun rækker" not in "".join(pages)
    assert "5670" not in "".join(pages)
    assert "Må ikke sendes: 2 filer" in pages[0]  # in one language
