"""Where values hide that nobody shows: each is read, or a gap says so, and no copy holds it.

The corners stand in ``hidden_*``, by their kind. The value is invented.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import pikepdf
import pytest

from scanner.doc import Edit, Span
from scanner.documents.read import read, write
from scanner.documents.reading import Reading
from scanner.documents.unreadable import NotWritableError

from .conftest import Scan
from .hidden_archives import ARCHIVES
from .hidden_mail import MAIL
from .hidden_markup import MARKUP
from .hidden_office import OFFICE, member, symbols
from .hidden_pdf import PDF, pdf
from .hidden_pictures import PICTURES
from .packages import VALUE, members, sheet, slides, word, writing

HIDDEN = {**OFFICE, **MAIL, **ARCHIVES, **MARKUP, **PDF, **PICTURES}


def raw(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes of a file, and of what is packed in it."""
    yield data
    if data.startswith(b"PK") and depth < 3:
        for name, content in members(data).items():
            yield name.encode()
            yield from raw(content, depth + 1)
    if data.startswith(b"%PDF"):
        buffer = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as opened:
            opened.save(buffer, compress_streams=False)
        yield buffer.getvalue()


@pytest.mark.parametrize("name", HIDDEN)
def test_a_value_that_nobody_shows_is_read_or_a_gap(name: str, scan_file: Scan) -> None:
    data = HIDDEN[name]
    contents = read(data, Reading(ocr=False))
    parts = contents.doc.parts
    assert contents.gaps or any(VALUE in part.text for part in parts)
    assert not scan_file(data, ocr=False).result.is_clean
    edits = [
        [Edit(Span(m.start(), m.end()), "[CPR 1]") for m in re.finditer(VALUE, part.text)]
        for part in parts
    ]
    if contents.gaps:
        return  # then there is no copy
    try:
        copy = write(data, edits, Reading(ocr=False))
    except NotWritableError:
        return  # the same
    assert not any(VALUE.encode() in piece for piece in raw(copy))
    assert not re.search(rb"010158-(?:[^\d]|&[^;]*;)*5670", b"".join(raw(copy)))
    assert not any(VALUE in part.text for part in read(copy, Reading(ocr=False)).doc.parts)


def test_pictures_in_place_of_letters_are_no_text() -> None:
    texts = [part.text for part in read(symbols("Wingdings"), Reading()).doc.parts]
    assert "Intro" in texts
    assert VALUE not in texts


def as_libreoffice_writes() -> bytes:
    """A text with the empty members that LibreOffice puts beside it."""
    return member(writing(), "Configurations2/accelerator/current.xml", "")


def with_a_number() -> bytes:
    """A PDF with a length that is an object of its own, as LibreOffice writes it."""
    shown = b"BT /F1 12 Tf 50 100 Td (Intro) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R"
            b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
        ),
        b"<</Length 5 0 R>>\nstream\n" + shown + b"\nendstream",
        b"%d" % len(shown),
    ]
    data, starts = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer\n<</Size 6/Root 1 0 R>>\n"
    return data + head + b"startxref\n%d\n%%%%EOF\n" % len(data)


PLAIN = [word, sheet, slides, writing, as_libreoffice_writes, pdf, with_a_number]


@pytest.mark.parametrize("make", PLAIN)
def test_a_plain_file_holds_nothing_besides(make: Callable[[], bytes]) -> None:
    contents = read(make(), Reading())
    assert contents.gaps == ()
    assert not any("uden for" in part.place for part in contents.doc.parts)
