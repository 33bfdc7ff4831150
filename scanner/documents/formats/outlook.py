"""Mail as Outlook saves it ([MS-OXMSG]): every string property, body, attachment, mail within.

Not written again: there is no redacted copy in this format.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import olefile
from compressed_rtf import decompress

from scanner.documents.decode import Decoded
from scanner.documents.format import Format, Inner
from scanner.documents.member import NameSlot, shown
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.unreadable import NotWritableError, UnreadableError
from scanner.finding import GapReason

_PROPERTY = "__substg1.0_"
_ATTACHMENT = "__attach_version1.0_"
_RECIPIENT = "__recip_version1.0_"
_MARK = "__properties_version1.0".encode("utf-16-le")
_WIDE, _NARROW, _BINARY = "001F", "001E", "0102"
_HTML, _RTF, _DATA, _EMBEDDED = "1013", "1009", "3701", "3701000D"
_FILE_NAMES = ("3707", "3704", "3001")
# Tags that name a kind and hold nothing of a person: message class, address type, attach tag.
_KINDS = frozenset({"001A", "0C1E", "3002", "0064", "0075", "370E", "3703"})
_LABELS = {
    "0037": ("emne", ""),
    "0C1A": ("fra", "fra"),
    "0042": ("fra", "fra"),
    "0C1F": ("fra", "mail"),
    "0E04": ("til", "til"),
    "0E03": ("cc", "cc"),
    "0E02": ("bcc", "bcc"),
    "1000": ("brødtekst", ""),
    "007D": ("mailhoveder", ""),
    "3001": ("til", "til"),
    "3003": ("til", "mail"),
}

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Outlook:
    file: olefile.OleFileIO
    reading: Reading

    def slots(self) -> Iterator[NameSlot | Inner]:
        """The mail's properties and bodies, its recipients, its attachments."""
        return self._mail((), "")

    def _mail(self, storage: Path, place: str) -> Iterator[NameSlot | Inner]:
        seen: set[str] = set()
        children = self._children(storage)
        for name in children:
            if name.startswith(_RECIPIENT):
                yield from self._strings((*storage, name), place, seen)
        yield from self._strings(storage, place, seen)
        yield from self._bodies(storage, place)
        for name in children:
            if name.startswith(_ATTACHMENT):
                self.reading.member()
                yield from self._attachment((*storage, name), place)

    def _children(self, storage: Path) -> list[str]:
        depth = len(storage)
        paths = (tuple(path) for path in self.file.listdir(streams=True, storages=True))
        own = {path[depth] for path in paths if path[:depth] == storage and len(path) > depth}
        return sorted(own)

    def _strings(self, storage: Path, place: str, seen: set[str]) -> Iterator[NameSlot]:
        for name in self._children(storage):
            tag, kind = name[len(_PROPERTY) :][:4], name[len(_PROPERTY) :][4:8]
            if not name.startswith(_PROPERTY) or kind not in {_WIDE, _NARROW} or tag in _KINDS:
                continue
            text = self._text((*storage, name), kind)
            if text and text not in seen:
                seen.add(text)
                told, header = _LABELS.get(tag, (f"egenskab {tag}", ""))
                where = f"{place}, {told}" if place else told
                yield NameSlot.of(text, where, "outlook", header)

    def _text(self, path: Path, kind: str) -> str:
        data = self._stream(path)
        text = data.decode("utf-16-le", "replace") if kind == _WIDE else Decoded.of(data).text
        return text.rstrip("\0").replace("\r\n", "\n")

    def _stream(self, path: Path) -> bytes:
        return self.reading.inflate(self.file.openstream(list(path)))

    def _bodies(self, storage: Path, place: str) -> Iterator[Inner]:
        step = f"{place}, brødtekst" if place else "brødtekst"
        if self.file.exists([*storage, f"{_PROPERTY}{_HTML}{_BINARY}"]):
            html = self._stream((*storage, f"{_PROPERTY}{_HTML}{_BINARY}"))
            yield Inner(f"{step} (html)", html, "html")
        if self.file.exists([*storage, f"{_PROPERTY}{_RTF}{_BINARY}"]):
            packed = self._stream((*storage, f"{_PROPERTY}{_RTF}{_BINARY}"))
            yield Inner(f"{step} (rtf)", decompress(packed))

    def _attachment(self, storage: Path, place: str) -> Iterator[NameSlot | Inner]:
        names = [
            self._text((*storage, f"{_PROPERTY}{tag}{kind}"), kind)
            for tag in _FILE_NAMES
            for kind in (_WIDE, _NARROW)
            if self.file.exists([*storage, f"{_PROPERTY}{tag}{kind}"])
        ]
        step = f"vedhæftet: {shown(names[0])}" if names else "vedhæftet"
        step = f"{place}, {step}" if place else step
        yield from self._strings(storage, step, set())
        if self.file.exists([*storage, f"{_PROPERTY}{_DATA}{_BINARY}"]):
            yield Inner(step, self._stream((*storage, f"{_PROPERTY}{_DATA}{_BINARY}")))
        elif self.file.exists([*storage, f"{_PROPERTY}{_EMBEDDED}"]):
            with self.reading.within(step):
                yield from self._mail((*storage, f"{_PROPERTY}{_EMBEDDED}"), "")
        else:
            self.reading.gap(GapReason.UNREADABLE, step)

    def save(self) -> bytes:
        """Raises NotWritableError."""
        raise NotWritableError("outlook")


def _open(data: bytes, reading: Reading) -> _Outlook:
    try:
        file = olefile.OleFileIO(io.BytesIO(data))
    except (OSError, ValueError):
        raise UnreadableError(GapReason.CORRUPT) from None
    if file.parsing_issues or len(data) % file.sector_size:
        reading.gap(GapReason.CORRUPT)
    return _Outlook(file, reading)


def _matches(sniff: Sniff) -> bool:
    return sniff.is_ole and _MARK in sniff.data and _PROPERTY.encode("utf-16-le") in sniff.data


OUTLOOK = Format("outlook", "application/vnd.ms-outlook", _matches, _open)
