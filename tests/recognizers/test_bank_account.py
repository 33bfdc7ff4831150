"""Invented numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.bank_account import BankAccountRecognizer

Found = Callable[[BankAccountRecognizer, str], list[str]]

FOUND = [
    ("bank 7450 konto 118 20 43", ["7450 konto 118 20 43"]),
    ("Betales til 7450 1182043", ["7450 1182043"]),
    ("Lejen sættes ind på 5479 1102938", ["5479 1102938"]),
    ("Depositum bedes overført til 7730-0001184402", ["7730-0001184402"]),
    ("EAN mangler. FIK +71<091924570771205+87654321<", ["+71<091924570771205+87654321<"]),
    ("Min konto er 34090012345678.", ["34090012345678"]),
    ("Reg. 1234 Konto 1234567", ["1234 Konto 1234567"]),
    ("reg.nr.: 1234 kontonr.: 0123456789", ["1234 kontonr.: 0123456789", "0123456789"]),
    (
        "Regnr 1234, kontonummer 12 34 56 78 90",
        ["1234, kontonummer 12 34 56 78 90", "12 34 56 78 90"],
    ),
    ("konto: 1234-1234567890", ["1234-1234567890"]),
    ("min konto er 1234 1234567890", ["1234 1234567890"]),
    ("kan overføres til 1234 0001234567", ["1234 0001234567"]),
    ("Bankoplysninger: 1234-0001234567", ["1234-0001234567"]),
    ("kontonr. 1234567890", ["1234567890"]),
    ("Registreringsnr.: 1234\nKontonr.: 1234567890", ["1234\nKontonr.: 1234567890", "1234567890"]),
    ("nemkonto 1234 123 456 7890", ["1234 123 456 7890"]),
    ("+71<026840149965328+81234567<", ["+71<026840149965328+81234567<"]),
    ("+73< +81234567<", ["+73< +81234567<"]),
    (">04<1234567890123456+1234567<", [">04<1234567890123456+1234567<"]),
    ("71 / 026840149965328 / 81234567", ["71 / 026840149965328 / 81234567"]),
    ("konto 1234567890, reg. 1234", ["1234567890, reg. 1234"]),
    ("Danske Bank 1234 1234567890", ["1234 1234567890"]),
    ("reg nr 1234 kto 1234567", ["1234 kto 1234567"]),
    ("indsæt på reg 1234 - 1234567890", ["1234 - 1234567890"]),
    ('{"reg_nr":"1234","konto_nr":"1234567"}', ["1234567"]),
    ("Reg.nr. og kontonr.: 1234 1234567890", ["1234 1234567890"]),
    ("Kontonr: 1234-0001234567", ["1234-0001234567"]),
    ("overfør til 9570-12345678 inden fredag", ["9570-12345678"]),
    ("kan du overføre til 1234-1234567", ["1234-1234567"]),
    ("Bank (reg.nr./kontonr.): 1234 / 0033 118 290", ["1234 / 0033 118 290"]),
]
NEAR_MISSES = [
    "Betales senest 15/12 2026",
    "Serie 2604 118007",
    "mål 1234 / 0033 118 290 mm",
    "konto 4510 Husleje",
    "Bogfør 12.500 på konto 2210",
    "2024 1234567",
    "ordre 1234 5678901",
    "Konto;Tekst\n4510;Husleje",
    "01/12345678",
    "2026-11-23",
    "tlf. 1234 567890",
    "kontoen gik i minus 4510",
    "01/02/2026 konto",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(BankAccountRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(BankAccountRecognizer(), text) == []
