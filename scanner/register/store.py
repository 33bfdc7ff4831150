"""The register as a file: written whole, loaded by mapping it into memory.

    magic, version | values | first words | buckets of both | contents as JSON | its size | seal

A value is 16 bytes of keyed hash, 8 of its sealed mark (``sieve``), the index of its entity type,
and what it needs; a first word is 16 bytes of keyed hash, 8 of its sealed mark, the word counts of
the values that start with it as a bit mask, and how many they are. No text is kept. The seal is a
keyed hash over everything before it.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import IO, Any, Self

from scanner.errors import RegisterError
from scanner.register.entries import Need
from scanner.register.keyed import SIZE, Hasher, key_path, read_key
from scanner.register.marks import MARK, Marker
from scanner.register.sieve import Sieve
from scanner.register.table import Table, unpacked

MAGIC = b"SLUSEREG"
VERSION = 2
START = struct.Struct("<8sHxxxxxx")
END = struct.Struct("<I32s")
FIRST = struct.Struct(">II")
VALUE_WIDTH = SIZE + MARK + 2
FIRST_WIDTH = SIZE + MARK + FIRST.size


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a register: the entity types in their order, how many values each has."""

    types: tuple[str, ...]
    counts: Mapping[str, int]
    number_sizes: int  # bit n: there is a number of n characters


class Register:
    """A register that is open for matching. Thread-safe; holds no text."""

    def __init__(self, key: bytes, contents: Contents, values: Table, firsts: Table) -> None:
        self.hasher = Hasher(key)
        self.contents = contents
        self.values = values
        self.firsts = firsts
        marker = Marker(key)
        marks = marker.opened(firsts.rows()), marker.opened(values.rows())
        self.sieve = Sieve(marker, *marks, contents.number_sizes)

    @classmethod
    def load(cls, path: Path, key: bytes | None = None) -> Self:
        """Open the register at ``path`` with ``key``, by default the one in the file beside it.

        Raises RegisterError when either is missing, damaged, or does not fit the other.
        """
        key = key or read_key(key_path(path))
        try:
            with path.open("rb") as file:
                mapped = mmap(file.fileno(), 0, access=ACCESS_READ)
        except OSError as error:
            raise RegisterError(
                da=f"Registeret {path} kan ikke læses: {error.strerror}.",
                en=f"The register {path} cannot be read: {error.strerror}.",
            ) from None
        except ValueError:
            raise _damaged(path) from None
        try:
            return cls._read(mapped, key, path)
        except (struct.error, ValueError, KeyError, TypeError, EOFError):
            raise _damaged(path) from None

    @classmethod
    def _read(cls, mapped: mmap, key: bytes, path: Path) -> Self:
        magic, version = START.unpack_from(mapped)
        size, seal = END.unpack_from(mapped, len(mapped) - END.size)
        if magic != MAGIC or _sealed(mapped, key) != seal:
            raise _damaged(path)
        if version != VERSION:
            raise _of_another_version(path)
        last = len(mapped) - END.size
        told = json.loads(mapped[last - size : last])
        buckets = last - size - told["value_buckets"] - told["first_buckets"]
        value_starts = unpacked(mapped[buckets : buckets + told["value_buckets"]])
        first_starts = unpacked(mapped[buckets + told["value_buckets"] : last - size])
        values = Table(mapped, START.size, VALUE_WIDTH, value_starts)
        after = START.size + values.count * VALUE_WIDTH
        firsts = Table(mapped, after, FIRST_WIDTH, first_starts)
        contents = Contents(tuple(told["types"]), told["counts"], told["number_sizes"])
        return cls(key, contents, values, firsts)

    def __len__(self) -> int:
        return sum(self.contents.counts.values())

    def types_of(self, digest: bytes) -> Iterator[tuple[str, Need]]:
        """The entity types that a value is listed under, and what it needs to count."""
        for record in self.values.find(digest):
            kind, need = record[MARK:]
            yield self.contents.types[kind], Need(need)

    def word_counts(self, first: str) -> int:
        """Bit n-1: values of n words start with this one."""
        found = next(self.firsts.find(self.hasher.first(first)), None)
        return FIRST.unpack_from(found, MARK)[0] if found else 0


class SealedFile:
    """A register's file while it is written: everything goes into the seal at its end."""

    def __init__(self, file: IO[bytes], key: bytes) -> None:
        self._file = file
        self._seal = _sealing(key)

    def write(self, data: bytes) -> None:
        """Write what comes next."""
        self._seal.update(data)
        self._file.write(data)

    def finish(self, size: int) -> None:
        """Write the size of the contents, and the seal."""
        self._seal.update(size.to_bytes(4, "little"))
        self._file.write(END.pack(size, self._seal.digest()))


def _sealing(key: bytes) -> Any:
    return hashlib.blake2b(key=key, digest_size=32, person=b"file")


def _sealed(mapped: mmap, key: bytes) -> bytes:
    seal = _sealing(key)
    with memoryview(mapped) as view, view[: len(mapped) - END.size + 4] as body:
        seal.update(body)
    digest: bytes = seal.digest()
    return digest


def _of_another_version(path: Path) -> RegisterError:
    return _to_import_again(
        path, "er skrevet af en anden version af Sluse", "was written by another version of Sluse"
    )


def _damaged(path: Path) -> RegisterError:
    return _to_import_again(
        path,
        "er beskadiget, eller nøglen hører ikke til det",
        "is damaged, or the key is not its own",
    )


def _to_import_again(path: Path, da: str, en: str) -> RegisterError:
    """What is wrong with the register, and what helps."""
    return RegisterError(
        da=f"Registeret {path} {da}. Importér det igen med “sluse register import”.",
        en=f"The register {path} {en}. Import it again with “sluse register import”.",
    )
