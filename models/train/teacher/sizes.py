"""How much the teacher is tuned on, and how much it labels; no torch is needed to ask."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import asdict, dataclass, fields
from typing import Self


@dataclass(frozen=True)
class Sizes:
    """The shipped model's, unless said otherwise."""

    lines: int = 22_000  # of plain text, labelled
    changed: int = 46_000  # sentences like the news, labelled
    rough: int = 24_000  # posts and chat made of them, labelled
    epochs: int = 5  # of tuning
    batches: int = 1_000_000  # of an epoch at most: all there are

    @classmethod
    def small(cls) -> Self:
        """Enough to go every step of the way."""
        return cls(lines=150, changed=300, rough=150, epochs=2, batches=12)

    @classmethod
    def ask(cls, parser: ArgumentParser) -> None:
        """Add an option for each size."""
        for field in fields(cls):
            parser.add_argument(f"--{field.name}", type=int, default=field.default)

    @classmethod
    def of(cls, arguments: Namespace) -> Self:
        """The sizes that were asked for."""
        return cls(**{field.name: getattr(arguments, field.name) for field in fields(cls)})

    def options(self) -> list[str]:
        """These sizes as a command's options."""
        return [part for name, size in asdict(self).items() for part in (f"--{name}", str(size))]
