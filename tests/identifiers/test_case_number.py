"""Invented case numbers."""

from __future__ import annotations

import pytest

from scanner.identifiers import case_number


def best(text: str) -> float:
    return max((score for _, score in case_number.forms(text)), default=0.0)


@pytest.mark.parametrize(
    "text", ["27.12.00-G01-12345-24", "BS-12345/2024-KBH", "2009-1312/175-0001", "EMN-2023-001234"]
)
def test_unmistakable_forms(text: str) -> None:
    assert best(text) >= 0.5


@pytest.mark.parametrize("text", ["23/14567", "2026-31874", "K 2481/26-B", "K-204817"])
def test_forms_that_need_a_word(text: str) -> None:
    assert 0 < best(text) < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "2023-2024",
        "2026-11-23",
        "23/24",
        "15.20.00",
        "2016/679",
        "978-87-12345-67-9",
        "B5-0198/2001",
        "U.2019.1234H",
        "SKM2019.123.LSR",
    ],
)
def test_other_things(text: str) -> None:
    assert best(text) == 0


@pytest.mark.parametrize(
    "text", ["2023-2024", "2023/24", "12-03-2026", "12.000", "C-131/12", "BS-40112/2024-HJR"]
)
def test_years_dates_amounts_and_courts(text: str) -> None:
    assert case_number.is_other(text)
