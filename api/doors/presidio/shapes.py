"""The shapes of requests and answers, for the service's own description of itself."""

from __future__ import annotations

from typing import Any

from api.doors.presidio.errors import ErrorAnswer

_STRINGS = {"type": "array", "items": {"type": "string"}}
_RESULT = {
    "type": "object",
    "required": ["entity_type", "start", "end", "score"],
    "properties": {
        "entity_type": {"type": "string"},
        "start": {"type": "integer", "minimum": 0, "description": "In code points."},
        "end": {"type": "integer", "minimum": 0},
        "score": {"type": "number"},
    },
}
_RESULTS = {"type": "array", "items": _RESULT}
_OPERATORS = {"type": "object", "additionalProperties": {"type": "object"}}
_REPLACED = {
    "type": "object",
    "required": ["text", "items"],
    "properties": {
        "text": {"description": "The text; what was sent in its place comes back as it was."},
        "items": {"type": "array", "items": {"type": "object"}},
    },
}
ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorAnswer, "description": said}
    for status, said in {
        400: "What was sent cannot be read",
        401: "The key is missing or wrong",
        403: "The key does not give access to this",
        408: "What was sent did not arrive in time",
        413: "What was sent is too large",
        415: "What was sent is not JSON",
        421: "The service does not answer to that name",
        422: "An operator cannot be used so",
        500: "It cannot be answered, or the text could not be examined to the end",
        503: "The service is busy",
    }.items()
}


def _asked(required: list[str], properties: dict[str, Any], answer: dict[str, Any]) -> Any:
    body = {"type": "object", "required": required, "properties": properties}
    return {
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": {"200": {"content": {"application/json": {"schema": answer}}}},
    }


ANALYZE = _asked(
    ["text", "language"],
    {
        "text": {"oneOf": [{"type": "string", "minLength": 1}, {**_STRINGS, "minItems": 1}]},
        "language": {"enum": ["da"]},
        "entities": _STRINGS,
        "score_threshold": {"type": "number"},
        "return_decision_process": {"type": "boolean"},
        "ad_hoc_recognizers": {"type": "array", "items": {"type": "object"}},
        "context": _STRINGS,
        "allow_list": _STRINGS,
        "allow_list_match": {"enum": ["exact", "regex"]},
        "regex_flags": {"type": "integer"},
        "correlation_id": {"type": "string"},
    },
    {"type": "array", "items": {"oneOf": [_RESULT, _RESULTS]}},
)
ANONYMIZE = _asked(
    ["text", "analyzer_results"],
    {"text": {"type": "string"}, "analyzer_results": _RESULTS, "anonymizers": _OPERATORS},
    _REPLACED,
)
DEANONYMIZE = _asked(
    ["text", "anonymizer_results", "deanonymizers"],
    {
        "text": {"type": "string"},
        "anonymizer_results": {"type": "array", "items": {"type": "object"}},
        "deanonymizers": _OPERATORS,
    },
    _REPLACED,
)
