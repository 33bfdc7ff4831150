"""What the file of a picture tells besides the picture: EXIF, IPTC, comments, bytes behind it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Any

from PIL import ExifTags, ImageFile, IptcImagePlugin

from scanner.documents.decode import Decoded, is_text
from scanner.documents.outside import words

_NUMBERS = {"icc_profile", "exif", "dpi", "gamma", "jfif", "jfif_version", "photoshop"}
_GROUPS = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.Interop, ExifTags.IFD.IFD1)
_WINDOWS = range(0x9C9B, 0x9CA0)  # title, comment, author, keywords, subject: UTF-16
_CODES = (b"ASCII\0\0\0", b"JIS\0\0\0\0\0", b"\0" * 8)
_UNICODE = b"UNICODE\0"
# Segments that are read as what they are, or hold a profile of colors.
_KNOWN = (b"Exif\0", b"http://ns.adobe.com/", b"ICC_PROFILE\0", b"JFIF", b"Adobe", b"MPF\0")
_PACKAGES = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
# A CPR number or a mail address in plain letters, or in those of UTF-16.
_PLAIN = re.compile(
    rb"(?<!\d)\d{6}[ \-]\d{4}(?!\d)|[A-Za-z0-9._\-]{3,64}@[A-Za-z0-9\-]{3,64}\.[a-z]{2,6}"
)
_WIDE = re.compile(
    rb"(?:\d\0){6}[ \-]\0(?:\d\0){4}|(?:\0\d){6}\0[ \-](?:\0\d){4}"
    rb"|(?:[A-Za-z0-9._\-]\0){3,64}@\0(?:[A-Za-z0-9\-]\0){3,64}\.\0(?:[a-z]\0){2,6}"
)
_START_OF_SCAN, _END, _ALONE = 0xDA, 0xD9, range(0xD0, 0xD9)


def notes_of(data: bytes, image: ImageFile.ImageFile) -> Iterator[tuple[str, str]]:
    """The name and the text of each note."""
    for name, value in image.info.items():
        if name not in _NUMBERS and (text := _text(value)):
            yield str(name), text
    yield from _exif(image)
    for value in (IptcImagePlugin.getiptcinfo(image) or {}).values():
        for each in value if isinstance(value, list) else [value]:
            yield "IPTC", _text(each)
    for content in _segments(image):
        yield "segment", _text(content) or words(content)
    for pattern in (_PLAIN, _WIDE):
        for match in pattern.finditer(data):
            yield "fil", match[0].replace(b"\0", b"").decode("ascii")


def behind(data: bytes, kind: str) -> bytes:
    """What lies behind the picture and may be a file: a text, or a package."""
    rest = data[_end(data, kind) :].strip(b"\0\r\n ")
    return rest if rest and (is_text(rest) or rest.startswith(_PACKAGES)) else b""


def _exif(image: ImageFile.ImageFile) -> Iterator[tuple[str, str]]:
    exif = image.getexif()
    for group in (exif, *(exif.get_ifd(name) for name in _GROUPS)):
        for tag, value in group.items():
            name = ExifTags.TAGS.get(tag) or ExifTags.GPSTAGS.get(tag, str(tag))
            if text := _windows(value) if tag in _WINDOWS else _text(value):
                yield name, text


def _windows(value: Any) -> str:
    """A note in UTF-16, as bytes or as a row of numbers."""
    data = bytes(value) if isinstance(value, tuple) else value
    wide = isinstance(data, bytes)
    return data.decode("utf-16-le", "replace").rstrip("\0") if wide else _text(data)


def _segments(image: ImageFile.ImageFile) -> Iterator[bytes]:
    """What else programs put there: segments of JPEG, chunks of PNG, fields of Photoshop."""
    for _, content in getattr(image, "applist", ()):
        if not content.startswith((*_KNOWN, b"Photoshop")):
            yield content
    for _, content, *_ in getattr(image, "private_chunks", ()):
        yield content
    fields = image.info.get("photoshop")
    for number, content in fields.items() if isinstance(fields, dict) else ():
        if number != 0x0404 and isinstance(content, bytes):  # noqa: PLR2004  # IPTC, read above
            yield content


def _text(value: Any) -> str:
    """A note as text; "" for numbers."""
    if isinstance(value, bytes):
        if value.startswith(_UNICODE):
            wide = value.removeprefix(_UNICODE)
            name = "utf-16-be" if wide[:1] == b"\0" else "utf-16-le"
            return wide.decode(name, "replace").rstrip("\0")
        for code in _CODES:
            value = value.removeprefix(code)
        value = value.strip(b"\0")
        return Decoded.of(value).text if value and is_text(value) else ""
    return value if isinstance(value, str) else ""


def _end(data: bytes, kind: str) -> int:
    """Where the picture ends."""
    if kind == "JPEG":
        return _jpeg_end(data)
    if kind == "PNG":
        end = data.rfind(b"IEND")
        return len(data) if end < 0 else end + 8
    if kind == "GIF":
        return data.rfind(b"\0;") + 2
    if kind in {"BMP", "WEBP"}:
        at, more = (2, 0) if kind == "BMP" else (4, 8)
        size: int = struct.unpack_from("<I", data, at)[0]
        return size + more
    return len(data)


def _jpeg_end(data: bytes) -> int:
    """Where a JPEG ends (ITU-T T.81, B.1.1): segment by segment, then past what is packed."""
    at = 2
    while 0 <= at < len(data) - 1:
        code = data[at + 1]
        if data[at] != 0xFF or code in {0, *_ALONE}:  # noqa: PLR2004  # packed bytes
            at = data.find(b"\xff", at + 1)
        elif code == _END:
            return at + 2
        else:
            length = int.from_bytes(data[at + 2 : at + 4], "big")
            at += 2 + max(2, length)
    return len(data)
