"""What a client asks: the routes there are, and what of a request cannot be passed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from api.doors.openai.errors import RefusalError
from api.doors.openai.restorer import ChatStream, ResponseStream, Restorer

Stream = ChatStream | ResponseStream


@dataclass(frozen=True, slots=True)
class Route:
    """A route of the vendor's; ``texts`` is the member that holds what people write."""

    path: str
    texts: str
    title: str
    stream: Callable[[Restorer], Stream] = ChatStream


CHAT = Route("/chat/completions", "messages", "OpenAI: chat")
RESPONSES = Route("/responses", "input", "OpenAI: responses", ResponseStream)
COMPLETIONS = Route("/completions", "prompt", "OpenAI: completions")
EMBEDDINGS = Route("/embeddings", "input", "OpenAI: embeddings")
ROUTES = (CHAT, RESPONSES, COMPLETIONS, EMBEDDINGS)

# What the vendor keeps was numbered in another request: its placeholders would mean others here.
_KEPT_THERE = ("previous_response_id", "conversation", "background")


def check(body: Any, route: Route) -> dict[str, Any]:
    """The request, when it can be passed on; raises RefusalError."""
    if not isinstance(body, dict):
        raise _wrong("JSON-objekt forventet", "a JSON object is expected", route.texts)
    for name in _KEPT_THERE:
        if body.get(name):
            raise _kept_there(name)
    if _refers(body.get("input")):
        raise _kept_there("input")
    return body


def wants_json(body: Mapping[str, Any]) -> bool:
    """Whether the model is to answer in JSON."""
    text = body.get("text")
    forms = [body.get("response_format"), text.get("format") if isinstance(text, dict) else None]
    return any(
        isinstance(form, dict) and form.get("type") in {"json_object", "json_schema"}
        for form in forms
    )


def _refers(given: Any) -> bool:
    items = given if isinstance(given, list) else []
    return any(isinstance(item, dict) and item.get("type") == "item_reference" for item in items)


def _kept_there(name: str) -> RefusalError:
    return _wrong(
        f"“{name}” kan ikke bruges: send hele samtalen med hver gang",
        f"“{name}” cannot be used: send the whole conversation each time",
        name,
        "unsupported_parameter",
    )


def _wrong(da: str, en: str, param: str, code: str = "invalid_request") -> RefusalError:
    return RefusalError(400, f"Sluse: {da}. / {en}.", code=code, param=param)
