"""Asks the running service, over loopback or a Unix socket.

Plain HTTP/1.0 over a socket: ``http.client`` would take longer to import than the rest of the
hook takes to run (benchmarks/hook.py), and one request and one answer is all there is.
"""

from __future__ import annotations

import json
import socket
import time

from hook import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ADDRESS = "http://127.0.0.1:8080"
_UNIX = "unix:"
_HTTP = "http://"
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_MOST = 64 * 1024 * 1024
_REASONS = {401: words.NO_KEY, 403: words.NO_KEY, 413: words.TOO_LARGE, 503: words.BUSY}
_OK = 200


class ServiceError(Exception):
    """The service gave no verdict; ``reason`` is what to tell, Danish and English."""

    def __init__(self, reason: tuple[str, str]) -> None:
        super().__init__()
        self.reason = reason


class Service:
    """The service at ``address``, ``http://127.0.0.1:8080`` or ``unix:/run/sluse/sluse.sock``."""

    def __init__(self, address: str, key: str, until: float) -> None:
        self._address = address
        self._key = key
        self._until = until  # on time.monotonic's clock

    def redact(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The answer of /v1/redact; raises ServiceError."""
        head, _, body = self._exchange(json.dumps(asked).encode()).partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        status = int(lines[0].split()[1])
        if status != _OK:
            raise ServiceError(_REASONS.get(status, words.FAILED))
        lengths = [line for line in lines if line.lower().startswith("content-length:")]
        if len(body) != int(lengths[0].partition(":")[2]):
            raise ServiceError(words.FAILED)
        given = json.loads(body)
        assert isinstance(given, dict)  # noqa: S101  # as /v1/redact answers
        return given

    def _exchange(self, body: bytes) -> bytes:
        key = f"Authorization: Bearer {self._key}\r\n" if self._key else ""
        head = (
            "POST /v1/redact HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"{key}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        try:
            with self._connected() as connection:
                connection.settimeout(self._left())
                try:  # noqa: SIM105  # contextlib would be one more import
                    connection.sendall(head.encode("latin-1") + body)
                except ConnectionError:
                    pass  # it may have answered before it had read all: 413
                return self._read(connection)
        except TimeoutError:
            raise ServiceError(words.LATE) from None
        except OSError:
            raise ServiceError(words.DOWN) from None

    def _read(self, connection: socket.socket) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while size < _MOST:
            connection.settimeout(self._left())
            try:
                piece = connection.recv(65536)
            except ConnectionResetError:
                piece = b""
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
            size += len(piece)
        raise ServiceError(words.FAILED)

    def _connected(self) -> socket.socket:
        if self._address.startswith(_UNIX):
            connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            connection.settimeout(self._left())
            connection.connect(self._address.removeprefix(_UNIX))
            return connection
        return socket.create_connection(_place(self._address), timeout=self._left())

    def _left(self) -> float:
        return max(0.001, self._until - time.monotonic())


def is_address(address: str) -> bool:
    """Whether the hook can ask there: a Unix socket, or this machine and nobody else."""
    if address.startswith(_UNIX):
        return address.removeprefix(_UNIX).startswith("/")
    try:
        host, port = _place(address)
    except ValueError:
        return False
    return host in _LOOPBACK and 0 < port < 65536  # noqa: PLR2004  # ports there are


def _place(address: str) -> tuple[str, int]:
    """Host and port of an ``http://host:port``; ValueError."""
    if not address.startswith(_HTTP):
        raise ValueError
    host, _, port = address.removeprefix(_HTTP).rstrip("/").rpartition(":")
    return host.strip("[]"), int(port)
