"""The model vendor: the one place of Sluse that opens a connection to somewhere else.

Where it goes and with which key is set by whoever runs Sluse. Nothing of a client's headers goes
along, redirects are not followed, and no error that is raised or logged holds what was sent.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from importlib.metadata import version
from typing import Any

import httpx2

from api.doors.openai.errors import RefusalError

_TOO_LARGE = 64_000_000  # bytes of an answer in one piece
_KEPT = ("retry-after", "x-request-id", "openai-processing-ms", "openai-version")
_LIMITS = "x-ratelimit-"


class Answer:
    """An answer that has begun; ``close`` lets go of it, and stops the vendor when it goes on."""

    def __init__(self, response: httpx2.Response) -> None:
        self._response = response

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._response.status_code

    @property
    def is_stream(self) -> bool:
        """Whether it is a stream of events."""
        return self._type.startswith("text/event-stream")

    @property
    def headers(self) -> dict[str, str]:
        """What of its headers the client may need."""
        given = self._response.headers
        return {name: given[name] for name in given if name in _KEPT or name.startswith(_LIMITS)}

    async def json(self) -> Any:
        """All of it; raises RefusalError when it is no JSON, or too large."""
        pieces, size = [], 0
        async for piece in self.pieces():
            pieces.append(piece)
            size += len(piece)
            if size > _TOO_LARGE:
                raise unusable()
        try:
            return json.loads(b"".join(pieces))
        except (ValueError, RecursionError):
            raise unusable() from None

    async def pieces(self) -> AsyncIterator[bytes]:
        """It, as it comes; raises RefusalError when it breaks off."""
        try:
            async for piece in self._response.aiter_bytes():
                yield piece
        except httpx2.TimeoutException:
            raise late() from None
        except (httpx2.HTTPError, httpx2.StreamError):
            raise unreachable() from None

    async def close(self) -> None:
        """Let go of the connection."""
        await self._response.aclose()

    @property
    def _type(self) -> str:
        return self._response.headers.get("content-type", "").strip().lower()


class Upstream:
    """The vendor at ``url``, asked with ``key``; ``seconds`` is how long it may say nothing."""

    def __init__(self, url: str, key: str, *, seconds: float) -> None:
        self._base = url.rstrip("/")
        headers = {"User-Agent": f"sluse/{version('sluse')}", "Accept-Encoding": "identity"}
        if key:
            headers["Authorization"] = f"Bearer {key}"
        self._client = httpx2.AsyncClient(
            headers=headers,
            timeout=httpx2.Timeout(seconds, connect=min(seconds, 10.0)),
            limits=httpx2.Limits(max_connections=200, max_keepalive_connections=20),
            follow_redirects=False,
        )

    async def send(self, method: str, path: str, body: Any = None) -> Answer:
        """Ask; raises RefusalError when no answer begins."""
        content = None if body is None else json.dumps(body).encode()
        headers = {} if body is None else {"Content-Type": "application/json"}
        request = self._client.build_request(
            method, f"{self._base}{path}", content=content, headers=headers
        )
        try:
            return Answer(await self._client.send(request, stream=True))
        except httpx2.TimeoutException:
            raise late() from None
        except (httpx2.HTTPError, httpx2.InvalidURL):
            raise unreachable() from None

    async def close(self) -> None:
        """Close every connection."""
        await self._client.aclose()


def late() -> RefusalError:
    """The vendor said nothing for too long."""
    return RefusalError(
        504, "Sluse: Modellen svarede ikke i tide. / The model did not answer in time.", code="late"
    )


def unreachable() -> RefusalError:
    """The vendor is not there, or went away."""
    return RefusalError(
        502, "Sluse: Modellen kan ikke nås. / The model cannot be reached.", code="unreachable"
    )


def unusable() -> RefusalError:
    """The vendor's answer is not what its interface says."""
    return RefusalError(
        502,
        "Sluse: Modellens svar kan ikke læses. / The model's answer cannot be read.",
        code="unusable_answer",
    )
