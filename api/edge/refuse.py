"""No to a request before a route has seen it, whether it is an HTTP request or a WebSocket."""

from __future__ import annotations

from starlette.types import Receive, Scope, Send

from api.problems import Kinds, answer


async def refuse(kind: Kinds, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with the problem; a WebSocket that has not been accepted gets 403 from the server."""
    if scope["type"] == "http":
        await answer(kind)(scope, receive, send)
    else:
        await receive()
        await send({"type": "websocket.close", "code": 1008})
