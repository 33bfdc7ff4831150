"""Office files under a password (MS-OFFCRYPTO): opened by the passwords that are given."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import msoffcrypto
import olefile
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from scanner.documents.format import Format, Inner
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.unreadable import NotWritableError, UnreadableError
from scanner.finding import GapReason

_PACKAGE = "EncryptedPackage"


@dataclass(frozen=True, slots=True)
class _Locked:
    data: bytes

    def slots(self) -> Iterator[Inner]:
        """The file in it; a copy without the password would be none the owner wants."""
        yield Inner("", self.data)

    def save(self) -> bytes:
        """Raises NotWritableError."""
        raise NotWritableError("locked")


def _open(data: bytes, reading: Reading) -> _Locked:
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
    except (FileFormatError, OSError, ValueError):
        raise UnreadableError(GapReason.CORRUPT) from None
    for password in reading.passwords:
        target = io.BytesIO()
        try:
            file.load_key(password=password)
            file.decrypt(target)
        except (DecryptionError, InvalidKeyError, ParseError, ValueError):
            continue
        reading.spend(target.tell())
        return _Locked(target.getvalue())
    raise UnreadableError(GapReason.ENCRYPTED)


def _matches(sniff: Sniff) -> bool:
    if not sniff.is_ole or _PACKAGE.encode("utf-16-le") not in sniff.data:
        return False
    try:
        with olefile.OleFileIO(io.BytesIO(sniff.data)) as file:
            return bool(file.exists(_PACKAGE))
    except (OSError, ValueError):
        return False


LOCKED = Format("locked", "application/x-ole-storage", _matches, _open)
