"""``sluse hook``: the hook of AI clients, put in, taken out and looked at.

The hook itself is answered before this is loaded (scanner.cli.main).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hook.clients import NAMES, named
from hook.install.command import Command
from hook.install.errors import InstallError
from hook.install.files import install, is_installed, names_program, uninstall
from hook.install.places import system_place, user_place
from hook.main import main as answer
from hook.service import Service, ServiceError
from scanner.cli.console import Session, session, write
from scanner.cli.main import FINDINGS
from scanner.errors import SettingsError
from scanner.message import Message
from scanner.settings import Settings
from scanner.settings.sources import environment

HELP = """Hook til AI-programmer: teksten undersøges, før den sendes.

Hook for AI clients: the text is examined before it is sent.

Programmet kører “sluse hook” for hver tekst og giver den JSON; tjenesten (sluse serve) skal køre.
Kan teksten ikke undersøges, bliver den ikke sendt. / The client runs “sluse hook” for every text;
the service has to run. A text that cannot be examined is not sent.

\b
Eksempler / Examples:
  sluse hook install copilot
  sluse hook install claude codex --destination chatgpt
  sudo sluse hook install copilot --system
  sluse hook status
  sluse hook uninstall copilot
"""
app = typer.Typer(help=HELP, rich_markup_mode=None, invoke_without_command=True)
ClientName = StrEnum("ClientName", {name.upper(): name for name in NAMES})  # type: ignore[misc]
Clients = Annotated[list[ClientName], typer.Argument(help="Hvilke programmer. / Which clients.")]
System = Annotated[
    bool,
    typer.Option("--system", help="For alle på maskinen. / For everybody on this machine."),
]
_SECONDS = 3.0


@app.callback()
def hook(context: typer.Context) -> None:
    """Answer the client when no command is named."""
    if context.invoked_subcommand is None:
        answer([])


@app.command("install", help="Sæt hooken ind. / Put the hook in.")
def put_in(
    context: typer.Context,
    clients: Clients,
    system: System = False,  # noqa: FBT002  # a flag
    destination: Annotated[
        str | None,
        typer.Option(help="Destinationen i politikken. / The policy's destination."),
    ] = None,
    key_file: Annotated[
        Path | None,
        typer.Option(
            help="Filen med en API-nøgle. / The file with an API key.", exists=True, dir_okay=False
        ),
    ] = None,
) -> None:
    """Write our entries into the clients' files."""
    run = session(context)
    for client in clients:
        path = _place(client, system=system)
        command = Command(
            program=_program(),
            address=_address(run.settings),
            destination=destination or _destination(client, run.settings),
            key_file=str(key_file.absolute()) if key_file else "",
        )
        with _telling():
            install(path, client, command)
        write(f"{client}: {path}")
        _hint(run, client, system=system)


@app.command("uninstall", help="Tag hooken ud; andres bliver. / Take it out; others' stay.")
def take_out(
    context: typer.Context,
    clients: Clients,
    system: System = False,  # noqa: FBT002  # a flag
) -> None:
    """Take our entries out of the clients' files; 1 when there were none."""
    run = session(context)
    missing = False
    for client in clients:
        path = _place(client, system=system)
        with _telling():
            was_there = uninstall(path)
        missing = missing or not was_there
        if was_there:
            write(f"{client}: {path}")
        else:
            run.remark(Message(f"{client}: ingen hook i {path}.", f"{client}: no hook in {path}."))
    if missing:
        raise typer.Exit(FINDINGS)


@app.command(help="Vis, hvor hooken er, og om tjenesten svarer. / Show where it is.")
def status(context: typer.Context) -> None:
    """One line per client and place; 1 when the service does not answer or an entry is broken."""
    run = session(context)
    lines = [
        (client, path, _state(client, path)) for client in ClientName for path in _places(client)
    ]
    for client, path, state in lines:
        write(f"{client:<9}{run.tell(state):<14}{path}")
    problem = _asked(_address(run.settings))
    address = _address(run.settings)
    if problem:
        write(f"{run.tell(_SERVICE):<9}{address}: {run.tell(problem)}")
    else:
        write(f"{run.tell(_SERVICE):<9}{address}: {run.tell(_ANSWERS)}")
    if problem or any(state in {_BROKEN, _UNREADABLE} for _, _, state in lines):
        raise typer.Exit(FINDINGS)


_SERVICE = Message("tjeneste", "service")
_ANSWERS = Message("svarer", "answers")
_THERE = Message("sat ind", "installed")
_NONE = Message("–", "–")
_BROKEN = Message("forældet", "outdated")
_UNREADABLE = Message("ulæselig", "unreadable")
_TRUST = Message(
    "Codex kører den først, når du har godkendt den med /hooks i Codex.",
    "Codex runs it once you have approved it with /hooks in Codex.",
)


@contextmanager
def _telling() -> Iterator[None]:
    """Turn what keeps the hook from being installed into the command's own error."""
    try:
        yield
    except InstallError as error:
        raise SettingsError(da=error.da, en=error.en) from error


def _state(client: str, path: Path) -> Message:
    try:
        if not is_installed(path, client):
            return _NONE
        return _THERE if names_program(path, _program()) else _BROKEN
    except InstallError:
        return _UNREADABLE


def _asked(address: str) -> Message | None:
    """What is wrong with the service, if anything."""
    try:
        Service(address, "", time.monotonic() + _SECONDS).redact({"text": ""})
    except ServiceError as error:
        return Message(*error.reason)
    return None


def _places(client: str) -> list[Path]:
    try:
        return [user_place(client, environment()), system_place(client)]
    except InstallError:
        return [user_place(client, environment())]


def _place(client: str, *, system: bool) -> Path:
    with _telling():
        return system_place(client) if system else user_place(client, environment())


def _program() -> str:
    """The path of ``sluse`` that runs now."""
    name = "sluse.exe" if sys.platform == "win32" else "sluse"
    return str(Path(sys.executable).with_name(name))


def _address(settings: Settings) -> str:
    """Where the hook reaches the service on this machine."""
    if settings.unix_socket:
        return f"unix:{settings.unix_socket}"
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)  # noqa: S104  # every address is this machine's too
    return f"http://{host}:{settings.port}"


def _destination(client: str, settings: Settings) -> str:
    chosen = dict(entry.split("=") for entry in settings.hook_destinations)
    if unknown := chosen.keys() - set(NAMES):
        listed = ", ".join(sorted(unknown))
        raise SettingsError(
            da=f"SLUSE_HOOK_DESTINATIONS: ukendt program {listed}.",
            en=f"SLUSE_HOOK_DESTINATIONS: unknown client {listed}.",
        )
    known = named(client)
    assert known  # noqa: S101  # one of NAMES
    return chosen.get(client, known.destination)


def _hint(run: Session, client: str, *, system: bool) -> None:
    if client == "codex" and not system:
        run.remark(_TRUST)
