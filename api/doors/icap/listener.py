"""The listener: connections that stay open, requests within their limits, a verdict for each."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from api.doors.icap.message import Content, Request, content_of, doc_of
from api.doors.icap.page import page
from api.doors.icap.wire import (
    Asked,
    TooLargeError,
    WireError,
    answer,
    carrying,
    read_chunks,
    read_request,
)
from api.judge import Caller, Judge
from api.problems import Kinds, ProblemError
from api.service import Service
from scanner.errors import SettingsError
from scanner.message import Message
from scanner.policy import Verdict

if TYPE_CHECKING:
    from scanner.pipeline import DocRedaction
    from scanner.settings import Settings

_LOG = logging.getLogger("sluse.icap")
_IDLE, _BUSY = 120.0, 30.0
_AT_ONCE = 200
_LINE = 64 * 1024
_STATUS = {400: "400 Bad Request", 405: "405 Method Not Allowed", 408: "408 Request Timeout"}
_LARGE = Kinds.TOO_LARGE.value.detail


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What becomes of a request: its new body, or why it is held; neither when it may go."""

    body: bytes | None = field(default=None, repr=False)
    held: Message | None = None


_MAY_GO = _Outcome()


class Icap:
    """The listener, as ``settings`` want it; ``service`` judges what comes."""

    def __init__(self, service: Service, settings: Settings) -> None:
        self._service = service
        self._host = settings.icap_host
        self._port = settings.icap_port
        self._destination = settings.icap_destination
        self._most = settings.max_body_bytes
        self._open = 0
        self._server: asyncio.Server | None = None
        policy = service.scanner.policy
        tag = hashlib.sha256(f"{policy.id} {policy.version}".encode()).hexdigest()[:16]
        self._tag = f'ISTag: "sluse-{tag}"'

    @property
    def port(self) -> int:
        """The port it is open at."""
        assert self._server  # noqa: S101  # open
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def open(self) -> None:
        """Begin to listen, where a port is set; raises SettingsError."""
        if self._port is None:
            return
        try:
            self._server = await asyncio.start_server(
                self._serve, self._host, self._port, limit=_LINE
            )
        except OSError as error:
            place = f"{self._host}:{self._port}"
            raise SettingsError(
                da=f"Sluse kan ikke åbne {place} til ICAP. Ret SLUSE_ICAP_PORT.",
                en=f"Sluse cannot open {place} for ICAP. Check SLUSE_ICAP_PORT.",
            ) from error

    async def close(self) -> None:
        """Stop listening."""
        if self._server:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open += 1
        try:
            if self._open > _AT_ONCE:
                writer.write(answer("503 Service Overloaded", self._tag, "Connection: close"))
            else:
                while await self._one(reader, writer):
                    await writer.drain()
            await writer.drain()
        except (ConnectionError, TimeoutError, asyncio.CancelledError):
            _LOG.debug("connection ended")
        finally:
            self._open -= 1
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; whether the connection can be used again."""
        try:
            async with asyncio.timeout(_IDLE):
                asked = await read_request(reader)
            if asked is None:
                return False
            return await self._answered(asked, reader, writer)
        except WireError as error:
            writer.write(answer(_STATUS[error.status], self._tag, "Connection: close"))
            return False

    async def _answered(
        self, asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        if asked.method == "OPTIONS":
            writer.write(self._options())
            return True
        if asked.method != "REQMOD" or not asked.head:
            raise WireError(405 if asked.head or asked.method != "REQMOD" else 400)
        try:
            async with asyncio.timeout(_BUSY):
                request = Request(asked.head, await self._body(asked, reader, writer))
        except TooLargeError:
            writer.write(self._told(Request(asked.head, b""), _Outcome(held=_LARGE), asked))
            return False  # the rest of the body is on its way
        writer.write(self._told(request, await self._judged(request), asked))
        return True

    async def _body(
        self, asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bytes:
        if not asked.has_body:
            return b""
        body, is_all = await read_chunks(reader, self._most)
        if asked.has_preview and not is_all:
            writer.write(answer("100 Continue"))
            await writer.drain()
            rest, _ = await read_chunks(reader, self._most - len(body))
            body += rest
        return body

    async def _judged(self, request: Request) -> _Outcome:
        caller = Caller("icap", "redact", self._destination)
        try:
            return await self._service.ask(caller, lambda judge: _judge(request, judge))
        except ProblemError as problem:
            return _Outcome(held=problem.detail or problem.kind.value.detail)
        except Exception as error:  # noqa: BLE001  # whatever it is, the request stays here
            facts = {"error": type(error).__name__}
            _LOG.error("request failed", extra=facts)  # a traceback may hold text
            return _Outcome(held=Kinds.FAILED.value.detail)

    def _told(self, request: Request, outcome: _Outcome, asked: Asked) -> bytes:
        if outcome.held:
            as_json = "json" in request.header("content-type") + request.header("accept")
            head, body = page(outcome.held, as_json=as_json)
            return carrying("res", head, body, self._tag)
        if outcome.body is not None:
            return carrying("req", request.with_body(outcome.body), outcome.body, self._tag)
        if asked.takes_204:
            return answer("204 No Content", self._tag)
        whole = request.body if asked.has_body else None
        return carrying("req", request.head, whole, self._tag)

    def _options(self) -> bytes:
        return answer(
            "200 OK",
            "Methods: REQMOD",
            "Service: Sluse",
            self._tag,
            "Max-Connections: 200",
            "Options-TTL: 300",
            "Allow: 204",
            "Preview: 0",
            "Transfer-Preview: *",
            "Encapsulated: null-body=0",
        )


def _judge(request: Request, judge: Judge) -> _Outcome:
    content = content_of(request)
    doc = doc_of(request, content)
    if not doc.parts and not content.gaps:
        return _MAY_GO
    result = judge.redact(doc, content.gaps)
    if result.decision in {Verdict.ALLOW, Verdict.WARN}:
        return _MAY_GO
    if result.decision is Verdict.BLOCK or result.edits is None:
        return _Outcome(held=result.message)
    return _rewritten(content, result)


def _rewritten(content: Content, result: DocRedaction) -> _Outcome:
    """The new body; held where what was found stands outside of what can be written anew."""
    assert result.edits is not None  # noqa: S101  # asked for before
    count = len(content.parts)
    inside, outside = result.edits[:count], result.edits[count:]
    if any(outside) or not content.can_write(inside):
        return _Outcome(held=result.message)
    return _Outcome(body=content.written(inside))
