"""Members of packages that hold nobody's text: styles, themes, empty layouts.

Whoever writes a thousand letters does so in one template, so most members of a file were in the
one before it, byte for byte. One that was read and said nothing is known again by a keyed hash
(blake2b, the key made anew in each process) of its name, its relations and its content, and is not
parsed again. No word is kept: there was none.
"""

from __future__ import annotations

import hashlib
import secrets
from threading import Lock

from cachetools import LRUCache

MOST = 10_000
_KEY = secrets.token_bytes(32)
_known: LRUCache[bytes, None] = LRUCache(MOST)
_lock = Lock()


def key_of(*pieces: bytes) -> bytes:
    """What stands for a member: its name, its relations and its content."""
    digest = hashlib.blake2b(key=_KEY, digest_size=32)
    for piece in pieces:
        digest.update(len(piece).to_bytes(8, "little"))
        digest.update(piece)
    return digest.digest()


def is_silent(key: bytes) -> bool:
    """Whether the member was read before and said nothing."""
    with _lock:
        return _known.get(key, _known) is None


def note(key: bytes) -> None:
    """Remember that the member said nothing."""
    with _lock:
        _known[key] = None


def forget() -> None:
    """Read every member, whether or not it was read before."""
    with _lock:
        _known.clear()
