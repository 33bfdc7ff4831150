"""What pictures tell of themselves."""

from __future__ import annotations

import binascii
import io
import struct

from PIL import Image, PngImagePlugin

from .packages import VALUE, packed


def png() -> bytes:
    told, buffer = PngImagePlugin.PngInfo(), io.BytesIO()
    told.add_itxt("Comment", f"CPR {VALUE}", zip=True)
    Image.new("RGB", (9, 9)).save(buffer, "PNG", pnginfo=told)
    return buffer.getvalue()


def picture(kind: str, **notes: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("P" if kind == "GIF" else "RGB", (9, 9)).save(buffer, kind, **notes)
    return buffer.getvalue()


def plain_png() -> bytes:
    return picture("PNG")


def jpeg(exif: Image.Exif | None = None) -> bytes:
    return picture("JPEG", **({} if exif is None else {"exif": exif}))


def exif(notes: dict[int, object], group: int = 0) -> Image.Exif:
    told = Image.Exif()
    (told.get_ifd(group) if group else told).update(notes)
    return told


def segment(code: int, content: bytes) -> bytes:
    """A JPEG with one more segment."""
    data = jpeg()
    return data[:2] + bytes([0xFF, code]) + struct.pack(">H", len(content) + 2) + content + data[2:]


def chunk(kind: bytes, content: bytes) -> bytes:
    checked = struct.pack(">I", binascii.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + checked


PICTURES = {
    "png, what it says of itself": png(),
    "png, bytes behind it": plain_png() + f"CPR {VALUE}".encode(),
    "png, a chunk of its own": plain_png()[:33] + chunk(b"prVt", VALUE.encode()) + plain_png()[33:],
    "jpeg, bytes behind it": jpeg() + f"CPR {VALUE}".encode(),
    "jpeg, an archive behind it": jpeg() + packed({"a.txt": VALUE.encode()}),
    "jpeg, a comment for Windows": jpeg(exif({0x9C9C: VALUE.encode("utf-16-le") + b"\0\0"})),
    "jpeg, where it was taken": jpeg(exif({0x1D: VALUE}, 0x8825)),
    "jpeg, a comment in Unicode": jpeg(
        exif({0x9286: b"UNICODE\0" + VALUE.encode("utf-16-le")}, 0x8769)
    ),
    "jpeg, a comment in ASCII": jpeg(exif({0x9286: b"ASCII\0\0\0" + VALUE.encode()}, 0x8769)),
    "jpeg, a caption": segment(
        0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", 16) + b"\x1c\x02\x78"
        + struct.pack(">H", 11) + VALUE.encode(),
    ),
    "jpeg, XMP": segment(
        0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><d>"
        + VALUE.encode() + b"</d></x:xmpmeta>",
    ),
    "jpeg, a segment of its own": segment(0xE9, b"FOO\0" + VALUE.encode()),
    "gif, a comment": picture("GIF", comment=VALUE.encode()),
    "gif, bytes behind it": picture("GIF") + f"CPR {VALUE}".encode(),
    "webp, XMP": picture("WEBP", xmp=f"<x>{VALUE}</x>".encode()),
    "bmp, bytes behind it": picture("BMP") + f"CPR {VALUE}".encode(),
}  # fmt: skip
