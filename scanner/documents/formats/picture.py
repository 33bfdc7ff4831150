"""Pictures: the text that is seen in each frame, and what the file tells of itself.

There is no redacted copy of a picture.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from PIL import Image, ImageFile, UnidentifiedImageError

from scanner.documents.format import Format, Inner
from scanner.documents.formats.picture_notes import behind, notes_of
from scanner.documents.member import NameSlot
from scanner.documents.ocr import text_of
from scanner.documents.outside import PLACE
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


@dataclass(frozen=True, slots=True)
class _Picture:
    data: bytes = field(repr=False)
    image: ImageFile.ImageFile
    reading: Reading

    def slots(self) -> Iterator[NameSlot | Inner]:
        """What the file tells, then what is seen, then what lies behind."""
        for name, text in dict.fromkeys(notes_of(self.data, self.image)):
            yield NameSlot.of(text[:_LONGEST], f"egenskaber, {name}", "picture")
        frames = getattr(self.image, "n_frames", 1)
        for frame in range(frames if self.image.format == "TIFF" else 1):
            self.reading.member()
            self.image.seek(frame)
            self.reading.spend(self.image.width * self.image.height)
            self.image.load()
            place = f"side {frame + 1}" if frames > 1 and self.image.format == "TIFF" else "billede"
            yield NameSlot.of(text_of(self.image, self.reading, place), place, "picture")
        if rest := behind(self.data, str(self.image.format)):
            yield Inner(PLACE, rest)

    def save(self) -> bytes:
        """Raises NotWritableError."""
        raise NotWritableError("picture")


def _open(data: bytes, reading: Reading) -> _Picture:
    if data.startswith(_VECTORS) or data[_EMF] == b" EMF":
        raise UnreadableError(GapReason.NEEDS_OCR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _Picture(data, Image.open(io.BytesIO(data)), reading)
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
