"""Who may ask: a key with the scope, or anyone on this machine when no keys are set."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.keys import KeyRing, Scope
from api.problems import Kinds, ProblemError

LOCAL = "local"

_bearer = HTTPBearer(auto_error=False, description="API key, made with `sluse key create`.")


async def _anyone() -> str:
    return LOCAL


def require(keys: KeyRing, scope: Scope) -> Callable[..., Awaitable[str]]:
    """A dependency that gives the id of the caller's key, or ends the request."""
    if not keys:
        return _anyone

    async def key_id(
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> str:
        record = keys.find(given.credentials) if given else None
        if record is None:
            raise ProblemError(Kinds.NO_KEY, headers={"WWW-Authenticate": "Bearer"})
        if scope not in record.scopes:
            raise ProblemError(Kinds.NO_SCOPE)
        return record.id

    return key_id
