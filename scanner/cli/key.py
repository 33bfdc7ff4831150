"""``sluse key``: API keys of the service. Only their hashes are kept."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from api.keys import Scope, new_key, read_keys
from scanner.cli.console import session, write
from scanner.cli.main import FINDINGS
from scanner.errors import SettingsError
from scanner.message import Message

HELP = """API-nøgler til tjenesten. / API keys of the service.

Nøglen vises én gang; Sluse gemmer kun dens hash. / The key is shown once; only its hash is kept.

\b
Eksempler / Examples:
  sluse key create
  sluse key create --scope scan --scope admin
  sluse key list
  sluse key revoke k_4f1c09ab
"""
app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)


@app.command(help="Lav en nøgle, og vis den denne ene gang. / Make a key and show it this once.")
def create(
    context: typer.Context,
    scope: Annotated[
        list[Scope] | None,
        typer.Option(help="Hvad nøglen må; kan gentages. / What it may do; may be repeated."),
    ] = None,
) -> None:
    """A new key; its record goes into the keys file."""
    run = session(context)
    path = run.settings.keys_path
    known = _lines(path)
    shown, record = new_key(scope or [Scope.SCAN])
    _write(path, [*known, str(record)])
    run.remark(
        Message(
            f"Nøglen {record.id} er gemt i {path} som hash. Genstart tjenesten. Gem nøglen nu:",
            f"The key {record.id} is kept in {path} as a hash. Restart the service. Keep it now:",
        )
    )
    write(shown)


@app.command("list", help="Vis nøglernes id og rettigheder. / Show the keys' ids and scopes.")
def list_keys(context: typer.Context) -> None:
    """Ids and scopes, never hashes."""
    settings = session(context).settings
    path = settings.keys_path
    for record in read_keys(path if path.exists() else None, settings.api_keys):
        write(f"{record.id}  {'+'.join(sorted(record.scopes))}")


@app.command(help="Træk en nøgle tilbage. / Revoke a key.")
def revoke(
    context: typer.Context,
    key_id: Annotated[str, typer.Argument(metavar="ID", help="Nøglens id. / The key's id.")],
) -> None:
    """Take the key's record out of the keys file."""
    run = session(context)
    path = run.settings.keys_path
    lines = _lines(path)
    kept = [line for line in lines if not line.startswith(f"{key_id}:")]
    if len(kept) == len(lines):
        run.remark(Message(f"{path} har ingen nøgle {key_id}.", f"{path} has no key {key_id}."))
        raise typer.Exit(FINDINGS)
    _write(path, kept)
    run.remark(
        Message(
            f"Nøglen {key_id} er trukket tilbage. Genstart tjenesten.",
            f"The key {key_id} is revoked. Restart the service.",
        )
    )


def _lines(path: Path) -> list[str]:
    """The lines of the keys file, which has to be a good one; none when there is no file."""
    if not path.exists():
        return []
    read_keys(path)
    return path.read_text(encoding="utf-8").splitlines()


def _write(path: Path, lines: Iterable[str]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        opened, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
        Path(name).replace(path)
    except OSError as error:
        raise SettingsError(
            da=f"{path} kan ikke skrives: {error.strerror}.",
            en=f"{path} cannot be written: {error.strerror}.",
        ) from None
