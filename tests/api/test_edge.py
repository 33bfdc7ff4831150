"""What every request passes: names, sizes, headers, and the net below."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.edge.hosts import is_loopback

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "[::1]:8080", "testserver"],
)
def test_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example"]
)
def test_other_names_are_not(client: TestClient, host: str) -> None:
    response = client.get("/healthz", headers={"Host": host})
    assert response.status_code == 421
    assert host not in response.text


@pytest.mark.parametrize("host", ["", "a b", "local\u00e5", "[", "a:b", "@localhost"])
def test_what_is_no_name_is_refused(client: TestClient, host: str) -> None:
    headers = {b"Host": host.encode("latin-1")}
    assert client.get("/healthz", headers=headers).status_code == 400


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104  # asked about, not bound
        ("::", False),
        ("192.0.2.1", False),
        ("sluse.example", False),
        ("", False),
    ],
)
def test_loopback(host: str, *, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_a_large_body_is_refused_by_its_length(client: TestClient) -> None:
    assert client.post("/v1/scan", content=b"x" * 2_000_001, headers=JSON).status_code == 413


def test_a_large_body_is_refused_while_it_comes(client: TestClient) -> None:
    sent = 0

    def pieces() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(100):
            sent += 1
            yield b" " * 100_000

    response = client.post("/v1/scan", content=pieces(), headers=JSON)
    assert response.status_code == 413
    assert response.headers["content-type"] == "application/problem+json"


def test_a_body_at_the_limit_is_taken(client: TestClient) -> None:
    body = b'{"text":"x"}'.ljust(2_000_000)
    assert client.post("/v1/scan", content=body, headers=JSON).status_code == 200


def test_a_body_in_pieces_is_taken(client: TestClient) -> None:
    response = client.post("/v1/scan", content=iter([b'{"te', b'xt":"x', b'"}']), headers=JSON)
    assert response.status_code == 200


@pytest.mark.parametrize("path", ["/", "/docs", "/v1/policy", "/none", "/page.js"])
def test_every_answer_is_guarded(client: TestClient, path: str) -> None:
    headers = client.get(path, headers={"Origin": "https://evil.example"}).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "'unsafe-inline'" not in headers["content-security-policy"].partition("style-src")[0]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert not [name for name in headers if name.startswith("access-control-")]


def test_a_preflight_gets_no_leave(client: TestClient) -> None:
    headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    response = client.options("/v1/scan", headers=headers)
    assert response.status_code == 405
    assert not [name for name in response.headers if name.startswith("access-control-")]


def test_the_log_has_the_route_and_not_the_path(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "sluse"):
        client.get("/healthz?q=Ravnhild")
        client.get("/Ravnhild")
    assert [record.__dict__["route"] for record in caplog.records] == ["/healthz", "unmatched"]
