"""Firms in columns that no header tells, by those a model sees among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.doc import Span
from scanner.names.columns import asked_columns
from scanner.names.model import Seen
from scanner.names.name import Kind

ROWS = (
    "03/10 | {0} | Vigdis Holm | Intro\n05/10 | Pustehuset | Ulrik | Tlf\n"
    "09/10 | {1} | Haifa | Mail"
)
PERSONS = ("Vigdis Holm", "Ulrik", "Haifa")


def seen(text: str, firms: tuple[str, ...], persons: tuple[str, ...] = PERSONS) -> list[Seen]:
    kinds = [(name, Kind.ORGANIZATION) for name in firms] + [(p, Kind.PERSON) for p in persons]
    return [
        Seen(Span(text.index(name), text.index(name) + len(name)), kind) for name, kind in kinds
    ]


def asked(text: str, names: list[Seen]) -> set[str]:
    return {each.field.span.of(text) for each in asked_columns(text, names, ())}


@pytest.mark.parametrize("delimiter", [" | ", ";", "\t"])
@pytest.mark.parametrize(("first", "last"), [("STJERNESKUD", "dataduks"), ("Sol & Vind", "Salt 9")])
def test_the_column_of_one_firm_holds_firms(delimiter: str, first: str, last: str) -> None:
    text = ROWS.format(first, last).replace(" | ", delimiter)
    assert asked(text, seen(text, ("Pustehuset",))) == {first, "Pustehuset", last}


@pytest.mark.parametrize(
    ("first", "last", "firms", "persons"),
    [
        ("Sol", "Vind", (), PERSONS),  # nothing tells the column
        ("Sol", "Vind", ("Pustehuset",), ("Ulrik",)),  # nor persons beside it
        ("Sol", "Sol", ("Pustehuset",), PERSONS),  # a state, not a name
        ("Sol", "12345", ("Pustehuset",), PERSONS),
        ("Sol", "Han vil gerne ringes op i morgen", ("Pustehuset",), PERSONS),
        ("Sol | ny", "Vind", ("Pustehuset",), PERSONS),  # rows of another table
    ],
)
def test_other_columns_are_left_alone(
    first: str, last: str, firms: tuple[str, ...], persons: tuple[str, ...]
) -> None:
    text = ROWS.format(first, last)
    assert asked(text, seen(text, firms, persons)) == set()


@given(st.text(alphabet="aB |;\t\n'\"*1.", max_size=120))
def test_cells_lie_in_the_text(text: str) -> None:
    words = [Seen(Span(at, at + 1), Kind.PERSON) for at, char in enumerate(text) if char == "B"]
    words += [
        Seen(Span(at, at + 1), Kind.ORGANIZATION) for at, char in enumerate(text) if char == "a"
    ]
    for each in asked_columns(text, words, ()):
        assert each.field.span.of(text).strip()
