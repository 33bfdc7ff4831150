"""While too many wait, texts are turned away before they are read, by every door, as held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import AnyHttpUrl
from starlette.responses import PlainTextResponse
from starlette.types import Scope

from api.app import create_app
from api.edge.crowd import Crowd
from api.gate import Gate
from scanner import Scanner
from scanner.settings import Settings

GUARDRAIL = "/beta/litellm_basic_guardrail_api"
STUDIO = "/analyze-tool-execution"
BROKEN = b'{"text": "Ravnhild'  # read and parsed it would be 400 or 422
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def service(settings: Settings, scanner: Scanner) -> Iterator[TestClient]:
    """The service with every door open."""
    doors = {
        "upstream_url": AnyHttpUrl("http://127.0.0.1:9"),
        "copilot_studio_audience": "api://sluse",
        "copilot_studio_tenants": ("11111111-2222-3333-4444-555555555555",),
        "copilot_studio_callers": ("66666666-7777-8888-9999-000000000000",),
        "copilot_studio_keys_url": AnyHttpUrl("https://127.0.0.1:9/keys"),
    }
    with TestClient(create_app(settings.model_copy(update=doors), scanner)) as made:
        yield made


@pytest.fixture
def crowded(service: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The same, while too many wait."""
    monkeypatch.setattr(Gate, "is_crowded", True)
    return service


def test_every_door_refuses_what_brings_a_text(crowded: TestClient) -> None:
    told = crowded.get("/openapi.json").json()["paths"]
    found = {path for path, methods in told.items() if "post" in methods}
    assert {"/v1/scan", "/v1/stream", "/v1/files", "/analyze", GUARDRAIL, STUDIO} <= found
    assert "/openai/v1/chat/completions" in found
    for path in found - {GUARDRAIL, STUDIO}:
        answer = crowded.post(path, content=BROKEN, headers=JSON)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "2"), path


SHAPES = {
    "/v1/scan": ("application/problem+json", "type", "urn:sluse:problem:busy"),
    "/analyze": ("application/json", "error", "The text has not been approved. Try again shortly."),
}


@pytest.mark.parametrize("path", SHAPES)
def test_in_the_words_of_the_door(crowded: TestClient, path: str) -> None:
    media_type, member, said = SHAPES[path]
    answer = crowded.post(path, content=BROKEN, headers=JSON)
    assert answer.headers["content-type"] == media_type
    assert answer.json()[member] == said


def test_in_the_words_of_openai(crowded: TestClient) -> None:
    answer = crowded.post("/openai/v1/chat/completions", content=BROKEN, headers=JSON)
    told = answer.json()["error"]
    assert (told["type"], told["code"]) == ("server_error", "busy")


def test_whose_clients_take_an_error_for_leave_are_told_to_block(crowded: TestClient) -> None:
    guardrail = crowded.post(GUARDRAIL, content=BROKEN, headers=JSON)
    assert (guardrail.status_code, guardrail.json()["action"]) == (200, "BLOCKED")
    assert guardrail.json()["blocked_reason"]
    studio = crowded.post(f"{STUDIO}?api-version=2025-05-01", content=BROKEN, headers=JSON)
    assert (studio.status_code, studio.json()["blockAction"]) == (200, True)


def test_what_brings_no_text_is_answered(crowded: TestClient) -> None:
    for path in ("/healthz", "/readyz", "/health", "/metrics", "/v1/policy", "/v1/audit"):
        assert crowded.get(path).status_code == 200, path


def test_it_is_counted_and_over_at_once(
    service: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> float:
        lines = service.get("/metrics").text.splitlines()
        return float(
            next(line for line in lines if line.startswith("sluse_refused_total ")).split()[1]
        )

    body = {"text": "Mødet er den 1. marts."}
    with monkeypatch.context() as while_crowded:
        while_crowded.setattr(Gate, "is_crowded", True)
        answers = [service.post("/v1/scan", json=body).status_code for _ in range(3)]
    assert (answers, refused()) == ([503] * 3, 3)
    assert service.post("/v1/scan", json=body).json()["decision"] == "allow"
    assert refused() == 3
    totals = service.get("/v1/audit").json()
    assert totals["texts"] == 1


@pytest.mark.parametrize("is_crowded", [True, False])
def test_the_body_is_left_unread(is_crowded: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001  # pytest names it
    """And, as the control, handed on when there is room."""
    read: list[bytes] = []

    class Service:
        gate = Gate(workers=1, queue_size=1)

        class metrics:  # noqa: N801  # stands where an instance does
            @staticmethod
            def refused() -> None: ...

    async def inner(scope: Scope, receive: Any, send: Any) -> None:
        read.append((await receive())["body"])
        await PlainTextResponse("read")(scope, receive, send)

    monkeypatch.setattr(Gate, "is_crowded", is_crowded)
    app = Crowd(inner, service=Service(), verdicts={})  # type: ignore[arg-type]  # what is used of it
    answer = TestClient(app).post("/v1/scan", content=BROKEN)
    assert (answer.status_code, read) == ((503, []) if is_crowded else (200, [BROKEN]))
