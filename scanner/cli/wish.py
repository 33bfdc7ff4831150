"""What was asked of ``sluse scan`` for files and folders, and what the files it names hold."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from scanner.batch.baseline import Baseline
from scanner.batch.copies import Copies
from scanner.batch.job import Job
from scanner.batch.state import own_key
from scanner.batch.walk import check_names
from scanner.cli.report import Format
from scanner.cli.source import STDIN
from scanner.errors import InputError
from scanner.settings import Settings


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line."""

    paths: list[Path]
    destination: str
    output: Format = Format.TEXT
    reports: list[Path] = field(default_factory=list)
    redact_to: Path | None = None
    mapping: Path | None = None
    jobs: int | None = None
    is_resumed: bool = False
    baseline: Path | None = None
    updates_baseline: bool = False
    include: list[str] = field(default_factory=list)
    exclude: list[str] = field(default_factory=list)
    files_from: Path | None = None
    password_file: Path | None = None
    ray: str = ""
    ocr: bool = True
    shows_values: bool = False

    def roots(self) -> list[Path]:
        """Files and folders, those of the list among them."""
        listed = _lines(self.files_from) if self.files_from else []
        return [path for path in (*self.paths, *map(Path, listed)) if str(path) != STDIN]

    def job(self, baseline: Baseline | None) -> Job:
        """What the workers are asked."""
        return Job(
            destination=self.destination,
            redacts=self.redact_to is not None,
            shows_values=self.shows_values,
            ocr=self.ocr,
            passwords=tuple(_lines(self.password_file)) if self.password_file else (),
            value_key=baseline.value_key if baseline else b"",
        )


def _lines(path: Path) -> list[str]:
    try:
        told = os.fsdecode(path.read_bytes())
    except OSError as error:
        raise InputError(
            da=f"{path} kan ikke læses: {error.strerror}.",
            en=f"{path} cannot be read: {error.strerror}.",
        ) from None
    return [line for line in told.splitlines() if line]


def format_of(path: Path) -> Format:
    """The format a report's name asks for; raises InputError for an unknown one."""
    known = [each for each in Format if each is not Format.TEXT]
    for each in known:
        if path.suffix.lower() == f".{each}":
            return each
    names = ", ".join(f".{each}" for each in known)
    raise InputError(
        da=f"--report {path}: navnet skal ende på {names}.",
        en=f"--report {path}: the name has to end in {names}.",
    )


def apart_of(wish: Wish) -> Iterator[Path]:
    """What the run itself writes, and is not to read."""
    own = (wish.redact_to, wish.mapping, wish.baseline, wish.password_file)
    return chain((path for path in own if path), wish.reports)


def copies_of(wish: Wish, roots: list[Path]) -> Copies | None:
    """The folder of copies, ready to be written to; raises InputError."""
    if wish.redact_to is None:
        return None
    check_names(roots)
    return Copies.below(wish.redact_to, wish.mapping, roots, is_resumed=wish.is_resumed)


def baseline_of(wish: Wish, settings: Settings) -> Baseline | None:
    """The baseline with its key; raises InputError."""
    if wish.baseline is None:
        return None
    key = settings.hash_key_bytes
    try:
        key = key or own_key(wish.baseline.with_name(wish.baseline.name + ".key"))
    except OSError as error:
        raise InputError(
            da=f"Nøglen til {wish.baseline} kan ikke bruges: {error.strerror}.",
            en=f"The key of {wish.baseline} cannot be used: {error.strerror}.",
        ) from None
    return Baseline.read(wish.baseline, key, is_new=wish.updates_baseline)
