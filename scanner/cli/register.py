"""``sluse register``: own customers, firms and numbers, matched exactly and kept as hashes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from scanner.cli.console import Session, session, write
from scanner.cli.main import CLEAN, FINDINGS
from scanner.cli.register_import import ImportForm, known_type, run_import
from scanner.message import Message
from scanner.policy import Policy
from scanner.register import Fault, Register, RegisterEditor, everyday_words
from scanner.register.keyed import create_key as write_key
from scanner.register.keyed import key_path, read_key
from scanner.register.rows import CsvForm

HELP = """Registeret over egne kunder, virksomheder og numre. / The register of own data.

Værdierne gemmes kun som nøglede hashværdier og findes i enhver skrivemåde: store og små bogstaver,
æ/ae, ø/oe, å/aa, genitiv-s, med og uden selskabsform, numre med og uden mellemrum. / Values are
kept as keyed hashes only, and are met in any spelling: case, æ/ae, ø/oe, å/aa, genitive -s, with
or without the legal form, numbers with or without blanks.

Et navn af lutter hverdagsord (“Bølge”) findes kun med stort begyndelsesbogstav eller selskabsform,
et tal på højst fem cifre kun ved et ord som “kundenr.”. / A name of everyday words only ("Bølge")
is met with a capital or its legal form only, a number of five digits or less only beside a word
such as "kundenr.".

\b
Eksempler / Examples:
  sluse register import kunder.csv --column navn=ORGANIZATION --column kundenr=CUSTOMER_ID
  sluse register import kunder.xlsx --column Navn=PERSON --errors fejl.csv
  echo "Fjordlyst Bageri ApS" | sluse register remove - --type ORGANIZATION
  sluse register stats
"""
IMPORT_HELP = """Læg kolonner fra en kundeliste (CSV eller XLSX) i registeret.

Put columns of a customer list (CSV or XLSX) into the register.

Tegnsæt og skilletegn findes af sig selv. Rækker, der ikke kan bruges, vises med linje og grund,
aldrig med værdi; resten tages med. En tjeneste, der kører, læser registeret, når den startes igen.

Encoding and delimiter are found out. Rows that cannot be taken are listed by line and reason, never
by value; the rest is imported. A running service reads the register when it is started again.

\b
Eksempler / Examples:
  sluse register import kunder.csv --column navn=ORGANIZATION --column kundenr=CUSTOMER_ID
  sluse register import kunder.csv --column cpr=DK_CPR --errors fejl.csv

\b
Slutkoder / Exit codes:
  0  alt er med / all is in      1  noget blev sprunget over / some was left out
  2  forkert brug / wrong usage
"""
app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)


@app.command("import", help=IMPORT_HELP)
def import_file(  # noqa: PLR0913, PLR0917  # one argument per option
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FIL/FILE", exists=True, dir_okay=False, help="CSV eller XLSX. / CSV or XLSX."
        ),
    ],
    column: Annotated[
        list[str],
        typer.Option(
            metavar="KOLONNE=TYPE", help="Kolonne og entitetstype. / Column and entity type."
        ),
    ],
    errors: Annotated[
        Path | None,
        typer.Option(
            metavar="FIL/FILE", dir_okay=False, help="Gem fejllisten som CSV. / Keep it as CSV."
        ),
    ] = None,
    encoding: Annotated[
        str, typer.Option(help="Tegnsættet, hvis det ikke findes rigtigt. / The encoding.")
    ] = "",
    delimiter: Annotated[
        str, typer.Option(help="Skilletegnet, hvis det ikke findes rigtigt. / The delimiter.")
    ] = "",
) -> None:
    """Import a list; create the key with the first one."""
    run = session(context)
    form = ImportForm(file, column, errors, CsvForm(encoding, delimiter))
    editor = _editor(run, is_new=not run.settings.register_path.exists())
    outcome = run_import(form, editor, _policy(run), run)
    if outcome.added:
        editor.save(run.settings.register_path)
    raise typer.Exit(FINDINGS if outcome.bad_rows else CLEAN)


@app.command(help="Tag en værdi ud; - læser den fra standard input. / Take a value out.")
def remove(
    context: typer.Context,
    value: Annotated[
        str,
        typer.Argument(
            metavar="VÆRDI/VALUE",
            help="Værdien; - holder den ude af historikken. / - keeps it out of the history.",
        ),
    ],
    entity_type: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="Kun som denne type. / As this type only."),
    ] = None,
) -> None:
    """Take a value out, in all its spellings."""
    run = session(context)
    text = sys.stdin.readline().strip() if value == "-" else value
    editor = _editor(run, is_new=False)
    types = [known_type(entity_type, _policy(run))] if entity_type else list(_policy(run).entities)
    gone = [name for name in types if _is_removed(editor, text, name)]
    if not gone:
        run.remark(Message("Værdien stod ikke i registeret.", "The value was not in the register."))
        raise typer.Exit(FINDINGS)
    editor.save(run.settings.register_path)
    run.remark(Message(f"Taget ud: {', '.join(gone)}.", f"Taken out: {', '.join(gone)}."))


@app.command(help="Vis, hvor mange værdier der er af hver type. / How many values of each type.")
def stats(context: typer.Context) -> None:
    """Counts only: the register holds no text."""
    run = session(context)
    register = Register.load(run.settings.register_path, run.settings.register_key_bytes)
    for entity_type, number in register.contents.counts.items():
        write(f"{entity_type:<28}{number:>9}")
    write(f"{run.tell(Message('i alt', 'in all')):<28}{len(register):>9}")


app.command("list", help="Det samme som stats: kun tal. / The same as stats: counts only.")(stats)


@app.command(
    "create-key", help="Lav registerets nøgle på forhånd. / Make the register's key first."
)
def create_key(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FIL/FILE", dir_okay=False, help="Ellers ved registeret. / Else beside it."
        ),
    ] = None,
) -> None:
    """A new key, readable by its owner only; an old one is never overwritten."""
    run = session(context)
    path = file or run.settings.register_key_file or key_path(run.settings.register_path)
    write_key(path)
    run.remark(Message(f"Nøglen er gemt i {path}.", f"The key is kept in {path}."))


def _editor(run: Session, *, is_new: bool) -> RegisterEditor:
    """An editor of the register; a new one gets a key where none is set and none is there."""
    settings = run.settings
    path = settings.register_path
    if not is_new:
        key = settings.register_key_bytes or read_key(key_path(path))
        return RegisterEditor(key, everyday_words(), Register.load(path, key))
    key = settings.register_key_bytes or _own_key(key_path(path), run)
    return RegisterEditor(key, everyday_words())


def _own_key(path: Path, run: Session) -> bytes:
    """The key at ``path``, made when it is not there."""
    if path.exists():
        return read_key(path)
    key = write_key(path)
    run.remark(
        Message(
            f"Registerets nøgle er gemt i {path}. Uden den kan registeret ikke bruges.",
            f"The register's key is kept in {path}. Without it the register is of no use.",
        )
    )
    return key


def _policy(run: Session) -> Policy:
    return Policy.load(run.settings.policy)


def _is_removed(editor: RegisterEditor, value: str, entity_type: str) -> bool:
    try:
        return editor.remove(value, entity_type)
    except Fault:
        return False
