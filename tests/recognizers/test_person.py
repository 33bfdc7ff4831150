"""PERSON as a recognizer: what it yields, alone and from a policy."""

from __future__ import annotations

import pytest

from scanner.policy import Policy
from scanner.recognizers.house import House
from scanner.recognizers.person import PersonRecognizer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kære Birgitte Lauritsen\n\nTak for sidst.", ["Birgitte Lauritsen"]),
        ("Petersen & Søn har sendt Karen en regning.", ["Karen"]),
        ("hej malene, ring til revisoren bent", ["malene", "bent"]),
        ("Fornavn;Efternavn\nDagmar;Friis", ["Dagmar", "Friis"]),
        ("Vi mødes hos Petersen & Søn.", []),
        ("Hej alle", []),
    ],
)
def test_persons(text: str, expected: list[str]) -> None:
    hits = list(PersonRecognizer().find(text, None))
    assert [hit.span.of(text) for hit in hits if hit.score >= 0.5] == expected


def test_reason_and_repr_hold_no_text() -> None:
    hits = list(PersonRecognizer().find("Kære Birgitte Lauritsen", None))
    assert "Birgitte" not in repr(hits)


def test_results_are_presidios() -> None:
    (result,) = PersonRecognizer().analyze("Kære Birgitte Lauritsen", ["PERSON"], None)
    assert (result.entity_type, result.start, result.end) == ("PERSON", 5, 23)


def test_public_names_of_the_policy_are_left_out() -> None:
    policy = Policy.default().model_copy(update={"public_names": ("Birgitte Lauritsen",)})
    recognizer = PersonRecognizer.for_house(House(policy))
    assert list(recognizer.find("Kære Birgitte Lauritsen", None)) == []
