"""Invented plates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.license_plate import LicensePlateRecognizer

Found = Callable[[LicensePlateRecognizer, str], list[str]]

FOUND = [
    ("Bo: BC 23 118, Ida: BZ90442", ["BC 23 118", "BZ90442"]),
    ("traileren AL 4417 skal afmeldes", ["AL 4417"]),
    ("P-tilladelse til EF 23 118", ["EF 23 118"]),
    ("AB 12 345", ["AB 12 345"]),
    ("bilen AB12345", ["AB12345"]),
    ("nummerplade ab 12 345", ["ab 12 345"]),
    ("reg.nr. AB 12345", ["AB 12345"]),
    ("Nummerplade: BOSSEN1", ["BOSSEN1"]),
    ("varebilen (ZX 45 678)", ["ZX 45 678"]),
    ("indregistreringsnummer AB12345", ["AB12345"]),
    ("Reg.nr.;Mærke\nAB12345;Ford", ["AB12345"]),
    ("min bil har nummerplade XY 98 765 nu", ["XY 98 765"]),
    ("Audi AX 45 678", ["AX 45 678"]),
    ("hun kører i EF 30112, en lejet varevogn", ["EF 30112"]),
    ("Køretøj;Fører\nAB12345;Bo", ["AB12345"]),
]
NEAR_MISSES = [
    "Ford har lavet Escort RS 2000",
    "Hulafstand AC 12 345 mm",
    "Vægt AC 12 345 kg",
    "Fejlkode ER 10 552",
    "E 01 101 Føler\nER 10 552 Fejl",
    "Typegodkendelse AB 12 345",
    "AL 4417",
    "DN 15 100 rør",
    "Køretøj;Fører\nTrailer;Bo",
    "EF 30112 er en forordning",
    "DS 12 345",
    "EN 13501",
    "TV 12 345",
    "BR 18 001",
    "varenr. AB12345",
    "nummerplade på bilen",
    "NUMMERPLADE MANGLER",
    "EU 27 000",
    "ISO 27 001",
    "DKK 12 345",
    "afsnit AB 12",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(LicensePlateRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(LicensePlateRecognizer(), text) == []
