"""Invented numbers with a valid check digit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.identifiers.gln import is_valid
from scanner.recognizers.gln import GlnRecognizer

Found = Callable[[GlnRecognizer, str], list[str]]

FOUND = [
    ("EAN 5790000123452", ["5790000123452"]),
    ("EAN-nr.: 5790 0001 2345 2", ["5790 0001 2345 2"]),
    ("GLN: 5790000999996", ["5790000999996"]),
    ("EAN-lokationsnummer 5790000123452", ["5790000123452"]),
    ("e-faktura til 5790000123452", ["5790000123452"]),
]
NEAR_MISSES = [
    "EAN 5798000000001",
    "stregkode 5790000123452",
    "5790000123452",
    "EAN 5790000123456",
    "EAN-13 4006381333931",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(GlnRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(GlnRecognizer(), text) == []


def test_public_bodies_are_never_found() -> None:
    assert is_valid("5798000000001")
    assert list(GlnRecognizer().find("EAN 5798000000001", None)) == []
