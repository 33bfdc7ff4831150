"""Pictures: the text that is seen in each frame, and what the file tells of itself.

There is no redacted copy of a picture.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PIL import ExifTags, Image, UnidentifiedImageError

from scanner.documents.decode import Decoded, is_text
from scanner.documents.format import Format
from scanner.documents.member import NameSlot
from scanner.documents.ocr import text_of
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.unreadable import NotWritableError, UnreadableError
from scanner.finding import GapReason

_MAGIC = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF87a", b"GIF89a", b"BM", b"RIFF",
)  # fmt: skip
_WEBP = slice(8, 12)
_VECTORS = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00\x00\x03")  # WMF
_EMF = slice(40, 44)
_LONGEST = 100_000  # letters of one note of the file
_NUMBERS = {"icc_profile", "exif", "dpi", "gamma", "jfif", "jfif_version", "photoshop"}


@dataclass(frozen=True, slots=True)
class _Picture:
    image: Image.Image
    reading: Reading

    def slots(self) -> Iterator[NameSlot]:
        """What the file tells, then what is seen."""
        for name, text in self._notes():
            yield NameSlot.of(text[:_LONGEST], f"egenskaber, {name}", "picture")
        frames = getattr(self.image, "n_frames", 1)
        for frame in range(frames if self.image.format == "TIFF" else 1):
            self.reading.member()
            self.image.seek(frame)
            self.reading.spend(self.image.width * self.image.height)
            self.image.load()
            place = f"side {frame + 1}" if frames > 1 and self.image.format == "TIFF" else "billede"
            yield NameSlot.of(text_of(self.image, self.reading, place), place, "picture")

    def _notes(self) -> Iterator[tuple[str, str]]:
        for name, value in self.image.info.items():
            if name not in _NUMBERS and (text := _text(value)):
                yield str(name), text
        exif = self.image.getexif()
        for group in (exif, exif.get_ifd(ExifTags.IFD.Exif)):
            for tag, value in group.items():
                if text := _text(value):
                    yield ExifTags.TAGS.get(tag, str(tag)), text

    def save(self) -> bytes:
        """Raises NotWritableError."""
        raise NotWritableError("picture")


def _text(value: Any) -> str:
    """A note as text; "" for numbers."""
    if isinstance(value, bytes):
        value = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0").strip(b"\0")
        return Decoded.of(value).text if value and is_text(value) else ""
    return value if isinstance(value, str) else ""


def _open(data: bytes, reading: Reading) -> _Picture:
    if data.startswith(_VECTORS) or data[_EMF] == b" EMF":
        raise UnreadableError(GapReason.NEEDS_OCR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _Picture(Image.open(io.BytesIO(data)), reading)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnreadableError(GapReason.TOO_LARGE) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise UnreadableError(GapReason.CORRUPT) from None


def _matches(sniff: Sniff) -> bool:
    if sniff.head.startswith(b"BM"):
        return not sniff.text
    if sniff.head.startswith(b"RIFF"):
        return sniff.head[_WEBP] == b"WEBP"
    return sniff.head.startswith((*_MAGIC, *_VECTORS)) or sniff.head[_EMF] == b" EMF"


PICTURE = Format("picture", "image/*", _matches, _open)
