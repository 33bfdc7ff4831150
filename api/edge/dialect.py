"""A door's errors in the words of its clients, whoever on the way has answered.

A body that is too large, a wrong host or a crash ends a request before or behind its route; the
problem document it is answered with then becomes what the clients of that door read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import MEDIA_TYPE, Problem

Tell = Callable[[Problem], dict[str, Any]]


class Dialect:
    """Turns the problem documents of a door's paths into what ``tell`` makes of them."""

    def __init__(self, app: ASGIApp, *, is_door: Callable[[str], bool], tell: Tell) -> None:
        self._app = app
        self._is_door = is_door
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or not self._is_door(scope["path"]):
            await self._app(scope, receive, send)
            return
        held: list[Message] = []

        async def send_told(message: Message) -> None:
            if not held and not _is_problem(message):
                await send(message)
                return
            held.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body", False):
                for each in self._told(held):
                    await send(each)

        await self._app(scope, receive, send_told)

    def _told(self, held: list[Message]) -> list[Message]:
        start, *bodies = held
        problem = Problem.model_validate_json(b"".join(each.get("body", b"") for each in bodies))
        body = json.dumps(self._tell(problem), ensure_ascii=False).encode()
        headers = MutableHeaders(scope=start)
        headers["Content-Type"] = "application/json"
        headers["Content-Length"] = str(len(body))
        return [start, {"type": "http.response.body", "body": body}]


def _is_problem(message: Message) -> bool:
    """Whether an answer begins that is a problem document."""
    if message["type"] != "http.response.start":
        return False
    return Headers(raw=message["headers"]).get("content-type") == MEDIA_TYPE
