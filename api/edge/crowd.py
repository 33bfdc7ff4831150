"""Turns texts away while too many wait, before they are read: a no has to cost next to nothing.

Answering a text takes the event loop far longer than refusing it. Were each read and parsed before
it found no place, those would be the wait of all others, and the queue would never be seen full.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import RETRY, Kinds, answer

if TYPE_CHECKING:
    from api.service import Service


def busy() -> Response:
    """The answer to whoever comes while it is crowded."""
    return answer(Kinds.BUSY, headers=RETRY)


class Crowd:
    """Answers 503 to what may bring a text, which comes by POST, while the gate is crowded.

    A path of ``verdicts`` is answered with what they give: its clients may take an error for leave.
    """

    def __init__(
        self, app: ASGIApp, *, service: Service, verdicts: Mapping[str, Callable[[], Response]]
    ) -> None:
        self._app = app
        self._service = service
        self._verdicts = verdicts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        brings_text = scope["type"] == "http" and scope["method"] == "POST"
        if not brings_text or not self._service.gate.is_crowded:
            await self._app(scope, receive, send)
            return
        self._service.metrics.refused()
        await self._verdicts.get(scope["path"], busy)()(scope, receive, send)
