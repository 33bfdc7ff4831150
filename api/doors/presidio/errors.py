"""What can go wrong, in Presidio's words and statuses: ``{"error": "…"}``."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.problems import Problem

_LOG = logging.getLogger("sluse.api")
UNEXPECTED = "Internal server error"
_PARSING = "Failed to parse /analyze request for AnalyzerEngine.analyze()."
_OF_FORM = re.compile(
    r"[\w.]{1,60}\(\) (?:got an unexpected keyword argument '\w{1,40}'|missing \d required .*)"
    r"|'(?:<=|>=|<|>)' not supported between instances of '\w+' and '\w+'|'\w+' object is not .*"
)
_TOLD = frozenset(
    {
        "No matching recognizers were found to serve the request.",
        "allow_list_match must either be set to 'exact' or 'regex'.",
        (
            "Analyzer.analyze_iterator only works on primitive types (int, float, bool, str). "
            "Lists of objects are not yet supported."
        ),
    }
)


class ErrorAnswer(BaseModel):
    """Every error of this door."""

    error: str


class RefusalError(Exception):
    """An error to answer with; ``text`` quotes nothing of what was sent."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


class PresidioRoute(APIRoute):
    """A route whose refusals are its answers."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, with its refusals turned into answers."""
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            try:
                return await handle(request)
            except RefusalError as refusal:
                return JSONResponse({"error": refusal.text}, status_code=refusal.status)

        return answer


def silence() -> None:
    """Keep Presidio from logging: its lines quote what was sent."""
    for name in ("presidio-analyzer", "presidio-anonymizer"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


@contextmanager
def as_presidio() -> Iterator[None]:
    """Raise RefusalError, as Presidio's service answers, for what its engine raises.

    Only what Presidio says of the request's form is told; any other message may quote a text.
    """
    try:
        yield
    except TypeError as error:
        told = f"{_PARSING} {error}" if _OF_FORM.fullmatch(str(error)) else _PARSING
        raise RefusalError(400, told) from None
    except ValueError as error:
        raise RefusalError(500, str(error) if str(error) in _TOLD else UNEXPECTED) from None
    except RefusalError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever the request leads to
        _LOG.warning(
            "request refused", extra={"error": type(error).__name__}
        )  # it may quote a text
        raise RefusalError(500, UNEXPECTED) from None


def told(problem: Problem) -> dict[str, Any]:
    """A problem of the service in Presidio's shape."""
    return ErrorAnswer(error=problem.detail_en).model_dump()
