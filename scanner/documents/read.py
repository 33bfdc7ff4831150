"""Bytes → Doc and gaps, and edits → bytes: one walk over the slots of a file and of those in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scanner.doc import Doc, Edit, Part
from scanner.documents.format import Format, Inner
from scanner.documents.formats import FORMATS
from scanner.documents.reading import Reading
from scanner.documents.sealed import unread_in
from scanner.documents.sniff import Sniff
from scanner.documents.splice import Spliced
from scanner.documents.unreadable import NotWritableError, UnreadableError
from scanner.finding import Gap, GapReason

Edits = Sequence[Sequence[Edit]]


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read from a file: its parts, what could not be read, and the format's name."""

    doc: Doc
    gaps: tuple[Gap, ...]
    format: str


def read(data: bytes, reading: Reading) -> Contents:
    """All parts of ``data`` and of the files in it; never raises for what is in a file."""
    walk = _Walk(reading)
    reading.size = len(data)
    walk.file(data)
    return Contents(Doc(tuple(walk.parts)), tuple(reading.gaps), walk.format)


def write(data: bytes, edits: Edits, reading: Reading) -> bytes:
    """``data`` with the ``edits`` of each part that ``read`` gives.

    Raises NotWritableError when a part that has to change lies in a format that cannot be written.
    """
    walk = _Walk(reading, edits)
    reading.size = len(data)
    written = walk.file(data) or data
    if walk.put < sum(map(bool, edits)):
        raise NotWritableError(walk.format)
    return written


def format_of(data: bytes, name: str = "") -> Format:
    """The format of ``data`` by its content, or the one called ``name``; raises UnreadableError."""
    if not data:
        raise UnreadableError(GapReason.EMPTY)
    sniff = Sniff(data)
    for known in FORMATS:
        if known.name == name if name else known.matches(sniff):
            return known
    raise UnreadableError(GapReason.UNKNOWN_FORMAT)


@dataclass(slots=True)
class _Walk:
    """The way through a file; with ``edits`` they are put where they belong."""

    reading: Reading
    edits: Edits = ()
    parts: list[Part] = field(default_factory=list)
    format: str = ""
    put: int = 0

    def file(self, data: bytes, name: str = "") -> bytes | None:
        """Go through ``data``; its new bytes when something in it was changed.

        What goes wrong is a gap at the place where the file lies; it raises NotWritableError when
        something in the file was changed by then.
        """
        before = self.put
        try:
            known = format_of(data, name)
            self.format = self.format or known.name
            return self._slots(known, data)
        except NotWritableError:
            raise
        except UnreadableError as error:
            self.reading.gap(error.reason, error.where)
        except MemoryError:
            self.reading.gap(GapReason.OUT_OF_MEMORY)
        except RecursionError:
            self.reading.gap(GapReason.TOO_DEEP)
        except Exception:  # noqa: BLE001  # named as a gap; its message may hold user text
            self.reading.gap(GapReason.CORRUPT)
        if self.put > before:
            raise NotWritableError(self.format, self.reading.place())
        return None

    def _slots(self, known: Format, data: bytes) -> bytes | None:
        opened = known.open(data, self.reading)
        if isinstance(opened, Spliced):
            for reason in unread_in(opened.source):
                self.reading.gap(reason)
        is_changed = False
        for slot in opened.slots():
            if isinstance(slot, Inner):
                is_changed |= self._inner(slot)
                continue
            part = slot.part
            if not part.text.strip():
                continue
            index = len(self.parts)
            place = self.reading.place(part.place)
            self.parts.append(part if place == part.place else replace(part, place=place))
            if index < len(self.edits) and self.edits[index]:
                self._check(known)
                self.put += 1
                slot.put(self.edits[index])
                is_changed = True
        return opened.save() if is_changed else None

    def _inner(self, inner: Inner) -> bool:
        """Go through a file in the file; whether it was changed."""
        outer, self.reading.encoding = self.reading.encoding, inner.encoding
        try:
            with self.reading.within(inner.step):
                changed = self.file(inner.data, inner.format)
                if changed is not None and inner.put is None:
                    raise NotWritableError(self.format, self.reading.place())
        except UnreadableError as error:
            self.reading.gap(error.reason, error.where)
            return False
        finally:
            self.reading.encoding = outer
        if changed is None or inner.put is None:
            return False
        inner.put(changed)
        return True

    def _check(self, known: Format) -> None:
        if not known.is_writable:
            raise NotWritableError(known.name, self.reading.place())
