"""Numbers are those of the fact sheets: valid by modulus 11, invented or published."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.cvr import CvrRecognizer

Found = Callable[[CvrRecognizer, str], list[str]]

FOUND = [
    ("CVR: 1234-5674", ["1234-5674"]),
    ("CVR-nr.: 12345674", ["12345674"]),
    ("cvr12345674", ["12345674"]),
    ("Cvr. nr. 12 34 56 74", ["12 34 56 74"]),
    ("CVR 12-34-56-74", ["12-34-56-74"]),
    ("cvr. 12.34.56.74", ["12.34.56.74"]),
    ("SE-nr 12345674", ["12345674"]),
    ("DK12345674", ["DK12345674"]),
    ("DK 12 34 56 74", ["12 34 56 74"]),
    ("VAT DK-12345674", ["DK-12345674"]),
    ("Momsnr. 1234 5674", ["1234 5674"]),
    ("Fjordbyg ApS, 12345674", ["12345674"]),
    ("Virksomhedsnummer: 12345674", ["12345674"]),
    ("Org.nr. 12345674", ["12345674"]),
    ("https://datacvr.virk.dk/enhed/virksomhed/12345674", ["12345674"]),
    ("cvr nummer på kunden er 12345674", ["12345674"]),
    ("DK:CVR:12345674", ["12345674"]),
    ("Company reg. no. 12345674", ["12345674"]),
    ("VAT: DK12345674 og dk20000007", ["DK12345674", "dk20000007"]),
    ("cvr 30000013/45123456", ["30000013", "45123456"]),
    ("CVR\t12345674", ["12345674"]),
    ("cvr-nummeret 12.345.674", ["12.345.674"]),
]
NEAR_MISSES = [
    "Tlf. 12 34 56 74",
    "ring 12345674",
    "Mobil: 20000007",
    "beløb 12345674",
    "ordre 12345674",
    "CVR 12345678",
    "uuid 12345674-e29b-41d4-a716-446655440000",
    "Dato 20260123",
    "kort 4571 1234 5674 1234",
    "+45 12 34 56 74",
    "12345674,50 kr",
    "CVR mangler",
    "postnr 12345674X",
    "v1.12345674",
    "12 34 56 74 99",
    "IP 12.34.56.74.1",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(CvrRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(CvrRecognizer(), text) == []
