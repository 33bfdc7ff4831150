"""What can go wrong, in the shape that OpenAI's clients read."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.problems import ProblemError

INVALID = "invalid_request_error"
BLOCKED = "content_policy_violation"


class ErrorBody(BaseModel):
    """What is wrong."""

    message: str
    type: str
    param: str | None = None
    code: str | None = None


class ErrorAnswer(BaseModel):
    """Every error of this door."""

    error: ErrorBody


class RefusalError(Exception):
    """An error to answer with; it quotes nothing of what was sent."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        code: str = "",
        param: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.headers = headers
        kind = INVALID if status < 500 else "server_error"  # noqa: PLR2004  # HTTP's own line
        self.body = ErrorBody(message=message, type=kind, param=param, code=code or None)

    def response(self) -> Response:
        """The answer."""
        body = ErrorAnswer(error=self.body).model_dump()
        return JSONResponse(body, status_code=self.status, headers=self.headers)


class OpenAIRoute(APIRoute):
    """A route whose errors have OpenAI's shape."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with its errors turned into answers."""
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            try:
                return await handle(request)
            except RefusalError as refusal:
                return refusal.response()
            except ProblemError as problem:
                kind = problem.kind.value
                said = problem.detail or kind.detail
                return RefusalError(
                    kind.status,
                    f"Sluse: {said.da} / {said.en}",
                    code=kind.slug.replace("-", "_"),
                    headers=dict(problem.headers or {}),
                ).response()

        return answer
