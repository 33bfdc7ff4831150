"""The register as a recognizer: types, scores, reasons, and how it runs in any Presidio."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.recognizers.register import RegisterRecognizer
from scanner.register import Register, RegisterEditor

from .conftest import Found

KEY = b"k" * 32


@pytest.fixture
def recognizer(tmp_path: Path) -> RegisterRecognizer:
    editor = RegisterEditor(KEY, lambda _: False)
    editor.add("Fjordlyst Bageri ApS", "ORGANIZATION")
    editor.add("Karla Ravn", "PERSON")
    editor.add("4711", "CUSTOMER_ID")
    editor.save(tmp_path / "register.db")
    return RegisterRecognizer(Register.load(tmp_path / "register.db", KEY))


def test_each_finding_has_the_type_it_was_imported_as(recognizer: RegisterRecognizer) -> None:
    text = "Karla Ravn fra Fjordlyst Bageri"
    results = recognizer.analyze(text, [], None)
    assert [(result.entity_type, result.score) for result in results] == [
        ("PERSON", 0.95),
        ("ORGANIZATION", 0.95),
    ]
    assert set(recognizer.supported_entities) == {"ORGANIZATION", "PERSON", "CUSTOMER_ID"}


def test_the_reason_does_not_quote(recognizer: RegisterRecognizer) -> None:
    (hit,) = recognizer.find("Karla Ravn", None)
    assert hit.reason.da == "står i eget register"
    assert "Karla" not in repr(hit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kundenr. 4711 har ringet", ["4711"]),
        ("kunde 4711", ["4711"]),
        ("Vi solgte 4711 stole", []),
        ("Det koster 4711 kr. for kunden", []),
    ],
)
def test_short_numbers_count_beside_a_label(
    found: Found, recognizer: RegisterRecognizer, text: str, expected: list[str]
) -> None:
    results = [
        result
        for result in recognizer.analyze(text, [], None)
        if result.entity_type == "CUSTOMER_ID"
    ]
    assert all(result.score < 0.5 for result in results)
    assert found(recognizer, text) == expected


def test_without_a_register_nothing_is_found() -> None:
    assert list(RegisterRecognizer().find("Karla Ravn", None)) == []
