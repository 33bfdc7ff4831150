"""/v1/stream by a real server and real clients: in while it comes, out while it comes."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import PIPE, Popen, run
from threading import Event, Thread
from typing import IO, Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import Message

from api.app import create_app
from api.flows.answer import Limits
from api.keys import Scope, new_key
from scanner import Scanner, restore
from scanner.settings import Settings

Serve = Callable[[FastAPI], str]

TEXT = {"Content-Type": "text/plain; charset=utf-8"}
EVENTS = TEXT | {"Accept": "application/x-ndjson"}
CLEAN = "Ansøgningsfristen er den 1. marts, og skemaet ligger på virk.dk. 😀\n\n"
MAIL = "Hej Mette Overgaard\n\nBo Lundtofts CPR-nr. er 010158-5670.\n\n"


def events(body: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in body.splitlines()]


def pieces(text: str, size: int = 7) -> Iterator[bytes]:
    data = text.encode()
    return (data[at : at + size] for at in range(0, len(data), size))


def test_a_text_in_pieces_comes_back_as_redact_gives_it(
    client: TestClient, scanner: Scanner
) -> None:
    text = MAIL + CLEAN * 200 + MAIL
    answer = client.post("/v1/stream", content=pieces(text, 700), headers=TEXT)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text == scanner.redact(text).text


@pytest.mark.parametrize(
    ("unit", "encoding", "width"), [("utf16", "utf-16-le", 2), ("byte", "utf-8", 1)]
)
def test_events_tell_where_and_end_with_the_verdict(
    client: TestClient, scanner: Scanner, unit: str, encoding: str, width: int
) -> None:
    text = CLEAN * 130 + MAIL
    asked = {"offset_unit": unit, "mapping": "true"}
    answer = client.post("/v1/stream", params=asked, content=pieces(text, 999), headers=EVENTS)
    told = events(answer.text)
    whole = scanner.redact(text)
    data = text.encode(encoding)
    found = [
        data[each["start"] * width : each["end"] * width].decode(encoding)
        for each in told
        if each["type"] == "finding"
    ]
    assert found == [text[each.start : each.end] for each in whole.findings]
    assert "".join(each["text"] for each in told if each["type"] == "text") == whole.text
    end = told[-1]
    assert (end["type"], end["decision"], end["gaps"]) == ("end", "block", [])
    assert end["message"]["da"] == whole.message.da
    assert restore(whole.text, end["mapping"]) == text


def test_block_gives_all_or_nothing(client: TestClient) -> None:
    asked = {"mode": "block"}
    free = client.post("/v1/stream", params=asked, content=pieces(CLEAN * 3), headers=TEXT)
    assert (free.status_code, free.text) == (200, CLEAN * 3)
    held = client.post("/v1/stream", params=asked, content=pieces(CLEAN + MAIL), headers=TEXT)
    assert (held.status_code, held.headers["content-type"]) == (403, "application/problem+json")
    assert "CPR" in held.json()["detail"]
    assert "010158" not in held.text
    told = events(client.post("/v1/stream", params=asked, content=MAIL, headers=EVENTS).text)
    assert [each["type"] for each in told if each["type"] == "text"] == []
    assert told[-1]["decision"] == "block"


@pytest.mark.parametrize("body", [b"Hej \xff", b"Hej \xc3"])
def test_what_is_no_utf8_is_held_back(client: TestClient, body: bytes) -> None:
    assert client.post("/v1/stream", content=body, headers=TEXT).status_code == 403
    told = events(client.post("/v1/stream", content=body, headers=EVENTS).text)
    assert [each["type"] for each in told] == ["end"]
    assert told[0]["gaps"] == [{"reason": "undecodable", "where": "utf-8"}]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/json"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content-Type": "text/plain; charset=latin-1"}, 415),
        (TEXT | {"Accept": "text/html"}, 406),
        (TEXT | {"Origin": "https://evil.example"}, 403),
        (TEXT | {"Origin": "null"}, 403),
        (TEXT | {"Host": "evil.example"}, 421),
    ],
)
def test_what_is_refused(client: TestClient, headers: dict[str, str], status: int) -> None:
    answer = client.post("/v1/stream", content=b"x", headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_own_and_listed_pages_are_let_in(
    client: TestClient, settings: Settings, scanner: Scanner
) -> None:
    own = TEXT | {"Origin": "http://testserver"}
    assert client.post("/v1/stream", content=b"x", headers=own).status_code == 200
    listed = settings.model_copy(update={"allowed_origins": ("https://intra.example",)})
    with TestClient(create_app(listed, scanner)) as other:
        asked = TEXT | {"Origin": "https://intra.example"}
        assert other.post("/v1/stream", content=b"x", headers=asked).status_code == 200


def test_a_key_is_needed_where_there_are_keys(settings: Settings, scanner: Scanner) -> None:
    key, record = new_key([Scope.SCAN])
    guarded = settings.model_copy(update={"api_keys": str(record)})
    with TestClient(create_app(guarded, scanner)) as client:
        assert client.post("/v1/stream", content=b"x", headers=TEXT).status_code == 401
        asked = TEXT | {"Authorization": f"Bearer {key}"}
        assert client.post("/v1/stream", content=b"x", headers=asked).status_code == 200


def test_a_stream_is_larger_than_a_body_and_has_a_limit(
    settings: Settings, scanner: Scanner
) -> None:
    small = settings.model_copy(update={"max_body_bytes": 1_000, "max_stream_bytes": 20_000})
    with TestClient(create_app(small, scanner)) as client:
        fits = client.post("/v1/stream", content=CLEAN * 20, headers=TEXT)
        assert (fits.status_code, fits.text) == (200, CLEAN * 20)
        told = client.post("/v1/stream", content=b"x" * 20_001, headers=TEXT)
        assert told.status_code == 413
        told = client.post("/v1/stream", content=pieces(CLEAN * 400, 3_000), headers=EVENTS)
        assert told.status_code == 413


def test_a_stream_is_in_the_books(client: TestClient) -> None:
    client.post("/v1/stream", content=pieces(MAIL), headers=TEXT)
    totals = client.get("/v1/audit").json()
    assert totals["texts"] == 1
    assert totals["entities"] == {"DK_CPR": 1, "PERSON": 2}
    metrics = client.get("/metrics").text
    assert (
        'sluse_decisions_total{decision="block",destination="chatgpt",operation="stream"} 1.0'
        in metrics
    )
    assert 'sluse_sessions_open{door="stream"} 0.0' in metrics


def test_curl_reads_while_it_sends(serve: Serve, settings: Settings, scanner: Scanner) -> None:
    address = serve(create_app(settings, scanner))
    command = ["curl", "-sSN", "-T", "-", "-X", "POST", "-H", "Content-Type: text/plain"]
    with Popen([*command, f"http://{address}/v1/stream"], stdin=PIPE, stdout=PIPE) as curl:  # noqa: S603  # curl itself
        assert curl.stdin
        assert curl.stdout
        has_answer = Event()
        writer = Thread(target=write_until, args=(curl.stdin, has_answer))
        writer.start()
        first = curl.stdout.readline()  # the request goes on until this has come
        has_answer.set()
        rest = curl.stdout.read()
        writer.join()
    assert first.decode() == "Hej [PERSON_1]\n"
    assert rest.decode().endswith("Slut.\n")
    assert curl.returncode == 0


def write_until(request: IO[bytes], has_answer: Event) -> None:
    request.write((MAIL + CLEAN * 200).encode())
    while not has_answer.wait(0.1):
        request.write(CLEAN.encode())
        request.flush()
    request.write(b"Slut.\n")
    request.close()


def test_an_answer_that_may_not_go_on_breaks_off(
    serve: Serve, settings: Settings, scanner: Scanner, tmp_path: Path
) -> None:
    """Text has left before the bytes that are no text come: curl has to see it is not whole."""
    address = serve(create_app(settings, scanner))
    body = tmp_path / "body"
    body.write_bytes((CLEAN * 200).encode() + b"\xff" + (CLEAN * 200).encode())
    command = ["curl", "-sS", "--data-binary", f"@{body}", "-H", "Content-Type: text/plain"]
    told = run([*command, f"http://{address}/v1/stream"], capture_output=True, check=False)  # noqa: S603  # curl itself
    assert told.returncode == 18  # partial file
    assert (CLEAN * 200).startswith(told.stdout.decode())


HEAD = (
    b"POST /v1/stream HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
)


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def test_who_stops_sending_is_answered(
    serve: Serve, settings: Settings, scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient(monkeypatch)
    address = serve(create_app(settings, scanner))
    host, port = address.split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(HEAD + chunk(b"Hej"))
        assert b"408" in connection.recv(4096)


def test_events_that_have_begun_tell_why_they_end(
    serve: Serve, settings: Settings, scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient(monkeypatch)
    host, port = serve(create_app(settings, scanner)).split(":")
    asked = HEAD.replace(b"text/plain", b"text/plain\r\nAccept: application/x-ndjson")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(asked + chunk((CLEAN * 200).encode()))
        answer = b""
        while received := connection.recv(65536):
            answer += received
            if b"slow-body" in answer:
                break
    assert b'"type":"text"' in answer
    assert b'"type":"error"' in answer
    assert b'"type":"end"' not in answer


def test_who_does_not_read_is_let_go(
    settings: Settings, scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader that takes nothing: the server's buffers are full, and sending waits for ever."""
    impatient(monkeypatch)
    app = create_app(settings, scanner)
    sent: list[str] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": CLEAN.encode() * 200, "more_body": True}

    async def send(message: Message) -> None:
        sent.append(message["type"])
        if message["type"] == "http.response.body":
            await asyncio.Event().wait()

    headers = [(b"host", b"localhost"), (b"content-type", b"text/plain")]
    scope = {"type": "http", "method": "POST", "path": "/v1/stream", "headers": headers}
    with TestClient(app) as client:
        asyncio.run(app(scope | {"query_string": b""}, receive, send))
        assert 'sluse_sessions_open{door="stream"} 0.0' in client.get("/metrics").text
    assert sent == ["http.response.start", "http.response.body"]


def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.app.Limits", lambda max_bytes: Limits(max_bytes, seconds=0.5))


def wait_for(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_no_place_is_a_503(
    settings: Settings, scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.app._MOST_SESSIONS", 0)
    with TestClient(create_app(settings, scanner)) as client:
        answer = client.post("/v1/stream", content=b"x", headers=TEXT)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


CANARY = ("Ravnhild", "Skjoldmose")


def test_nothing_of_a_stream_is_left_behind(
    client: TestClient, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    text = "Ravnhild Skjoldmose, cpr 010158-5670. " * 400
    with caplog.at_level(logging.DEBUG):
        shown = [
            client.post("/v1/stream", content=pieces(text, 5_000), headers=TEXT).text,
            client.post("/v1/stream?mode=block", content=text, headers=TEXT).text,
            client.post("/v1/stream", content=text.encode() + b"\xff", headers=TEXT).text,
            client.post("/v1/stream?destination=Ravnhild", content=b"x", headers=TEXT).text,
            client.post("/v1/stream?mode=Skjoldmose", content=b"x", headers=TEXT).text,
            client.get("/metrics").text,
        ]
    told = [json.dumps(each.__dict__, default=str) for each in caplog.records]
    told = [line for line in told if '"httpx' not in line]  # the asking side
    kept = [file.read_bytes().decode("latin-1") for file in settings.state_dir.iterdir()]
    for word in CANARY:
        assert not [line for line in (*shown, *told, *kept) if word.lower() in line.lower()]


def test_an_unfinished_stream_is_in_the_books(
    settings: Settings, scanner: Scanner, serve: Serve
) -> None:
    app = create_app(settings, scanner)
    host, port = serve(app).split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(HEAD + chunk((MAIL + CLEAN * 200).encode()))
        assert b"[PERSON_1]" in connection.recv(65536) + connection.recv(65536)
    with TestClient(app) as client:
        wait_for(lambda: client.get("/v1/audit").json()["texts"] == 1)
        assert client.get("/v1/audit").json()["entities"] == {"DK_CPR": 1, "PERSON": 2}
