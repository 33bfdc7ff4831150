"""Invented numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from stdnum import luhn

from scanner.policy import CustomerIdScheme, Policy
from scanner.recognizers.customer_id import CustomerIdRecognizer
from scanner.recognizers.house import House

Found = Callable[[CustomerIdRecognizer, str], list[str]]

FOUND = [
    ("Our file no. is 2026-1183-OK", ["2026-1183-OK"]),
    ('{"ansoegning": "VF-2026-00418"}', ["VF-2026-00418"]),
    ("låneaftale nr. 5512-88-01", ["5512-88-01"]),
    ("Kundenr. 204817", ["204817"]),
    ("kundenummer: K-204817", ["K-204817"]),
    ("Medlemsnr.: 4711", ["4711"]),
    ("jeres sag 23/04567", ["23/04567"]),
    ("j.nr. 2026-31874", ["2026-31874"]),
    ("Journalnummer 23/04567-12", ["23/04567-12"]),
    ("Sagsnr.: 2012-0032-0228", ["2012-0032-0228"]),
    ("sag nr. 26/123456", ["26/123456"]),
    ("Vores ref.: 27.12.00-G01-12345-24", ["27.12.00-G01-12345-24"]),
    ("kunden ref 88-2231 hos jer", ["88-2231"]),
    ("forsikringspolice A-778812", ["A-778812"]),
    ("ansøgning nr. 4321-00187A", ["4321-00187A"]),
    ("BS-12345/2024-KBH", ["BS-12345/2024-KBH"]),
    ("skifteretten, sag SKS 5-1182/2026.", ["SKS 5-1182/2026"]),
    ("Vores kundenr. hos jer er 10-33821.", ["10-33821"]),
    ("KAUTION NR. KA-771-2203 er trukket tilbage", ["KA-771-2203"]),
    ("garanti nr. GB-10-44213", ["GB-10-44213"]),
    ("TILLÆG TIL LEJEAFTALE nr. L-3308-2", ["L-3308-2"]),
    ("case no. 2026-1234", ["2026-1234"]),
    ("Skifteretten, K 2481/26-B", ["K 2481/26-B"]),
    ("Policenr. 55-1234567", ["55-1234567"]),
    ("Kunde-ID: 8f-22981", ["8f-22981"]),
    ("debitor 10774", ["10774"]),
    ("Kontraktnr. 2024/118-3", ["2024/118-3"]),
    ("kundenr er 884213", ["884213"]),
    ("medlem nr. M-0172, M-0188 og M-0190", ["M-0172", "M-0188", "M-0190"]),
    ("klientnummer #5512", ["5512"]),
    ("Deres ref: 2023 - 12345", ["2023 - 12345"]),
    ("Kundenr\tNavn\n10012\tBo\n10013\tIb", ["10012", "10013"]),
    ("EMN-2023-001234", ["EMN-2023-001234"]),
    ("sagen (26/04417) er lukket", ["26/04417"]),
    ("Grant agreement no. 101099999", ["101099999"]),
    ("Sagsnummer 2026-88123 er modtaget", ["2026-88123"]),
    ("sagsid 99812", ["99812"]),
    ("customer number 204817", ["204817"]),
    ("kunde nr 1001", ["1001"]),
    ("ansøgning 20261123", ["20261123"]),
    ("Sagsnr.: [2026-88123]", ["2026-88123"]),
    ("medlemsnummeret er 40017", ["40017"]),
    ("Vores sagsnummer: 26/04417, jeres: 2026-88123", ["26/04417", "2026-88123"]),
    ("Kundenr. VH-0093381 ringede. VH-0093399 svarede", ["VH-0093381", "VH-0093399"]),
    ("Enghave Is ApS, K-204817", ["K-204817"]),
    ("Inkassosag 553211", ["553211"]),
]
NEAR_MISSES = [
    "2 års garanti, 24 timer i døgnet",
    "Kundenr. hos banken er noget, man får.",
    "rammeaftale nr. 2",
    "Ordrenr. 2026-31874",
    "Faktura 20261187",
    "lov nr. 502 af 23. maj 2018",
    "regnskabsåret 2023-2024",
    "sæson 23/24",
    "ISBN 978-87-12345-67-9",
    "forordning (EU) 2016/679",
    "EU 2024/1689",
    "varenr. AB-12345",
    "den 2026-11-23",
    "sag C-131/12 mod Google",
    "ISO-27001",
    "tracking 00370-12345",
    "i perioden 2021-2026",
    "LBK nr. 1013 af 21/08/2022",
    "12/2024",
    "kunde nr. 1 i verden",
    "vi har 204 kunder",
    "model XC-12345",
    "sagen fra 2024",
    "ansøgning 2024",
    "projekt 2025-2027",
    "kunder 2025",
    "sag om 12000 kr",
    "kontrakt 2026",
    "COVID-19",
    "SMV:Digital 2026-2027",
    "Turco-sagen (B6-0470/2008)",
    "sag nr. 5 på dagsordenen",
    "kunden betalte 12.500 kr.",
    "medlem siden 2019",
    "ansøgningen af 3. maj 2026",
    "sagen blev indledt 12-03-2026",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(CustomerIdRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(CustomerIdRecognizer(), text) == []


MEMBERS = CustomerIdScheme(
    name="members", pattern=r"\d{6}", labels=frozenset({"medlem", "Medlems-nr."})
)
CHECKED = CustomerIdScheme(name="checked", pattern=r"7\d{7}", check_digit="luhn")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("medlem 204817 har skrevet", ["204817"]),
        ("Medlems-nr. 204817", ["204817"]),
        ("Medlems-nr.\tNavn\n204817\tBo", ["204817"]),
        ("der kom 204817 kroner ind", []),
        ("medlemskab\n204817", []),
    ],
)
def test_a_scheme_needs_its_label(found: Found, text: str, expected: list[str]) -> None:
    recognizer = CustomerIdRecognizer([MEMBERS])
    assert found(recognizer, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("79927398", ["79927398"]), ("72345674", [])])
def test_a_scheme_with_a_check_digit(found: Found, text: str, expected: list[str]) -> None:
    assert luhn.is_valid(text) is bool(expected)
    assert found(CustomerIdRecognizer([CHECKED]), text) == expected


def test_the_schemes_are_those_of_the_policy(found: Found) -> None:
    policy = Policy.default().model_copy(update={"customer_ids": (CHECKED,)})
    assert found(CustomerIdRecognizer.for_house(House(policy)), "her 79927398") == ["79927398"]


def test_each_place_is_reported_once() -> None:
    text = "Kundenr. 2026-31874, sag 2026-31874"
    spans = [hit.span for hit in CustomerIdRecognizer().find(text, None)]
    assert len(spans) == len(set(spans))
