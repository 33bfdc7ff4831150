"""What the stretches of the texts looked at last came to, so that an edit costs those it touches.

A stretch is known by a keyed hash (blake2b, the key made anew in each process) of itself, of the
words round it and of all else its names depend on. No word of a text is kept, only spans, rules and
hashes, and nothing is written to disk.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Hashable, Sequence
from threading import Lock
from typing import Any

MOST_STRETCHES = 5_000  # some forty texts of 4,000 characters, 12 MB


class Memory:
    """The last ``MOST_STRETCHES`` things that were found out; thread-safe."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._seen: OrderedDict[bytes, None] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._known)

    def key(self, text: str, *place: int, reader: bytes) -> bytes:
        """What stands for a ``place`` in ``text``, read by ``reader``."""
        data = f"{place}{text}".encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, key=self._key, salt=reader, digest_size=16).digest()

    def has_seen(self, keys: Sequence[bytes]) -> bool:
        """Whether it was asked this of one of ``keys`` before."""
        with self._lock:
            has_seen = not self._seen.keys().isdisjoint(keys)
            self._seen.update(dict.fromkeys(keys))
            _shorten(self._seen)
        return has_seen

    def get(self, keys: Sequence[Hashable]) -> list[Any]:
        """What is known under each of ``keys``; None where nothing is."""
        with self._lock:
            found = list(map(self._known.get, keys))
            for key, known in zip(keys, found, strict=True):
                if known is not None:
                    self._known.move_to_end(key)
        return found

    def keep(self, keys: Sequence[Hashable], found: Sequence[Any]) -> None:
        """Keep what was ``found``; what was not asked for longest makes room."""
        with self._lock:
            self._known.update(zip(keys, found, strict=True))
            _shorten(self._known)


def _shorten(known: OrderedDict[Any, Any]) -> None:
    while len(known) > MOST_STRETCHES:
        known.popitem(last=False)
