"""``sluse serve``: the service and its start page."""

from __future__ import annotations

import signal
from typing import Annotated

import typer

from scanner.cli.console import session

HELP = """Start tjenesten og startsiden, http://127.0.0.1:8080.

Start the service and its start page, http://127.0.0.1:8080.

Ud over denne maskine kræves en nøgle (sluse key create). / Beyond this machine it needs a key.

\b
Eksempler / Examples:
  sluse serve
  sluse serve --port 9000
  sluse key create && sluse serve --host 0.0.0.0
"""


def serve(
    context: typer.Context,
    host: Annotated[
        str | None, typer.Option(help="Adressen i stedet for den indstillede. / The address.")
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help="Porten i stedet for den indstillede. / The port."),
    ] = None,
) -> None:
    """Serve until stopped."""
    from api.serve import serve as run  # noqa: PLC0415  # the web framework, for this command only

    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # callers that hang up are no end of it
    changes = {"host": host, "port": port}
    run(
        session(context).settings.model_copy(
            update={name: value for name, value in changes.items() if value is not None}
        )
    )
