"""What is wrong with a request, said without quoting it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from api import requests
from api.problems import Fault, Kinds, ProblemError, answer, answer_to
from scanner.errors import InputError, RestoreError, SluseError
from scanner.message import Message

_OTHER = Message("kan ikke tages imod", "cannot be taken")
_SAID = {
    "missing": Message("mangler", "is missing"),
    "extra_forbidden": Message("rummer et felt, som ikke kendes", "holds a member that is unknown"),
    "string_type": Message("skal være tekst", "has to be text"),
    "string_unicode": Message("er ikke gyldig Unicode", "is not valid Unicode"),
    "string_pattern_mismatch": Message(
        "rummer tegn, som ikke kan bruges her", "holds characters that cannot be used here"
    ),
    "string_too_short": Message("er for kort", "is too short"),
    "string_too_long": Message("er for lang", "is too long"),
    "too_short": Message("har for få dele", "has too few items"),
    "too_long": Message("har for mange dele", "has too many items"),
    "enum": Message("er ikke en af mulighederne", "is not one of the options"),
    "list_type": Message("skal være en liste", "has to be a list"),
    "dict_type": Message("skal være et objekt", "has to be an object"),
    "model_attributes_type": Message("skal være et objekt", "has to be an object"),
    "bool_type": Message("skal være true eller false", "has to be true or false"),
    "bool_parsing": Message("skal være true eller false", "has to be true or false"),
    "int_parsing": Message("skal være et helt tal", "has to be a whole number"),
}


def install(app: FastAPI) -> None:
    """Answer every error of ``app`` with a problem document."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(InputError, _input)
    app.add_exception_handler(RestoreError, _input)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # as installed
    faults = error.errors()
    if any(fault["type"] == "json_invalid" for fault in faults):
        return answer(Kinds.BROKEN_JSON)
    is_text = request.url.path == "/v1/stream"
    is_json = is_text or requests.is_json(request.headers.get("content-type", ""))
    if request.method == "POST" and not is_json:
        return answer(Kinds.NOT_JSON)
    return answer(Kinds.INVALID, errors=[_fault(fault) for fault in faults[:20]])


async def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101  # as installed
    kinds = {404: Kinds.NOT_FOUND, 405: Kinds.BAD_METHOD, 400: Kinds.BROKEN_JSON}
    return answer(kinds.get(error.status_code, Kinds.FAILED), headers=error.headers)


async def _problem(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, ProblemError)  # noqa: S101  # as installed
    return answer_to(error)


async def _input(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, SluseError)  # noqa: S101  # as installed
    return answer_to(error)


def _members(models: Iterable[type[BaseModel]]) -> frozenset[str]:
    return frozenset(name for model in models for name in model.model_fields)


# The only words a pointer may be made of: a member's name of the sender's own could be text.
_KNOWN = _members(
    [
        requests.ScanBatch,
        requests.RedactRequest,
        requests.RedactBatch,
        requests.Item,
        requests.RestoreRequest,
    ]
) | {"days"}


def _pointer(loc: Sequence[Any]) -> str:
    steps: list[str] = []
    for step in loc[1:]:
        if isinstance(step, int) or step in _KNOWN:
            steps.append(str(step))
        elif step not in {"one", "batch"}:
            break
    return "".join(f"/{step}" for step in steps)


def _fault(error: Mapping[str, Any]) -> Fault:
    said = _SAID.get(error["type"], _OTHER)
    pointer = _pointer(error["loc"])
    return Fault(pointer=pointer, detail=said.da, detail_en=said.en)
