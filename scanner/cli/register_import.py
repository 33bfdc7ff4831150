"""The import of a customer list: progress, the list of what was left out, the sums."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from scanner.cli.console import Session
from scanner.errors import InputError
from scanner.message import Message
from scanner.policy import Policy
from scanner.register import RegisterEditor
from scanner.register.importing import Column, Outcome, Problem, import_rows
from scanner.register.rows import CsvForm, read_rows

_MOST_SHOWN = 50
_STEP = 1000  # rows between two looks of the progress


@dataclass(frozen=True, slots=True)
class ImportForm:
    """What was asked for."""

    file: Path
    columns: list[str]
    errors: Path | None
    csv: CsvForm


def known_type(name: str, policy: Policy) -> str:
    """``name`` as an entity type of the policy; raises InputError."""
    if name.upper() in policy.entities:
        return name.upper()
    known = ", ".join(policy.entities)
    raise InputError(
        da=f"Ukendt entitetstype. Der er: {known}.",
        en=f"Unknown entity type. There are: {known}.",
    )


def run_import(form: ImportForm, editor: RegisterEditor, policy: Policy, run: Session) -> Outcome:
    """Read the list into ``editor``; tell what was left out, and the sums."""
    columns = [_column(text, policy) for text in form.columns]
    rows = read_rows(form.file, [column.name for column in columns], form.csv)
    with _listed(form.errors, run) as report, _progress(form.file) as progress:
        outcome = import_rows(editor, rows, columns, report=report, progress=progress)
    added = ", ".join(f"{number} {name}" for name, number in outcome.added.items()) or "0"
    run.remark(
        Message(
            f"Rækker: {outcome.rows}. Nye værdier: {added}. Kendte: {outcome.known}. "
            f"Rækker med noget, der blev sprunget over: {outcome.bad_rows}.",
            f"Rows: {outcome.rows}. New values: {added}. Known: {outcome.known}. "
            f"Rows with something left out: {outcome.bad_rows}.",
        )
    )
    return outcome


def _column(text: str, policy: Policy) -> Column:
    name, equals, entity_type = text.rpartition("=")
    if not equals or not name:
        raise InputError(
            da="--column skrives KOLONNE=TYPE, fx navn=ORGANIZATION.",
            en="--column is written COLUMN=TYPE, such as name=ORGANIZATION.",
        )
    return Column(name, known_type(entity_type, policy))


@contextmanager
def _listed(path: Path | None, run: Session) -> Iterator[Callable[[Problem], None]]:
    """Lists problems on standard error, the first fifty, and all of them in the file."""
    shown = 0
    file = _opened(path) if path else None
    writer = csv.writer(file) if file else None
    if writer:
        writer.writerow(["line", "column", "reason_da", "reason_en"])

    def report(problem: Problem) -> None:
        nonlocal shown
        shown += 1
        if writer:
            writer.writerow([problem.line, problem.column, *problem.reason])
        if shown <= _MOST_SHOWN:
            where = f", {problem.column}" if problem.column else ""
            line = run.tell(Message(f"Linje {problem.line}", f"Line {problem.line}"))
            sys.stderr.write(f"{line}{where}: {run.tell(problem.reason)}\n")

    try:
        yield report
    finally:
        if file:
            file.close()
    if shown > _MOST_SHOWN:
        more = shown - _MOST_SHOWN
        run.remark(
            Message(f"… og {more} til; --errors FIL har alle.", f"… and {more} more; see --errors.")
        )


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(
            da=f"{path} kan ikke skrives: {error.strerror}.",
            en=f"{path} cannot be written: {error.strerror}.",
        ) from None


@contextmanager
def _progress(path: Path) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal; nothing where standard error is no terminal."""
    console = Console(file=sys.stderr)
    if not console.is_terminal:
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(path.name, total=path.stat().st_size)
        calls = 0

        def progress(size: int) -> None:
            nonlocal calls
            calls += 1
            if not calls % _STEP:
                bar.update(task, completed=size)

        yield progress
