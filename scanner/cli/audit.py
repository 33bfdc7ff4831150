"""``sluse audit``: what was decided, in numbers. The audit holds no text."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from api.audit import AuditStore
from api.audit.tables import Decision
from scanner.cli.console import session, write
from scanner.message import Message

HELP = """Revisionsloggen: hvad der er afgjort, i tal. / The audit log: decisions in numbers.

Den rummer ingen tekst og ingen værdier. / It holds no text and no values.

\b
Eksempler / Examples:
  sluse audit totals --days 7
  sluse audit export > afgorelser.csv
  sluse audit purge
"""
COLUMNS = [column.name for column in Decision.__table__.columns]
_ALL = 36_500  # days
app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
Days = Annotated[
    int, typer.Option(min=1, max=_ALL, help="Så mange dage tilbage. / So many days back.")
]


@app.command(help="Summer pr. destination, afgørelse og type. / Sums by destination and type.")
def totals(
    context: typer.Context,
    days: Days = 30,
    as_json: Annotated[  # noqa: FBT002  # a flag
        bool, typer.Option("--json", help="Som JSON. / As JSON.")
    ] = False,
) -> None:
    """The sums over the last days."""
    run = session(context)
    store = _open(context)
    sums = store.totals(days=days)
    store.close()
    groups = {
        "decision": sums.decisions,
        "destination": sums.destinations,
        "entity_type": sums.entities,
        "gap": sums.gaps,
    }
    if as_json:
        write(json.dumps({"since": sums.since.isoformat(), "texts": sums.texts, **groups}))
        return
    write(
        run.tell(
            Message(f"tekster på {days} dage: {sums.texts}", f"texts in {days} days: {sums.texts}")
        )
    )
    for name, counts in groups.items():
        _table(name, counts)


@app.command(help="Skriv rækkerne som CSV. / Write the rows as CSV.")
def export(context: typer.Context, days: Days = _ALL) -> None:
    """All rows of the last days, oldest first."""
    store = _open(context)
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in store.rows(days=days):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    store.close()


@app.command(help="Slet de rækker, hvis dage er gået. / Remove the rows whose days are over.")
def purge(context: typer.Context) -> None:
    """Remove what is older than audit_retention_days."""
    run = session(context)
    store = AuditStore(run.settings.audit_url, retention_days=0)
    before = store.totals(days=_ALL).texts
    store.close()
    store = _open(context)  # which removes them
    gone = before - store.totals(days=_ALL).texts
    store.close()
    run.remark(Message(f"Slettede rækker: {gone}", f"Rows removed: {gone}"))


def _open(context: typer.Context) -> AuditStore:
    settings = session(context).settings
    return AuditStore(settings.audit_url, retention_days=settings.audit_retention_days)


def _table(name: str, counts: Mapping[str, int]) -> None:
    for value, number in sorted(counts.items(), key=lambda pair: -pair[1]):
        write(f"  {name:<14}{value:<28}{number:>9}")


def _cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(value, dict):
        return json.dumps(value, sort_keys=True)
    return f"'{value}" if isinstance(value, str) and value[:1] in set("=+-@\t\r") else value
