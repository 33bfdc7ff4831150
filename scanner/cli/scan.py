"""``sluse scan``: what is in texts and documents that may not leave."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scanner.cli.batch import run_batch
from scanner.cli.console import session
from scanner.cli.options import DESTINATION, Destination, build_scanner
from scanner.cli.report import Format
from scanner.cli.source import STDIN, check_there
from scanner.cli.stream import scan_stream
from scanner.cli.wish import Wish
from scanner.errors import InputError

HELP = """Undersøg, om tekster og dokumenter må sendes, og hvad der i så fald skal skjules.

Examine whether texts and documents may be sent, and what has to be hidden first.

Filer læses efter deres indhold: tekst, Office, PDF, mail, arkiver, billeder med tekst. Mapper læses
helt igennem. Standard input er tekst. Værdier vises maskeret. / Files are read by their content:
text, Office, PDF, mail, archives, pictures of text. Folders are read to the bottom. Standard input
is text. Values are shown masked.

\b
Eksempler / Examples:
  sluse scan brev.txt aftale.docx
  sluse scan sager/ --report rapport.html --report rapport.csv
  sluse scan sager/ --redact-to rensede/ --mapping noegler/
  sluse scan sager/ --redact-to rensede/ --resume
  sluse scan . --exclude 'tests/' --exclude '*.png' --baseline .sluse-baseline.json
  cat brev.txt | sluse scan -
  sluse scan docs/*.md --format sarif > sluse.sarif
  sluse scan --ndjson < sager.ndjson > svar.ndjson

\b
Ctrl-C standser med en rapport over det, der er nået; --resume fortsætter og springer filer over,
der ikke er ændret. / Ctrl-C stops with a report on what was done; --resume goes on and passes over
files that have not changed.

\b
--ndjson: {"id": …, "text": "…"} ind, {"id", "decision", "findings", "gaps"} ud, linje for linje.
--ndjson: {"id": …, "text": "…"} in, {"id", "decision", "findings", "gaps"} out, line by line.

\b
Slutkoder / Exit codes:
  0 intet fundet / nothing found       1 fund / findings
  2 forkert brug / wrong usage         3 kunne ikke afgøres / could not decide
"""
Patterns = list[str]
Folder = Annotated[
    Path | None,
    typer.Option(
        metavar="MAPPE/FOLDER",
        file_okay=False,
        help="Skriv rensede kopier her, i samme træ. / Write redacted copies here, same tree.",
    ),
]


def scan(  # noqa: PLR0913, PLR0917  # one argument per option
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="STI/PATH",
            help="Filer og mapper; uden dem læses standard input. / Files, folders; none is stdin.",
        ),
    ] = None,
    destination: Destination = DESTINATION,
    output: Annotated[
        Format, typer.Option("--format", "-f", help="Svarets form. / The form of the answer.")
    ] = Format.TEXT,
    report: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FIL/FILE",
            dir_okay=False,
            help="Skriv en rapport: .html .csv .json .ndjson .sarif .parquet. / Write a report.",
        ),
    ] = None,
    redact_to: Folder = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            metavar="MAPPE/FOLDER",
            file_okay=False,
            help="Gem vejen tilbage her, én fil pr. kopi. / Keep the way back here, one a copy.",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, max=256, help="Antal processer. / Processes."),
    ] = None,
    resume: Annotated[  # noqa: FBT002  # a flag
        bool,
        typer.Option("--resume", help="Spring uændrede filer over. / Pass over unchanged files."),
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FIL/FILE",
            dir_okay=False,
            help="Fund, der er kendt og godtaget. / Findings that are known and accepted.",
        ),
    ] = None,
    update_baseline: Annotated[  # noqa: FBT002  # a flag
        bool,
        typer.Option(
            "--update-baseline", help="Skriv fundene til --baseline. / Write them to --baseline."
        ),
    ] = False,
    include: Annotated[
        Patterns | None,
        typer.Option(
            metavar="MØNSTER/PATTERN", help="Kun disse filer, som i .gitignore. / Only these files."
        ),
    ] = None,
    exclude: Annotated[
        Patterns | None,
        typer.Option(metavar="MØNSTER/PATTERN", help="Ikke disse filer. / Not these files."),
    ] = None,
    files_from: Annotated[
        Path | None,
        typer.Option(
            metavar="FIL/FILE",
            exists=True,
            dir_okay=False,
            help="En liste af stier, én pr. linje. / A list of paths, one a line.",
        ),
    ] = None,
    password_file: Annotated[
        Path | None,
        typer.Option(
            metavar="FIL/FILE",
            exists=True,
            dir_okay=False,
            help="Adgangskoder til låste filer, én pr. linje. / Passwords, one a line.",
        ),
    ] = None,
    ray: Annotated[
        str,
        typer.Option(
            metavar="ADRESSE/ADDRESS",
            help="Kør på en Ray-klynge: auto, vært:port. / Run on a Ray cluster.",
        ),
    ] = "",
    no_ocr: Annotated[  # noqa: FBT002  # a flag
        bool, typer.Option("--no-ocr", help="Læs ikke tekst i billeder. / No text in pictures.")
    ] = False,
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
    """Scan texts and files, write what was found, leave with the exit code."""
    run = session(context)
    given = paths or ([] if files_from else [Path(STDIN)])
    if ndjson:
        check_there(given)
        told = scan_stream(
            given,
            build_scanner(run.settings),
            destination,
            run.settings.scan_timeout_seconds,
            shows_values=show_values,
        )
        raise typer.Exit(told)
    if mapping and not redact_to:
        raise InputError(
            da="--mapping kræver --redact-to.", en="--mapping goes with --redact-to only."
        )
    if update_baseline and not baseline:
        raise InputError(
            da="--update-baseline kræver --baseline.", en="--update-baseline needs --baseline."
        )
    if output is Format.PARQUET:
        raise InputError(da="Parquet skrives med --report.", en="Parquet is written with --report.")
    wish = Wish(
        paths=given,
        destination=destination,
        output=output,
        reports=report or [],
        redact_to=redact_to,
        mapping=mapping,
        jobs=jobs,
        is_resumed=resume,
        baseline=baseline,
        updates_baseline=update_baseline,
        include=include or [],
        exclude=exclude or [],
        files_from=files_from,
        password_file=password_file,
        ray=ray,
        ocr=not no_ocr,
        shows_values=show_values,
    )
    raise typer.Exit(run_batch(wish, run, build_scanner))
