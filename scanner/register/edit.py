"""Changing a register: values in and out, then a new file in place of the old one."""

from __future__ import annotations

import heapq
import json
import os
import tempfile
from array import array
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from scanner.errors import RegisterError
from scanner.register.entries import Entry, IsEveryday, Need, entries
from scanner.register.keyed import SIZE, Hasher
from scanner.register.marks import MARK, Marker
from scanner.register.store import (
    FIRST,
    MAGIC,
    START,
    VERSION,
    Register,
    SealedFile,
)
from scanner.register.table import bucket_count, packed, write_records

_MOST_TYPES = 255


class RegisterEditor:
    """Values to be added to a register, or taken out of it; nothing changes before ``save``."""

    def __init__(self, key: bytes, is_everyday: IsEveryday, base: Register | None = None) -> None:
        self._key = key
        self._hasher = Hasher(key)
        self._marker = Marker(key)
        self._is_everyday = is_everyday
        self._base = base
        self._types = list(base.contents.types) if base else []
        self._sizes = base.contents.number_sizes if base else 0
        self._added: set[bytes] = set()
        self._removed: set[bytes] = set()
        # By digest and mark: word counts, change of number.
        self._firsts: dict[bytes, tuple[int, int]] = {}

    def add(self, value: str, entity_type: str) -> bool:
        """Take ``value`` in; whether it is new. Raises Fault when it cannot be taken."""
        is_new = False
        for entry in list(entries(value, entity_type, self._is_everyday)):
            record = self._record(entry, entity_type)
            if record in self._removed:
                self._removed.remove(record)
            elif record not in self._added and not self._has(record):
                self._added.add(record)
            else:
                continue
            is_new = True
            self._note(entry, 1)
        return is_new

    def remove(self, value: str, entity_type: str) -> bool:
        """Take ``value`` out; whether it was there. Raises Fault when it can be no value."""
        was_there = False
        for entry in list(entries(value, entity_type, self._is_everyday)):
            record = self._record(entry, entity_type)
            if record in self._added:
                self._added.remove(record)
            elif record not in self._removed and self._has(record):
                self._removed.add(record)
            else:
                continue
            was_there = True
            self._note(entry, -1)
        return was_there

    def save(self, path: Path) -> None:
        """Write the register; the old file stays until the new one is whole."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            opened, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
            try:
                with os.fdopen(opened, "wb") as file:
                    self._write(SealedFile(file, self._key))
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).replace(path)
            except BaseException:
                with suppress(OSError):
                    Path(name).unlink()
                raise
        except OSError as error:
            raise RegisterError(
                da=f"Registeret {path} kan ikke skrives: {error.strerror}.",
                en=f"The register {path} cannot be written: {error.strerror}.",
            ) from None

    def _record(self, entry: Entry, entity_type: str) -> bytes:
        if entity_type not in self._types:
            if len(self._types) >= _MOST_TYPES:
                raise RegisterError(da="For mange entitetstyper.", en="Too many entity types.")
            self._types.append(entity_type)
        digest = self._hasher.digest(entry.words, is_number=entry.is_number)
        mark = self._marker.sealed("".join(entry.words), digest)
        return digest + mark + bytes((self._types.index(entity_type), entry.need))

    def _has(self, record: bytes) -> bool:
        return self._base is not None and record[SIZE:] in self._base.values.find(record[:SIZE])

    def _note(self, entry: Entry, change: int) -> None:
        """Keep what finding ``entry`` again takes: its first word, or its size."""
        if entry.is_number:
            self._sizes |= 1 << len(entry.words[0])
            return
        digest = self._hasher.first(entry.words[0])
        first = digest + self._marker.sealed(entry.words[0], digest)
        counts, number = self._firsts.get(first, (0, 0))
        self._firsts[first] = (counts | 1 << len(entry.words) - 1, number + change)

    def _write(self, file: SealedFile) -> None:
        file.write(START.pack(MAGIC, VERSION))
        counts: Counter[int] = Counter()
        likely = len(self._added) + (self._base.values.count if self._base else 0)
        values = write_records(file, self._values(counts), bucket_count(likely))
        likely = len(self._firsts) + (self._base.firsts.count if self._base else 0)
        firsts = write_records(file, self._first_words(), bucket_count(likely))
        file.write(packed(values) + packed(firsts))
        contents = json.dumps(self._contents(counts, values, firsts)).encode()
        file.write(contents)
        file.finish(len(contents))

    def _contents(
        self, counts: Counter[int], values: array[int], firsts: array[int]
    ) -> dict[str, Any]:
        return {
            "types": self._types,
            "counts": {self._types[kind]: number for kind, number in sorted(counts.items())},
            "number_sizes": self._sizes,
            "value_buckets": len(packed(values)),
            "first_buckets": len(packed(firsts)),
        }

    def _values(self, counts: Counter[int]) -> Iterator[bytes]:
        """All values in order, counted by type."""
        old = iter(self._base.values) if self._base else iter(())
        for record in heapq.merge(old, sorted(self._added)):
            if record not in self._removed:
                if not record[-1] & Need.AGAIN:
                    counts[record[-2]] += 1
                yield record

    def _first_words(self) -> Iterator[bytes]:
        """All first words in order, with their counts brought up to date."""
        known = self._base.firsts if self._base else None
        new = (
            first + FIRST.pack(counts, number)
            for first, (counts, number) in sorted(self._firsts.items())
            if number > 0 and not (known and any(known.find(first[:SIZE])))
        )
        yield from heapq.merge(filter(None, map(self._changed, known or ())), new)

    def _changed(self, record: bytes) -> bytes:
        first = record[: SIZE + MARK]
        more, change = self._firsts.get(first, (0, 0))
        counts, number = FIRST.unpack(record[SIZE + MARK :])
        return first + FIRST.pack(counts | more, number + change) if number + change > 0 else b""
