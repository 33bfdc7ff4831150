"""Bytes ↔ text: the encoding by mark, by UTF-8, by zero bytes, else Windows-1252 or Latin-1."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from typing import Self

from scanner.register.rows.encoding import detect_encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_START = 4096
# A byte that does not fit in a file of UTF-8 is read as Windows-1252, and written as it was.
_STRAY = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte)
    for byte in range(0x80, 0x100)
}
_ODD_CONTROLS = bytes({*range(0x08), 0x0E, 0x0F, *range(0x10, 0x1A), 0x7F})
_MOST_ODD = 200  # one odd control character in so many is still text


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and how to write it again.

    ``text`` is as readers see it; ``raw`` has the same length, and keeps bytes that were no text.
    """

    text: str = field(repr=False)
    raw: str = field(repr=False)
    encoding: str
    mark: bytes = b""

    @classmethod
    def of(cls, data: bytes, declared: str = "") -> Self:
        """``data`` as text; a ``declared`` encoding counts where the bytes agree with it."""
        for mark, encoding in _MARKS:
            if data.startswith(mark) and _fits(data[len(mark) :], encoding):
                return cls._read(data[len(mark) :], encoding, mark)
        for encoding in ("utf-8", declared):
            try:
                text = data.decode(encoding)
            except (LookupError, UnicodeError, ValueError):
                continue
            if "\0" not in text:
                return cls(text, text, encoding)
        unmarked = data.removeprefix(codecs.BOM_UTF16_LE).removeprefix(codecs.BOM_UTF16_BE)
        encoding = detect_encoding(unmarked[:_START], unmarked.splitlines())
        return cls._read(data, encoding, b"")

    @classmethod
    def _read(cls, data: bytes, encoding: str, mark: bytes) -> Self:
        if encoding.startswith(("utf-16", "utf-32")):
            text = data.decode(encoding, "replace")
            return cls(text, text, encoding, mark)
        raw = data.decode(encoding, "surrogateescape")
        return cls(raw.translate(_STRAY), raw, encoding, mark)

    def bytes_of(self, raw: str, errors: str = "surrogateescape") -> bytes:
        """``raw`` in this file's encoding; raises UnicodeEncodeError."""
        return self.mark + raw.encode(self.encoding, errors)


def _fits(data: bytes, encoding: str) -> bool:
    """Whether what follows the mark can be in its encoding, so that nothing passes unread.

    The mark of UTF-32 is also that of UTF-16 before a zero; and a text of UTF-16 without one zero
    byte has no Latin letter and no line end: then it is bytes behind a wrong mark.
    """
    if encoding.startswith("utf-32"):
        try:
            codecs.getincrementaldecoder(encoding)().decode(data)  # it may be cut
        except UnicodeDecodeError:
            return False
    return not encoding.startswith("utf-16") or not data or 0 in data


def is_text(data: bytes) -> bool:
    """Whether ``data`` is a text in some encoding: hardly any control characters."""
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return True
    odd = len(data) - len(data.translate(None, _ODD_CONTROLS))
    if odd * _MOST_ODD <= len(data):
        return True
    start = data[:_START]
    wide = detect_encoding(start, ()) if len(start) > 1 else ""
    return wide.startswith("utf-16") and is_text(Decoded.of(data).text.encode())
