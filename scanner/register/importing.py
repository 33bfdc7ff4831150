"""A customer list into the register: what can be taken is, the rest is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from scanner.doc import Span
from scanner.message import Message
from scanner.public import PublicNames
from scanner.register.edit import RegisterEditor
from scanner.register.entries import Fault
from scanner.register.rows import BadRow, Row

_CPR_DIGITS = 10
_PUBLIC = Message("et offentligt navn", "a public name")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list, and the entity type of what stands in it."""

    name: str
    entity_type: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A value or a row that was left out: where and why, never the value."""

    line: int
    column: str
    reason: Message


@dataclass(slots=True)
class Outcome:
    """What an import came to, in rows and in values of each entity type."""

    rows: int = 0
    bad_rows: int = 0
    added: Counter[str] = field(default_factory=Counter)
    known: int = 0


def import_rows(
    editor: RegisterEditor,
    rows: Iterable[Row | BadRow],
    columns: Sequence[Column],
    *,
    report: Callable[[Problem], None],
    progress: Callable[[int], None] = lambda _: None,
) -> Outcome:
    """Take the cells of ``rows`` into ``editor``; ``progress`` hears how much was read."""
    outcome = Outcome()
    public = PublicNames.load()
    for row in rows:
        outcome.rows += 1
        problems = (
            [Problem(row.line, "", row.reason)]
            if isinstance(row, BadRow)
            else list(_take(editor, row, columns, public, outcome))
        )
        outcome.bad_rows += bool(problems)
        for problem in problems:
            report(problem)
        if isinstance(row, Row):
            progress(row.size)
    return outcome


def _take(
    editor: RegisterEditor,
    row: Row,
    columns: Sequence[Column],
    public: PublicNames,
    outcome: Outcome,
) -> Iterator[Problem]:
    for column, cell in zip(columns, row.cells, strict=True):
        try:
            is_new = editor.add(_checked(cell, column.entity_type, public), column.entity_type)
        except Fault as fault:
            yield Problem(row.line, column.name, fault.reason)
            continue
        if is_new:
            outcome.added[column.entity_type] += 1
        else:
            outcome.known += 1


def _checked(value: str, entity_type: str, public: PublicNames) -> str:
    """The value as it is taken; raises Fault for what is public anyway."""
    text = value.strip()
    if entity_type == "DK_CPR" and text.isdecimal() and len(text) == _CPR_DIGITS - 1:
        return f"0{text}"  # a spreadsheet took the number for an amount
    if entity_type == "ORGANIZATION" and _is_public(text, public):
        raise Fault(_PUBLIC)
    return text


def _is_public(name: str, public: PublicNames) -> bool:
    span = Span(0, len(name))
    return bool(name) and public.private_part(name, span, places=False) is None
