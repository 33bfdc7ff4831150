"""``sluse scan``: what is in texts that may not leave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from scanner.cli.console import Session, has_color, session, write
from scanner.cli.main import CLEAN, FINDINGS, UNDECIDED
from scanner.cli.options import DESTINATION, Destination, build_scanner
from scanner.cli.report import Format, Scanned
from scanner.cli.report.as_json import as_json, as_line
from scanner.cli.report.as_sarif import as_sarif
from scanner.cli.report.as_text import as_text
from scanner.cli.source import Text, check_there, read_text
from scanner.cli.stream import scan_stream
from scanner.cli.unread import unread
from scanner.pipeline import Result, Scanner

HELP = """Undersøg, om tekster må sendes, og hvad der i så fald skal skjules.

Examine whether texts may be sent, and what has to be hidden first.

Teksten er UTF-8, eller UTF-16 med mærke. Værdier vises maskeret. / Text is UTF-8, or UTF-16 with
a mark. Values are shown masked.

\b
Eksempler / Examples:
  sluse scan brev.txt
  sluse scan *.txt --destination m365-copilot
  cat brev.txt | sluse scan -
  sluse scan docs/*.md --format sarif > sluse.sarif
  sluse scan --ndjson < sager.ndjson > svar.ndjson

\b
--ndjson: {"id": …, "text": "…"} ind, {"id", "decision", "findings", "gaps"} ud, linje for linje.
--ndjson: {"id": …, "text": "…"} in, {"id", "decision", "findings", "gaps"} out, line by line.

\b
Slutkoder / Exit codes:
  0 intet fundet / nothing found       1 fund / findings
  2 forkert brug / wrong usage         3 kunne ikke afgøres / could not decide
"""


def scan(  # noqa: PLR0913, PLR0917  # one argument per option
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FIL/FILE",
            help="Filerne; uden læses standard input. / The files; none is standard input.",
        ),
    ] = None,
    destination: Destination = DESTINATION,
    output: Annotated[
        Format, typer.Option("--format", "-f", help="Svarets form. / The form of the answer.")
    ] = Format.TEXT,
    ndjson: Annotated[  # noqa: FBT002  # a flag
        bool,
        typer.Option(
            "--ndjson", help="Én tekst pr. linje ind og ud. / One text a line in and out."
        ),
    ] = False,
    show_values: Annotated[  # noqa: FBT002  # a flag
        bool,
        typer.Option("--show-values", help="Vis værdierne umaskeret. / Show the values unmasked."),
    ] = False,
) -> None:
    """Scan texts, write what was found, leave with the exit code."""
    run = session(context)
    paths = files or [Path("-")]
    check_there(paths)
    scanner = build_scanner(run.settings)
    timeout = run.settings.scan_timeout_seconds
    if ndjson:
        raise typer.Exit(scan_stream(paths, scanner, destination, timeout, show_values=show_values))
    done = _scan_all(paths, scanner, destination, timeout)
    raise typer.Exit(_report(done, run, output, scanner, show_values=show_values))


def result_of(text: Text, scanner: Scanner, destination: str, timeout: float) -> Result:
    """The result for ``text``; a text that could not be read is a gap."""
    if text.gap:
        return unread(text.gap, scanner.policy, destination)
    return scanner.scan(text.text, destination, timeout=timeout)


def code_of(result: Result) -> int:
    """The exit code for one result."""
    if result.gaps:
        return UNDECIDED
    return FINDINGS if result.findings else CLEAN


def _scan_all(
    paths: list[Path], scanner: Scanner, destination: str, timeout: float
) -> Iterator[Scanned]:
    for path in paths:
        text = read_text(path)
        yield Scanned(text.name, text.text, result_of(text, scanner, destination, timeout))


def _report(
    done: Iterator[Scanned], run: Session, output: Format, scanner: Scanner, *, show_values: bool
) -> int:
    code = CLEAN
    kept: list[Scanned] = []
    color = has_color()
    for scanned in done:
        code = max(code, code_of(scanned.result))
        match output:
            case Format.TEXT:
                for line in as_text(scanned, run, show_values=show_values, has_color=color):
                    write(line)
            case Format.NDJSON:
                write(as_line(scanned, show_values=show_values))
            case Format.JSON | Format.SARIF:
                kept.append(scanned)
    if output is Format.JSON:
        write(as_json(kept, show_values=show_values))
    elif output is Format.SARIF:
        write(as_sarif(kept, scanner.policy, kept[0].result.destination))
    return code
