"""Zones are the examples of ICAO Doc 9303."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.identifiers import mrz

TD3 = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
TD2 = "D231458907UTO7408122F1204159<<<<<<<6"
TD1 = "I<UTOD231458907<<<<<<<<<<<<<<<"


@pytest.mark.parametrize("line", [TD3, TD2, TD1, TD3.lower(), f" {TD3}\n"])
def test_valid(line: str) -> None:
    assert mrz.is_valid(line)


@pytest.mark.parametrize(
    "line",
    [TD3[:-1], "X" + TD3[1:], TD3[:9] + "7" + TD3[10:], TD1[:14] + "<" + TD1[15:], "", "Æ" * 44],
)
def test_invalid(line: str) -> None:
    assert not mrz.is_valid(line)


@given(st.text(alphabet="ABC012<", min_size=1, max_size=40))
def test_a_check_digit_is_a_digit(field: str) -> None:
    assert mrz.check_digit(field) in range(10)
