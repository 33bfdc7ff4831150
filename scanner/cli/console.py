"""What is written where: answers to standard output, remarks to standard error."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import typer
from rich.console import Console

from scanner.errors import SluseError
from scanner.message import Message
from scanner.settings import Settings


@dataclass
class Session:
    """One run of the command: its settings, read when they are first asked for."""

    config: Path | None = None
    changes: dict[str, object] = field(default_factory=dict)

    @cached_property
    def settings(self) -> Settings:
        """The settings; raises SettingsError."""
        return Settings.load(self.config)

    def tell(self, message: Message) -> str:
        """``message`` in the language that is set."""
        return message.en if self.settings.language == "en" else message.da

    def remark(self, message: Message) -> None:
        """Say something beside the answer."""
        sys.stderr.write(self.tell(message) + "\n")


def session(context: typer.Context) -> Session:
    """The session of the command that runs."""
    found = context.find_object(Session)
    return Session() if found is None else found


def complain(message: Message) -> None:
    """Say why the command stops, in the language that is set, in both when that is unknown."""
    try:
        said = Session().tell(message)
    except SluseError:
        said = message.da if message.da == message.en else f"{message.da}\n{message.en}"
    sys.stderr.write(f"sluse: {said}\n")


def write(text: str = "") -> None:
    """One line of the answer, seen at once by whoever reads it."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def has_color() -> bool:
    """Whether the answer goes to a terminal that wants colors (NO_COLOR unset)."""
    console = Console(file=sys.stdout)
    return console.is_terminal and not console.no_color


def painted(text: str, color: str, *, is_on: bool) -> str:
    """``text`` in ``color`` where colors are on."""
    return typer.style(text, fg=color, bold=True) if is_on else text
