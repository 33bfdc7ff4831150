"""Importing a list: what can be taken is, the rest is told without its value."""

from __future__ import annotations

import pytest

from scanner.message import Message
from scanner.register import Fault, RegisterEditor
from scanner.register.importing import Column, Problem, import_rows
from scanner.register.rows import BadRow, Row

from .conftest import KEY, is_everyday


@pytest.mark.parametrize(
    ("value", "entity_type", "reason"),
    [
        ("", "PERSON", "empty"),
        (" \u200b ", "PERSON", "empty"),
        ("Bo", "PERSON", "less than 3"),
        ("?!...", "ORGANIZATION", "less than 3"),
        ("310258-5670", "DK_CPR", "CPR"),
        ("010158-567", "DK_CPR", "CPR"),
        ("13585629", "DK_CVR", "CVR"),
        ("ord " * 40, "ORGANIZATION", "too long"),
        ("A1" * 40, "CUSTOMER_ID", "too long"),
        ("Københavns Kommune", "ORGANIZATION", "public"),
    ],
)
def test_what_cannot_be_taken(value: str, entity_type: str, reason: str) -> None:
    problems: list[Problem] = []
    outcome = import_rows(
        RegisterEditor(KEY, is_everyday),
        [Row(7, (value,))],
        [Column("felt", entity_type)],
        report=problems.append,
    )
    assert [(problem.line, problem.column) for problem in problems] == [(7, "felt")]
    assert reason in problems[0].reason.en
    assert not value.strip() or value.strip() not in str(problems)
    assert (outcome.rows, outcome.bad_rows, dict(outcome.added)) == (1, 1, {})


def test_the_rest_is_taken() -> None:
    problems: list[Problem] = []
    rows: list[Row | BadRow] = [
        Row(2, ("Nordlyng ApS", "010158-5670")),
        BadRow(3, Message("x", "x")),
        Row(4, ("", "101585670")),
        Row(5, ("nordlyng", "")),
    ]
    outcome = import_rows(
        RegisterEditor(KEY, is_everyday),
        rows,
        [Column("navn", "ORGANIZATION"), Column("cpr", "DK_CPR")],
        report=problems.append,
    )
    assert [problem.line for problem in problems] == [3, 4, 5]
    assert outcome.added == {"ORGANIZATION": 1, "DK_CPR": 1}
    assert (outcome.rows, outcome.bad_rows, outcome.known) == (4, 3, 2)


def test_a_fault_does_not_quote() -> None:
    with pytest.raises(Fault) as caught:
        RegisterEditor(KEY, is_everyday).add("310258-5670", "DK_CPR")
    assert "5670" not in str(caught.value)
