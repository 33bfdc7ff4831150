"""A text of any length: in as it is sent, out as it becomes safe."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Response

from api.access import require
from api.flows.answer import Format, Limits, StreamAnswer
from api.flows.sessions import Sessions
from api.flows.stream import Flow, Wish
from api.judge import Caller
from api.keys import KeyRing, Scope
from api.problems import Kinds, ProblemError
from api.requests import Destination
from api.schemas import OffsetUnit
from api.service import Service
from scanner.streaming import Mode

_TEXTS = frozenset({"", "text/plain", "application/octet-stream"})
_CHARSETS = frozenset({"", "utf-8", "utf8", "us-ascii"})
_STRING = {"schema": {"type": "string"}}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": "The text in UTF-8, of any length, as it comes.",
        "content": {"text/plain": _STRING},
    }
}
_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The text that may leave. As application/x-ndjson one JSON object a line: "
        "`text`, `finding`, and at the end `end` with the verdict, or `error`.",
        "content": {Format.TEXT.value: _STRING, Format.EVENTS.value: _STRING},
    }
}


def stream(service: Service, keys: KeyRing, sessions: Sessions, limits: Limits) -> APIRouter:
    """The route of texts that come bit by bit."""
    router = APIRouter(prefix="/v1", tags=["texts"])
    key = Depends(require(keys, Scope.SCAN))

    @router.post(
        "/stream",
        summary="A text while it comes",
        response_class=Response,
        responses=_ANSWER,
        openapi_extra=_BODY,
    )
    async def stream(  # noqa: PLR0913  # each is a member of the request
        key_id: Annotated[str, key],
        mode: Mode = Mode.REDACT,
        destination: Annotated[Destination, Query()] = "chatgpt",
        offset_unit: OffsetUnit = OffsetUnit.CODEPOINT,
        *,
        mapping: Annotated[bool, Query(description="Whether `end` holds the mapping.")] = False,
        accept: Annotated[str, Header(include_in_schema=False)] = "*/*",
        content_type: Annotated[str, Header(include_in_schema=False)] = "",
        content_length: Annotated[int, Header(include_in_schema=False)] = 0,
    ) -> Response:
        """Give a text back while it comes: redacted, or with `block` as it is, but only at the end.

        Read the answer while you send. At most 8,000 characters wait for more. An answer that
        breaks off, or lacks `end`, is not approved beyond what came.
        """
        _check_text(content_type)
        if content_length > limits.max_bytes:
            raise ProblemError(Kinds.TOO_LARGE)
        caller = Caller(key_id, "stream", destination)
        flow = Flow(service, caller, Wish(mode.value, offset_unit, mapping))
        return StreamAnswer(flow, _format(accept), sessions, limits)

    return router


def _check_text(content_type: str) -> None:
    media_type, _, parameters = content_type.lower().partition(";")
    charset = parameters.strip().removeprefix("charset=").strip("\"' ")
    if media_type.strip() not in _TEXTS or charset not in _CHARSETS:
        raise ProblemError(Kinds.NOT_TEXT)


def _format(accept: str) -> Format:
    wanted = {part.partition(";")[0].strip().lower() for part in accept.split(",")}
    if Format.EVENTS.value in wanted:
        return Format.EVENTS
    if wanted & {Format.TEXT.value, "text/*", "*/*", ""}:
        return Format.TEXT
    raise ProblemError(Kinds.NOT_GIVEN)
