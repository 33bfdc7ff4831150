"""What a text has in it that cannot be read is told; any other text is read without a gap."""

from __future__ import annotations

import json

import pytest

from scanner.documents.read import read
from scanner.documents.reading import Reading
from scanner.finding import GapReason

from .packages import HEAD

PGP = "-----BEGIN PGP MESSAGE-----\n\nhQEMA0b5\n-----END PGP MESSAGE-----\n"
DANISH = "Kære Søren. Bjørn får æblet på søndag, når Åse går på færgen.\n"
RUSSIAN = "Уважаемый господин, встреча состоится завтра.\n"
UNREAD = {
    "PGP": (PGP.encode(), GapReason.ENCRYPTED),
    "PGP in a mail": (HEAD + b"\nHej\n\n" + PGP.encode(), GapReason.ENCRYPTED),
    "PGP in an answer": (HEAD + b"\nHej\n> " + PGP.encode(), GapReason.ENCRYPTED),
    "CMS": (b"-----BEGIN CMS-----\nMIIB\n-----END CMS-----\n", GapReason.ENCRYPTED),
    "age": (b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", GapReason.ENCRYPTED),
    "a vault": (b"kode: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  3132\n", GapReason.ENCRYPTED),
    "yEnc": (HEAD + b"\n=ybegin line=128 size=9 name=a\nxyz\n", GapReason.UNKNOWN_FORMAT),
    "PostScript": (b"%!PS-Adobe-3.0\n(CPR 0101) show (58-5670) show\n", GapReason.UNKNOWN_FORMAT),
    "a job of a printer": (b"\x1b%-12345X@PJL\nx;y\n1;2\n", GapReason.UNKNOWN_FORMAT),
    "EBCDIC": (("CPR 010158-5670 til Bo").encode("cp500"), GapReason.UNDECODABLE),
    "Cyrillic": (RUSSIAN.encode("cp1251"), GapReason.UNDECODABLE),
    "Danish of DOS": (DANISH.encode("cp865"), GapReason.UNDECODABLE),
    "a table of DOS": (f"navn;by;x\n{DANISH.strip()};Sæby;Røsnæs\n".encode("cp865"),
                       GapReason.UNDECODABLE),
    "Danish of the Macintosh": (DANISH.encode("mac_roman"), GapReason.UNDECODABLE),
}  # fmt: skip
WHOLE = {
    "Danish": DANISH.encode("cp1252"),
    "Danish of Latin-1": DANISH.encode("latin-1"),
    "Danish of UTF-8": DANISH.encode(),
    "Cyrillic of UTF-8": RUSSIAN.encode(),
    "capitals": "ÆØÅ ÆRØ SÆBY ÅRØ".encode("cp1252"),
    "quotes and footnotes": "Det er “X’s” ‘hus’† og ›hule‹, 5¾ m, l‘eau.".encode("cp1252"),
    "French": "Sœur d’Œuvre, naïve à Noël, SŒUR.".encode("cp1252"),
    "signs between": "·• §§ ±½ «» ©® ·•".encode("cp1252"),
    "a key": b"-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQENBF\n",
    "words on PGP": b"En blok begynder med -----BEGIN PGP MESSAGE-----.\n",
    "on PostScript": b"Filen begynder med %!PS.\n",
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_read_is_told(name: str) -> None:
    data, reason = UNREAD[name]
    assert [gap.reason for gap in read(data, Reading()).gaps] == [reason]


@pytest.mark.parametrize("name", WHOLE)
def test_what_can_be_read_has_no_gap(name: str) -> None:
    contents = read(WHOLE[name], Reading())
    assert contents.doc.parts
    assert not contents.gaps


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ({"source": ["a\n", "b\n", "c"]}, ["a\nb\nc", "source"]),
        ({"source": ["a\n", "b"], "x": ["c", "d"]}, ["a\nb", "c", "d", "source", "x"]),
        ([["a\n", 1, "b\n"], "c"], ["a\n", "1", "b\n", "c"]),
        ({"a": "x\n", "b": "y"}, ["x\n", "y", "a", "b"]),
    ],
)
def test_the_lines_of_an_array_are_one_text(value: object, parts: list[str]) -> None:
    for data in (json.dumps(value), json.dumps(value).rstrip("]}")):
        assert [part.text for part in read(data.encode(), Reading()).doc.parts] == parts


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("1.01585670e8", "101585670"), ("85.0", "85"), ("12.5", "12.5"), ("-3e2", "-300"), ("7", "7")],
)
def test_numbers_that_are_whole_read_so(raw: str, shown: str) -> None:
    parts = read(f'{{"a": {raw}}}'.encode(), Reading()).doc.parts
    assert parts[0].text == shown


@pytest.mark.parametrize(
    "value",
    [
        [{"d": 0}, {"d": 12345678}],
        [{"a": 1, "b": 2}, {"a": 3, "b": 4}],
        {"bredde": "101280", "højde": "1080"},
        [[1, 2], [3, 4]],
    ],
)
def test_values_that_are_no_number_together_stand_alone(value: object) -> None:
    parts = read(json.dumps(value).encode(), Reading()).doc.parts
    assert not any(part.place.endswith("samlet") for part in parts)
