"""Server-sent events: bytes in pieces of any size become events, and events become bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

DONE = "[DONE]"
LARGEST = 16_000_000  # bytes of one event, at most
_END = re.compile(rb"\r\n|\n|\r")


class EventError(Exception):
    """What came is no stream of events."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event; one without data is a comment, which keeps the connection alive."""

    name: str = ""
    data: str = ""

    def json(self) -> dict[str, Any]:
        """The data as an object; raises EventError."""
        try:
            value = json.loads(self.data)
        except (ValueError, RecursionError):
            raise EventError from None
        if not isinstance(value, dict):
            raise EventError
        return value


def written(value: dict[str, Any], name: str = "") -> bytes:
    """The event with ``value`` as its data."""
    before = f"event: {name}\n" if name else ""
    return f"{before}data: {json.dumps(value, ensure_ascii=True)}\n\n".encode()


ALIVE = b": \n\n"
END = f"data: {DONE}\n\n".encode()


class EventReader:
    """Puts events together; nothing of an unfinished one is given."""

    def __init__(self) -> None:
        self._bytes = b""
        self._name = ""
        self._data: list[str] = []

    def feed(self, data: bytes) -> Iterator[Event]:
        """The events that ``data`` completes; raises EventError."""
        self._bytes += data
        at = 0
        for end in _END.finditer(self._bytes):
            if end[0] == b"\r" and end.end() == len(self._bytes):
                break  # the line feed may be still to come
            yield from self._line(self._bytes[at : end.start()])
            at = end.end()
        self._bytes = self._bytes[at:]
        if len(self._bytes) + sum(map(len, self._data)) > LARGEST:
            raise EventError

    def _line(self, line: bytes) -> Iterator[Event]:
        try:
            text = line.decode()
        except UnicodeDecodeError:
            raise EventError from None
        field, _, value = text.partition(":")
        value = value.removeprefix(" ")
        if not text and self._data:
            yield Event(self._name, "\n".join(self._data))
        if not text:
            self._name, self._data = "", []
        elif not field:
            yield Event()
        elif field == "data":
            self._data.append(value)
        elif field == "event":
            self._name = value
