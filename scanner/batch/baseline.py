"""Findings that are known and accepted: a file of keyed hashes, fit for a repository.

A hash is of the file's name, the entity type and the value, so the same value in another file is
new, and one that has moved within its file is not. The key is SLUSE_HASH_KEY where a team shares
one, else it lies beside the baseline, readable by its owner alone: with the key at hand a CPR
number could be guessed from its hash.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from scanner.batch.outcome import Found, Outcome
from scanner.errors import InputError

_VERSION = 1


@dataclass
class Baseline:
    """The known findings of the file at ``path``; a new one knows nothing."""

    path: Path
    key: bytes = field(repr=False)
    known: set[str] = field(default_factory=set)
    noted: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, path: Path, key: bytes, *, is_new: bool) -> Baseline:
        """The baseline at ``path``; raises InputError when it is none, or is to be there."""
        if is_new and not path.exists():
            return cls(path, key)
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            known = set(map(str, told["findings"])) if told["version"] == _VERSION else None
        except OSError as error:
            raise InputError(
                da=f"{path} kan ikke læses ({error.strerror}). Lav den med --update-baseline.",
                en=f"{path} cannot be read ({error.strerror}). Make it with --update-baseline.",
            ) from None
        except (ValueError, KeyError, TypeError):
            known = None
        if known is None:
            raise InputError(
                da=f"{path} er ikke skrevet af “sluse scan --update-baseline”.",
                en=f"{path} was not written by “sluse scan --update-baseline”.",
            )
        return cls(path, key, known)

    @property
    def value_key(self) -> bytes:
        """The key that workers hash values with."""
        return hmac.new(self.key, b"value", hashlib.sha256).digest()

    def marked(self, outcome: Outcome) -> Outcome:
        """``outcome`` with the findings marked that are known; all are noted for ``write``."""
        ids = [self._id(outcome.name, found) for found in outcome.findings]
        self.noted.update(ids)
        found = tuple(
            replace(each, is_known=known in self.known)
            for each, known in zip(outcome.findings, ids, strict=True)
        )
        return replace(outcome, findings=found)

    def write(self) -> None:
        """Keep what was noted in place of what was known; raises InputError."""
        told = {"version": _VERSION, "findings": sorted(self.noted)}
        try:
            write_whole(self.path, [json.dumps(told, indent=1), "\n"])
        except OSError as error:
            raise InputError(
                da=f"{self.path} kan ikke skrives: {error.strerror}.",
                en=f"{self.path} cannot be written: {error.strerror}.",
            ) from None

    def _id(self, name: str, found: Found) -> str:
        place = os.path.relpath(name, self.path.absolute().parent)
        told = f"{place}\0{found.key}".encode("utf-8", "surrogateescape")
        return hmac.new(self.key, told, hashlib.sha256).hexdigest()[:32]


def write_whole(path: Path, pieces: Iterable[str]) -> None:
    """Write a file whole or not at all; raises OSError."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with new.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
