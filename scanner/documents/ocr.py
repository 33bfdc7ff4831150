"""Pictures → text, by Tesseract with Danish (Debian: tesseract-ocr, tesseract-ocr-dan)."""

from __future__ import annotations

import io
import shutil
import subprocess
from functools import cache

from PIL import Image

from scanner.documents.reading import Reading
from scanner.finding import GapReason

_SMALLEST = 20  # pixels: nothing smaller holds a word that can be read
_READABLE = 1500  # pixels of the longer side below which a picture is enlarged
_LARGEST = 5000  # pixels of the longer side beyond which it is made smaller
_SECONDS = 60.0
_DANISH = "dan"


def text_of(picture: Image.Image, reading: Reading, where: str = "") -> str:
    """The text in ``picture``; what cannot be read is a gap at ``where`` and ""."""
    if min(picture.size) < _SMALLEST:
        return ""
    words = command() if reading.ocr else ()
    if not words:
        reading.gap(GapReason.NEEDS_OCR, where)
        return ""
    try:
        done = subprocess.run(  # noqa: S603  # our own words, the picture comes by the pipe
            words, input=_png(picture), capture_output=True, timeout=_SECONDS, check=True,
            env={"OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        reading.gap(GapReason.TIMEOUT, where)
    except (OSError, subprocess.CalledProcessError):
        reading.gap(GapReason.NEEDS_OCR, where)
    else:
        return done.stdout.decode("utf-8", "replace").replace("\f", "").strip()
    return ""


@cache
def command() -> tuple[str, ...]:
    """How Tesseract is called; nothing when it, or its Danish, is missing."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    listed = subprocess.run(  # noqa: S603  # our own words
        (program, "--list-langs"), capture_output=True, check=False, text=True
    )
    languages = listed.stdout.split()
    if _DANISH not in languages:
        return ()
    both = f"{_DANISH}+eng" if "eng" in languages else _DANISH
    return (program, "stdin", "stdout", "-l", both, "--psm", "3")


def _png(picture: Image.Image) -> bytes:
    """``picture`` in grey on white, as large as its letters need to be."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
    grey = picture.convert("L")
    longest = max(grey.size)
    factor = 2.0 if longest < _READABLE else min(1.0, _LARGEST / longest)
    if factor != 1:
        width, height = (max(1, round(side * factor)) for side in grey.size)
        grey = grey.resize((width, height), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    grey.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()
