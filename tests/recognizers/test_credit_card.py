"""Test numbers that the card schemes publish."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.credit_card import PaymentCardRecognizer

Found = Callable[[PaymentCardRecognizer, str], list[str]]

FOUND = [
    ("4571*5014*7660*5157", ["4571*5014*7660*5157"]),
    ("kort 4111 1111 1111 1111", ["4111 1111 1111 1111"]),
    ("4111111111111111", ["4111111111111111"]),
    ("4111-1111-1111-1111", ["4111-1111-1111-1111"]),
    ("kortnummer: 5555.5555.5555.4444", ["5555.5555.5555.4444"]),
    ("Amex 3782 822463 10005", ["3782 822463 10005"]),
    ("dankort 5019 5555 4444 5555", ["5019 5555 4444 5555"]),
    ("Visa 4111 1111 1111 1111 exp 02/29", ["4111 1111 1111 1111"]),
    ("Mastercard 5555-5555-5555-4444", ["5555-5555-5555-4444"]),
]
NEAR_MISSES = [
    "4571 1234 5678 9112",
    "IMEI 490154203237518",
    "pakke 4111111111111111",
    "4111111111111112",
    "Faktura 4111111111111111",
    "1234 5678 9012 3456",
    "id 4111-1111-1111-1111-1111",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(PaymentCardRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(PaymentCardRecognizer(), text) == []
