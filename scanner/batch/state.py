"""What came of files before, so that a run that was broken off goes on where it was.

A row is found by a keyed hash of the content and of everything the outcome depends on, and holds
the outcome encrypted; the key lies beside the file, readable by its owner alone. So the file tells
nothing by itself, not even which documents were looked at.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import sqlite3
import threading
import time
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from scanner.batch.outcome import Outcome
from scanner.errors import InputError

KEY_BYTES = 32
_NONCE = 12
_KEPT = 90 * 24 * 3600  # seconds
_TOGETHER = 64  # rows that are written at once
_TABLE = """CREATE TABLE IF NOT EXISTS outcome
(id BLOB PRIMARY KEY, sealed BLOB NOT NULL, noted REAL NOT NULL) WITHOUT ROWID"""


class State:
    """The outcomes of earlier runs at ``path``. May be used by threads.

    ``terms`` are all that an outcome depends on besides the content.
    """

    def __init__(self, path: Path, key: bytes, terms: str) -> None:
        self._key = key
        self._terms = terms.encode("utf-8", "surrogatepass")
        self._seal = AESGCM(self._derived(b"seal"))
        self._lock = threading.Lock()
        self._waiting: dict[bytes, tuple[bytes, float]] = {}
        self._rows = sqlite3.connect(path, check_same_thread=False, timeout=30)
        with self._rows:
            self._rows.execute(_TABLE)
            self._rows.execute("DELETE FROM outcome WHERE noted < ?", (time.time() - _KEPT,))

    @classmethod
    def open(cls, path: Path, terms: str) -> Self:
        """The state at ``path``, made when there is none; raises InputError."""
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            key = own_key(path.with_suffix(".key"))
            path.touch(mode=0o600)
            return cls(path, key, terms)
        except (OSError, sqlite3.Error) as error:
            said = error.strerror if isinstance(error, OSError) else type(error).__name__
            raise InputError(
                da=f"{path} kan ikke bruges ({said}).", en=f"{path} cannot be used ({said})."
            ) from None

    def find(self, digest: str) -> Outcome | None:
        """What came of the same content before; never one with a gap, which may be gone now."""
        key = self._id(digest)
        with self._lock:
            row = (
                self._waiting.get(key)
                or self._rows.execute("SELECT sealed FROM outcome WHERE id = ?", (key,)).fetchone()
            )
        if row is None:
            return None
        try:
            told = self._seal.decrypt(row[0][:_NONCE], row[0][_NONCE:], None)
            return Outcome.from_json(json.loads(told))
        except (InvalidTag, ValueError, KeyError, TypeError):
            return None  # of another version: it is done again

    def note(self, outcome: Outcome) -> None:
        """Keep what came of a file; raises InputError when it cannot be written."""
        if outcome.gaps or not outcome.digest:
            return
        nonce = secrets.token_bytes(_NONCE)
        told = json.dumps(outcome.named("").to_json()).encode()
        sealed = nonce + self._seal.encrypt(nonce, told, None)
        with self._lock:
            self._waiting[self._id(outcome.digest)] = (sealed, time.time())
            if len(self._waiting) >= _TOGETHER:
                self._write()

    def close(self) -> None:
        """Write what is left; raises InputError when it cannot be written."""
        with self._lock:
            try:
                self._write()
            finally:
                self._rows.close()

    def _write(self) -> None:
        try:
            with self._rows:
                self._rows.executemany(
                    "INSERT OR REPLACE INTO outcome VALUES (?, ?, ?)",
                    [(key, *told) for key, told in self._waiting.items()],
                )
        except sqlite3.Error:
            raise InputError(
                da="Det kan ikke gemmes, hvor langt kørslen er nået (er disken fuld?).",
                en="How far the run has come cannot be kept (is the disk full?).",
            ) from None
        finally:
            self._waiting.clear()

    def _id(self, digest: str) -> bytes:
        return hmac.new(self._key, self._terms + b"\0" + digest.encode(), hashlib.sha256).digest()

    def _derived(self, use: bytes) -> bytes:
        return hmac.new(self._key, use, hashlib.sha256).digest()


def own_key(path: Path) -> bytes:
    """The key at ``path``, made with mode 0600 when there is none; raises OSError."""
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        key = path.read_bytes()
        if len(key) != KEY_BYTES:
            raise OSError(0, f"{path}: not a key") from None
        return key
    key = secrets.token_bytes(KEY_BYTES)
    with os.fdopen(opened, "wb") as file:
        file.write(key)
    return key
