"""A row, a row that cannot be read, and finding the columns by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scanner.errors import InputError
from scanner.message import Message


@dataclass(frozen=True, slots=True)
class Row:
    """The cells asked for, in the order they were asked for; ``size`` counts bytes read so far."""

    line: int
    cells: tuple[str, ...] = field(repr=False)
    size: int = 0


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read, and why; never what it says."""

    line: int
    reason: Message


def places(header: Sequence[str], columns: Sequence[str], path: Path) -> list[int]:
    """Where ``columns`` stand in ``header``; raises InputError naming those there are."""
    names = [name.strip().casefold() for name in header]
    missing = [name for name in columns if name.strip().casefold() not in names]
    if missing:
        there = ", ".join(name.strip() for name in header if name.strip())
        raise InputError(
            da=f"{path.name} har ingen kolonne {', '.join(missing)}. Der er: {there}.",
            en=f"{path.name} has no column {', '.join(missing)}. There are: {there}.",
        )
    return [names.index(name.strip().casefold()) for name in columns]


def unreadable(path: Path, why: str | None) -> InputError:
    """The error for a file that cannot be read."""
    told = f": {why}" if why else ""
    return InputError(
        da=f"Filen {path} kan ikke læses{told}.", en=f"The file {path} cannot be read{told}."
    )
