"""Tar, plain or packed: every regular member is a file of its own; links are only names."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from scanner.documents.format import Format, Inner
from scanner.documents.member import NameSlot, shown
from scanner.documents.outside import leftover
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.unreadable import NotWritableError, UnreadableError
from scanner.finding import GapReason

_MAGIC = slice(257, 262)
_HEADER = 512


@dataclass(frozen=True, slots=True)
class _Tar:
    data: bytes = field(repr=False)
    archive: tarfile.TarFile
    reading: Reading

    def slots(self) -> Iterator[NameSlot | Inner]:
        """Each member's name and content, and what lies behind; nothing is unpacked to a disk."""
        owners: set[str] = set()
        for info in self.archive:
            self.reading.member()
            told = " ".join((info.uname, info.gname, *info.pax_headers.values())).strip()
            if told not in owners:
                owners.add(told)
                yield NameSlot.of(told, f"{shown(info.name)}, egenskaber", "tar")
            yield NameSlot.of(" ".join(filter(None, (info.name, info.linkname))), "filnavn", "tar")
            if info.isreg() and (stream := self.archive.extractfile(info)) is not None:
                data = self.reading.inflate(stream)
                if len(data) < info.size:
                    self.reading.gap(GapReason.CORRUPT, shown(info.name))
                yield Inner(shown(info.name), data)
        yield from leftover(self.data[self.archive.offset :])

    def save(self) -> bytes:
        """Raises NotWritableError."""
        raise NotWritableError("tar")


def _open(data: bytes, reading: Reading) -> _Tar:
    try:
        return _Tar(data, tarfile.open(fileobj=io.BytesIO(data), mode="r:"), reading)
    except tarfile.TarError:
        raise UnreadableError(GapReason.CORRUPT) from None


def _matches(sniff: Sniff) -> bool:
    return sniff.head[_MAGIC] == b"ustar" and len(sniff.data) >= _HEADER


TAR = Format("tar", "application/x-tar", _matches, _open)
