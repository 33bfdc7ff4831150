"""Invented dates."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.identifiers import birth_date

MAY = date(1971, 5, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, MAY)
            for text in (
                "3. maj 1971",
                "3 maj 71",
                "3.maj 1971",
                "3/5-1971",
                "3/5 1971",
                "03.05.71",
                "3. 5. 1971",
                "03-05-1971",
                "1971-05-03",
                "19710503",
                "03051971",
                "030571",
                "May 3, 1971",
                "3rd of May 1971",
                "3-May-1971",
            )
        ),
        ("12/25/1971", date(1971, 12, 25)),
        ("29.02.00", date(2000, 2, 29)),
    ],
)
def test_reads(text: str, expected: date) -> None:
    assert birth_date.validate(text) == expected
    assert re.fullmatch(birth_date.PATTERN, text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["31-02-1971", "0.5.1971", "2. april 1805", "32/13-71", "000000"])
def test_no_such_day(text: str) -> None:
    assert not birth_date.is_valid(text)


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d"]))
def test_every_date_is_read_back(day: date, form: str) -> None:
    assert birth_date.validate(day.strftime(form)) == day
