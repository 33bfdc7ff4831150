"""Pages elsewhere may not use a visitor's browser to talk to the service.

A browser asks no leave for a POST of plain text or for a WebSocket; it does say who asks, in
Origin (RFC 6454). The routes that take JSON need no such check: for those it does ask. A browser
extension is no page elsewhere: no page can say that it is one.
"""

from __future__ import annotations

from collections.abc import Iterable

from starlette.types import ASGIApp, Receive, Scope, Send

from api.edge.refuse import refuse
from api.problems import Kinds

_EXTENSION = "chrome-extension://"  # of Edge's too


class OriginCheck:
    """On ``paths``, lets through what comes from no page, from an own one, or from ``origins``."""

    def __init__(self, app: ASGIApp, *, paths: Iterable[str], origins: Iterable[str]) -> None:
        self._app = app
        self._paths = frozenset(paths)
        self._origins = frozenset(origin.lower().rstrip("/") for origin in origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope.get("path") in self._paths and not self._is_known(scope):
            await refuse(Kinds.WRONG_ORIGIN, scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_known(self, scope: Scope) -> bool:
        found = [value for name, value in scope["headers"] if name == b"origin"]
        if not found:
            return True
        origin = found[0].decode("latin-1").lower()
        hosts = {
            value.decode("latin-1").lower() for name, value in scope["headers"] if name == b"host"
        }
        if len(found) == 1 and origin.startswith(_EXTENSION):
            return True
        own = {f"{scheme}://{host}" for scheme in ("http", "https") for host in hosts}
        return len(found) == 1 and origin in own | self._origins
