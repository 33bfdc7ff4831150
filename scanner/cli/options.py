"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scanner.pipeline import DESTINATION, Scanner
from scanner.settings import Settings

__all__ = ["DESTINATION", "Destination", "Source", "build_scanner"]

Destination = Annotated[
    str,
    typer.Option(
        "--destination",
        "-d",
        metavar="NAVN/NAME",
        help="Hvor teksten skal hen: chatgpt, m365-copilot, … / Where the text goes.",
    ),
]
Source = Annotated[
    Path,
    typer.Argument(
        metavar="FIL/FILE",
        help="Filen, eller - for standard input. / The file, or - for standard input.",
    ),
]


def build_scanner(settings: Settings) -> Scanner:
    """The scanner as the settings want it; raises PolicyError, RegisterError, ModelError."""
    return Scanner.from_policy(
        settings.policy,
        register=settings.register,
        register_key=settings.register_key_bytes,
        model=settings.model,
    )
