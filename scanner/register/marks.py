"""Weak hashes of words under a register's key, and sets of them.

A word is hashed as a polynomial over its folded characters, modulo 2**64, with a secret base and
secret values for the characters; so the hash of any run of tokens is the difference of two sums.

The hash is not a strong one. At rest it is sealed with AES under the register's key and the strong
hash that it stands beside, and so tells nothing without the key.
"""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from scanner.register.keyed import SIZE

MARK = 8  # bytes of the weak hash
_MASK = (1 << 64) - 1
_ROOM = 16  # slots for each value
_Array = np.ndarray[Any, Any]


class Marker:
    """The weak hash under one register's key, and its seal."""

    def __init__(self, key: bytes) -> None:
        secret = hashlib.blake2b(key=key, person=b"sieve").digest()
        self._seed, base = (int.from_bytes(secret[at : at + 8], "little") for at in (0, 8))
        self.base = base | 1  # odd, so that there is an inverse
        self._seal_key = secret[16:48]
        self._known: dict[str, int] = {}

    def value(self, sign: str) -> int:
        """The secret value of a folded character."""
        known = self._known.get(sign)
        if known is None:
            mixed = self._seed + 0x9E3779B97F4A7C15 * (ord(sign) + 1) & _MASK
            mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & _MASK
            mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & _MASK
            known = self._known[sign] = mixed ^ mixed >> 31
        return known

    def of(self, folded: str) -> int:
        """The weak hash of a folded word, number, or run of words without what parts them."""
        total = 0
        for sign in reversed(folded):
            total = (total * self.base + self.value(sign)) & _MASK
        return total

    def sealed(self, folded: str, digest: bytes) -> bytes:
        """The weak hash as it stands beside ``digest`` at rest."""
        (pad,) = self._pads(digest)
        return (self.of(folded) ^ int(pad)).to_bytes(MARK, "little")

    def opened(self, records: _Array) -> _Array:
        """The weak hashes of rows of bytes that begin with a digest and a sealed hash."""
        pads = self._pads(np.ascontiguousarray(records[:, :SIZE]).tobytes())
        sealed = np.ascontiguousarray(records[:, SIZE : SIZE + MARK])
        opened: _Array = sealed.view("<u8").ravel() ^ pads
        return opened

    def _pads(self, digests: bytes) -> _Array:
        """What each of ``digests`` is sealed with: AES as a pseudo-random function of it."""
        cipher = Cipher(algorithms.AES(self._seal_key), modes.ECB()).encryptor()  # noqa: S305  # one block each, no two alike
        pads: _Array = np.frombuffer(cipher.update(digests), "<u8").reshape(-1, SIZE // 8)[:, 0]
        return pads


class Marks:
    """A set of weak hashes."""

    def __init__(self, marks: _Array) -> None:
        self._sorted = np.unique(marks)
        bits = max(4, (len(marks) * _ROOM).bit_length())
        self._shift = np.uint64(64 - bits)
        self._slots = np.zeros(1 << bits, bool)
        self._slots[self._sorted >> self._shift] = True

    def holding(self, hashes: _Array) -> _Array:
        """The indices of those of ``hashes`` that are in the set."""
        likely: _Array = np.flatnonzero(self._slots.take((hashes >> self._shift).view(np.int64)))
        if len(likely):
            wanted = hashes[likely]
            at = np.minimum(np.searchsorted(self._sorted, wanted), len(self._sorted) - 1)
            likely = likely[self._sorted[at] == wanted]
        return likely
