"""Invented numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.p_number import PNumberRecognizer

Found = Callable[[PNumberRecognizer, str], list[str]]

FOUND = [
    ("P-nr.: 1030000001", ["1030000001"]),
    ("pnr 1030000001", ["1030000001"]),
    ("P-nummer 10 30 00 00 01", ["10 30 00 00 01"]),
    ("Produktionsenhed: 1030000001", ["1030000001"]),
    ("p.nr. 1030000001", ["1030000001"]),
    ("P-enhed 1030 0000 01", ["1030 0000 01"]),
    ("produktionsenhed 1.030.000.001", ["1.030.000.001"]),
]
NEAR_MISSES = [
    "ordrenr 1030000001",
    "1030000001",
    "p-nr. 2030000001",
    "konto 1030000001",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(PNumberRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(PNumberRecognizer(), text) == []
