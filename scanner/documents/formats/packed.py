"""One packed file: gzip, bzip2, xz; what is in it is read by its own content."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from scanner.doc import Part
from scanner.documents.format import Format, Inner
from scanner.documents.member import GoneSlot
from scanner.documents.reading import Reading, Stream
from scanner.documents.sniff import Sniff
from scanner.documents.unreadable import NotWritableError, UnreadableError
from scanner.finding import GapReason

_FLAGS, _FIXED = 3, 10
_EXTRA, _NAME, _COMMENT = 0x4, 0x8, 0x10
_MAGIC = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")


@dataclass(slots=True)
class _Packed:
    data: bytes
    reading: Reading
    _new: bytes = b""

    def slots(self) -> Iterator[GoneSlot | Inner]:
        """The one file in it."""
        self.reading.member()
        try:
            content = self.reading.inflate(_stream(self.data))
        except (OSError, EOFError, zlib.error, lzma.LZMAError):
            raise UnreadableError(GapReason.CORRUPT) from None
        if self.data.startswith(_MAGIC[0]):
            yield GoneSlot(Part(_called(self.data), "filnavn"))
        yield Inner("pakket fil", content, put=self._put)

    def _put(self, data: bytes) -> None:
        self._new = data

    def save(self) -> bytes:
        """The new content, packed as before; raises NotWritableError for bzip2 and xz."""
        if not self.data.startswith(_MAGIC[0]):
            raise NotWritableError("packed")
        return gzip.compress(self._new, mtime=0)


def _called(data: bytes) -> str:
    """The name and the comment in the header of gzip (RFC 1952)."""
    flags, rest = data[_FLAGS], data[_FIXED:]
    if flags & _EXTRA:
        rest = rest[2 + int.from_bytes(rest[:2], "little") :]
    texts = rest.split(b"\0", 2)[: bool(flags & _NAME) + bool(flags & _COMMENT)]
    return " ".join(text.decode("utf-8", "replace") for text in texts)


def _stream(data: bytes) -> Stream:
    buffer = io.BytesIO(data)
    if data.startswith(_MAGIC[0]):
        return gzip.GzipFile(fileobj=buffer)
    return bz2.BZ2File(buffer) if data.startswith(_MAGIC[1]) else lzma.LZMAFile(buffer)


def _open(data: bytes, reading: Reading) -> _Packed:
    return _Packed(data, reading)


def _matches(sniff: Sniff) -> bool:
    return sniff.head.startswith(_MAGIC)


PACKED = Format("packed", "application/gzip", _matches, _open, is_writable=True)
