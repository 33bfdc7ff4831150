"""ICAP as bytes: a request is read up to its limits, an answer is written."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_LONGEST_HEAD = 64 * 1024
_LINE = re.compile(rb"(?P<method>[A-Z]{1,20}) (?P<uri>[^ ]{1,8192}) ICAP/1\.0")
_SIZE = re.compile(rb"(?P<size>[0-9A-Fa-f]{1,8})\s*(?P<more>;.{0,200})?")
_PLACE = re.compile(r"(?P<name>[a-z-]{1,20})=(?P<at>\d{1,8})")
_END = b"\r\n"


class WireError(Exception):
    """What came is no ICAP; ``status`` is answered, and the connection closed."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class TooLargeError(Exception):
    """The body is over the limit."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One ICAP request: its method, its headers, and the head of the HTTP request in it."""

    method: str
    headers: Mapping[str, str] = field(repr=False)
    head: bytes = field(default=b"", repr=False)
    has_body: bool = False

    @property
    def takes_204(self) -> bool:
        """Whether it may be answered that nothing changes."""
        return "204" in self.headers.get("allow", "")

    @property
    def has_preview(self) -> bool:
        """Whether only the beginning of the body was sent."""
        return "preview" in self.headers


async def read_request(reader: asyncio.StreamReader) -> Asked | None:
    """The next request without its body, None when there is none; raises WireError."""
    try:
        raw = await reader.readuntil(_END + _END)
    except asyncio.IncompleteReadError as error:
        if error.partial.strip():
            raise WireError(400) from None
        return None
    except asyncio.LimitOverrunError:
        raise WireError(400) from None
    first, *lines = raw.lstrip(_END)[:-4].split(_END)
    line = _LINE.fullmatch(first)
    if line is None:
        raise WireError(400)
    headers = _headers(lines)
    head, has_body = await _encapsulated(reader, headers.get("encapsulated", "null-body=0"))
    return Asked(line["method"].decode(), headers, head, has_body)


def _headers(lines: list[bytes]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.decode("latin-1").partition(":")
        if not colon:
            raise WireError(400)
        headers[name.strip().lower()] = value.strip()
    return headers


async def _encapsulated(reader: asyncio.StreamReader, told: str) -> tuple[bytes, bool]:
    """The head of the HTTP request, and whether a body follows."""
    places = [(m["name"], int(m["at"])) for m in _PLACE.finditer(told)]
    match places:
        case [("null-body", 0)]:
            return b"", False
        case [("req-hdr", 0), ("req-body" | "null-body" as kind, at)] if 0 < at <= _LONGEST_HEAD:
            try:
                return await reader.readexactly(at), kind == "req-body"
            except asyncio.IncompleteReadError:
                raise WireError(400) from None
        case _:
            raise WireError(400)


async def read_chunks(reader: asyncio.StreamReader, room: int) -> tuple[bytes, bool]:
    """Chunks up to the empty one, and whether that says that nothing follows.

    Raises WireError, or TooLargeError for more than ``room`` bytes.
    """
    pieces: list[bytes] = []
    while True:
        try:
            line = await reader.readuntil(_END)
            size = _SIZE.fullmatch(line[:-2])
            if size is None:
                raise WireError(400)
            length = int(size["size"], 16)
            if not length:
                await _skip_trailer(reader)
                return b"".join(pieces), b"ieof" in (size["more"] or b"")
            room -= length
            if room < 0:
                raise TooLargeError
            pieces.append(await reader.readexactly(length))
            if await reader.readexactly(2) != _END:
                raise WireError(400)
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            raise WireError(400) from None


async def _skip_trailer(reader: asyncio.StreamReader) -> None:
    for _ in range(50):
        if await reader.readuntil(_END) == _END:
            return
    raise WireError(400)


def answer(status: str, *headers: str) -> bytes:
    """An answer without anything in it."""
    return "\r\n".join((f"ICAP/1.0 {status}", *headers, "", "")).encode("latin-1")


def carrying(kind: str, head: bytes, body: bytes | None, *headers: str) -> bytes:
    """An answer with an HTTP request (``req``) or response (``res``) in it."""
    part = "null-body" if body is None else f"{kind}-body"
    places = f"Encapsulated: {kind}-hdr=0, {part}={len(head)}"
    begin = answer("200 OK", *headers, places)
    return begin + head + (b"" if body is None else _chunked(body))


def _chunked(body: bytes) -> bytes:
    chunk = f"{len(body):x}".encode() + _END + body + _END if body else b""
    return chunk + b"0" + _END + _END
