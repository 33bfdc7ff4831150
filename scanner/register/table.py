"""A sorted table of fixed-size records in a memory-mapped file, looked up by digest."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from mmap import mmap
from typing import Any, Protocol

import numpy as np

from scanner.register.keyed import SIZE

_MOST_BITS = 16
_PER_BUCKET = 3  # binary logarithm of how many records a bucket holds


class Writer(Protocol):
    """What records are written to."""

    def write(self, data: bytes) -> object:
        """Write ``data``."""


@dataclass(frozen=True, slots=True)
class Table:
    """Records of ``width`` bytes that start with their digest, from ``base`` on."""

    file: mmap
    base: int
    width: int
    starts: array[int]  # the first record of each bucket, and one past the last

    @property
    def count(self) -> int:
        """How many records there are."""
        return self.starts[-1]

    def find(self, digest: bytes) -> Iterator[bytes]:
        """What each record of ``digest`` holds after it."""
        bucket = _bucket(digest, len(self.starts) - 1)
        at = self.base + self.starts[bucket] * self.width
        end = self.base + self.starts[bucket + 1] * self.width
        while (at := self.file.find(digest, at, end)) >= 0:
            skew = (at - self.base) % self.width
            if skew:  # the digest's bytes across two records
                at += 1
                continue
            yield self.file[at + SIZE : at + self.width]
            at += self.width

    def rows(self) -> Any:
        """All records as rows of bytes, an array that reads the file."""
        size = self.count * self.width
        return np.frombuffer(self.file, np.uint8, size, self.base).reshape(-1, self.width)

    def __iter__(self) -> Iterator[bytes]:
        for at in range(self.base, self.base + self.count * self.width, self.width):
            yield self.file[at : at + self.width]


def bucket_count(records: int) -> int:
    """How many buckets a table of about this many records wants."""
    return 1 << min(_MOST_BITS, max(0, records.bit_length() - _PER_BUCKET))


def write_records(file: Writer, records: Iterable[bytes], buckets: int) -> array[int]:
    """Write sorted ``records``; the first record of each bucket, and one past the last."""
    starts = array("I", [0]) * (buckets + 1)
    for record in records:
        file.write(record)
        starts[_bucket(record, buckets) + 1] += 1
    for index in range(1, buckets + 1):
        starts[index] += starts[index - 1]
    return starts


def packed(starts: array[int]) -> bytes:
    """``starts`` as little-endian bytes."""
    return _little_endian(array("I", starts)).tobytes()


def unpacked(raw: bytes) -> array[int]:
    """The reverse of ``packed``."""
    starts = array("I")
    starts.frombytes(raw)
    return _little_endian(starts)


def _little_endian(starts: array[int]) -> array[int]:
    if sys.byteorder == "big":
        starts.byteswap()
    return starts


def _bucket(digest: bytes, buckets: int) -> int:
    return int.from_bytes(digest[:2], "big") * buckets >> _MOST_BITS
