"""The routes of the proxy, below /openai/v1; what is not among them is never passed on."""

import json
import math
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from api.access import require
from api.doors.openai.errors import ErrorAnswer, OpenAIRoute, RefusalError
from api.doors.openai.relay import Relay
from api.doors.openai.requests import ROUTES, Route, check
from api.keys import KeyRing, Scope
from api.requests import is_json

_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]
_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorAnswer, "description": said}
    for status, said in {
        400: "It cannot be read, or may not leave",
        401: "The key is missing or wrong",
        403: "The key does not give access to this",
        404: "It is not passed on, or the proxy is not set up",
        408: "The request did not arrive in time",
        413: "It is too large",
        415: "It is not JSON",
        421: "The service does not answer to that name",
        429: "The vendor wants fewer requests",
        500: "The vendor failed",
        502: "The vendor cannot be reached",
        503: "The service is busy",
        504: "The vendor did not answer in time",
    }.items()
}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"type": "object"}}},
    },
    "responses": {
        "200": {"content": {"application/json": {}, "text/event-stream": {}}},
    },
}


def is_openai(path: str) -> bool:
    """Whether the clients of ``path`` are OpenAI's."""
    return path.startswith("/openai/")


def openai(relay: Relay | None, keys: KeyRing) -> APIRouter:
    """The routes; without a ``relay`` they say that the proxy is not set up."""
    router = APIRouter(
        prefix="/openai/v1", tags=["openai"], route_class=OpenAIRoute, responses=_ERRORS
    )
    key = Depends(require(keys, Scope.MODEL))

    for route in ROUTES:
        _add(router, relay, route, key)

    @router.get("/models", summary="OpenAI: models", dependencies=[key])
    async def models() -> Any:
        """List the vendor's models."""
        return await _set_up(relay).models()

    @router.get(
        "/models/{name:path}",
        summary="OpenAI: one model",
        dependencies=[key],
    )
    async def model(name: str) -> Any:
        """Tell of one model; its name is looked for in the list, and not sent."""
        listed = (await _set_up(relay).models())["data"]
        for each in listed:
            if isinstance(each, dict) and each.get("id") == name:
                return each
        raise RefusalError(404, "Sluse: Modellen findes ikke. / No such model.", code="no_model")

    @router.api_route("/{path:path}", methods=_METHODS, include_in_schema=False)
    async def unknown(path: str) -> None:  # noqa: ARG001  # whatever it is
        """Refuse what is not known: it could carry a text that nobody has looked at."""
        raise RefusalError(
            404,
            "Sluse: Denne adresse bliver ikke sendt videre. / This address is not passed on.",
            code="unknown_url",
        )

    return router


def _add(router: APIRouter, relay: Relay | None, route: Route, key: Any) -> None:
    @router.post(route.path, summary=route.title, openapi_extra=_BODY)
    async def passed_on(request: Request, key_id: Annotated[str, key]) -> Response:
        """Pass the request on, redacted, and restore the answer; block what may not leave."""
        ready = _set_up(relay)
        return await ready.pass_on(request, route, check(await _json(request), route), key_id)


def _set_up(relay: Relay | None) -> Relay:
    if relay is None:
        raise RefusalError(
            404,
            "Sluse: Der er ingen model bag; sæt SLUSE_UPSTREAM_URL. / "
            "There is no model behind it; set SLUSE_UPSTREAM_URL.",
            code="not_set_up",
        )
    return relay


async def _json(request: Request) -> Any:
    if not is_json(request.headers.get("content-type", "")):
        raise RefusalError(415, "Sluse: JSON forventes. / JSON is expected.", code="not_json")
    try:
        body = await request.body()
        return json.loads(body, parse_float=_number, parse_constant=_number)
    except (ValueError, RecursionError):
        raise RefusalError(
            400, "Sluse: JSON kan ikke læses. / The JSON cannot be read.", code="broken_json"
        ) from None


def _number(written: str) -> float:
    """A number that JSON has, and so can be written again; raises ValueError."""
    number = float(written)
    if not math.isfinite(number):
        raise ValueError
    return number
