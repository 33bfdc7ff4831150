"""What the content of a file says of its type: first bytes, members of a zip, streams of OLE."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from functools import cached_property

from scanner.documents.decode import Decoded, is_text

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# PostScript, and what goes before a job in a printer's own language: text by its bytes, yet what it
# shows is in pieces between operators
_PRINTED = (b"%!PS", b"\x04%!PS", b"\x1b%-12345X", b"\x1bE")
_HEAD = 4096
_TEXT = 64 * 1024


@dataclass(frozen=True)
class Sniff:
    """The bytes of a file, and what has been made out about them; each asked for once."""

    data: bytes = field(repr=False)

    @cached_property
    def head(self) -> bytes:
        """The first 4 kB."""
        return self.data[:_HEAD]

    @cached_property
    def is_all(self) -> bool:
        """Whether ``text`` is the whole of it."""
        return len(self.data) <= _TEXT

    @cached_property
    def text(self) -> str:
        """The first 64 kB as text; "" when it is none."""
        start = self.data[:_TEXT]
        if self.is_printed or not is_text(start):
            return ""
        if not self.is_all:
            start = start[: start.rfind(b"\n") + 1] or start
        return Decoded.of(start).text

    @cached_property
    def is_printed(self) -> bool:
        """Whether it is a job for a printer."""
        return self.head.startswith(_PRINTED)

    @cached_property
    def is_zip(self) -> bool:
        """Whether it begins as a zip does; it may still be damaged."""
        return self.head.startswith(ZIP)

    @cached_property
    def is_ole(self) -> bool:
        """Whether it is a compound file (msg, doc, encrypted docx)."""
        return self.head.startswith(OLE)

    @cached_property
    def members(self) -> frozenset[str]:
        """The names in a zip's directory; none for anything else, and for a damaged one."""
        if not self.is_zip:
            return frozenset()
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return frozenset(archive.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return frozenset()

    def mentions(self, *names: str) -> bool:
        """Whether a damaged zip speaks of one of ``names`` among its first bytes."""
        return any(name.encode() in self.data[:_TEXT] for name in names)

    def is_package(self, main: str) -> bool:
        """Whether it is a zip with the member ``main`` ("word/document.xml"), damaged or not."""
        return self.is_zip and (main in self.members if self.members else self.mentions(main))
