"""The short way of one text: what is plainly right to ask is answered before FastAPI looks at it.

FastAPI takes half of the event loop's time for a text. Whatever is not plainly right goes that way,
and gets its answers; what is answered here is what it would answer.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import NamedTuple

from pydantic import ValidationError
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import keys
from api.access import admitted, given_key
from api.problems import ProblemError, answer_to
from api.requests import RedactRequest, ScanRequest
from api.routes.texts import redact_one, scan_one
from api.service import Service
from scanner.errors import InputError

_Job = Callable[[Service, str], Awaitable[Response]]
_JOBS: dict[str, Callable[[bytes], _Job]] = {
    "/v1/scan": lambda body: partial(scan_one, ScanRequest.model_validate_json(body)),
    "/v1/redact": lambda body: partial(redact_one, RedactRequest.model_validate_json(body)),
}


class _Route(NamedTuple):
    """What the request is counted as."""

    path: str


class Short:
    """Answers one text to scan or redact, sent as JSON in one piece; all else is for ``app``."""

    def __init__(self, app: ASGIApp, *, service: Service, ring: keys.KeyRing) -> None:
        self._app = app
        self._service = service
        self._ring = ring

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        is_text = scope["type"] == "http" and scope["method"] == "POST" and scope["path"] in _JOBS
        if not is_text:
            await self._app(scope, receive, send)
            return
        headers, message = Headers(scope=scope), await receive()
        job = _job(scope["path"], headers, message)
        if job is None:
            await self._app(scope, _again(message, receive), send)
            return
        scope["route"] = _Route(scope["path"])
        try:
            key_id = admitted(self._ring, keys.Scope.SCAN, given_key(headers))
            answer = await job(self._service, key_id)
        except (ProblemError, InputError) as error:
            answer = answer_to(error)
        await answer(scope, receive, send)


def _job(path: str, headers: Headers, message: Message) -> _Job | None:
    """What is asked, when it is plain."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" or message.get("more_body"):
        return None
    try:
        return _JOBS[path](message.get("body", b""))
    except ValidationError:
        return None


def _again(message: Message, receive: Receive) -> Receive:
    """``receive``, which gives ``message`` first."""
    first = [message]

    async def again() -> Message:
        return first.pop() if first else await receive()

    return again
