"""The short way gives the answers of the long one, and takes only what is plainly right."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given
from hypothesis import settings as drawn
from hypothesis import strategies as st

from api.app import create_app
from api.keys import Scope, new_key
from api.routes.short import Short
from scanner import Scanner
from scanner.settings import Settings
from tests.api.conftest import MakeSettings

MAIL = "Hej, jeg hedder Bo Lundtoft. Skriv til bo.lundtoft@fjordlyst-bageri.example. 😀"
JSON = {"content-type": "application/json"}
PATHS = ["/v1/scan", "/v1/redact"]
KEY, RECORD = new_key([Scope.SCAN])
OTHER_KEY, OTHER_RECORD = new_key([Scope.ADMIN])

PLAIN: list[tuple[str, dict[str, Any]]] = [
    ("/v1/scan", {"text": MAIL}),
    ("/v1/scan", {"text": ""}),
    ("/v1/scan", {"text": MAIL, "destination": "copilot", "offset_unit": "utf16"}),
    ("/v1/scan", {"text": MAIL, "destination": "unknown-place", "offset_unit": "byte"}),
    ("/v1/redact", {"text": MAIL}),
    ("/v1/redact", {"text": MAIL, "mapping": True, "operator": "mask"}),
    ("/v1/redact", {"text": MAIL, "operator": "hash"}),
    ("/v1/redact", {"text": MAIL, "known": {"[PERSON_3]": "Bo Lundtoft"}, "mapping": True}),
]
OTHERS: list[bytes] = [
    b"",
    b"{",
    b"[]",
    b"null",
    b'"text"',
    b"{}",
    b'{"text": 1}',
    b'{"text": null}',
    b'{"text": true}',
    b'{"text": ["a"]}',
    b'{"text": "a", "more": 1}',
    b'{"text": "a", "destination": "Chat GPT"}',
    b'{"text": "a", "offset_unit": "words"}',
    b'{"text": "a\\u0000b"}',
    b'{"text": "a\\ud800b"}',
    b'{"text": "a\nb"}',
    b'{"text": "\xff"}',
    b'{"text": "a", "texts": []}',
    b'{"texts": []}',
    b'{"texts": [{"id": "1", "text": "Bo Lundtoft"}]}',
    b'{"text": "a"} {"text": "b"}',
    b'{"text": "a",}',
    b"[" * 100_000,
    '\ufeff{"text": "a"}'.encode(),
    '{"text": "a"}'.encode("utf-16"),
]
# Right as well, though nobody would write them so.
ODD: list[bytes] = [
    b'  {"text": "Bo Lundtoft"}\n',
    b'{"text": "Bo Lundtoft", "text": "CVR 13585628"}',
    b'{"text": "\\ud83d\\ude00 bo.lundtoft@fjordlyst-bageri.example", "offset_unit": "byte"}',
]
KINDS = [
    "application/json; charset=utf-8",
    "application/json; charset=latin-1",
    "Application/JSON",
    "application/problem+json",
    "text/json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "",
]


@pytest.fixture
def ways(
    make_settings: MakeSettings, tmp_path: Path, scanner: Scanner
) -> Iterator[tuple[TestClient, TestClient]]:
    """The service, and the same without the short way."""
    with both(make_settings, tmp_path, scanner) as made:
        yield made


@contextmanager
def both(
    make_settings: MakeSettings, folder: Path, scanner: Scanner, **changes: str
) -> Iterator[tuple[TestClient, TestClient]]:
    """Both services, each with books of its own."""
    short, long = (
        create_app(make_settings(folder / name, **changes), scanner) for name in ("short", "long")
    )
    without(long)
    with TestClient(short) as one, TestClient(long) as other:
        yield one, other


def without(app: FastAPI) -> None:
    """Take the short way out of ``app``."""
    kept = [each for each in app.user_middleware if not issubclass(Short, each.cls)]  # type: ignore[arg-type]  # a class
    assert len(kept) == len(app.user_middleware) - 1
    app.user_middleware[:] = kept


def said(client: TestClient, path: str, body: bytes, headers: dict[str, str]) -> tuple[Any, ...]:
    answer = client.post(path, content=body, headers=headers)
    return answer.status_code, answer.content, sorted(answer.headers.items())


def test_the_answers_are_those_of_the_long_way(ways: tuple[TestClient, TestClient]) -> None:
    cases = [(path, json.dumps(body).encode(), JSON) for path, body in PLAIN]
    cases += [(path, body, JSON) for path in PATHS for body in [*OTHERS, *ODD]]
    plain = b'{"text": "Bo Lundtoft"}'
    cases += [(path, plain, {"content-type": kind}) for path in PATHS for kind in KINDS]
    for path, body, headers in cases:
        short, long = (said(client, path, body, headers) for client in ways)
        assert short == long, (path, body[:80], headers)


def test_what_is_written_down_and_counted_is_the_same(ways: tuple[TestClient, TestClient]) -> None:
    for client in ways:
        for path, body in PLAIN:
            assert client.post(path, json=body).status_code == 200
    short, long = (client.get("/v1/audit").json() for client in ways)
    assert short["texts"] == len(PLAIN)
    assert {**short, "since": ""} == {**long, "since": ""}
    counted = [
        sorted(
            line
            for line in client.get("/metrics").text.splitlines()
            if line.startswith(("sluse_requests_total", "sluse_decisions_total"))
        )
        for client in ways
    ]
    assert counted[0] == counted[1] != []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)
MEMBERS = st.sampled_from(["text", "destination", "offset_unit", "operator", "mapping", "known"])
BODIES = st.dictionaries(
    MEMBERS | st.text(max_size=4),
    VALUES | st.sampled_from(["chatgpt", "utf16", "byte", "mask", "Bo Lundtoft", "a\ud800"]),
    max_size=5,
)


@drawn(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(PATHS), body=BODIES, text=st.none() | st.text(max_size=20))
def test_so_they_are_for_whatever_is_asked(
    ways: tuple[TestClient, TestClient], path: str, body: dict[str, Any], text: str | None
) -> None:
    asked = json.dumps(body if text is None else body | {"text": text}).encode()
    short, long = (said(client, path, asked, JSON) for client in ways)
    assert short == long


def basic(password: str) -> str:
    return "Basic " + base64.b64encode(f"sluse:{password}".encode()).decode()


@pytest.mark.parametrize(
    ("headers", "is_open"),
    [
        ({}, False),
        ({"authorization": f"Bearer {KEY}"}, True),
        ({"authorization": f"bearer  {KEY} "}, True),
        ({"authorization": f"Bearer {OTHER_KEY}"}, False),
        ({"authorization": "Bearer"}, False),
        ({"authorization": f"Bearer{KEY}"}, False),
        ({"authorization": f"Digest {KEY}"}, False),
        ({"authorization": basic(KEY)}, True),
        ({"authorization": basic("wrong")}, False),
        ({"authorization": "Basic ***"}, False),
        ({"authorization": basic(""), "x-api-key": KEY}, True),
        ({"authorization": "Bearer", "x-api-key": KEY}, True),
        ({"authorization": "Bearer wrong", "x-api-key": KEY}, False),
        ({"x-api-key": KEY}, True),
        ({"x-api-key": OTHER_KEY}, False),
        ({"x-api-key": ""}, False),
    ],
)
def test_the_same_keys_open_it(
    make_settings: MakeSettings,
    tmp_path: Path,
    scanner: Scanner,
    headers: dict[str, str],
    is_open: bool,  # noqa: FBT001  # a column of the table
) -> None:
    records = f"{RECORD},{OTHER_RECORD}"
    with both(make_settings, tmp_path, scanner, api_keys=records) as ways:
        short, long = (said(client, PATHS[0], b'{"text": "a"}', JSON | headers) for client in ways)
    assert short == long
    assert (short[0] == 200) == is_open


def test_it_takes_what_is_plain_and_nothing_else(settings: Settings, scanner: Scanner) -> None:
    app = create_app(settings, scanner)
    app.router.routes.clear()
    with TestClient(app) as client:
        for path, body in PLAIN:
            assert client.post(path, json=body).status_code == 200
        for path in PATHS:
            assert {
                client.post(path, content=body, headers=JSON).status_code for body in OTHERS
            } == {404}
            assert client.get(path).status_code == 404
            assert client.post(f"{path}/", json={"text": "a"}).status_code == 404
            pieces = iter([b'{"text": ', b'"a"}'])
            assert client.post(path, content=pieces, headers=JSON).status_code in {200, 404}
