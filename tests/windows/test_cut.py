"""Cuts: at the best border, never through a value, within bounds whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.doc import Span
from scanner.windows.cut import cut

KEY = "-----BEGIN PRIVATE KEY-----\n"


@pytest.mark.parametrize(
    ("text", "whole", "expected"),
    [
        ("en linje\n\nen anden\nog mere af den", (), "en linje\n\n"),
        ("en linje\n \r\nen anden\nog mere af den", (), "en linje\n \r\n"),
        ("en linje\nen anden\nog mere af den her", (), "en linje\nen anden\n"),
        ("('Anne', 1), ('Bo', 2), ('Cille', 333333", (), "('Anne', 1), ('Bo', 2),"),
        ('{"a": 1},{"a": 2},{"a": 3333333333333333', (), '{"a": 1},{"a": 2},'),
        ("Det er en. Det er to. Det er mere end tre", (), "Det er en. Det er to. "),
        ("et ord og et ord til og mange flere endnu", (), "et ord og et ord til og mange "),
        ("ø" * 40, (), "ø" * 30),
        ("en linje\nen anden\nog mere af den her", (Span(12, 20),), "en linje\n"),
        ("et ord og et ord til og mange flere endnu", (Span(22, 35),), "et ord og et ord til "),
        ("ø" * 40, (Span(25, 35),), "ø" * 25),
        ("ø" * 40, (Span(20, 26), Span(25, 35)), "ø" * 20),
        ("ø" * 40, (Span(2, 35),), "ø" * 30),  # it begins too early: cut through it
        (f"Nøgle:\n{KEY}MIIEvQIBAD", (), "Nøgle:\n"),
        ("Se: \nQUFBQUFBQUFBQUFB\nQUFBQUFBQUFBQUFB", (), "Se: \n"),
    ],
)
def test_the_best_border(text: str, whole: tuple[Span, ...], expected: str) -> None:
    assert text[: cut(text, 4, 30, whole)] == expected


def test_a_long_run_of_base64_is_cut_between_its_groups() -> None:
    for lead in range(8):
        text = "." * lead + "QUFB" * 20
        assert (cut(text, 4, 60, ()) - lead) % 4 == 0


def test_a_value_in_a_long_run_is_not_cut() -> None:
    assert cut("x" * 60, 4, 50, [Span(45, 55)]) == 45


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(*sorted(ends)))


@given(st.text("ab \n.,;(){}", min_size=60, max_size=60), st.lists(SPANS, max_size=6))
def test_a_cut_is_within_bounds_and_through_nothing_that_can_be_kept_whole(
    text: str, whole: list[Span]
) -> None:
    at = cut(text, 20, 50, whole)
    assert 20 <= at <= 50
    through = [span for span in whole if span.start < at < span.end]
    if through:  # then every place was inside one
        assert all(any(s.start < place < s.end for s in whole) for place in range(20, 51))
