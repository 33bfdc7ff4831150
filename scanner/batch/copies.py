"""The folder of redacted copies: the same tree, each file there whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Self

from scanner.batch.copying import write_private
from scanner.batch.examine import digest_of
from scanner.batch.job import Task
from scanner.batch.outcome import Copy, CopyState, Outcome
from scanner.batch.walk import Source
from scanner.errors import InputError


@dataclass
class Copies:
    """Copies below ``folder``; their mappings, when asked for, below ``mappings``."""

    folder: Path
    mappings: Path | None
    _desk: Path
    _numbers: count[int] = field(default_factory=count)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def below(
        cls, folder: Path, mappings: Path | None, roots: Sequence[Path], *, is_resumed: bool
    ) -> Self:
        """Make ready to write; raises InputError when copies cannot be, or would overwrite.

        Only a run that is resumed may find files there.
        """
        for root in roots:
            if root.resolve() == folder.resolve():
                raise InputError(
                    da=f"--redact-to {folder} er det, der undersøges. Vælg en anden mappe.",
                    en=f"--redact-to {folder} is what is scanned. Choose another folder.",
                )
        for each in (folder, mappings):
            if each:
                cls._check(each, is_resumed=is_resumed)
        return cls(folder, mappings, Path(tempfile.mkdtemp(prefix=".sluse-", dir=folder)))

    @staticmethod
    def _check(folder: Path, *, is_resumed: bool) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                is_free = is_resumed or not any(folder.iterdir())
        except OSError as error:
            raise InputError(
                da=f"Der kan ikke skrives i {folder}: {error.strerror}.",
                en=f"Cannot write to {folder}: {error.strerror}.",
            ) from None
        if not is_free:
            raise InputError(
                da=f"{folder} er ikke tom. Vælg en anden mappe, eller fortsæt med --resume.",
                en=f"{folder} is not empty. Choose another folder, or go on with --resume.",
            )

    def task(self, path: str) -> Task:
        """The task for a file, with places of its own for what it brings."""
        with self._lock:
            number = next(self._numbers)
        mapping = str(self._desk / f"{number}.json") if self.mappings else ""
        return Task(path, str(self._desk / f"{number}.copy"), mapping)

    def placed(self, source: Source, task: Task, outcome: Outcome) -> Outcome:
        """Put what was written where it belongs; what cannot be is told in the outcome."""
        if not outcome.copy.state.is_there:
            self.path(source).unlink(missing_ok=True)  # of an earlier run: it is not the copy
            self._drop(task)
            return outcome
        try:
            digest = digest_of(Path(task.copy).read_bytes())
            self._put(task.copy, self.path(source))
            if self.mappings and Path(task.mapping).exists():
                self._put(task.mapping, self._mapping(source))
        except OSError as error:
            self._drop(task)
            return replace(outcome, copy=Copy(CopyState.DISK, os.strerror(error.errno or 0)))
        return replace(outcome, copy=replace(outcome.copy, digest=digest))

    def received(self, source: Source, outcome: Outcome, copy: bytes, mapping: bytes) -> Outcome:
        """Put a copy that was made elsewhere where it belongs, and its mapping."""
        task = self.task(source.path)
        try:
            if outcome.copy.state.is_there:
                Path(task.copy).write_bytes(copy)
            if task.mapping and mapping:
                write_private(Path(task.mapping), mapping)
        except OSError as error:
            self._drop(task)
            failed = Copy(CopyState.DISK, os.strerror(error.errno or 0))
            outcome = replace(outcome, copy=failed)
        return self.placed(source, task, outcome)

    def has(self, source: Source, outcome: Outcome) -> bool:
        """Whether the copy that ``outcome`` tells of is still there as it was written."""
        if not outcome.copy.state.is_there:
            return False
        has_mapping = self.mappings is None or outcome.copy.state is CopyState.UNCHANGED
        if not has_mapping and not self._mapping(source).exists():
            return False
        try:
            return digest_of(self.path(source).read_bytes()) == outcome.copy.digest
        except OSError:
            return False

    def path(self, source: Source) -> Path:
        """Where the copy of a file is, or would be."""
        return self.folder / source.relative

    def close(self) -> None:
        """Clear the desk."""
        shutil.rmtree(self._desk, ignore_errors=True)

    def _mapping(self, source: Source) -> Path:
        assert self.mappings  # noqa: S101  # asked for
        return self.mappings / f"{source.relative}.json"

    @staticmethod
    def _put(written: str, place: Path) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(written, place)

    @staticmethod
    def _drop(task: Task) -> None:
        for left in filter(None, (task.copy, task.mapping)):
            Path(left).unlink(missing_ok=True)
