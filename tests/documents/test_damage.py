"""Damaged files: reading never raises, and never calls clean what it could not read."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scanner.documents.decode import Decoded
from scanner.documents.read import Contents, read
from scanner.documents.reading import Limits, Reading

from .conftest import MANIFEST, SAMPLES

PACKED = ["01_aftale.docx", "03_deltagere.xlsx", "05_oplaeg.pptx", "11_pakke.zip"]
LOOSE = ["06_mail.eml", "08_side.html", "09_kunder.csv", "15_utf16.txt", "16_latin1.txt"]
BINARY = ["07_outlook.msg", "12_laast.pdf", "17_rapport.pdf", "20_laast.xlsx"]
CAREFUL = Limits(inflated=64 << 20)


def looked_at(data: bytes) -> Contents:
    """What is read from ``data``, without asking Tesseract."""
    return read(data, Reading(CAREFUL, ocr=False))


def flipped(data: bytes, places: list[int]) -> bytes:
    changed = bytearray(data)
    for place in places:
        changed[place % len(data)] ^= 0xFF
    return bytes(changed)


PLACES = st.lists(st.integers(0, 1 << 20), min_size=1, max_size=8)
STARTS = [b"", b"PK\x03\x04", b"%PDF-1.4", b"{\\rtf1", b"\x89PNG\r\n\x1a\n", b"7z\xbc\xaf'\x1c"]
SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("name", [*PACKED, *LOOSE, *BINARY])
@SLOW
@given(places=PLACES)
def test_flipped_bytes_never_raise(name: str, places: list[int]) -> None:
    contents = looked_at(flipped((SAMPLES / name).read_bytes(), places))
    assert contents.doc.parts or contents.gaps


@pytest.mark.parametrize("name", PACKED)
@SLOW
@given(places=PLACES)
def test_a_damaged_package_is_read_in_full_or_has_a_gap(name: str, places: list[int]) -> None:
    data = (SAMPLES / name).read_bytes()
    values = {value["string"] for value in MANIFEST[name]["values"]}
    contents = looked_at(flipped(data, places))
    text = "\n".join(part.text for part in contents.doc.parts)
    assert contents.gaps or all(value in text for value in values)


@pytest.mark.parametrize("name", [*PACKED, *BINARY])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off_has_a_gap(name: str, share: float) -> None:
    data = (SAMPLES / name).read_bytes()
    assert looked_at(data[: int(len(data) * share)]).gaps


@SLOW
@given(
    st.binary(max_size=400),
    st.sampled_from(STARTS),
)
def test_any_bytes_are_read_or_have_a_gap(data: bytes, start: bytes) -> None:
    contents = looked_at(start + data)
    is_blank = not Decoded.of(start + data).text.strip()  # 0xA0 alone is a blank of Windows
    assert contents.gaps or contents.doc.parts or is_blank
