"""Invented numbers, and the examples of ICAO Doc 9303."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.id_document import IdDocumentRecognizer

Found = Callable[[IdDocumentRecognizer, str], list[str]]

FOUND = [
    ("pas (nr. P00418297)", ["P00418297"]),
    ("Gult kort nr. 80208 00011 0418 227714", ["80208 00011 0418 227714"]),
    ("Kørekort\n4d. 180750-2452\n5. 3177 0426", ["3177 0426"]),
    ("pasnr. 213906574", ["213906574"]),
    ("Pas: 213906574", ["213906574"]),
    ("passport number A08812345", ["A08812345"]),
    ("kørekort nr. 29114407", ["29114407"]),
    ("Kørekortnummer: 29114407", ["29114407"]),
    ("opholdskort nr. DK4471902", ["DK4471902"]),
    ("sundhedskort 80208000012345678901", ["80208000012345678901"]),
    ("Residence permit: RP0093417", ["RP0093417"]),
    ("Pasnummer er 213 906 574", ["213 906 574"]),
    ("driving licence no. 29114407", ["29114407"]),
    ("passet (213906574)", ["213906574"]),
    (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        [
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
        ],
    ),
    (
        "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        [
            "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
        ],
    ),
    ("Navn\tPasnr\nBo\t213906574", ["213906574"]),
    ("Hendes pas (213906574) udløber", ["213906574"]),
    ("pas nr.: AB1234567", ["AB1234567"]),
    ("Kørekort B, nr. 29114407", ["29114407"]),
    ("Identitetskort nr. 123456789", ["123456789"]),
    ("passport (Latvia): LV1234567", ["LV1234567"]),
]
NEAR_MISSES = [
    "Dagsorden\n5. 3177 0426",
    "pas på 12345678",
    "pas gyldigt til 12.03.2030",
    "kørekort siden 2004",
    "visa 4571 1234 5678 9111",
    "et pas koster 893 kr",
    "passer 12345678",
    "passet er væk",
    "opholdstilladelse i 2 år",
    "id-kort bestilles på 70 10 20 30",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(IdDocumentRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(IdDocumentRecognizer(), text) == []
