"""Reads the body up to a limit, counted as it comes in, whatever Content-Length says."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Kinds, answer

_CLOSE = {"Connection": "close"}


class BodyLimit:
    """Answers 413 beyond ``max_bytes`` and 408 after ``seconds``; else hands the body on.

    The paths of ``streamed`` read theirs by themselves, as it comes.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        max_bytes: int,
        seconds: float = 30.0,
        streamed: frozenset[str] = frozenset(),
    ) -> None:
        self._app = app
        self._streamed = streamed
        self._max_bytes = max_bytes
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["path"] in self._streamed:
            await self._app(scope, receive, send)
            return
        if _declared(scope) > self._max_bytes:
            await answer(Kinds.TOO_LARGE, headers=_CLOSE)(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._seconds):
                messages = await self._read(receive)
        except TimeoutError:
            await answer(Kinds.SLOW_BODY, headers=_CLOSE)(scope, receive, send)
            return
        if messages is None:
            await answer(Kinds.TOO_LARGE, headers=_CLOSE)(scope, receive, send)
            return
        await self._app(scope, _replay(messages, receive), send)

    async def _read(self, receive: Receive) -> list[Message] | None:
        messages: list[Message] = []
        size = 0
        while True:
            message = await receive()
            messages.append(message)
            size += len(message.get("body", b""))
            if size > self._max_bytes:
                return None
            if not message.get("more_body", False):
                return messages


def _declared(scope: Scope) -> int:
    sizes = [value for name, value in scope["headers"] if name == b"content-length"]
    # the server has refused what is not a number
    return max((int(size) for size in sizes if size.isdigit() and len(size) < 20), default=0)  # noqa: PLR2004  # digits of 2**64


def _replay(messages: list[Message], receive: Receive) -> Receive:
    left = iter(messages)

    async def again() -> Message:
        message = next(left, None)
        return await receive() if message is None else message

    return again
