"""Who may ask: a key with the scope, or anyone on this machine when no keys are set."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer
from starlette.datastructures import Headers

from api.keys import KeyRing, Scope
from api.problems import Kinds, ProblemError

LOCAL = "local"

_bearer = HTTPBearer(auto_error=False, description="API key, made with `sluse key create`.")
_header = APIKeyHeader(name="X-API-Key", auto_error=False, description="The same key.")


async def _anyone() -> str:
    return LOCAL


def require(keys: KeyRing, scope: Scope) -> Callable[..., Awaitable[str]]:
    """A dependency that gives the id of the caller's key, or ends the request."""
    if not keys:
        return _anyone

    async def key_id(
        request: Request,
        _bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],  # for /docs
        _header: Annotated[str | None, Depends(_header)],
    ) -> str:
        return admitted(keys, scope, given_key(request.headers))

    return key_id


def given_key(headers: Headers) -> str | None:
    """The key a request came with: as bearer, as password, or in a header of its own."""
    scheme, _, said = headers.get("authorization", "").partition(" ")
    said = said.strip()
    if said and scheme.lower() == "bearer":
        return said
    password = _password(said) if scheme.lower() == "basic" else ""
    return password or headers.get("x-api-key")


def _password(encoded: str) -> str:
    """The key of a client that can only be given an address: http://sluse:KEY@host."""
    try:
        return base64.b64decode(encoded, validate=True).decode().partition(":")[2]
    except ValueError:
        return ""


def admitted(keys: KeyRing, scope: Scope, given: str | None) -> str:
    """The id of the key that was ``given``; raises ProblemError when it gives no access."""
    if not keys:
        return LOCAL
    record = keys.find(given) if given else None
    if record is None:
        raise ProblemError(Kinds.NO_KEY, headers={"WWW-Authenticate": "Bearer"})
    if scope not in record.scopes:
        raise ProblemError(Kinds.NO_SCOPE)
    return record.id
