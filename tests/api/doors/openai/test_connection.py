"""Time-outs, cancellation and back-pressure pass through; what is unknown does not."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx2
import pytest
from fastapi.testclient import TestClient

Begin = Callable[..., str]
BODY = {"model": "echo", "messages": [{"role": "user", "content": "Hej"}]}


def asked(url: str, body: Any) -> socket.socket:
    """A connection on which ``body`` has been asked."""
    content = json.dumps(body).encode()
    address = urlsplit(url)
    connection = socket.create_connection((address.hostname, address.port))
    head = "POST /openai/v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    connection.sendall(head.encode() + content)
    return connection


def test_a_client_that_goes_away_stops_the_vendor(begin: Begin, vendor: Any) -> None:
    connection = asked(begin(), BODY | {"model": "hang", "stream": True})
    assert b"200 OK" in connection.recv(4096)
    assert not vendor.gone.wait(0.2)
    connection.close()
    assert vendor.gone.wait(10)


def test_a_client_that_reads_nothing_holds_the_vendor_back(begin: Begin, vendor: Any) -> None:
    """What is written is bounded by the buffers between, not by the length of the answer."""
    text = "ord " * 100_000
    connection = asked(
        begin(max_body_bytes=10_000_000),
        BODY | {"stream": True, "messages": [{"role": "user", "content": text}]},
    )
    whole = 50 * len(text)
    before = -1
    while before != vendor.written or not vendor.written:
        before = vendor.written
        time.sleep(1)
    assert 0 < vendor.written < whole
    connection.close()
    assert vendor.gone.wait(10)


def test_a_vendor_that_says_nothing_is_given_up(begin: Begin) -> None:
    url = begin(upstream_timeout_seconds=0.5)
    with httpx2.stream(
        "POST", f"{url}/openai/v1/chat/completions", json=BODY | {"model": "hang", "stream": True}
    ) as answer:
        told = answer.read().decode()
    assert "did not answer in time" in told
    assert "[DONE]" not in told


def test_a_stream_that_breaks_off_gives_what_was_held_back(begin: Begin) -> None:
    url = begin()
    with httpx2.stream(
        "POST", f"{url}/openai/v1/chat/completions", json=BODY | {"model": "cut", "stream": True}
    ) as answer:
        assert "[DONE]" not in answer.read().decode()


def test_nothing_comes_after_done(begin: Begin) -> None:
    answer = httpx2.post(f"{begin()}/openai/v1/chat/completions", json=BODY | {"stream": True})
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.text.endswith("data: [DONE]\n\n")
    assert answer.text.startswith(": \n\n")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/openai/v1/files"),
        ("POST", "/openai/v1/moderations"),
        ("GET", "/openai/v1/responses/resp_1"),
        ("DELETE", "/openai/v1/chat/completions"),
        ("POST", "/openai/v1/chat/completions/"),
        ("POST", "/openai/v1//chat/completions"),
        ("POST", "/openai/v1/audio/transcriptions"),
        ("PUT", "/openai/v1/"),
    ],
)
def test_an_unknown_route_is_refused(begin: Begin, vendor: Any, method: str, path: str) -> None:
    answer = httpx2.request(method, f"{begin()}{path}", json=BODY)
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "unknown_url"
    assert vendor.paths == []


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"{}", "text/plain", 415),
    ],
)
def test_what_is_no_request(begin: Begin, content: bytes, kind: str, status: int) -> None:
    headers = {"Content-Type": kind}
    answer = httpx2.post(f"{begin()}/openai/v1/responses", content=content, headers=headers)
    assert (answer.status_code, answer.json().keys()) == (status, {"error"})


def test_without_a_model_behind_it(client: TestClient) -> None:
    for answer in (
        client.post("/openai/v1/chat/completions", json=BODY),
        client.get("/openai/v1/models"),
    ):
        assert answer.status_code == 404
        assert answer.json()["error"]["code"] == "not_set_up"
