"""/v1/live by a real server and a real client: edits in, changed findings out."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from api.app import create_app
from api.flows import live
from api.keys import Scope, new_key
from api.routes.live import Patience
from scanner import Scanner
from scanner.settings import Settings

Serve = Callable[[FastAPI], str]

MAIL = "Hej 😀 Mette Overgaard\n\nBo Lundtofts CPR-nr. er 010158-5670.\n"


@pytest.fixture
def address(serve: Serve, settings: Settings, scanner: Scanner) -> str:
    return f"ws://{serve(create_app(settings, scanner))}/v1/live"


class Page:
    """What a page keeps: the text, and the findings by key, in UTF-16 as browsers count."""

    def __init__(self, socket: ClientConnection, text: str = "", **asked: Any) -> None:
        self.socket, self.text = socket, text
        self.findings: dict[int, dict[str, Any]] = {}
        self.decision = ""
        self.ask({"type": "open", "offset_unit": "utf16", "text": text} | asked)

    def ask(self, message: dict[str, Any], end: int = 0, by: int = 0) -> None:
        self.socket.send(json.dumps(message))
        told = json.loads(self.socket.recv(timeout=60))
        assert (told["type"], told["id"]) == ("change", message.get("id", 0))
        for key in told["removed"]:
            del self.findings[key]
        for finding in self.findings.values():
            if finding["start"] >= end:
                finding["start"] += by
                finding["end"] += by
        for finding in told["added"]:
            self.findings[finding.pop("key")] = finding
        self.decision = told["decision"]

    def edit(self, start: int, end: int, text: str, number: int = 1) -> None:
        data = self.text.encode("utf-16-le")
        data = data[: 2 * start] + text.encode("utf-16-le") + data[2 * end :]
        self.text = data.decode("utf-16-le")
        asked = {"type": "edit", "id": number, "start": start, "end": end, "text": text}
        self.ask(asked, end, units(text) - (end - start))

    @property
    def shown(self) -> list[str]:
        data = self.text.encode("utf-16-le")
        places = sorted((each["start"], each["end"]) for each in self.findings.values())
        return [data[2 * start : 2 * end].decode("utf-16-le") for start, end in places]


@contextmanager
def refused(code: int, why: str) -> Iterator[None]:
    with pytest.raises(ConnectionClosed) as closed:
        yield
    assert closed.value.rcvd
    assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (code, why)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def found(scanner: Scanner, text: str) -> list[str]:
    return [text[each.start : each.end] for each in scanner.scan(text).findings]


def test_a_page_that_follows_along_has_the_findings_of_the_whole(
    address: str, scanner: Scanner
) -> None:
    with connect(address) as socket:
        page = Page(socket, MAIL)
        assert page.shown == found(scanner, MAIL)
        page.edit(0, 3, "Kære 😀😀", 7)
        page.edit(
            len(page.text.encode("utf-16-le")) // 2, len(page.text.encode("utf-16-le")) // 2, "!"
        )
        at = page.text.encode("utf-16-le").index("010158".encode("utf-16-le")) // 2
        page.edit(at, at + 6, "999999", 2**53)
        assert page.shown == found(scanner, page.text)
        assert page.decision == scanner.scan(page.text).decision.value
        page.edit(0, units(page.text), "")
        assert (page.findings, page.decision) == ({}, "allow")


def test_a_session_is_one_row_in_the_books(
    serve: Serve, settings: Settings, scanner: Scanner
) -> None:
    app = create_app(settings, scanner)
    with connect(f"ws://{serve(app)}/v1/live") as socket:
        page = Page(socket, MAIL, destination="m365-copilot")
        page.edit(0, 0, "x")
        page.edit(0, 1, "")
    with TestClient(app) as client:
        totals = client.get("/v1/audit").json()
        assert (totals["texts"], totals["destinations"]) == (1, {"m365-copilot": 1})
        assert totals["entities"] == {"DK_CPR": 1, "PERSON": 2}
        metrics = client.get("/metrics").text
    assert "sluse_edit_seconds_count 3.0" in metrics
    assert 'sluse_sessions_open{door="live"} 0.0' in metrics


OPEN = {"type": "open", "text": "Hej 😀", "offset_unit": "utf16"}
EDIT = {"type": "edit", "id": 1, "start": 0, "end": 0, "text": "x"}


@pytest.mark.parametrize(
    ("messages", "code", "why"),
    [
        ([EDIT], 4002, "not-open"),
        ([OPEN, OPEN], 4002, "open-already"),
        ([OPEN, EDIT | {"end": 7}], 4003, "out-of-step"),
        ([OPEN, EDIT | {"start": 5, "end": 5}], 4003, "out-of-step"),  # within the emoji
        ([OPEN, EDIT | {"start": 2, "end": 1}], 4003, "out-of-step"),
        ([OPEN, EDIT | {"start": -1}], 1007, "invalid"),
        ([OPEN, EDIT | {"Ravnhild": "x"}], 1007, "invalid"),
        ([OPEN | {"destination": "Ravnhild Skjoldmose"}], 1007, "invalid"),
        (["{"], 1007, "invalid"),
        ([b"x"], 1003, "binary"),
        ([OPEN, EDIT | {"text": "x" * 200_000}], 1009, "too-large"),
    ],
)
def test_what_ends_a_session(address: str, messages: list[Any], code: int, why: str) -> None:
    with connect(address) as socket, refused(code, why):
        for message in messages:
            socket.send(json.dumps(message) if isinstance(message, dict) else message)
        for _ in messages:
            socket.recv(timeout=60)


def test_a_key_is_needed_where_there_are_keys(
    serve: Serve, settings: Settings, scanner: Scanner
) -> None:
    key, record = new_key([Scope.SCAN])
    other, admin = new_key([Scope.ADMIN])
    guarded = settings.model_copy(update={"api_keys": f"{record},{admin}"})
    address = f"ws://{serve(create_app(guarded, scanner))}/v1/live"
    for wrong, why in ((None, "no-key"), ("x", "no-key"), (other, "no-scope")):
        with connect(address) as socket, refused(1008, why):
            Page(socket, key=wrong)
    with connect(address) as socket:
        assert Page(socket, "Hej Mette", key=key).shown == ["Mette"]
    with connect(address, additional_headers={"Authorization": f"Bearer {key}"}) as socket:
        assert Page(socket, "Hej Mette").shown == ["Mette"]


def test_pages_elsewhere_and_other_names_are_kept_out(address: str) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
        with pytest.raises(InvalidStatus), connect(address, additional_headers=headers):
            pass
    own = {"Origin": address.removesuffix("/v1/live").replace("ws://", "http://")}
    extension = {"Origin": "chrome-extension://nlonfbocfflhfjlkdkegmaohniloodei"}
    for headers in (own, extension):
        with connect(address, additional_headers=headers) as socket:
            assert Page(socket).findings == {}


def test_who_is_silent_is_let_go(
    serve: Serve, settings: Settings, scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.routes.live.Patience", lambda: Patience(first=0.2, idle=0.2))
    address = f"ws://{serve(create_app(settings, scanner))}/v1/live"
    with connect(address) as socket, refused(4000, "idle"):
        socket.recv(timeout=60)
    with connect(address) as socket, refused(4000, "idle"):
        Page(socket)
        socket.recv(timeout=60)


def test_no_place_is_try_again_later(
    serve: Serve, settings: Settings, scanner: Scanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.app._MOST_SESSIONS", 0)
    address = f"ws://{serve(create_app(settings, scanner))}/v1/live"
    with connect(address) as socket, refused(1013, "busy"):
        Page(socket)


def test_a_failure_ends_the_session_and_tells_nothing(
    serve: Serve,
    settings: Settings,
    scanner: Scanner,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(_scanner: Scanner, _destination: str, text: str, **_: object) -> None:
        raise RuntimeError(text)

    monkeypatch.setattr(live, "LiveDoc", fail)
    address = f"ws://{serve(create_app(settings, scanner))}/v1/live"
    with caplog.at_level(logging.DEBUG, "sluse"), connect(address) as socket, refused(1011, ""):
        Page(socket, "Ravnhild Skjoldmose")
    ours = [record for record in caplog.records if record.name.startswith("sluse")]
    assert [record.__dict__["error"] for record in ours] == ["RuntimeError"]
    assert "Skjoldmose" not in json.dumps([record.__dict__ for record in ours], default=str)


def test_nothing_of_a_live_text_is_left_behind(
    serve: Serve, settings: Settings, scanner: Scanner, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(settings, scanner)
    with caplog.at_level(logging.DEBUG), connect(f"ws://{serve(app)}/v1/live") as socket:
        page = Page(socket, "Ravnhild Skjoldmose, cpr 010158-5670")
        page.edit(0, 0, "Kære ")
        assert len(page.findings) == 2
    with TestClient(app) as client:
        told = [client.get("/metrics").text]
    told += [
        json.dumps(record.__dict__, default=str)
        for record in caplog.records
        if not record.name.startswith(("websockets.client", "httpx"))  # the asking side
    ]
    told += [file.read_bytes().decode("latin-1") for file in settings.state_dir.iterdir()]
    assert not [line for line in told if "skjoldmose" in line.lower()]
