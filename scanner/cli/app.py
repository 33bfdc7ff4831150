"""All commands of ``sluse``."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from scanner.cli import audit, doctor, hook, key, policy, redact, register, restore, scan, serve
from scanner.cli.console import Session, write

HELP = """Slusen, dansk tekst passerer, før den når en sprogmodel.

The gate that Danish text passes before it reaches a language model.

\b
Eksempler / Examples:
  sluse scan brev.txt
  sluse redact brev.txt --mapping brev.json > brev.sikker.txt
  sluse restore svar.txt --mapping brev.json
  sluse serve
  sluse doctor

\b
Slutkoder / Exit codes:
  0  intet fundet / nothing found
  1  fund / findings
  2  forkert brug eller opsætning / wrong usage or configuration
  3  kunne ikke afgøres / could not decide
"""

app = typer.Typer(
    help=HELP,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command("scan", help=scan.HELP)(scan.scan)
app.command("redact", help=redact.HELP)(redact.redact)
app.command("restore", help=restore.HELP)(restore.restore)
app.command("serve", help=serve.HELP)(serve.serve)
app.add_typer(policy.app, name="policy")
app.add_typer(register.app, name="register")
app.add_typer(hook.app, name="hook")
app.add_typer(key.app, name="key")
app.add_typer(audit.app, name="audit")
app.command("doctor", help=doctor.HELP)(doctor.doctor)


def _version(wanted: bool) -> None:  # noqa: FBT001  # the library's signature
    if wanted:
        write(f"sluse {version('sluse')}")
        raise typer.Exit


@app.callback()
def begin(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            "--config",
            "-c",
            help="Filen med indstillinger (TOML). / The settings file (TOML).",
            dir_okay=False,
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001, FBT002  # acts by its callback; a flag
        bool,
        typer.Option(
            "--version",
            help="Vis versionen, og stop. / Show the version and stop.",
            callback=_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    """Keep what every command needs."""
    context.obj = Session(config)
