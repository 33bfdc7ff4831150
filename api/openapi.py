"""The OpenAPI document: what the routes declare, and the problem answers of all of them."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.problems import MEDIA_TYPE, Kinds, Problem

_ABOUT = """\
Text passes only when it may. The decision is `allow`, `warn`, `redact` or `block`, the worst of
all findings; a text with a gap is never allowed. Offsets are half-open and count `offset_unit`.
Every error is a problem document (RFC 9457) in Danish and English, and quotes nothing of the text;
below `/openai/v1`, and on Presidio's routes, it has the shape that the clients of those read.
"""
_REF = "#/components/schemas/{model}"
_ALWAYS = (Kinds.BAD_HOST, Kinds.SLOW_BODY, Kinds.TOO_LARGE, Kinds.WRONG_HOST, Kinds.FAILED)
_BODY = (Kinds.BROKEN_JSON, Kinds.NOT_JSON, Kinds.INVALID)
# the tags of what answers problems of its own
_OWN = frozenset({"files", "texts", "rules", "operations", "litellm"})
# the tags of doors whose clients read errors of another shape, which their routes declare
_DIALECTS = frozenset({"openai", "presidio"})
_STREAM = (Kinds.NOT_TEXT, Kinds.NOT_GIVEN, Kinds.HELD_BACK, Kinds.WRONG_ORIGIN)
_BUSY = frozenset({"/v1/files", "/v1/stream", "/v1/scan", "/v1/redact", "/v1/restore", "/readyz"})


def install(app: FastAPI) -> None:
    """Let ``app`` describe itself so; made once, when first asked for."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title, version=app.version, description=_ABOUT, routes=app.routes
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    problem = Problem.model_json_schema(ref_template=_REF)
    schemas |= problem.pop("$defs") | {"Problem": problem}
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for path, methods in document["paths"].items():
        for operation in methods.values():
            _declare(path, operation)
    return document


def _declare(path: str, operation: dict[str, Any]) -> None:
    kinds = set(_ALWAYS)
    is_own = bool(_OWN & set(operation.get("tags", ())))
    if is_own:
        kinds |= _own(path, operation)
    if is_own or _is_fastapis(operation["responses"].get("422")):
        operation["responses"].pop("422", None)
    for status in sorted({kind.value.status for kind in kinds}):
        said = _problem([kind for kind in Kinds if kind in kinds and kind.value.status == status])
        given = operation["responses"].setdefault(str(status), said)
        if not _DIALECTS & set(operation.get("tags", ())):
            given.setdefault("content", {}).update(said["content"])


def _is_fastapis(response: dict[str, Any] | None) -> bool:
    """Whether FastAPI declared it for itself: every door answers in its own way."""
    return response is not None and "HTTPValidationError" in str(response)


def _own(path: str, operation: dict[str, Any]) -> set[Kinds]:
    """The problems of a route that is no door for another protocol."""
    kinds: set[Kinds] = set()
    if path == "/v1/files":
        kinds |= {Kinds.FILE_TOO_LARGE, Kinds.NOT_FORM, Kinds.NO_COPY}
    elif "requestBody" in operation:
        takes_json = "application/json" in operation["requestBody"]["content"]
        kinds |= set(_BODY if takes_json else _STREAM)
    if "parameters" in operation:
        kinds.add(Kinds.INVALID)
    if "security" in operation:
        kinds |= {Kinds.NO_KEY, Kinds.NO_SCOPE}
    if path in _BUSY:
        kinds |= {Kinds.BUSY, Kinds.NO_AUDIT}
    return kinds


def _problem(kinds: list[Kinds]) -> dict[str, Any]:
    return {
        "description": " / ".join(kind.value.title.en for kind in kinds),
        "content": {MEDIA_TYPE: {"schema": {"$ref": _REF.format(model="Problem")}}},
    }
