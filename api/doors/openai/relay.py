"""One request on its way: judged and redacted, sent, and the answer restored as it comes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from anyio import CancelScope
from fastapi import Request, Response
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.types import Receive, Scope, Send

from api.doors.openai import events
from api.doors.openai.errors import BLOCKED, RefusalError
from api.doors.openai.requests import Route, Stream, wants_json
from api.doors.openai.restorer import Restorer
from api.doors.openai.upstream import Answer, Upstream, unusable
from api.doors.surface import Surface, rewritten
from api.judge import Caller, Judge
from api.service import Service
from scanner.policy import Verdict

T = TypeVar("T")
_LOG = logging.getLogger("sluse.api")
_DECISION = "Sluse-Decision"
_REFUSED_KEY = frozenset({401, 403})
_GONE = 499  # nobody is there to read it


@dataclass(frozen=True, slots=True)
class Judged:
    """A request that may leave, and the way back."""

    body: dict[str, Any]
    restorer: Restorer
    decision: str


@dataclass(frozen=True, slots=True)
class Relay:
    """Passes requests on to ``upstream`` as far as ``service`` lets them; ``language`` da or en."""

    service: Service
    upstream: Upstream
    destination: str
    language: str

    async def pass_on(
        self, request: Request, route: Route, body: dict[str, Any], key_id: str
    ) -> Response:
        """The answer to ``body``; raises RefusalError, before anything has left when it may not."""
        caller = Caller(key_id, "redact", self.destination)
        judged = await self.service.ask(caller, lambda judge: self._judged(judge, route, body))
        headers = {_DECISION: judged.decision}
        answer = await unless_gone(request, self.upstream.send("POST", route.path, judged.body))
        if answer is None:
            return Response(status_code=_GONE)
        headers |= answer.headers
        if answer.status == 200 and answer.is_stream:  # noqa: PLR2004  # OK
            return _Streamed(answer, route.stream(judged.restorer), headers)
        try:
            given = await unless_gone(request, answer.json())
        finally:
            await answer.close()
        if given is None:
            return Response(status_code=_GONE)
        return self._answered(answer.status, judged.restorer.whole(given), headers)

    async def models(self) -> Any:
        """The vendor's models; raises RefusalError."""
        answer = await self.upstream.send("GET", "/models")
        try:
            given = await answer.json()
        finally:
            await answer.close()
        self._answered(answer.status, given, {})
        if not isinstance(given, dict) or not isinstance(given.get("data"), list):
            raise unusable()
        return given

    def _judged(self, judge: Judge, route: Route, body: dict[str, Any]) -> Judged:
        surface = Surface.of(body, tokens=route.texts)
        result = judge.redact(surface.doc, surface.gaps)
        if result.decision is Verdict.BLOCK or result.edits is None:
            raise RefusalError(
                400,
                f"Sluse: {getattr(result.message, self.language)}",
                code=BLOCKED,
                param=route.texts,
            )
        is_json = wants_json(body)
        sent: dict[str, Any] = rewritten(body, surface.written(result.edits))
        return Judged(sent, Restorer(result.mapping, is_json=is_json), result.decision.value)

    @staticmethod
    def _answered(status: int, given: Any, headers: dict[str, str]) -> Response:
        """The vendor's answer in one piece; its errors with its own words, but for its keys."""
        if status == 200:  # noqa: PLR2004  # OK
            return JSONResponse(given, headers=headers)
        _LOG.warning("vendor refused", extra={"status": status})
        if status in _REFUSED_KEY:
            raise RefusalError(
                502,
                "Sluse: Modellen afviser Sluses nøgle. / The model refuses Sluse's key.",
                code="vendor_refused_key",
            )
        error = given.get("error") if isinstance(given, dict) else None
        if not 400 <= status < 600 or not isinstance(error, dict):  # noqa: PLR2004  # HTTP's errors
            raise unusable()
        return JSONResponse({"error": error}, status_code=status, headers=headers)


class _Streamed(StreamingResponse):
    """The answer while it comes; the vendor is let go of whatever becomes of the client."""

    def __init__(self, answer: Answer, stream: Stream, headers: dict[str, str]) -> None:
        self._answer = answer
        super().__init__(
            _restored(answer, stream),
            media_type="text/event-stream",
            headers=headers | {"X-Accel-Buffering": "no"},
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            with CancelScope(shield=True):
                await self._answer.close()


async def _restored(answer: Answer, stream: Stream) -> AsyncIterator[bytes]:
    """The events with values in them; nothing comes after the one that says it is done."""
    reader = events.EventReader()
    try:
        async for piece in answer.pieces():
            for event in reader.feed(piece):
                if event.data == events.DONE:
                    yield _written(stream.close()) + events.END
                    return
                if not event.data:
                    yield events.ALIVE
                elif text := _written(stream.feed(event.json())):
                    yield text
        yield _written(stream.close())
    except (RefusalError, events.EventError) as error:
        refusal = error if isinstance(error, RefusalError) else unusable()
        _LOG.warning("stream broken", extra={"status": refusal.status})
        body = refusal.answer.model_dump()
        yield _written(stream.close()) + events.written(body, "error")


def _written(given: Any) -> bytes:
    return b"".join(events.written(each, str(each.get("type") or "")) for each in given)


async def unless_gone(request: Request, call: Coroutine[Any, Any, T]) -> T | None:
    """What ``call`` gives; None, and the call is given up, when the client goes away."""
    asked = asyncio.ensure_future(call)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({asked, gone}, return_when=asyncio.FIRST_COMPLETED)
        return await asked if asked.done() else None
    finally:
        for task in (asked, gone):
            task.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
