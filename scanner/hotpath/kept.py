"""What was found in the texts looked at last, so that the same text is not looked at again.

A text is known by a keyed hash (blake2b, the key made anew in each process); no word of it is kept,
and nothing is written to disk.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Generic, Protocol, TypeVar

from scanner.finding import Finding, Gap

MOST_TEXTS = 1_000
MOST_FINDINGS = 500  # in one text; beyond it is looked at each time


class _Found(Protocol):
    """What a text came to, whatever is told of it; nothing in it holds the text."""

    @property
    def findings(self) -> Sequence[object]: ...


T = TypeVar("T", bound=_Found)


@dataclass(frozen=True, slots=True)
class Known:
    """What a text came to; spans and reasons, as of part 0."""

    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]


class Kept(Generic[T]):
    """What is known of the texts looked at last, ``MOST_TEXTS`` of them; thread-safe."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._known: OrderedDict[bytes, T] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._known)

    def key(self, *pieces: str) -> bytes:
        """What stands for a text and all else that decides what it comes to."""
        digest = hashlib.blake2b(key=self._key, digest_size=32)
        for piece in pieces:
            data = piece.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "little") + data)
        return digest.digest()

    def get(self, key: bytes) -> T | None:
        """What is known under ``key``."""
        with self._lock:
            known = self._known.get(key)
            if known is not None:
                self._known.move_to_end(key)
            return known

    def keep(self, key: bytes, known: T) -> None:
        """Keep ``known``; the text that was not asked for longest makes room."""
        if len(known.findings) > MOST_FINDINGS:
            return
        with self._lock:
            self._known[key] = known
            self._known.move_to_end(key)
            if len(self._known) > MOST_TEXTS:
                self._known.popitem(last=False)
