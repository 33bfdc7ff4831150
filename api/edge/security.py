"""Headers that keep a browser from doing more with an answer than show it."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# Swagger UI sets styles of its own; its scripts come from here like all others
_DOCS = _PAGE.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"cache-control", b"no-store"),
)
_CSP = b"content-security-policy"
_NAMES = {name for name, _ in _ALWAYS} | {_CSP}


class SecurityHeaders:
    """Adds them to every answer; nothing that is answered may be kept by a cache."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        is_docs = scope.get("path", "").startswith("/docs")
        policy = (_CSP, (_DOCS if is_docs else _PAGE).encode())

        async def send_with(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                kept = [header for header in message.get("headers", ()) if header[0] not in _NAMES]
                message["headers"] = [*kept, *_ALWAYS, policy]
            await send(message)

        await self._app(scope, receive, send_with)
