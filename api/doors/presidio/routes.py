"""Presidio's routes: analyzer and anonymizer behind one address."""

import json
from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Request, Response

from api.access import require
from api.doors.presidio import shapes
from api.doors.presidio.analyzer import DanishAnalyzer
from api.doors.presidio.anonymizer import Anonymizer
from api.doors.presidio.errors import UNEXPECTED, PresidioRoute, RefusalError, silence
from api.judge import Caller
from api.keys import KeyRing, Scope
from api.problems import Kinds, ProblemError
from api.requests import is_json
from api.service import Service

Listing = TypeVar("Listing", bound=Callable[..., object])

_UP = "Presidio Analyzer service is up. Presidio Anonymizer service is up."
_NOT_JSON = (
    "Did not attempt to load JSON data because the request Content-Type was not 'application/json'."
)
_BROKEN = "The browser (or proxy) sent a request that this server could not understand."


PATHS = frozenset(
    {"/health", "/analyze", "/anonymize", "/deanonymize"}
    | {"/recognizers", "/supportedentities", "/anonymizers", "/deanonymizers"}
)


def presidio(service: Service, keys: KeyRing, *, destination: str) -> APIRouter:
    """The routes; what the policy allows at ``destination`` is not reported."""
    silence()
    analyzer = DanishAnalyzer(service.scanner.policy.entities)
    anonymizer = Anonymizer()
    router = APIRouter(tags=["presidio"], route_class=PresidioRoute, responses=shapes.ERRORS)
    key = Depends(require(keys, Scope.SCAN))

    up: dict[int | str, dict[str, Any]] = {
        200: {"content": {"text/html": {"schema": {"type": "string"}}}}
    }

    @router.get("/health", summary="Presidio: up", response_class=Response, responses=up)
    async def health() -> Response:
        """Say that texts can be looked at; 503 when not."""
        if not service.gate.is_open:
            raise ProblemError(Kinds.BUSY)
        return Response(_UP, media_type="text/html")

    @router.post("/analyze", summary="Presidio: what is found", openapi_extra=shapes.ANALYZE)
    async def analyze(request: Request, key_id: Annotated[str, key]) -> Response:
        """Find what is not public in a text or a list of texts; `language` is `da`."""
        body = await _json(request, wrong=500)
        caller = Caller(key_id, "scan", destination)
        found = await service.ask(caller, lambda judge: analyzer.analyze(body, judge))
        text = json.dumps(found, default=lambda each: each.to_dict(), sort_keys=True)
        return Response(text, media_type="application/json")

    @router.post("/anonymize", summary="Presidio: hide", openapi_extra=shapes.ANONYMIZE)
    async def anonymize(request: Request, key_id: Annotated[str, key]) -> Response:
        """Replace the results of an analysis in a text, by Presidio's operators."""
        body = await _json(request)
        caller = Caller(key_id, "redact", destination)
        done = await service.ask(caller, lambda _: anonymizer.anonymize(body))
        return Response(done, media_type="application/json")

    @router.post("/deanonymize", summary="Presidio: show again", openapi_extra=shapes.DEANONYMIZE)
    async def deanonymize(request: Request, key_id: Annotated[str, key]) -> Response:
        """Show encrypted values again; `key` is the one they were encrypted with."""
        body = await _json(request)
        caller = Caller(key_id, "redact", destination)
        done = await service.ask(caller, lambda _: anonymizer.deanonymize(body))
        return Response(done, media_type="application/json")

    _lists(router, analyzer, anonymizer, key)
    return router


def _lists(router: APIRouter, analyzer: DanishAnalyzer, anonymizer: Anonymizer, key: Any) -> None:
    def listing(path: str, summary: str) -> Callable[[Listing], Listing]:
        return router.get(path, summary=f"Presidio: {summary}", dependencies=[key])

    @listing("/recognizers", "recognizers")
    async def recognizers(language: str | None = None) -> list[str]:
        """List the recognizers of a language; Danish is the default."""
        return analyzer.recognizers(language)

    @listing("/supportedentities", "entity types")
    async def supported_entities(language: str | None = None) -> list[str]:
        """List the entity types of a language; Danish is the default."""
        return analyzer.entities(language)

    @listing("/anonymizers", "operators that hide")
    async def anonymizers() -> list[str]:
        """List the operators of `/anonymize`."""
        return anonymizer.anonymizers()

    @listing("/deanonymizers", "operators that show again")
    async def deanonymizers() -> list[str]:
        """List the operators of `/deanonymize`."""
        return anonymizer.deanonymizers()


async def _json(request: Request, *, wrong: int | None = None) -> Any:
    """The body; raises RefusalError, with status ``wrong`` if that is given, when it is no JSON."""
    if not is_json(request.headers.get("content-type", "")):
        raise RefusalError(wrong or 415, _NOT_JSON)
    try:
        return json.loads(await request.body())
    except RecursionError:
        raise RefusalError(500, UNEXPECTED) from None
    except ValueError:
        raise RefusalError(wrong or 400, _BROKEN) from None
