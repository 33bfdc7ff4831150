"""Which encoding a text file is in, by its bytes."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that Windows-1252 leaves open.
_UNUSED = frozenset(b"\x81\x8d\x8f\x90\x9d")
_ENOUGH = 20_000  # lines with a byte above 127 that settle it


def bom_encoding(start: bytes) -> str:
    """The encoding that a byte order mark tells, "" without one."""
    return next((name for bom, name in _BOMS if start.startswith(bom)), "")


def utf16_encoding(start: bytes) -> str:
    """UTF-16 without a mark, told by its zero bytes; "" when it is not."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 4 < len(start) or not start:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def detect_encoding(start: bytes, lines: Iterable[bytes]) -> str:
    """The encoding of a file with these first bytes and lines.

    UTF-8 when most lines with letters beyond ASCII are UTF-8; else Windows-1252, or Latin-1 where
    a byte has no meaning in that.
    """
    if told := bom_encoding(start) or utf16_encoding(start):
        return told
    good = bad = 0
    is_latin = False
    for line in lines:
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            good += 1
        except UnicodeDecodeError:
            bad += 1
            is_latin = is_latin or not _UNUSED.isdisjoint(line)
        if good + bad >= _ENOUGH:
            break
    if good >= bad:
        return "utf-8"
    return "latin-1" if is_latin else "cp1252"
