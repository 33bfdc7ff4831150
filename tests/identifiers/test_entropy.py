from __future__ import annotations

from math import isclose, log2

from hypothesis import given
from hypothesis import strategies as st

from scanner.identifiers.entropy import bits_per_sign


def test_known_values() -> None:
    assert bits_per_sign("") == 0
    assert bits_per_sign("aaaa") == 0
    assert bits_per_sign("abab") == 1
    assert isclose(bits_per_sign("0123456789abcdef"), 4)


@given(st.text(min_size=1))
def test_lies_between_none_and_all_signs_different(text: str) -> None:
    assert -1e-9 <= bits_per_sign(text) <= log2(len(text)) + 1e-9
