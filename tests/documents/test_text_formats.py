"""Formats of plain text: what is read, where, and what a redacted copy keeps."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import re
import tarfile
import zipfile
from collections.abc import Callable

import py7zr
import pytest
import pyzipper
from hypothesis import example, given
from hypothesis import strategies as st

from scanner.doc import Edit, Span
from scanner.documents.read import read, write
from scanner.documents.reading import Limits, Reading
from scanner.documents.unreadable import NotWritableError
from scanner.finding import GapReason

from .conftest import SAMPLES

VALUE = "Quist-Lundby"
TEXT = f"Kære {VALUE}, velkommen på Ærø.\n"
HOLDERS = {
    "utf-8": TEXT.encode(),
    "utf-8 with a mark": TEXT.encode("utf-8-sig"),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16 without a mark": TEXT.encode("utf-16-le"),
    "utf-16, a zero first": f"\0{TEXT}".encode("utf-16"),
    "utf-32": TEXT.encode("utf-32"),
    "a mark that is wrong": codecs.BOM_UTF16_LE + TEXT.encode(),
    "latin-1": TEXT.encode("latin-1"),
    "windows-1252": f"“{TEXT}” – 5 €".encode("cp1252"),
    "csv": f"navn;by\n{VALUE};Odense\n".encode(),
    "tsv": f"navn\tby\n{VALUE}\tOdense\n".encode(),
    "csv, a quoted cell of two lines": f'a;b;c\n1;"x\n{VALUE}";"2"\n'.encode(),
    "json": json.dumps({"a": [{"navn": VALUE}]}).encode(),
    "json, escaped": json.dumps({"navn": f"Æ {VALUE}"}).encode(),
    "json, a key": json.dumps({VALUE: 1, "b": {VALUE: 2}}).encode(),
    "ndjson": f'{{"a":1}}\n{{"a":"{VALUE}"}}\n'.encode(),
    "yaml": f"navn: {VALUE}\nby: Odense\n".encode(),
    "xml": f"<?xml version='1.0'?><a><b>{VALUE}</b></a>".encode(),
    "xml, an attribute": f"<a b='{VALUE}'/>".encode(),
    "xml, a comment": f"<a><!-- {VALUE} --></a>".encode(),
    "xml, mixed": f"<a>Hej <b>Quist</b>-<i>Lundby</i>, {VALUE}</a>".encode(),
    "html": f"<html><body><p>{VALUE}</p></body></html>".encode(),
    "html, split": b"<html><p>Qu<b>ist-</b>Lund<i>by</i></p></html>",
    "html, an attribute": f'<html><img alt="{VALUE}"></html>'.encode(),
    "html, a bare attribute": f"<html><img alt={VALUE}></html>".encode(),
    "html, a comment": f"<html><!-- {VALUE} --></html>".encode(),
    "html, a script": f"<html><script>var a='{VALUE}'</script></html>".encode(),
    "html, entities": b"<html><p>Quist&#45;Lundby</p></html>",
    "html, a field": f'<html><input name="navn" value="{VALUE}"></html>'.encode(),
    "html, never closed": f"<html><p>Hej <b>{VALUE}".encode(),
    "ics": f"BEGIN:VCALENDAR\r\nATTENDEE;CN={VALUE}:mailto:x@y.dk\r\nEND:VCALENDAR\r\n".encode(),
    "ics, folded": b"BEGIN:VCALENDAR\r\nSUMMARY:M\xc3\xb8de Quist-\r\n Lundby\r\nEND:VCALENDAR\r\n",
    "mail": f"From: a@b.dk\nTo: c@d.dk\nSubject: hej\n\n{TEXT}".encode(),
    "mail, a header": f"From: {VALUE} <a@b.dk>\nTo: c@d.dk\nSubject: hej\n\nx\n".encode(),
    "mail, an unknown header": f"From: a@b.dk\nTo: c@d.dk\nX-Kunde: {VALUE}\n\nx\n".encode(),
    "gzip": gzip.compress(TEXT.encode()),
}


def texts(data: bytes) -> list[str]:
    return [part.text for part in read(data, Reading()).doc.parts]


def redacted(data: bytes, value: str, replacement: str) -> bytes:
    """``data`` with ``replacement`` for every ``value``."""
    parts = read(data, Reading()).doc.parts
    edits = [
        [
            Edit(Span(at, at + len(value)), replacement)
            for at in range(len(part.text))
            if part.text.startswith(value, at)
        ]
        for part in parts
    ]
    assert any(edits)
    return write(data, edits, Reading())


@pytest.mark.parametrize("name", HOLDERS)
def test_a_value_is_read_and_is_gone_from_the_copy(name: str) -> None:
    data = HOLDERS[name]
    assert any(VALUE in text for text in texts(data))
    assert read(data, Reading()).gaps == ()
    copy = redacted(data, VALUE, "[NAVN 1]")
    left = texts(copy)
    assert any("[NAVN 1]" in text for text in left)
    assert not any(VALUE in text for text in left)
    assert [text.replace(VALUE, "[NAVN 1]") for text in texts(data)] == left


@pytest.mark.parametrize("name", HOLDERS)
def test_without_edits_the_bytes_stay(name: str) -> None:
    data = HOLDERS[name]
    assert write(data, [()] * len(texts(data)), Reading()) == data


def test_only_the_edited_bytes_change() -> None:
    data = (SAMPLES / "09_kunder.csv").read_bytes()
    assert redacted(data, "Ellinor Paludan", "X") == data.replace(b"Ellinor Paludan", b"X")


def test_a_column_is_context_for_its_cells() -> None:
    parts = read(b"navn;cpr\nMette;010203-1234\nBo;020304-1234\n", Reading()).doc.parts
    assert [(part.header, part.row) for part in parts[2:]] == [
        ("navn", 2), ("cpr", 2), ("navn", 3), ("cpr", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"Navn,CPR\nBo,101585670\n", "csv"),
        (b"kundenr,x\n1,2\n", "csv"),
        (b"foo,bar\nBo,1\n", "text"),
        (b"Navn, CPR\nBo, 101585670\n", "text"),
        (b"Adresse,\nTak,\n", "text"),
        (b"Navn,CPR\nBo,1,2\n", "text"),
    ],
)
def test_commas_part_two_columns_below_labels_that_are_known(data: bytes, name: str) -> None:
    assert read(data, Reading()).format == name


def test_a_table_of_two_columns_with_labels_to_the_left_is_a_form() -> None:
    page = b"<html><table><tr><td>Navn:<td>Mette<tr><td>CPR:<td>010203-1234</table></html>"
    parts = read(page, Reading()).doc.parts
    assert [part.header for part in parts] == ["", "Navn", "", "CPR"]


RTF = {
    "a paragraph": ("Quist-Lundby\\par", "^afsnit"),
    "over runs": ("Qu{\\b ist-}Lundby\\par", "^afsnit"),
    "a header": ("{\\header Quist-Lundby}x", "^sidehoved"),
    "a footnote": ("x{\\*\\footnote Quist-Lundby}y", "^fodnote"),
    "a comment": ("x{\\*\\annotation Quist-Lundby}y", "^kommentar"),
    "a link": ("{\\field{\\*\\fldinst HYPERLINK mailto:Quist-Lundby}{\\fldrslt x}}", "^felt"),
    "a property": ("{\\info{\\author Quist-Lundby}}x", "^egenskaber, forfatter"),
    "a deletion": ("{\\deleted Quist-Lundby}\\par", "^afsnit"),
    "a text box": ("{\\shp{\\*\\shpinst{\\shptxt Quist-Lundby\\par}}}", "^tekstboks"),
    "an unknown part": ("{\\*\\whatever Quist-Lundby}x", ""),
    "escaped letters": ("Qu\\'69st-L\\u117?ndby\\par", "^afsnit"),
    "never closed": ("{Quist-Lundby", ""),
}


@pytest.mark.parametrize("name", RTF)
def test_rtf_is_read_in_its_places(name: str) -> None:
    inside, place = RTF[name]
    contents = read(("{\\rtf1\\ansi " + inside + "}").encode(), Reading())
    found = [part.place for part in contents.doc.parts if VALUE in part.text]
    assert any(re.search(place, where) for where in found), contents.doc.parts
    is_broken = name == "never closed"
    assert {gap.reason for gap in contents.gaps} == ({GapReason.CORRUPT} if is_broken else set())


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(name: str, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def seven_zipped(name: str, data: bytes, password: str | None = None) -> bytes:
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", password=password) as archive:
        archive.writestr(data, name)
    return buffer.getvalue()


def nested(levels: int) -> bytes:
    data = zipped(("brev.txt", TEXT.encode()))
    for _ in range(levels):
        data = zipped(("indre.zip", data))
    return data


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (zipped(("mappe/brev.txt", TEXT.encode())), "mappe/brev.txt"),
        (tarred("brev.txt", TEXT.encode()), "brev.txt"),
        (gzip.compress(tarred("brev.txt", TEXT.encode())), "pakket fil › brev.txt"),
        (seven_zipped("brev.txt", TEXT.encode()), "brev.txt"),
        (nested(3), "indre.zip › indre.zip › indre.zip › brev.txt"),
        (zipped(("../../etc/brev.txt", TEXT.encode())), "../../etc/brev.txt"),
    ],
)
def test_archives_are_read_by_member(data: bytes, place: str) -> None:
    contents = read(data, Reading())
    assert contents.gaps == ()
    assert [part.place for part in contents.doc.parts if VALUE in part.text] == [place]


def test_the_name_of_a_member_is_text() -> None:
    assert f"{VALUE}.txt" in texts(zipped((f"{VALUE}.txt", b"x")))


def test_a_value_in_a_zip_is_gone_from_the_copy() -> None:
    copy = redacted(nested(2), VALUE, "X")
    assert not any(VALUE in text for text in texts(copy))


@pytest.mark.parametrize("data", [tarred("a.txt", TEXT.encode()), zipped((f"{VALUE}.txt", b"x"))])
def test_what_cannot_be_written_is_refused(data: bytes) -> None:
    with pytest.raises(NotWritableError):
        redacted(data, VALUE, "X")


LAUGHS = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '" + b"ha" * 50 + b"'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (ord("c") + n, b"&%c;" % (ord("b") + n) * 20) for n in range(8)
) + b"]><a>&j;</a>"  # fmt: skip


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", GapReason.EMPTY),
        (bytes(range(256)) * 20, GapReason.UNKNOWN_FORMAT),
        (zipped(("a.txt", b"0" * (80 << 20))), GapReason.TOO_LARGE),
        (gzip.compress(b"0" * (80 << 20)), GapReason.TOO_LARGE),
        (LAUGHS, GapReason.TOO_LARGE),
        (nested(12), GapReason.TOO_DEEP),
        (zipped(*((f"{n}.txt", b"x") for n in range(60))), GapReason.TOO_MANY),
        (zipped(("a.txt", TEXT.encode()))[:-30], GapReason.CORRUPT),
        (gzip.compress(TEXT.encode() * 99)[:-9], GapReason.CORRUPT),
        (seven_zipped("a.txt", TEXT.encode())[:-9], GapReason.CORRUPT),
        (seven_zipped("a.txt", TEXT.encode(), "hemmelig"), GapReason.ENCRYPTED),
        (b"<?xml version='1.0'?><a><b></a>", GapReason.CORRUPT),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, reason: GapReason) -> None:
    contents = read(data, Reading(Limits(members=50)))
    assert reason in {gap.reason for gap in contents.gaps}


def aes_zipped(name: str, data: bytes, password: str) -> bytes:
    buffer = io.BytesIO()
    with pyzipper.AESZipFile(buffer, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(password.encode())
        archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize("pack", [seven_zipped, aes_zipped])
def test_a_password_opens_an_archive(pack: Callable[[str, bytes, str], bytes]) -> None:
    data = pack("brev.txt", TEXT.encode(), "hemmelig")
    assert {gap.reason for gap in read(data, Reading()).gaps} == {GapReason.ENCRYPTED}
    wrong = read(data, Reading(passwords=("forkert",)))
    assert {gap.reason for gap in wrong.gaps} == {GapReason.ENCRYPTED}
    contents = read(data, Reading(passwords=("forkert", "hemmelig")))
    assert contents.gaps == ()
    assert any(VALUE in part.text for part in contents.doc.parts)


@given(
    st.text(st.characters(codec="utf-8"), min_size=1),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
@example("\0A", "utf-16")
def test_no_letter_of_a_text_is_lost(text: str, encoding: str) -> None:
    contents = read((text + " Ærø").encode(encoding), Reading())
    if not contents.gaps:
        joined = "".join(part.text for part in contents.doc.parts)
        assert all(letter in joined for letter in text if letter.isalpha())
