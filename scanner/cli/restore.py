"""``sluse restore``: placeholders in an answer become the values again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from scanner.cli.console import session
from scanner.cli.main import UNDECIDED
from scanner.cli.mapping import read_mapping
from scanner.cli.options import Source
from scanner.cli.source import check_there, read_text
from scanner.message import Message
from scanner.restoring import restore as put_back

HELP = """Sæt værdierne ind igen i et svar, hvor der står [PERSON_1] og lignende.

Put the values back into an answer that says [PERSON_1] and the like.

\b
Eksempler / Examples:
  sluse redact brev.txt --mapping brev.json > brev.sikker.txt
  sluse restore svar.txt --mapping brev.json
"""


def restore(
    context: typer.Context,
    mapping: Annotated[
        Path,
        typer.Option(
            metavar="FIL/FILE",
            dir_okay=False,
            help="Filen fra “sluse redact --mapping”. / The file of “sluse redact --mapping”.",
        ),
    ],
    file: Source = Path("-"),
) -> None:
    """Write the restored text."""
    check_there([file, mapping])
    values = read_mapping(mapping)
    text = read_text(file)
    if text.gap:
        session(context).remark(
            Message(
                "Svaret er ikke læsbar tekst (UTF-8).", "The answer is no readable text (UTF-8)."
            )
        )
        raise typer.Exit(UNDECIDED)
    sys.stdout.buffer.write(put_back(text.text, values).encode("utf-8", "surrogatepass"))
