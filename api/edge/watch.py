"""Counts and logs every request by its route, and turns what nobody caught into a plain 500.

A traceback or an error's text may hold what was sent, so neither is logged: the error's type and
the place in the code are.
"""

from __future__ import annotations

import logging
import time
import traceback
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import Metrics
from api.problems import Kinds, answer

_LOG = logging.getLogger("sluse.api")
_FAILED = 1011  # internal error (RFC 6455)
_METHODS = frozenset({"GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Watch:
    """The outermost layer."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._other(scope, receive, send)
            return
        started, status = time.perf_counter(), 0

        async def send_seen(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, send_seen)
        except Exception as error:  # noqa: BLE001  # logged by type and place, answered as 500
            _note_failure(error)
            if not status:
                await answer(Kinds.FAILED)(scope, receive, send_seen)
        self._note(scope, status, time.perf_counter() - started)

    async def _other(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A WebSocket, or the server's own start and stop."""
        try:
            await self._app(scope, receive, send)
        except Exception as error:
            if scope["type"] != "websocket":
                raise
            _note_failure(error)
            with suppress(RuntimeError, OSError):  # closed already
                await send({"type": "websocket.close", "code": _FAILED})

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in _METHODS else "OTHER"
        route = getattr(scope.get("route"), "path", "") or "unmatched"
        self._metrics.request(method, route, status, seconds)
        facts = {"method": method, "route": route, "status": status}
        _LOG.info("request", extra=facts | {"ms": round(seconds * 1000, 1)})


def _note_failure(error: Exception) -> None:
    facts = {"error": type(error).__name__, "at": _at(error)}
    _LOG.error("request failed", extra=facts)  # a traceback may hold text


def _at(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
