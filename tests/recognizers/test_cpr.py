"""Numbers are of people born before 1900, published examples, or fail modulus 11."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.doc import Span
from scanner.recognizers.cpr import CprRecognizer

Found = Callable[[CprRecognizer, str], list[str]]

FOUND = [
    ("sygemelding for medarb. 1102672588", ["1102672588"]),
    ("mit nr. er 110267 og de sidste fire er 2588", ["110267 og de sidste fire er 2588"]),
    (
        "mor,far\n1102672588,2204622045\n1808520829,0803893670",
        ["1102672588", "2204622045", "1808520829", "0803893670"],
    ),
    ('("Pia Holm", "2205893803")', ["2205893803"]),
    ("18. juli 1950-2452", ["18. juli 1950-2452"]),
    ("1950-07-18-2452", ["1950-07-18-2452"]),
    ("cpr 180750*2452", ["180750*2452"]),
    ("180750 plus 2452", ["180750 plus 2452"]),
    ("cpr\n\n180750\n\n2452", ["180750\n\n2452"]),
    ("Hun hedder Bodil, cpr 2406667343", ["2406667343"]),
    ("cprnr: 24.06.66-7343", ["24.06.66-7343"]),
    ("personnummer 24 06 66 7343", ["24 06 66 7343"]),
    ("CPR-nummeret er 240666/7343.", ["240666/7343"]),
    ("cpr=2406667343&x=1", ["2406667343"]),
    ("cpr nr 240666-7343 og 150380 - 1234", ["240666-7343", "150380 - 1234"]),
    ("CPR: 24-06-66-7343", ["24-06-66-7343"]),
    ("Erstatningspersonnummer 670190-1234", ["670190-1234"]),
    ("født 1. januar 1858, de sidste fire cifre er 5670", ["5670"]),
    ("CPR;Navn\n10158567;Ib\n101585670;Bo", ["101585670"]),
    ("pt. 240666-7343 indlagt", ["240666-7343"]),
    ("mit cpr nummer er 2406667343, tak", ["2406667343"]),
    ("[240666-7343]", ["240666-7343"]),
    ("240666-7343@firma.dk", ["240666-7343"]),
    ("sagsnr. 240666-7343", ["240666-7343"]),
    ('"cpr": "240666-7343"', ["240666-7343"]),
    ("<CPR>2406667343</CPR>", ["2406667343"]),
    ("240666‑7343", ["240666‑7343"]),
    ("kl. 15.03.24-1430", ["15.03.24-1430"]),
    ("010158-5670", ["010158-5670"]),
    ("290260-5676 og 311299-8992", ["290260-5676", "311299-8992"]),
    ("CPR: 010190-9990", ["010190-9990"]),
    ("150380-1234", ["150380-1234"]),
    ("bare 2406667343 uden ord", ["2406667343"]),
    ("CPR 290200-4002", ["290200-4002"]),
    ("født 020137-4990", ["020137-4990"]),
    ("løn til 0203291WQ3", ["0203291WQ3"]),
    ("1308780AB2", ["1308780AB2"]),
    ("150380-\n1234", ["150380-\n1234"]),
    ("150380\n-1234", ["150380\n-1234"]),
    ("cpr-nr. 15.03.1980-1234", ["15.03.1980-1234"]),
    ("CPR 1503 80 1234", ["1503 80 1234"]),
    ("personnr. 15/03 80-1234", ["15/03 80-1234"]),
    ("(150380-1234)", ["150380-1234"]),
    ("cpr:150380-1234;", ["150380-1234"]),
    ("fil cpr_2406667343.pdf", ["2406667343"]),
    ("sag 010158-5670/0001", ["010158-5670"]),
    ("S2023-010158-5670", ["010158-5670"]),
    ("010158-5670,290260-5676", ["010158-5670", "290260-5676"]),
    ("p-nr 1030000001, cpr 150380-1234", ["150380-1234"]),
    ("Borger\t2406667343\t12", ["2406667343"]),
    ("mor: 211062-5629.", ["211062-5629"]),
    ("nummer 010158-5670x her", ["010158-5670"]),
    ("CPR010158-5670Navn", ["010158-5670"]),
    ("BoHolm010158-5670", ["010158-5670"]),
    ("cprnr010158-5670og mere", ["010158-5670"]),
    ("cpr: x0101585670", ["0101585670"]),
    ("cpr: 1503801234x", ["1503801234"]),
    ("CPR'et er 150380 12 34", ["150380 12 34"]),
    ("CPR: 15038 01234", ["15038 01234"]),
    ("cpr 150380,1234", ["150380,1234"]),
    ("CPR 1503801\n234", ["1503801\n234"]),
    ("personnummer 150380--1234", ["150380--1234"]),
    ("CPR: 0150380-1234", ["0150380-1234"]),
    ("hendes er 150380 bindestreg 1234", ["150380 bindestreg 1234"]),
    ("det er 150380 og så 1234", ["150380 og så 1234"]),
    ("CPR-numre på holdet:\n- Ole: 1503801234\n- Ida: 1603821235", ["1503801234", "1603821235"]),
    (
        "cpr,navn,skole\n150380-1234,Alma,Vest\n160382-1235,Yusuf,Syd",
        ["150380-1234", "160382-1235"],
    ),
    ("Hej Ib\n150380-1234\ner hans", ["150380-1234"]),
    ("Ib Holm (1503801234) har søgt", ["1503801234"]),
    ("A: dit cpr-nummer?\nB: Det er 15 03 80 1234.\nA: Tak", ["15 03 80 1234"]),
    (
        "cpr liste:\n150380-1234\n150380 1234\n150380.1234",
        ["150380-1234", "150380 1234", "150380.1234"],
    ),
    ("patient 1503801234 indlagt", ["1503801234"]),
    ("Fødselsdag | Sidste 4\n15.03.1980 | 1234", ["1234"]),
]
NEAR_MISSES = [
    "Ordrenumre: 1102672588, 2204622045, 1808520829",
    "1203260001 1503260002 0104260003 1604260004",  # begin with the date of an order
    "Pos  Part no.        Qty  Name\n4    31-12-80-4410   1    Shaft",
    "nr. 450267 og de sidste fire er 2588",
    "150380 1234 980 22",
    "20261120-0411",
    "2026-11-20-0411",
    "1701000000 1702100000 1703200000",
    "1102672588 9999999999 2204622045 1808520829",
    "Ordrenr. 1203951234",
    "Faktura 120395-1234",
    "tid 1701234567",
    "3.141592653589793",
    "version 12.03.95.1234",
    "550e8400-e29b-41d4-a716-446655440000",
    "tlf. 1203 951234",
    "P-nr. 1006959438",
    "d. 15.03.2019-2020",
    "120623-0045-77",
    "31.12.2020 1500 kr",
    "15.03.2024 1430",
    "den 15.03.24 1430",
    "a1503801234",
    "1503801234567",
    "12-150380-1234",
    "2010-190123-4567",
    "150380.1234,50",
    "310290-0007",
    "001301-0000",
    "320190-1234",
    "290200-0123",
    "CVR 12345674",
    "IBAN DK5000400440116243",
    "ordre 1503801234",
    "2026-11-23T15:03:80.1234",
    "0.1503801234",
    "tidsstempel 1700000000",
    "pakke nr. 0101900001",
    "01/15/03 01/20/03 22-01-03 2000",
    "sha d41d8cd98f00b204e9800998ecf8427e",
    "tlf. +45 15 03 80 12 34",
    "nøgle OlIOlI-OlIO",
    "INSERT INTO ordrer VALUES (0101585670, 12)",
    "-- checksum 0101585670",
    "CPR oplyses ikke. Tlf. 20 45 67 89 12 30",
    "CPR-nummeret mangler, ordre 1503801234",
    "150380 og 1234",
    "CPR-registret: 15.03.2024 1430 opdateret",
    'cpr = []\nVARENUMRE = ["1503801234", "1603821235"]',
    "Art | Sidste 4\nvare | 1234",
    "x0101585670",
    "150380-1234x",
    "vare AB150380-1234",
    "3f2b010158-5670",
    "ab010158-5670-4b1c-9d1e",
    "010158-5670x9",
    "d41d8c0101585670ecf8427e",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(CprRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(CprRecognizer(), text) == []


@pytest.mark.parametrize("number", ["010158-5670", "0101585670", "010158 5670"])
def test_modulus_11_raises_the_score(number: str) -> None:
    holds = next(CprRecognizer().find(number, None))
    fails = next(CprRecognizer().find(number[:-1] + "1", None))
    assert 0 < fails.score < holds.score


def test_nobody_is_born_after_today() -> None:
    number = "311236-4993"
    recognizer = CprRecognizer(today=lambda: date(2036, 12, 30))
    assert list(recognizer.find(number, None)) == []
    assert [hit.span for hit in CprRecognizer().find(number, None)] == [Span(0, 11)]
    on_the_day = CprRecognizer(today=lambda: date(2036, 12, 31))
    assert [hit.span for hit in on_the_day.find(number, None)] == [Span(0, 11)]


def test_a_hyphenated_valid_number_outweighs_an_opposing_label(found: Found) -> None:
    assert found(CprRecognizer(), "Ordrenr. 010158-5670") == ["010158-5670"]
    assert found(CprRecognizer(), "Ordrenr. 0101585670") == []


def test_a_table_of_numbers_takes_only_bare_ones_down(found: Found) -> None:
    numbers = "\n".join(str(9_900_000_000 + 7 * row) for row in range(30))
    text = f"{numbers}\n0101585670\n290260-5676\n"
    assert found(CprRecognizer(), text) == ["290260-5676"]
    assert found(CprRecognizer(), text[-23:]) == ["0101585670", "290260-5676"]


@given(
    st.dates(date(1858, 1, 1), date(1899, 12, 31)),
    st.integers(5000, 8999),
    st.sampled_from(["-", " ", "", "–", "‑"]),
)
def test_every_number_of_a_date_is_found_with_a_label(
    born: date, serial: int, separator: str
) -> None:
    number = f"{born:%d%m%y}{separator}{serial}"
    hits = list(CprRecognizer().find(f"CPR-nr. {number}, tak", None))
    assert [hit.span for hit in hits] == [Span(8, 8 + len(number))]


@given(st.text(alphabet="0123456789 -./\n,ax", max_size=80))
def test_every_hit_has_a_date_and_lies_in_the_text(text: str) -> None:
    for hit in CprRecognizer().find(text, None):
        written = hit.span.of(text)
        assert sum(map(str.isdigit, written)) in {10, 12}
        assert 0 <= hit.score <= 1
