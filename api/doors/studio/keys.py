"""The public keys that Entra signs with, from a file or from Microsoft's address."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Protocol

import httpx2
from jwt import PyJWK, PyJWKSet
from jwt.exceptions import PyJWTError

from scanner.errors import SettingsError

_AGE = 3600.0
_PAUSE = 60.0  # between two questions for a key nobody knows
_SECONDS = 0.5


class NoKeysError(Exception):
    """The keys could not be had just now."""


class Keys(Protocol):
    """Where keys come from."""

    async def find(self, kid: str) -> PyJWK | None:
        """The key of that id, if there is one; raises NoKeysError."""


class KeysFile:
    """The keys in a file, read once; raises SettingsError."""

    def __init__(self, path: Path) -> None:
        try:
            self._keys = PyJWKSet.from_json(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, PyJWTError) as error:
            raise SettingsError(
                da=f"{path} kan ikke læses som nøgler (JWKS).",
                en=f"{path} cannot be read as keys (JWKS).",
            ) from error

    async def find(self, kid: str) -> PyJWK | None:
        """The key of that id."""
        return _of(self._keys, kid)


class KeysAddress:
    """The keys at an address; asked again hourly, and when an unknown key is named, but seldom."""

    def __init__(self, url: str, client: httpx2.AsyncClient | None = None) -> None:
        self._url = url
        self._client = client or httpx2.AsyncClient(timeout=_SECONDS)
        self._keys: PyJWKSet | None = None
        self._asked = float("-inf")

    async def find(self, kid: str) -> PyJWK | None:
        """The key of that id; raises NoKeysError."""
        age = time.monotonic() - self._asked
        found = _of(self._keys, kid)
        if age > _AGE or (found is None and age > _PAUSE):
            self._asked = time.monotonic()
            self._keys = await self._fetched() or self._keys
            found = _of(self._keys, kid)
        if self._keys is None:
            self._asked = float("-inf")
            raise NoKeysError
        return found

    async def _fetched(self) -> PyJWKSet | None:
        try:
            answer = await self._client.get(self._url)
            answer.raise_for_status()
            return PyJWKSet.from_dict(answer.json())
        except (httpx2.HTTPError, ValueError, PyJWTError):
            return None


def _of(keys: PyJWKSet | None, kid: str) -> PyJWK | None:
    found = (key for key in keys.keys if key.key_id == kid) if keys else iter(())
    return next(found, None)
