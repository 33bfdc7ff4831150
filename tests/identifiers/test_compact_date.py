from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.identifiers import compact_date


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_one_either_end_first(day: date) -> None:
    assert compact_date.is_valid(day.strftime("%Y%m%d"))
    assert compact_date.is_valid(day.strftime("%d%m%Y"))


@pytest.mark.parametrize("number", ["20261301", "31022026", "28409827", "18991231"])
def test_other_digits_are_none(number: str) -> None:
    assert not compact_date.is_valid(number)
