"""A client that costs little: it shares the cores with the services it measures."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(frozen=True)
class Answer:
    """What came back; the names of its headers in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


class Client:
    """POSTs JSON to one address, over connections that are kept and used again."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._head = f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n".encode()
        self._free: list[Connection] = []

    async def post(self, asked: dict[str, Any]) -> Answer:
        """The answer to ``asked``; raises OSError or EOFError when there is none."""
        body = json.dumps(asked).encode()
        while self._free and self._free[-1][0].at_eof():  # closed, nobody having asked for long
            self._free.pop()[1].close()
        connection = (
            self._free.pop()
            if self._free
            else await asyncio.open_connection(self._host, self._port)
        )
        reader, writer = connection
        writer.write(
            b"%bContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (self._head, len(body), body)
        )
        answer = await _read(reader)
        if answer.headers.get("connection") == "close":
            writer.close()
        else:
            self._free.append(connection)
        return answer

    def close(self) -> None:
        """Let the connections go."""
        while self._free:
            self._free.pop()[1].close()


async def _read(reader: asyncio.StreamReader) -> Answer:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.rstrip().split("\r\n")
    headers = {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    body = await reader.readexactly(int(headers["content-length"]))
    return Answer(int(first.split()[1]), headers, body)
