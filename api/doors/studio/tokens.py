"""Entra's token: whether it is Microsoft's, for us, of a tenant and a caller of ours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import jwt
from jwt.exceptions import PyJWTError

from api.doors.studio.keys import Keys

_ALGORITHM = "RS256"  # whatever the token itself says
_LEEWAY = 60.0
_ISSUERS = ("https://sts.windows.net/{}/", "https://login.microsoftonline.com/{}/v2.0")
_REQUIRED = ["exp", "iat", "iss", "aud", "tid"]


class RefusedError(Exception):
    """The token is not good; nobody is told why."""


class Tokens:
    """Checks the tokens of ``callers`` in ``tenants`` that are issued to ``audience``."""

    def __init__(
        self, keys: Keys, *, audience: str, tenants: Iterable[str], callers: Iterable[str]
    ) -> None:
        self._keys = keys
        self._audience = audience
        self._tenants = frozenset(map(str.lower, tenants))
        self._callers = frozenset(map(str.lower, callers))

    async def check(self, authorization: str) -> None:
        """Raise RefusedError, or NoKeysError when that cannot be told."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer":
            raise RefusedError
        try:
            header = jwt.get_unverified_header(token)
            key = await self._keys.find(str(header.get("kid", "")))
            if key is None or header.get("alg") != _ALGORITHM or key.key_type != "RSA":
                raise RefusedError
            claims = jwt.decode(
                token,
                key.key,
                algorithms=[_ALGORITHM],
                audience=self._audience,
                leeway=_LEEWAY,
                options={"require": _REQUIRED},
            )
        except (PyJWTError, ValueError) as error:
            raise RefusedError from error
        self._check_sender(claims)

    def _check_sender(self, claims: dict[str, Any]) -> None:
        tenant = str(claims["tid"]).lower()
        if tenant not in self._tenants:
            raise RefusedError
        if str(claims["iss"]).lower() not in {issuer.format(tenant) for issuer in _ISSUERS}:
            raise RefusedError
        callers = {str(claims[name]).lower() for name in ("appid", "azp") if name in claims}
        if not callers or not callers <= self._callers:
            raise RefusedError
