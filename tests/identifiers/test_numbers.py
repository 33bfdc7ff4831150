"""Check sums against python-stdnum; numbers are invented or published examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean as ean_oracle
from stdnum import iban as iban_oracle
from stdnum import luhn as luhn_oracle
from stdnum import numdb
from stdnum.dk import cvr as cvr_oracle

from scanner.identifiers import card, cvr, gln, iban, p_number, payment_line, sums

DIGITS = st.text(alphabet="0123456789", min_size=1, max_size=30)

VALID = [
    (cvr.is_valid, "12345674"),
    (cvr.is_valid, "12 34 56 74"),
    (cvr.is_valid, "DK-20000007"),
    (cvr.is_valid, "99000015"),
    (p_number.is_valid, "1006959438"),
    (p_number.is_valid, "1030000001"),
    (gln.is_valid, "5790000123452"),
    (gln.is_valid, "5790 0009 9999 6"),
    (iban.is_valid, "DK50 0040 0440 1162 43"),
    (iban.is_valid, "GB29NWBK60161331926819"),
    (iban.is_valid, "FO6264600001631634"),
    (card.is_valid, "4111 1111 1111 1111"),
    (card.is_valid, "378282246310005"),
    (payment_line.is_valid, "+71<026840149965328+81234567<"),
    (payment_line.is_valid, "+73<+81234567<"),
    (payment_line.is_valid, "71 / 026840149965328 / 81234567"),
]
INVALID = [
    (cvr.is_valid, "12345678"),
    (cvr.is_valid, "01234567"),
    (cvr.is_valid, "1234567"),
    (p_number.is_valid, "1030000002"),
    (p_number.is_valid, "2030000001"),
    (gln.is_valid, "5790000123456"),
    (gln.is_valid, "4006381333931"),
    (iban.is_valid, "DK9912344231123456"),
    (iban.is_valid, "XX5000400440116243"),
    (iban.is_valid, "DKA000400440116243"),
    (iban.is_valid, ""),
    (card.is_valid, "4111 1111 1111 1112"),
    (card.is_valid, "1111 1111 1111 1117"),
    (card.is_valid, ""),
    (payment_line.is_valid, "+71<123456789012345+81234567<"),
    (payment_line.is_valid, "+71<0268401499653+81234567<"),
    (payment_line.is_valid, "+99<+81234567<"),
    (payment_line.is_valid, "71"),
]


@pytest.mark.parametrize(("is_valid", "number"), VALID)
def test_valid(is_valid: Callable[[str], bool], number: str) -> None:
    assert is_valid(number)


@pytest.mark.parametrize(("is_valid", "number"), INVALID)
def test_invalid(is_valid: Callable[[str], bool], number: str) -> None:
    assert not is_valid(number)


@given(DIGITS)
def test_luhn_agrees_with_the_oracle(digits: str) -> None:
    assert sums.luhn_holds(digits) is luhn_oracle.is_valid(digits)


@given(st.text(alphabet="0123456789", min_size=13, max_size=13))
def test_gs1_agrees_with_the_oracle(digits: str) -> None:
    assert sums.gs1_holds(digits) is ean_oracle.is_valid(digits)


@given(st.text(alphabet="0123456789", min_size=8, max_size=8))
def test_cvr_agrees_with_the_oracle(digits: str) -> None:
    assert cvr.is_valid(digits) is cvr_oracle.is_valid(digits)


@given(st.sampled_from(["DK", "FO", "GL", "NO"]), st.text("0123456789", min_size=13, max_size=16))
def test_iban_agrees_with_the_oracle(country: str, digits: str) -> None:
    number = country + digits
    assert iban.is_valid(number) is iban_oracle.is_valid(number, check_country=False)


def test_iban_lengths_are_those_of_the_oracle() -> None:
    table = numdb.get("iban")
    for country, length in iban.LENGTHS.items():
        structure = table.info(country)[0][1]["bban"]
        total = sum(
            int(piece.split("!")[0])
            for piece in structure.replace("a", "n").replace("c", "n").split("n")
            if piece
        )
        assert (country, length) == (country, total + 4)


@given(st.text(max_size=40))
def test_nothing_crashes(text: str) -> None:
    for module in (card, cvr, gln, iban, p_number, payment_line):
        assert module.is_valid(text) in {True, False}


@pytest.mark.parametrize(
    ("digits", "holds"),
    [("12345670", False), ("72345678", False), ("010", False), ("0", True), ("19", True)],
)
def test_mod11(digits: str, holds: bool) -> None:  # noqa: FBT001  # a table
    assert sums.mod11_holds(digits) is holds
