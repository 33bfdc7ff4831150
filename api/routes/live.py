"""A text while it is written: edits in, changed findings out, over a WebSocket.

Close codes beside those of RFC 6455: 4000 nothing came for long, 4001 nobody read, 4002 the first
message has to be ``open`` and no other, 4003 an edit does not fit the text. Whatever closes the
connection but the client itself: the text as it is then has not been approved.
"""

import asyncio
from dataclasses import dataclass

from fastapi import APIRouter, WebSocket
from pydantic import TypeAdapter, ValidationError

from api.access import admitted
from api.flows.live import Live, OutOfStepError
from api.flows.sessions import Sessions
from api.gate import LateError
from api.judge import Caller
from api.keys import KeyRing, Scope
from api.problems import Kinds, ProblemError
from api.requests import EditMessage, LiveMessage, OpenMessage
from api.schemas import ChangeAnswer
from api.service import Service

_MESSAGE: TypeAdapter[OpenMessage | EditMessage] = TypeAdapter(LiveMessage)
_BINARY, _INVALID, _REFUSED, _TOO_LARGE, _BUSY = 1003, 1007, 1008, 1009, 1013
_IDLE, _SLOW, _NOT_OPEN, _OUT_OF_STEP = 4000, 4001, 4002, 4003
_CODES = {Kinds.TOO_LARGE: _TOO_LARGE, Kinds.NO_KEY: _REFUSED, Kinds.NO_SCOPE: _REFUSED}


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: until the first message, between messages, for the other side to read."""

    first: float = 10.0
    idle: float = 900.0
    send: float = 30.0


class _ClosedError(Exception):
    """The session ends, with a code and why."""

    def __init__(self, code: int, why: str) -> None:
        super().__init__(why)
        self.code, self.why = code, why


def live(
    service: Service, keys: KeyRing, sessions: Sessions, patience: Patience | None = None
) -> APIRouter:
    """The route of texts that are being written."""
    router = APIRouter(prefix="/v1")

    @router.websocket("/live")
    async def live(socket: WebSocket) -> None:
        session = _Session(socket, service, keys, patience or Patience())
        await socket.accept()
        try:
            with sessions.place("live"):
                await session.hold()
        except _ClosedError as end:
            await session.end(end.code, end.why)
        except ProblemError as problem:
            await session.end(_CODES.get(problem.kind, _BUSY), problem.kind.value.slug)
        except LateError:
            await session.end(_BUSY, "late")
        except OutOfStepError:
            await session.end(_OUT_OF_STEP, "out-of-step")

    return router


class _Session:
    """One connection: a message, its answer, the next message."""

    def __init__(
        self, socket: WebSocket, service: Service, keys: KeyRing, patience: Patience
    ) -> None:
        self._socket, self._service, self._keys = socket, service, keys
        self._patience = patience

    async def hold(self) -> None:
        """Answer until the other side goes; raises what ends the session otherwise."""
        opened = await self._next(self._patience.first)
        if opened is None:
            return
        if not isinstance(opened, OpenMessage):
            raise _ClosedError(_NOT_OPEN, "not-open")
        caller = Caller(self._admitted(opened), "live", opened.destination)
        text = Live(self._service, caller, opened)
        try:
            await self._say(await text.open())
            while (asked := await self._next(self._patience.idle)) is not None:
                if not isinstance(asked, EditMessage):
                    raise _ClosedError(_NOT_OPEN, "open-already")
                await self._say(await text.edit(asked))
        finally:
            await asyncio.shield(text.write_down())

    async def end(self, code: int, why: str) -> None:
        """Close, unless the other side has."""
        try:
            async with asyncio.timeout(self._patience.send):
                await self._socket.close(code, why)
        except (TimeoutError, RuntimeError, OSError):
            return

    async def _next(self, seconds: float) -> OpenMessage | EditMessage | None:
        """The next message; None when the other side has gone."""
        try:
            async with asyncio.timeout(seconds):
                message = await self._socket.receive()
        except TimeoutError:
            raise _ClosedError(_IDLE, "idle") from None
        if message["type"] == "websocket.disconnect":
            return None
        text = message.get("text")
        if text is None:
            raise _ClosedError(_BINARY, "binary")
        try:
            return _MESSAGE.validate_json(text)
        except ValidationError:
            raise _ClosedError(_INVALID, "invalid") from None

    async def _say(self, answer: ChangeAnswer) -> None:
        try:
            async with asyncio.timeout(self._patience.send):
                await self._socket.send_text(answer.model_dump_json(exclude_none=True))
        except TimeoutError:
            raise _ClosedError(_SLOW, "slow") from None

    def _admitted(self, opened: OpenMessage) -> str:
        """The caller's key: from the header, or, as browsers cannot set one, from the message."""
        scheme, _, given = self._socket.headers.get("authorization", "").partition(" ")
        bearer = given.strip() if scheme.lower() == "bearer" else None
        return admitted(self._keys, Scope.SCAN, bearer or opened.key)
