"""Mailboxes (RFC 4155): every mail is a file of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from scanner.documents.format import Format, Inner
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff

_BORDER = re.compile(rb"(?:\A|(?<=\n))From [^\r\n]+\r?\n(?=[A-Za-z][A-Za-z0-9\-]*:)")
_ENOUGH = 2


@dataclass(slots=True)
class _Mailbox:
    data: bytes = field(repr=False)
    reading: Reading
    _new: dict[int, bytes] = field(default_factory=dict, repr=False)

    def slots(self) -> Iterator[Inner]:
        """The mails in order."""
        for number, (start, end) in enumerate(self._mails(), 1):
            self.reading.member()
            step = f"mail {number}"
            yield Inner(step, self.data[start:end], "mail", put=partial(self._put, start))

    def _mails(self) -> Iterator[tuple[int, int]]:
        starts = [match.start() for match in _BORDER.finditer(self.data)]
        yield from zip(starts, [*starts[1:], len(self.data)], strict=True)

    def _put(self, start: int, data: bytes) -> None:
        self._new[start] = data

    def save(self) -> bytes:
        """The mails with those that were changed; what parts them stays."""
        return b"".join(
            self._new.get(start, self.data[start:end]).rstrip(b"\r\n") + b"\n\n"
            for start, end in self._mails()
        )


def _open(data: bytes, reading: Reading) -> _Mailbox:
    return _Mailbox(data, reading)


def _matches(sniff: Sniff) -> bool:
    if not sniff.head.startswith(b"From "):
        return False
    return sum(1 for _ in _BORDER.finditer(sniff.data)) >= _ENOUGH


MBOX = Format("mbox", "application/mbox", _matches, _open, is_writable=True)
