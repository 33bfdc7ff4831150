"""Zip: every member is a file of its own; its name, and the comments, are read as well."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

import pyzipper

from scanner.doc import Part
from scanner.documents.format import Format, Inner
from scanner.documents.member import GoneSlot, NameSlot, shown
from scanner.documents.outside import outside, words
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.unreadable import NotWritableError, UnreadableError
from scanner.finding import GapReason

_ENCRYPTED = 0x1
_ENCODINGS = ("utf-8", "cp850", "cp1252")
_CANNOT = (
    zipfile.BadZipFile,
    pyzipper.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)


@dataclass(slots=True)
class _Zip:
    data: bytes
    archive: pyzipper.AESZipFile
    reading: Reading
    _new: dict[int, bytes] = field(default_factory=dict)

    def slots(self) -> Iterator[NameSlot | GoneSlot | Inner]:
        """Each member's name and content."""
        if self.archive.comment:
            yield NameSlot.of(self.archive.comment.decode("utf-8", "replace"), "kommentar", "zip")
        for index, info in enumerate(self.archive.infolist()):
            self.reading.member()
            name = shown(info.filename)
            yield NameSlot.of(info.filename, "filnavn", "zip")
            if extra := words(info.extra):
                yield GoneSlot(Part(extra, f"{name}, ekstra felt"))
            if info.comment:
                text = info.comment.decode("utf-8", "replace")
                yield NameSlot.of(text, f"{name}, kommentar", "zip")
            if not info.is_dir() and (data := self._data(info)) is not None:
                yield Inner(name, data, put=partial(self._put, index))
        yield from outside(self.data, self.archive)

    def _put(self, index: int, data: bytes) -> None:
        self._new[index] = data

    def _data(self, info: zipfile.ZipInfo) -> bytes | None:
        """The content of a member; a gap and None where it cannot be had."""
        name = shown(info.filename)
        is_locked = bool(info.flag_bits & _ENCRYPTED)
        for password in self._passwords() if is_locked else (None,):
            try:
                with self.archive.open(info, pwd=password) as stream:
                    return self.reading.inflate(stream)
            except UnreadableError:
                raise
            except _CANNOT:
                continue
            except Exception:  # noqa: BLE001  # zlib, lzma and bz2 raise their own; named below
                break
        self.reading.gap(GapReason.ENCRYPTED if is_locked else GapReason.CORRUPT, name)
        return None

    def _passwords(self) -> Iterator[bytes]:
        """The passwords in the letters of today's programs, and of older ones."""
        for password in self.reading.passwords:
            told = (password.encode(encoding, "ignore") for encoding in _ENCODINGS)
            yield from filter(None, dict.fromkeys(told))

    def save(self) -> bytes:
        """The archive with its changed members; the others are packed again as they were."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as target:
            target.comment = self.archive.comment
            for index, info in enumerate(self.archive.infolist()):
                if info.flag_bits & _ENCRYPTED:
                    raise NotWritableError("zip", shown(info.filename))
                data = self._new.get(index)
                kept = self.archive.read(info) if data is None else data
                target.writestr(_like(info), kept)
        return buffer.getvalue()


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member that is called and packed as ``info`` is."""
    new = zipfile.ZipInfo(info.filename, info.date_time)
    new.compress_type = info.compress_type
    new.external_attr, new.comment = info.external_attr, info.comment
    return new


def _open(data: bytes, reading: Reading) -> _Zip:
    try:
        archive = pyzipper.AESZipFile(io.BytesIO(data))
    except _CANNOT:
        raise UnreadableError(GapReason.CORRUPT) from None
    return _Zip(data, archive, reading)


def _matches(sniff: Sniff) -> bool:
    return sniff.is_zip


ZIP = Format("zip", "application/zip", _matches, _open, is_writable=True)
