"""API keys: long random strings, of which only the hash is kept.

A key is 256 random bits, so a plain SHA-256 is as safe at rest as a slow hash would be: there is
nothing to guess. One record per line, in a file or in the environment (there split by commas):

    k_4f1c09ab:scan+admin:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from scanner.errors import SettingsError

_PREFIX = "sluse_"
_RECORD = re.compile(r"(k_[0-9a-z]{1,32}):([a-z]{1,16}(?:\+[a-z]{1,16}){0,3}):([0-9a-f]{64})")


class Scope(StrEnum):
    """What a key may do."""

    SCAN = "scan"
    MODEL = "model"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """What is kept of a key."""

    id: str
    scopes: frozenset[Scope]
    digest: str = field(repr=False)

    def __str__(self) -> str:
        scopes = "+".join(scope for scope in Scope if scope in self.scopes)
        return f"{self.id}:{scopes}:{self.digest}"

    @classmethod
    def from_line(cls, line: str, *, place: str) -> KeyRecord:
        """The record a line holds; raises SettingsError naming ``place`` only."""
        match = _RECORD.fullmatch(line.strip())
        scopes = set(match[2].split("+")) if match else {""}
        if match is None or not scopes <= set(Scope):
            raise SettingsError(
                da=f"{place}: nøglelinjen kan ikke læses; den skal være id:rettigheder:hash.",
                en=f"{place}: cannot read the key record; it has to be id:scopes:hash.",
            )
        return cls(match[1], frozenset(map(Scope, scopes)), match[3])


def new_key(scopes: Iterable[Scope]) -> tuple[str, KeyRecord]:
    """A new key, to be shown once, and the record to keep."""
    key = _PREFIX + secrets.token_urlsafe(32)
    return key, KeyRecord(f"k_{secrets.token_hex(4)}", frozenset(scopes), _digest(key))


def read_keys(path: Path | None, inline: str = "") -> tuple[KeyRecord, ...]:
    """The records of a file and of the environment; raises SettingsError, never passes over one."""
    records = [
        KeyRecord.from_line(entry, place=f"SLUSE_API_KEYS {number}")
        for number, entry in enumerate(inline.split(","), 1)
        if entry.strip()
    ]
    for number, line in enumerate(_lines(path), 1):
        if line.strip() and not line.startswith("#"):
            records.append(KeyRecord.from_line(line, place=f"{path}:{number}"))
    return tuple(records)


def _lines(path: Path | None) -> list[str]:
    if path is None:
        return []
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            da=f"Nøglefilen {path} kan ikke læses.", en=f"Cannot read the key file {path}."
        ) from error


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


class KeyRing:
    """The keys the service knows."""

    def __init__(self, records: Iterable[KeyRecord]) -> None:
        self._records = tuple(records)

    def __bool__(self) -> bool:
        return bool(self._records)

    def find(self, key: str) -> KeyRecord | None:
        """The record of ``key``; takes as long whichever record it is, and when it is none."""
        digest = _digest(key)
        found = None
        for record in self._records:
            if hmac.compare_digest(record.digest, digest):
                found = record
        return found
