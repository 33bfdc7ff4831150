"""Numbers are of people born before 1900, published examples, or fail modulus 11."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.dk import cpr as oracle
from stdnum.exceptions import ValidationError

from scanner.identifiers import cpr, ecpr
from scanner.identifiers.cpr_shapes import Shape, candidates


@pytest.mark.parametrize(
    ("number", "born", "checked"),
    [
        ("010158-5670", date(1858, 1, 1), True),
        ("2902605676", date(1860, 2, 29), True),
        ("311299 8992", date(1899, 12, 31), True),
        ("211062-5629", date(1862, 10, 21), True),
        ("111111-1118", date(1911, 11, 11), True),
        ("150380-1234", date(1980, 3, 15), False),
        ("290200-4002", date(2000, 2, 29), False),
        ("020137-4990", date(1937, 1, 2), False),
        ("311236-4993", date(2036, 12, 31), True),
        ("670190-1234", date(1990, 1, 7), False),
    ],
)
def test_valid_numbers(number: str, born: date, checked: bool) -> None:  # noqa: FBT001  # a table
    compacted = cpr.validate(number)
    assert cpr.birth_date(compacted) == born
    assert cpr.has_check_digit(compacted) is checked


@pytest.mark.parametrize(
    "number", ["290200-0123", "310290-0007", "001301-0000", "320190-1234", "15038-0123", "", "x"]
)
def test_numbers_without_a_birth_date(number: str) -> None:
    assert not cpr.is_valid(number)


def test_the_future_is_out() -> None:
    assert cpr.is_valid("311236-4993")
    assert not cpr.is_valid("311236-4993", today=date(2026, 1, 1))


def test_errors_do_not_tell_the_number() -> None:
    with pytest.raises(ValueError, match="no such birth date") as caught:
        cpr.validate("310290-0007")
    assert "0007" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_explanations_tell_the_check_digit() -> None:
    said = {cpr.explain(n).en for n in ("0101585670", "1503801234", "6701901234")}
    assert len(said) == 3


@given(st.text(alphabet="0123456789", min_size=10, max_size=10))
def test_agrees_with_the_oracle(number: str) -> None:
    try:
        oracle.validate(number)
        expected = True
    except ValidationError:
        expected = False
    # The oracle knows no replacement numbers and takes today from the clock.
    is_near_future = cpr.is_valid(number) and cpr.birth_date(number).year > 2025
    if int(number[:2]) <= 60 and not is_near_future:
        assert cpr.is_valid(number) is expected


@pytest.mark.parametrize("number", ["0203291WQ3", "1308781OS6", "310105-7JC9", "1308780ab2"])
def test_ecpr(number: str) -> None:
    assert ecpr.is_valid(number)


@pytest.mark.parametrize("number", ["3202291WQ3", "0203292WQ3", "02032911Q3", "0203291WQ", ""])
def test_not_an_ecpr(number: str) -> None:
    assert not ecpr.is_valid(number)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("150380-1234", Shape.HYPHEN),
        ("15.03.80 – 1234", Shape.HYPHEN),
        ("150380-\r\n1234", Shape.HYPHEN),
        ("150380 1234", Shape.BLANK),
        ("150380/1234", Shape.SPLIT),
        ("15 03 80 1234", Shape.SPLIT),
        ("1503801234", Shape.BARE),
        ("150319801234", Shape.BARE),
    ],
)
def test_shapes(text: str, shape: Shape) -> None:
    assert [(c.shape, c.number) for c in candidates(text)] == [(shape, "1503801234")]


def test_a_candidate_hides_its_number() -> None:
    assert "1503801234" not in repr(next(candidates("150380-1234")))
