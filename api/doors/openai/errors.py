"""What can go wrong, in the shape that OpenAI's clients read."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.problems import Problem

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
        error = ErrorBody(message=message, type=kind, param=param, code=code or None)
        self.answer = ErrorAnswer(error=error)

    def response(self) -> Response:
        """The answer."""
        return JSONResponse(self.answer.model_dump(), status_code=self.status, headers=self.headers)


def told(problem: Problem) -> dict[str, Any]:
    """A problem of the service in OpenAI's shape."""
    message = f"Sluse: {problem.detail} / {problem.detail_en}"
    code = problem.type.rpartition(":")[2].replace("-", "_")
    return RefusalError(problem.status, message, code=code).answer.model_dump()


class OpenAIRoute(APIRoute):
    """A route whose refusals are its answers."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with its refusals turned into answers."""
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            try:
                return await handle(request)
            except RefusalError as refusal:
                return refusal.response()

        return answer
