"""7z: every member is a file of its own; unpacked into memory, counted as it grows."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import py7zr
from py7zr.exceptions import ArchiveError, PasswordRequired

from scanner.documents.format import Format, Inner
from scanner.documents.member import NameSlot, shown
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.unreadable import NotWritableError, UnreadableError
from scanner.finding import GapReason

_MAGIC = b"7z\xbc\xaf'\x1c"


class _Member(py7zr.io.Py7zIO):
    """One member in memory; every byte is counted."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.buffer = io.BytesIO()

    def write(self, s: bytes | bytearray) -> int:
        self._reading.spend(len(s))
        return self.buffer.write(s)

    def read(self, size: int | None = None) -> bytes:
        return self.buffer.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.buffer.seek(offset, whence)

    def flush(self) -> None:
        """Nothing is held back."""

    def size(self) -> int:
        return len(self.buffer.getbuffer())


@dataclass(slots=True)
class _Members(py7zr.io.WriterFactory):
    reading: Reading
    found: list[tuple[str, _Member]] = field(default_factory=list)

    def create(self, filename: str) -> _Member:
        self.reading.member()
        self.found.append((filename, _Member(self.reading)))
        return self.found[-1][1]


@dataclass(frozen=True, slots=True)
class _SevenZip:
    found: list[tuple[str, _Member]]

    def slots(self) -> Iterator[NameSlot | Inner]:
        """Each member's name and content."""
        for name, member in self.found:
            yield NameSlot.of(name, "filnavn", "7z")
            yield Inner(shown(name), member.buffer.getvalue())

    def save(self) -> bytes:
        """Raises NotWritableError."""
        raise NotWritableError("7z")


def _open(data: bytes, reading: Reading) -> _SevenZip:
    is_locked = False
    for password in (None, *reading.passwords):
        members = _Members(reading)
        try:
            with py7zr.SevenZipFile(io.BytesIO(data), password=password) as archive:
                is_locked = is_locked or archive.needs_password()
                if not is_locked or password is not None:
                    archive.extractall(factory=members)
                    return _SevenZip(members.found)
        except UnreadableError:
            raise
        except PasswordRequired:
            is_locked = True
        except (ArchiveError, OSError, EOFError, ValueError):
            if not is_locked:
                raise UnreadableError(GapReason.CORRUPT) from None
        except Exception:  # a wrong password makes each decoder raise its own
            if not is_locked:
                raise
    raise UnreadableError(GapReason.ENCRYPTED)


def _matches(sniff: Sniff) -> bool:
    return sniff.head.startswith(_MAGIC)


SEVEN_ZIP = Format("7z", "application/x-7z-compressed", _matches, _open)
