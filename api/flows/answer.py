"""The answer to a stream: sent while the request still comes, broken off where it may not end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from enum import StrEnum

from fastapi import Response
from pydantic import BaseModel
from starlette.types import Receive, Scope, Send

from api.flows.sessions import Sessions
from api.flows.stream import PIECE, Flow
from api.gate import LateError
from api.problems import Kinds, Problem, ProblemError, answer, document
from api.schemas import EndEvent, TextEvent
from scanner.message import Message


class Format(StrEnum):
    """What a stream is answered in."""

    TEXT = "text/plain"
    EVENTS = "application/x-ndjson"


class ErrorEvent(BaseModel):
    """Why the answer ends here; nothing after what has been given is approved."""

    type: str = "error"
    problem: Problem


@dataclass(frozen=True, slots=True)
class Limits:
    """What one stream may take: bytes, and seconds within which the other side has to move."""

    max_bytes: int
    seconds: float = 30.0


class _GoneError(Exception):
    """Nobody reads any more, or too slowly."""


class StreamAnswer(Response):
    """Reads a piece, looks at it, writes what became safe, and only then reads on.

    So a fast sender waits for the scanner, and the scanner for a slow reader. An answer that ends
    as HTTP ends an answer is whole; of any other nothing more than what came is approved.
    """

    def __init__(self, flow: Flow, form: Format, sessions: Sessions, limits: Limits) -> None:
        super().__init__(media_type=form.value)
        self._flow, self._form, self._sessions, self._limits = flow, form, sessions, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        out = _Out(send, self, self._limits.seconds)
        try:
            with self._sessions.place("stream"):
                await self._pass(receive, out)
        except _GoneError:
            return  # the connection is closed by the server, the answer being unfinished
        except (ProblemError, LateError) as error:
            problem = error if isinstance(error, ProblemError) else ProblemError(Kinds.BUSY)
            await self._fail(problem, out, scope, receive, send)

    async def _pass(self, receive: Receive, out: _Out) -> None:
        try:
            async for piece in self._pieces(receive):
                await out.write(self._written(await self._flow.feed(piece)))
                if self._flow.is_stopped:
                    break
            await out.write(self._written(await self._flow.close()))
            await out.end()
        finally:
            await asyncio.shield(self._flow.break_off())

    async def _pieces(self, receive: Receive) -> AsyncIterator[bytes]:
        size = 0
        while True:
            try:
                async with asyncio.timeout(self._limits.seconds):
                    message = await receive()
            except TimeoutError:
                raise ProblemError(Kinds.SLOW_BODY) from None
            if message["type"] == "http.disconnect":
                raise _GoneError
            body = message.get("body", b"")
            size += len(body)
            if size > self._limits.max_bytes:
                raise ProblemError(Kinds.TOO_LARGE)
            for at in range(0, len(body), PIECE):
                yield body[at : at + PIECE]
            if not message.get("more_body", False):
                return

    def _written(self, events: Iterable[BaseModel]) -> bytes:
        """The events as lines, or the text in them; a text that ends too early is a problem."""
        if self._form is Format.EVENTS:
            lines = (event.model_dump_json(exclude_none=True) for event in events)
            return "".join(f"{line}\n" for line in lines).encode()
        written: list[str] = []
        for event in events:
            if isinstance(event, TextEvent):
                written.append(event.text)
            elif isinstance(event, EndEvent) and self._flow.is_stopped:
                said = Message(event.message.da, event.message.en)
                raise ProblemError(Kinds.HELD_BACK, detail=said)
        return "".join(written).encode()

    async def _fail(
        self, problem: ProblemError, out: _Out, scope: Scope, receive: Receive, send: Send
    ) -> None:
        if not out.is_begun:
            headers = {"Connection": "close", **(problem.headers or {})}
            told = answer(problem.kind, detail=problem.detail, headers=headers)
            await told(scope, receive, send)
        elif self._form is Format.EVENTS:
            event = ErrorEvent(problem=document(problem.kind, detail=problem.detail))
            await out.write(f"{event.model_dump_json(exclude_none=True)}\n".encode())
            await out.end()


class _Out:
    """What is sent: begun with the first byte, so that until then it may still be a problem."""

    def __init__(self, send: Send, head: Response, seconds: float) -> None:
        self._send, self._head, self._seconds = send, head, seconds
        self.is_begun = False

    async def write(self, data: bytes) -> None:
        if data:
            await self._begin()
            await self._in_time({"type": "http.response.body", "body": data, "more_body": True})

    async def end(self) -> None:
        await self._begin()
        await self._in_time({"type": "http.response.body", "body": b"", "more_body": False})

    async def _begin(self) -> None:
        if not self.is_begun:
            self.is_begun = True
            headers = [pair for pair in self._head.raw_headers if pair[0] != b"content-length"]
            start = {"type": "http.response.start", "status": 200, "headers": headers}
            await self._in_time(start)

    async def _in_time(self, message: dict[str, object]) -> None:
        try:
            async with asyncio.timeout(self._seconds):
                await self._send(message)
        except (TimeoutError, OSError):
            raise _GoneError from None
