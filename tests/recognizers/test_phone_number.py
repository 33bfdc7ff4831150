"""Invented numbers; the foreign ones lie in ranges set aside for fiction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.recognizers.phone_number import PhoneNumberRecognizer

Found = Callable[[PhoneNumberRecognizer, str], list[str]]

FOUND = [
    ("tlf31845527", ["31845527"]),
    ("📞31845527", ["31845527"]),
    ("navn,telefon\nBo,31845527\nIda,50661218", ["31845527", "50661218"]),
    ("cpr,tlf,by\n1102672588,31845527,Ishøj", ["31845527"]),
    ("<tlf>+45.62.59.13.40</tlf>", ["+45.62.59.13.40"]),
    ("skriv til 23242831", ["23242831"]),
    ("Mit nr: 60606417", ["60606417"]),
    ("sms til 20 45 6789", ["20 45 6789"]),
    ("kald mig på 20456789", ["20456789"]),
    ("Tlf. 28 40 98 27", ["28 40 98 27"]),
    ("tlf 28409827", ["28409827"]),
    ("ring på 2840 9827 i dag", ["2840 9827"]),
    ("mobil: 284 09 827", ["284 09 827"]),
    ("mob. 28-40-98-27", ["28-40-98-27"]),
    ("tlf. 28.40.98.27", ["28.40.98.27"]),
    ("dir. 28 409 827", ["28 409 827"]),
    ("+45 28 40 98 27", ["+45 28 40 98 27"]),
    ("+4528409827", ["+4528409827"]),
    ("0045 28409827", ["0045 28409827"]),
    ("(+45) 28 40 98 27", ["(+45) 28 40 98 27"]),
    ("45 28 40 98 27", ["45 28 40 98 27"]),
    ('{"tel":"4528409827"}', ["4528409827"]),
    ("+298 224466", ["+298 224466"]),
    ("bo: har du nr på ham\nib: 28409827 han hedder per", ["28409827"]),
    ("kan fange mig på 28409827", ["28409827"]),
    ("+299 32 10 00", ["+299 32 10 00"]),
    ("+44 20 7946 0123.", ["+44 20 7946 0123"]),
    ("+44 7700 900123 til min kollega", ["+44 7700 900123"]),  # in no plan, and yet a number
    ("call +1 713 555 0148 today", ["+1 713 555 0148"]),
    ("+46 70 174 06 05, +47 22 34 56 78", ["+46 70 174 06 05", "+47 22 34 56 78"]),
    ("Poul Erik, 49751286", ["49751286"]),
    ("Steen Aagaard, tidl. direktør, 41685247", ["41685247"]),
    ("Ib (20 67 88 68)", ["20 67 88 68"]),
    ("maibritt@hverdagshelte.nu, 29793896", ["29793896"]),
    ("29793896 · soam@havn.dk", ["29793896"]),
    ("har hendes nr som 33503352", ["33503352"]),
    ("lones nummer er 42547662", ["42547662"]),
    ("M: 20304050", ["20304050"]),
    ("Navn;Mobil\nIda;26964778", ["26964778"]),
    ("<Telephone>21347895</Telephone>", ["21347895"]),
    ("skriv en sms til 22436159", ["22436159"]),
    ("send til mobilepay 40632640", ["40632640"]),
    ("Kontakt: 2230 5518", ["2230 5518"]),
    ("fang mig på mobilen 52887095", ["52887095"]),
    ("tlf.: 20 30 40 50 / 21 31 41 51", ["20 30 40 50", "21 31 41 51"]),
    ("CVR 12345674, tlf. 28409827", ["28409827"]),
    ("phone: 20304050 (direct)", ["20304050"]),
    ("tel:+4528409827", ["+4528409827"]),
    ("Jeg bor stadig samme sted, 28 40 98 27", ["28 40 98 27"]),
]
NEAR_MISSES = [
    "Kastrup Byg ApS (45260836)",
    "Joker: 48 17 02 26",
    "Vindertallene blev 23 24 28 31",
    "VVS-nr. 74 12 34 56",
    "Part no. 23 24 28 31",
    "+71<816964324507442+85512207<",
    "bo: har du ordren\nib: 28409827 er sendt",
    "ib: 28409827 er sendt",
    "CVR 28 40 98 27",
    "CVR-nr.: 28409827",
    "28409827",
    "Dato 20261123",
    "23112026",
    "ordre 28409827",
    "Varenr. 70418823: bord",
    "konto 28409827",
    "kontostreng 22104010",
    "beløb 28 409 827 kr.",
    "28.409.827,50",
    "EAN 5798009811578",
    "ISBN 978-87-412-0917-3",
    "12 34 56 78",
    "tlf. 12345678",
    "28 40 98 27 15 33",
    "28 40 98 27\t33 41 22 10\t1",
    "version 28.40.98.27",
    "+71<123456789012347+81234567<",
    "+45 %",
    "fakturanr. 28409827",
    "kundens nummer er 28409827",
    "a28409827",
    "28409827b",
    "2840982-7",
    "Ticket #28409827",
    "P-nr. 2840982711",
    "kl. 20.30-21.15",
    "i 2026-2027",
    "sagsnr. 28409827",
    "0xDEADBEEF, 1_048_576",
    "tracking 00370733400188216545",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(PhoneNumberRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(PhoneNumberRecognizer(), text) == []


@given(st.integers(min_value=20_000_000, max_value=99_999_999))
def test_a_number_with_country_code_is_found_however_grouped(number: int) -> None:
    digits = str(number)
    pairs = " ".join(digits[i : i + 2] for i in range(0, 8, 2))
    for written in (f"+45{digits}", f"+45 {pairs}", f"0045 {digits[:4]} {digits[4:]}"):
        hits = PhoneNumberRecognizer().find(f"mobil {written}", None)
        assert [hit.span.of(f"mobil {written}") for hit in hits] == [written]
