"""Whoever refuses a request of a door, and wherever: its clients read it in their own shape."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from api.app import create_app
from api.doors.openai.errors import told as as_openai
from api.edge.body import BodyLimit
from api.edge.dialect import Dialect
from api.gate import Gate, GateFullError
from api.keys import Scope as KeyScope
from api.keys import new_key
from api.problems import Kinds
from api.problems import answer as problem
from scanner import Scanner
from scanner.settings import Settings

CHAT = "/openai/v1/chat/completions"
LIMIT = 10_000
JSON = {"Content-Type": "application/json"}
CANARY = "Skjoldmose"
SAID = json.dumps({"model": "x", "messages": [{"role": "user", "content": CANARY}]})
LONG = json.dumps({"text": CANARY * LIMIT, "language": "da"})


@pytest.fixture
def door(settings: Settings, scanner: Scanner) -> Any:
    """A service that asks for keys, takes little, and has no model that answers."""
    _, record = new_key([KeyScope.SCAN])
    changed = {"api_keys": str(record), "max_body_bytes": LIMIT}
    with TestClient(
        create_app(settings.model_copy(update=changed), scanner), raise_server_exceptions=False
    ) as made:
        yield made


# what is sent, and the status, and OpenAI's code for it
REFUSED = {
    "no key": (JSON, SAID, 401, "no_key"),
    "too large": (JSON, LONG, 413, "too_large"),
    "a wrong host": (JSON | {"Host": "evil.example"}, SAID, 421, "wrong_host"),
    "no host": (JSON | {"Host": "?"}, SAID, 400, "bad_host"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_openai(door: TestClient, name: str) -> None:
    headers, body, status, code = REFUSED[name]
    answer = door.post(CHAT, content=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/json"
    error = answer.json()["error"]
    assert error.keys() == {"message", "type", "param", "code"}
    assert (error["code"], error["type"]) == (code, "invalid_request_error")
    assert error["message"].startswith("Sluse: ")
    assert CANARY not in answer.text


@pytest.mark.parametrize("path", ["/analyze", "/anonymize", "/deanonymize"])
@pytest.mark.parametrize("name", REFUSED)
def test_presidio(door: TestClient, name: str, path: str) -> None:
    headers, body, status, _ = REFUSED[name]
    answer = door.post(path, content=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/json"
    assert answer.json().keys() == {"error"}
    assert CANARY not in answer.text


def test_elsewhere_it_stays_a_problem_document(door: TestClient) -> None:
    answer = door.post("/v1/scan", content=LONG, headers=JSON)
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"


UNKNOWN = {
    "a method": ("DELETE", CHAT, "unknown_url"),
    "another method": ("GET", CHAT, "unknown_url"),
    "no version": ("POST", "/openai/chat/completions", "not_found"),
    "nothing": ("GET", "/openai/", "not_found"),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_openai_does_not_have(door: TestClient, name: str) -> None:
    method, path, code = UNKNOWN[name]
    answer = door.request(method, path)
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == code


@pytest.fixture
def ready(settings: Settings, scanner: Scanner) -> Any:
    """A service in front of a model, open to all."""
    changed = {"upstream_url": "http://127.0.0.1:9"}
    with TestClient(
        create_app(settings.model_copy(update=changed), scanner), raise_server_exceptions=False
    ) as made:
        yield made


BROKEN = {
    "busy": (GateFullError, 503, "busy", "2"),
    "broken": (RuntimeError, 500, "failed", None),
}


@pytest.mark.parametrize("path", [CHAT, "/analyze"])
@pytest.mark.parametrize("name", BROKEN)
def test_behind_the_route(
    ready: TestClient, monkeypatch: pytest.MonkeyPatch, name: str, path: str
) -> None:
    error, status, code, retry = BROKEN[name]

    async def run(*_: object, **__: object) -> None:
        raise error(CANARY)

    monkeypatch.setattr(Gate, "run", run)
    body = SAID if path == CHAT else json.dumps({"text": CANARY, "language": "da"})
    answer = ready.post(path, content=body, headers=JSON)
    assert (answer.status_code, answer.headers.get("retry-after")) == (status, retry)
    told = answer.json()["error"]
    assert told["code"] == code if path == CHAT else isinstance(told, str)
    assert CANARY not in answer.text


@pytest.mark.parametrize("kind", Kinds)
def test_every_problem_has_openais_shape(kind: Kinds) -> None:
    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        await problem(kind, headers={"X-Kept": "yes"})(scope, receive, send)

    app = Dialect(inner, is_door=lambda path: path == "/door", tell=as_openai)
    answer = TestClient(app).get("/door")
    assert answer.status_code == kind.value.status
    assert answer.headers["x-kept"] == "yes"
    is_theirs = kind.value.status < 500
    assert answer.json()["error"]["type"] == (
        "invalid_request_error" if is_theirs else "server_error"
    )
    assert answer.json()["error"]["message"].startswith(f"Sluse: {kind.value.detail.da} / ")
    assert TestClient(app).get("/other").json()["title"] == kind.value.title.da


def test_a_body_that_never_comes() -> None:
    """408, from the layer that reads bodies."""

    async def inner(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise AssertionError

    async def receive() -> Message:
        await asyncio.sleep(60)
        raise AssertionError

    async def ask() -> list[Message]:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        limit = BodyLimit(inner, max_bytes=LIMIT, seconds=0.01)
        app = Dialect(limit, is_door=lambda _: True, tell=as_openai)
        await app({"type": "http", "path": CHAT, "headers": []}, receive, send)
        return sent

    start, body = asyncio.run(ask())
    assert start["status"] == 408
    assert json.loads(body["body"])["error"]["code"] == "slow_body"


def test_an_answer_that_streams_passes_piece_by_piece() -> None:
    """Only a problem is held until it is whole."""
    pieces = [b"data: 1\n\n", b"data: 2\n\n"]

    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        stream = StreamingResponse(iter(pieces), media_type="text/event-stream")
        await stream(scope, receive, send)

    async def ask() -> list[Message]:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        async def receive() -> Message:
            await asyncio.sleep(60)
            raise AssertionError

        app = Dialect(inner, is_door=lambda _: True, tell=as_openai)
        scope = {"type": "http", "path": CHAT, "headers": [], "method": "POST"}
        await app(scope | {"asgi": {"spec_version": "2.4"}}, receive, send)
        return sent

    _, *bodies = asyncio.run(ask())
    assert [each["body"] for each in bodies] == [*pieces, b""]
