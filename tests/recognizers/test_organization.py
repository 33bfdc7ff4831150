"""ORGANIZATION as a recognizer: what it yields, alone and from a policy."""

from __future__ import annotations

import pytest

from scanner.policy import Policy
from scanner.recognizers.house import House
from scanner.recognizers.organization import OrganizationRecognizer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kunden Nordvang Biler ApS vil eksportere.", ["Nordvang Biler ApS"]),
        ("Petersen & Søn har sendt Karen en regning.", ["Petersen & Søn"]),
        ("Det Gyldne Garn v/ Merete Aagaard", ["Det Gyldne Garn"]),
        ("Firma;By\nPlov og Pen;Lemvig", ["Plov og Pen"]),
        ("Jensen & Ravn Holding ApS's regnskab", ["Jensen & Ravn Holding ApS"]),
        ("Tilbud fra DI Teknik ApS.", ["DI Teknik ApS"]),
        ("Et ApS kræver 20.000 kr. i kapital.", []),
        ("Erhvervsstyrelsen har svaret Københavns Kommune.", []),
    ],
)
def test_organizations(text: str, expected: list[str]) -> None:
    hits = list(OrganizationRecognizer().find(text, None))
    assert [hit.span.of(text) for hit in hits if hit.score >= 0.5] == expected


@pytest.mark.parametrize("form", [
    "ApS", "APS", "aps", "A/S", "A/s", "a/s", "I/S", "i/s", "K/S", "P/S", "IVS", "AMBA", "Amba",
    "A.M.B.A.", "a.m.b.a.", "F.M.B.A.", "s.m.b.a.", "G/S", "GmbH", "AB", "AS", "Ltd", "LLC", "Inc",
    "S.A.", "a.s.", "Oy", "B.V.", "N.V.", "PLC", "S.r.l.", "Sarl", "AG",
])  # fmt: skip
def test_legal_forms(form: str) -> None:
    text = f"Vi skrev til Nordvang Biler {form} i går."
    spans = [hit.span.of(text) for hit in OrganizationRecognizer().find(text, None)]
    assert spans == [f"Nordvang Biler {form}"]


@pytest.mark.parametrize("tail", ["under konkurs", "under stiftelse", "i likvidation"])
def test_state_of_the_firm_stays_outside(tail: str) -> None:
    text = f"Nordvang Biler ApS {tail}"
    spans = [hit.span.of(text) for hit in OrganizationRecognizer().find(text, None)]
    assert spans == ["Nordvang Biler ApS"]


def test_public_names_of_the_policy_are_left_out() -> None:
    policy = Policy.default().model_copy(update={"public_names": ("Nordvang Biler ApS",)})
    recognizer = OrganizationRecognizer.for_house(House(policy))
    assert list(recognizer.find("Nordvang Biler ApS har åbent.", None)) == []
