"""``sluse policy``: check a policy file, show what it says, write its schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scanner.cli.console import Session, session, write
from scanner.message import Message
from scanner.policy import Policy
from scanner.policy.schema import as_text, policy_schema

HELP = """Politikken: hvad der må sendes hvorhen. / The policy: what may be sent where.

\b
Eksempler / Examples:
  sluse policy check min-politik.yaml
  sluse policy show
  sluse policy schema > policy.schema.json
"""
app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
File = Annotated[
    Path | None,
    typer.Argument(
        metavar="FIL/FILE",
        dir_okay=False,
        help="Politikken; den indstillede uden. / The policy; the one that is set without.",
    ),
]


@app.command(help="Er politikken gyldig? Fejl vises med linje. / Is the policy valid?")
def check(context: typer.Context, file: File = None) -> None:
    """Load the policy; what is wrong is told with its line."""
    run, policy = _load(context, file)
    write(
        run.tell(
            Message(
                f"Politikken {policy.id} {policy.version} er gyldig: "
                f"destinationer {len(policy.destinations)}, godkendelser {len(policy.approvals)}.",
                f"The policy {policy.id} {policy.version} is valid: "
                f"destinations {len(policy.destinations)}, approvals {len(policy.approvals)}.",
            )
        )
    )


@app.command(help="Vis, hvad fund fører til hvor. / Show what findings lead to where.")
def show(context: typer.Context, file: File = None) -> None:
    """The policy as a table: entity types down, destinations across."""
    _, policy = _load(context, file)
    names = list(policy.destinations)
    write(f"{policy.id} {policy.version}")
    write(f"{'':<24}" + "".join(f"{name:<16}" for name in names))
    for entity_type in policy.entities:
        actions = (policy.rule(name, entity_type).action.value for name in names)
        write(f"{entity_type:<24}" + "".join(f"{action:<16}" for action in actions))
    gaps = (policy.destination(name).gap.action.value for name in names)
    write(f"{'(gap)':<24}" + "".join(f"{action:<16}" for action in gaps))


@app.command(help="Skriv JSON-skemaet for politikfiler. / Write the JSON schema of policy files.")
def schema() -> None:
    """The JSON schema, for editors."""
    write(as_text(policy_schema()).rstrip("\n"))


def _load(context: typer.Context, file: Path | None) -> tuple[Session, Policy]:
    run = session(context)
    return run, Policy.load(file or run.settings.policy)
