"""``sluse doctor``: is everything there, and what to do when it is not."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from scanner.cli.checks import Check, State, checks
from scanner.cli.console import Session, has_color, painted, session, write
from scanner.cli.main import CLEAN, USAGE
from scanner.errors import SluseError
from scanner.message import Message
from scanner.settings import Settings, Shown

_NAMES = "\n".join(
    f"  SLUSE_{name.upper()}\n      {field.description}"
    for name, field in Settings.model_fields.items()
)
HELP = f"""Undersøg opsætningen, og vis alle indstillinger med værdi og kilde.

Examine the setup, and show all settings with value and source.

\b
Eksempler / Examples:
  sluse doctor
  sluse doctor --json
  sluse --config /etc/sluse/sluse.toml doctor

\b
Indstillinger i miljøet; i filen med små bogstaver uden SLUSE_. /
Settings in the environment; in the file in lower case without SLUSE_.
{_NAMES}
"""
_SIGNS = {State.OK: "✓", State.NOTE: "!", State.WRONG: "✗"}
_COLORS = {State.OK: "green", State.NOTE: "yellow", State.WRONG: "red"}


def doctor(
    context: typer.Context,
    as_json: Annotated[  # noqa: FBT002  # a flag
        bool, typer.Option("--json", help="Som JSON. / As JSON.")
    ] = False,
) -> None:
    """Run all checks; leave with 2 when something is wrong."""
    run = session(context)
    shown: list[Shown] = []
    try:
        shown = run.settings.shown()
        found = list(checks(run.settings))
    except SluseError as error:
        found = [Check("settings", State.WRONG, error.message)]
    if as_json:
        write(_as_json(found, shown))
    else:
        _write(found, shown, run)
    raise typer.Exit(USAGE if any(check.state is State.WRONG for check in found) else CLEAN)


def _write(found: list[Check], shown: list[Shown], run: Session) -> None:
    color = has_color()
    tell = run.tell if shown else str
    for check in found:
        sign = painted(_SIGNS[check.state], _COLORS[check.state], is_on=color)
        write(f"{sign} {check.name:<10}{tell(check.what)}")
        if check.todo.da:
            write(f"            → {tell(check.todo)}")
    width = max((len(setting.name) for setting in shown), default=0) + 2
    for setting in shown:
        origin = setting.origin or tell(Message("standard", "default"))
        write(f"  {setting.name:<{width}}{setting.value or '–':<44} ({origin})")


def _as_json(found: list[Check], shown: list[Shown]) -> str:
    told = {
        "checks": [
            {
                "name": check.name,
                "state": check.state.value,
                "what": check.what._asdict(),
                "todo": check.todo._asdict(),
            }
            for check in found
        ],
        "settings": [
            {"name": each.name, "value": each.value, "origin": each.origin or "default"}
            for each in shown
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
