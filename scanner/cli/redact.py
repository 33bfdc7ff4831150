"""``sluse redact``: the text with what may not leave replaced."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scanner.batch.unread import unread
from scanner.cli.console import session
from scanner.cli.main import CLEAN, FINDINGS, UNDECIDED
from scanner.cli.mapping import write_mapping
from scanner.cli.options import DESTINATION, Destination, Source, build_scanner
from scanner.cli.source import check_there, read_text
from scanner.errors import InputError, SettingsError

HELP = """Erstat det, der ikke må sendes, og skriv resten uændret.

Replace what must not be sent, and write the rest unchanged.

Den sikre tekst går til standard output, bemærkninger til standard error. --mapping gemmer vejen
tilbage i en fil, som kun du kan læse. / The safe text goes to standard output, remarks to standard
error. --mapping keeps the way back in a file that only you can read.

\b
Eksempler / Examples:
  sluse redact brev.txt --mapping brev.json > brev.sikker.txt
  sluse restore svar.txt --mapping brev.json
  cat brev.txt | sluse redact --operator mask
  SLUSE_HASH_KEY=$(openssl rand -hex 32) sluse redact brev.txt --operator hash
"""


class Method(StrEnum):
    """How values are replaced."""

    PLACEHOLDER = "placeholder"
    MASK = "mask"
    HASH = "hash"
    ENCRYPT = "encrypt"


def redact(
    context: typer.Context,
    file: Source = Path("-"),
    destination: Destination = DESTINATION,
    operator: Annotated[
        Method,
        typer.Option(help="[PERSON_1], ***, en nøglet hash, eller AES. / How values are replaced."),
    ] = Method.PLACEHOLDER,
    mapping: Annotated[
        Path | None,
        typer.Option(
            metavar="FIL/FILE",
            dir_okay=False,
            help="Gem vejen tilbage her (kun til placeholder). / Keep the way back here.",
        ),
    ] = None,
) -> None:
    """Write the redacted text, keep the mapping, leave with the exit code."""
    run = session(context)
    check_there([file])
    if mapping and operator is not Method.PLACEHOLDER:
        raise InputError(
            da="--mapping kan kun bruges med --operator placeholder.",
            en="--mapping goes with --operator placeholder only.",
        )
    key = run.settings.hash_key_bytes
    if operator in {Method.HASH, Method.ENCRYPT} and key is None:
        raise SettingsError(
            da=f"Metoden {operator} kræver en nøgle. Sæt SLUSE_HASH_KEY til 64 hex-cifre.",
            en=f"The operator {operator} needs a key. Set SLUSE_HASH_KEY to 64 hex digits.",
        )
    text = read_text(file)
    scanner = build_scanner(run.settings)
    if text.gap:
        run.remark(unread(text.gap.reason, scanner.policy, destination).message)
        raise typer.Exit(UNDECIDED)
    timeout = run.settings.scan_timeout_seconds
    done = scanner.redact(text.text, destination, operator=operator, key=key, timeout=timeout)
    if mapping:
        write_mapping(mapping, done.mapping)
    sys.stdout.buffer.write(done.text.encode("utf-8", "surrogatepass"))
    if not done.is_clean:
        run.remark(done.message)
    raise typer.Exit(UNDECIDED if done.gaps else FINDINGS if done.findings else CLEAN)
