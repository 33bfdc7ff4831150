"""Every place that a reader names is told in English too; what people named stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.documents import places
from scanner.documents.places import told
from scanner.documents.read import read
from scanner.documents.reading import Reading

from .conftest import MANIFEST, SAMPLES
from .test_hidden import HIDDEN
from .test_office_corners import CORNERS
from .test_pdf import PROPERTIES, TEXTS
from .test_text_formats import RTF

WORDS = sorted({*places._NUMBERED, *places._WORDS} - {"felt", "mail"})  # noqa: SLF001  # all there are
DANISH = re.compile(
    rf"(?<![\w'/.])(?:{'|'.join(map(re.escape, WORDS))}|skjult|mailhoved)(?![\w'/.!])|[æøåÆØÅ]"
)
SAME = frozenset(danish for danish, english in places._WORDS.items() if danish == english)  # noqa: SLF001  # as they are
FILES = {
    **HIDDEN,
    **{name: data for name, (data, _) in CORNERS.items()},
    **{f"pdf, {name}": data for name, (data, _) in TEXTS.items()},
    **{f"pdf, {name}": data for name, data in PROPERTIES.items()},
    **{f"rtf, {name}": f"{{\\rtf1 {text}}}".encode() for name, (text, _) in RTF.items()},
}


@pytest.mark.parametrize(
    ("danish", "english"),
    [
        ("", ""),
        ("afsnit 4, før rettelser", "paragraph 4, before changes"),
        ("tabel 1, række 2 'Navn, fornavn'", "table 1, row 2 'Navn, fornavn'"),
        ("tabel 1, række 2 kolonne 3, tekstboks", "table 1, row 2 column 3, text box"),
        ("Ark1!B4 (skjult række) (skjult kolonne)", "Ark1!B4 (hidden row) (hidden column)"),
        ("Løn (skjult)!B4, kommentar", "Løn (hidden)!B4, comment"),
        ("linje 3 <kommentar>", "line 3 <comment>"),
        ("dias 3 (skjult), noter", "slide 3 (hidden), notes"),
        ("brødtekst › linje 3 <td>", "body › line 3 <td>"),
        ("vedhæftet: løn side 2.csv › række 2 'cpr'", "attached: løn side 2.csv › row 2 'cpr'"),
        ("tidligere udgave › side 1, mærkat", "earlier revision › page 1, label"),
        ("mailhoved X-Til", "mail header X-Til"),
        ("$.kunder[0].navn", "$.kunder[0].navn"),
        ("mappe/side 2.txt", "mappe/side 2.txt"),
    ],
)
def test_a_place_is_told_in_english(danish: str, english: str) -> None:
    assert told(danish) == (danish, english)


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_left_in_danish(name: str) -> None:
    contents = read(FILES[name], Reading(ocr=False))
    named = [part.place for part in contents.doc.parts] + [gap.where for gap in contents.gaps]
    for place in named:
        left = DANISH.findall(told(place).en)
        assert set(left) <= SAME, place


@pytest.mark.parametrize("name", MANIFEST)
def test_the_samples_have_places_in_both_languages(name: str) -> None:
    contents = read((SAMPLES / name).read_bytes(), Reading(ocr=False))
    for part in contents.doc.parts:
        danish, english = told(part.place)
        assert danish == part.place
        assert len(english.split(" › ")) == len(danish.split(" › "))


@given(st.text())
def test_any_place_has_a_name(place: str) -> None:
    assert told(place).da == place
