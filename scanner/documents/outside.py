"""What a zip holds besides its members: bytes before, between and behind them, and odd fields."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Any

from scanner.documents.decode import is_text
from scanner.documents.format import Inner

PLACE = "uden for filerne"
_BLANK = b"\0 \t\r\n\x1a"
_HEADER, _LENGTHS = 30, slice(26, 30)
_END, _END_SIZE, _COMMENT = b"PK\x05\x06", 22, slice(20, 22)
_DESCRIPTOR = b"PK\x07\x08"
_HAS_DESCRIPTOR = 0x8
_RIM = 24  # bytes: the longest descriptor
_WORDS = re.compile(rb"[\x20-\x7e\x80-\xff]{6,}")


def outside(data: bytes, archive: Any) -> Iterator[Inner]:
    """The bytes of ``data`` that belong to no member, as files; no copy holds them."""
    at = 0
    for start, end in sorted(_spans(data, archive)):
        yield from leftover(data[at:start])
        at = max(at, end)
    yield from leftover(data[at:])


def leftover(data: bytes) -> Iterator[Inner]:
    """``data`` as a file of its own, unless there is nothing in it."""
    data = data.strip(_BLANK)
    if data and (len(data) > _RIM or is_text(data)):
        yield Inner(PLACE, data, put=lambda _data: None)


def words(extra: bytes) -> str:
    """What may be text in the extra fields of a member."""
    return " ".join(match.decode("utf-8", "replace") for match in _WORDS.findall(extra))


def packed(data: bytes, info: Any) -> tuple[bytes, bytes, bytes]:
    """All that the content of a member hangs on: how it is packed, its own header, its bytes."""
    how = (info.compress_type, info.flag_bits, info.CRC, info.file_size)
    begin = info.header_offset + _HEADER
    lengths = data[begin - _HEADER : begin][_LENGTHS]
    end = begin + sum(struct.unpack("<HH", lengths.ljust(4, b"\0")))
    return repr(how).encode(), data[begin:end], data[end : end + info.compress_size]


def _spans(data: bytes, archive: Any) -> Iterator[tuple[int, int]]:
    """Where the members and the directory are, as (start, end) in bytes."""
    for info in archive.infolist():
        start = info.header_offset
        lengths = (
            data[start : start + _HEADER][_LENGTHS] if start + _HEADER <= len(data) else b"\0" * 4
        )
        end = start + _HEADER + sum(struct.unpack("<HH", lengths)) + info.compress_size
        if info.flag_bits & _HAS_DESCRIPTOR:
            end += 16 if data[end : end + 4] == _DESCRIPTOR else 12
        yield start, end
    end = data.rfind(_END)
    comment = data[end : end + _END_SIZE][_COMMENT]
    size = int.from_bytes(comment, "little")
    yield archive.start_dir, end + _END_SIZE + size
