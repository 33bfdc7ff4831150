"""Texts as they come: from files or standard input, decoded or told to be unreadable."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from scanner.batch.remote import address_of
from scanner.errors import InputError
from scanner.finding import Gap, GapReason
from scanner.register.rows.encoding import bom_encoding, utf16_encoding

STDIN = "-"
MOST_BYTES = 100_000_000
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_START = 4096


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where it is from; ``gap`` when it could not be read as text."""

    name: str
    text: str = field(default="", repr=False)
    gap: Gap | None = None


def check_there(paths: Iterable[Path], *, takes_folders: bool = False) -> None:
    """Raise InputError for what is not there, or is no file, before anything is scanned."""
    here = [path for path in paths if str(path) != STDIN and not address_of(path)]
    missing = [str(path) for path in here if not path.exists()]
    folders = [] if takes_folders else [str(path) for path in paths if path.is_dir()]
    if missing or folders:
        names = ", ".join(missing or folders)
        da, en = ("findes ikke", "do not exist") if missing else ("er mapper", "are folders")
        raise InputError(da=f"Disse {da}: {names}.", en=f"These {en}: {names}.")


def read_text(path: Path) -> Text:
    """The text at ``path``, of standard input for "-"; UTF-8, or UTF-16 or UTF-32 with a mark."""
    name = "<stdin>" if str(path) == STDIN else str(path)
    try:
        raw = _read(path)
    except OSError:
        return Text(name, gap=Gap(GapReason.UNDECODABLE, "file"))
    if len(raw) > MOST_BYTES:
        return Text(name, gap=Gap(GapReason.TOO_LARGE, "file"))
    text = decoded(raw)
    if text is None:
        return Text(name, gap=Gap(GapReason.UNDECODABLE, "file"))
    return Text(name, text)


def decoded(raw: bytes) -> str | None:
    """``raw`` as text, None when it is none (invalid, or binary)."""
    if raw.startswith(_UTF32):
        encoding = "utf-32"
    else:
        encoding = bom_encoding(raw) or utf16_encoding(raw[:_START]) or "utf-8"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _read(path: Path) -> bytes:
    if str(path) == STDIN:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)
