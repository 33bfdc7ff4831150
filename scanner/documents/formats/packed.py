"""One packed file: gzip, bzip2, xz; what is in it is read by its own content."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from scanner.doc import Part
from scanner.documents.format import Format, Inner
from scanner.documents.member import GoneSlot
from scanner.documents.outside import leftover, words
from scanner.documents.reading import Reading, Stream
from scanner.documents.sniff import Sniff
from scanner.documents.unreadable import NotWritableError, UnreadableError
from scanner.finding import GapReason

_FLAGS, _FIXED = 3, 10
_EXTRA, _NAME, _COMMENT = 0x4, 0x8, 0x10
_GZIP, _BZIP2, _XZ = b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00"


class _Unpacker(Protocol):
    """What the standard library unpacks one stream with."""

    @property
    def eof(self) -> bool:
        """Whether the stream has ended."""

    @property
    def unused_data(self) -> bytes:
        """What lies behind its end."""

    def decompress(self, data: bytes, max_length: int = -1, /) -> bytes:
        """At most so many bytes of what ``data`` and all before it come to."""


@dataclass(slots=True)
class _Streams:
    """The streams of a file, one behind the other; ``behind`` is what is none."""

    data: bytes = field(repr=False)
    magic: bytes
    begin: Callable[[], _Unpacker]
    behind: bytes = field(default=b"", repr=False)
    _unpacker: _Unpacker | None = None

    def read(self, size: int, /) -> bytes:
        """At most ``size`` unpacked bytes; raises EOFError when the file ends too soon."""
        while True:
            if self._unpacker is None:
                if not self.data.startswith(self.magic):
                    self.behind, self.data = self.data, b""
                    return b""
                self._unpacker = self.begin()
            given, self.data = self.data, b""
            found = self._unpacker.decompress(given, size)
            if self._unpacker.eof:
                self.data, self._unpacker = self._unpacker.unused_data, None
            elif not found:
                raise EOFError
            if found:
                return found


@dataclass(slots=True)
class _Packed:
    data: bytes
    reading: Reading
    _new: bytes = b""

    def slots(self) -> Iterator[GoneSlot | Inner]:
        """The one file in it, and what lies behind."""
        self.reading.member()
        stream = _stream(self.data)
        try:
            content = self.reading.inflate(stream)
        except (OSError, EOFError, zlib.error, lzma.LZMAError):
            raise UnreadableError(GapReason.CORRUPT) from None
        if self.data.startswith(_GZIP):
            yield GoneSlot(Part(_called(self.data), "filnavn"))
        yield Inner("pakket fil", content, put=self._put)
        if isinstance(stream, _Streams):
            yield from leftover(stream.behind)

    def _put(self, data: bytes) -> None:
        self._new = data

    def save(self) -> bytes:
        """The new content, packed as before; raises NotWritableError for bzip2 and xz."""
        if not self.data.startswith(_GZIP):
            raise NotWritableError("packed")
        return gzip.compress(self._new, mtime=0)


def _called(data: bytes) -> str:
    """The name, the comment and the further fields in the header of gzip (RFC 1952)."""
    flags, rest = data[_FLAGS], data[_FIXED:]
    extra = b""
    if flags & _EXTRA:
        end = 2 + int.from_bytes(rest[:2], "little")
        extra, rest = rest[2:end], rest[end:]
    texts = rest.split(b"\0", 2)[: bool(flags & _NAME) + bool(flags & _COMMENT)]
    return " ".join(
        filter(None, (*(text.decode("utf-8", "replace") for text in texts), words(extra)))
    )


def _stream(data: bytes) -> Stream:
    if data.startswith(_GZIP):
        return gzip.GzipFile(fileobj=io.BytesIO(data))
    if data.startswith(_BZIP2):
        return _Streams(data, _BZIP2, bz2.BZ2Decompressor)
    return _Streams(data, _XZ, lzma.LZMADecompressor)


def _open(data: bytes, reading: Reading) -> _Packed:
    return _Packed(data, reading)


def _matches(sniff: Sniff) -> bool:
    return sniff.head.startswith((_GZIP, _BZIP2, _XZ))


PACKED = Format("packed", "application/gzip", _matches, _open, is_writable=True)
