"""Files under a password: a gap without it, read with it, and never a copy that is open."""

from __future__ import annotations

import base64
import io

import docx
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from scanner.doc import Edit, Span
from scanner.documents.read import read, write
from scanner.documents.reading import Reading
from scanner.documents.unreadable import NotWritableError
from scanner.finding import GapReason

from .conftest import Scan

VALUE = "010158-5670"
PASSWORD = "rødgrød"
# Made by Info-ZIP 3.0 (zip -X -P): traditional encryption, which no library here writes.
PLAIN_ZIP = """
UEsDBAoACQAAALSmeV1sQV7zHAAAABAAAAAIAAAAYnJldi50eHSL0dBoL8ZKcehbaGgM5pFtEdVCTVA5GYEaKC1AUEsHCGxB
XvMcAAAAEAAAAFBLAQIeAwoACQAAALSmeV1sQV7zHAAAABAAAAAIAAAAAAAAAAEAAACkgQAAAABicmV2LnR4dFBLBQYAAAAA
AQABADYAAABSAAAAAAA="""
DOS_ZIP = """
UEsDBAoACQAAALSmeV1sQV7zHAAAABAAAAAIAAAAYnJldi50eHRvE5yMURRqj7xcI2R3wRnQtSoupAJ5foPY7dxMUEsHCGxB
XvMcAAAAEAAAAFBLAQIeAwoACQAAALSmeV1sQV7zHAAAABAAAAAIAAAAAAAAAAEAAACkgQAAAABicmV2LnR4dFBLBQYAAAAA
AQABADYAAABSAAAAAAA="""


def locked_word() -> bytes:
    """A Word document under a password, as Office makes it."""
    plain, locked = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph(f"CPR {VALUE}")
    document.save(plain)
    OOXMLFile(plain).encrypt(PASSWORD, locked)
    return locked.getvalue()


FILES = {
    "docx": (locked_word(), PASSWORD),
    "zip": (base64.b64decode(PLAIN_ZIP), "hemmelig"),
    "zip, a password in the letters of DOS": (base64.b64decode(DOS_ZIP), PASSWORD),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("given", [(), ("forkert",)])
def test_without_its_password_it_is_a_gap(
    name: str, given: tuple[str, ...], scan_file: Scan
) -> None:
    data, _ = FILES[name]
    scanned = scan_file(data, *given)
    assert {gap.reason for gap in scanned.result.gaps} == {GapReason.ENCRYPTED}
    assert not scanned.result.is_clean
    assert VALUE not in scanned.values


@pytest.mark.parametrize("name", FILES)
def test_with_it_it_is_read_and_no_open_copy_is_made(name: str, scan_file: Scan) -> None:
    data, password = FILES[name]
    scanned = scan_file(data, "forkert", password)
    assert scanned.result.gaps == ()
    assert VALUE in scanned.values
    reading = Reading(passwords=("forkert", password))
    edits = [
        [Edit(Span(at, at + len(VALUE)), "x")] if (at := part.text.find(VALUE)) >= 0 else []
        for part in read(data, reading).doc.parts
    ]
    assert any(edits)
    with pytest.raises(NotWritableError):
        write(data, edits, Reading(passwords=(password,)))
