"""The keyed hashes that stand for values at rest, and the key.

BLAKE2b (RFC 7693) with the key, 128 bits. Who has the register but not the key learns nothing; who
has both can try values, so keep the key elsewhere where you can.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from scanner.errors import RegisterError

SIZE = 16
_KEY_BYTES = 32
_LENGTHS = {16, 24, 32}


class Hasher:
    """Hashes values under one key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def digest(self, words: Iterable[str], *, is_number: bool) -> bytes:
        """The hash of a value's words, or of its number."""
        return self._hash(" ".join(words), b"number" if is_number else b"words")

    def first(self, word: str) -> bytes:
        """The hash of a value's first word."""
        return self._hash(word, b"first")

    def _hash(self, text: str, person: bytes) -> bytes:
        raw = text.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(raw, key=self._key, digest_size=SIZE, person=person).digest()


def key_path(register: Path) -> Path:
    """Where the key of ``register`` lies when nothing else is said: beside it."""
    return register.with_suffix(".key")


def read_key(path: Path) -> bytes:
    """The key in the file at ``path``; raises RegisterError."""
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except OSError as error:
        raise RegisterError(
            da=f"Registerets nøgle {path} kan ikke læses: {error.strerror}.",
            en=f"The register's key {path} cannot be read: {error.strerror}.",
        ) from None
    except ValueError:
        key = b""
    if len(key) not in _LENGTHS:
        raise RegisterError(
            da=f"Registerets nøgle {path} er ikke 64 hex-cifre.",
            en=f"The register's key {path} is not 64 hexadecimal digits.",
        )
    return key


def create_key(path: Path) -> bytes:
    """Write a new key that only its owner can read; raises RegisterError, never overwrites."""
    key = secrets.token_bytes(_KEY_BYTES)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(opened, "w", encoding="ascii") as file:
            file.write(key.hex() + "\n")
    except OSError as error:
        raise RegisterError(
            da=f"Nøglen {path} kan ikke oprettes: {error.strerror}.",
            en=f"The key {path} cannot be created: {error.strerror}.",
        ) from None
    return key
