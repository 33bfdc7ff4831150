"""ICAP by its real clients, Squid and c-icap-client, and byte by byte."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from scanner import Scanner
from scanner.settings import Settings

CPR = "010158-5670"  # of 1858: nobody bears it any more
CLEAN = "Hvornår er der frist for moms?"
NAMES = "Ring til Ravnhild Skjoldmose"
HIDDEN = "Ring til [PERSON_1]"
_FRESH = httpx2.Limits(max_keepalive_connections=0)


@pytest.fixture(scope="module")
def port(scanner: Scanner, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a service with ICAP open."""
    settings = Settings(
        state_dir=tmp_path_factory.mktemp("icap"),
        workers=2,
        icap_port=0,
        max_body_bytes=200_000,
        scan_timeout_seconds=30.0,
    )
    app = create_app(settings, scanner)
    with TestClient(app):
        yield app.state.icap.port


@dataclass
class Origin:
    """A web site that keeps what it is sent."""

    port: int = 0
    bodies: list[bytes] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)


@pytest.fixture
def origin() -> Iterator[Origin]:
    site = Origin()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            site.bodies.append(self.rfile.read(length))
            site.lengths.append(length)
            self.send_response(200)
            self.send_header("content-length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield site
    server.shutdown()
    server.server_close()


_SQUID = """\
http_port 127.0.0.1:{port}
pid_filename {folder}/squid.pid
cache_log {folder}/cache.log
access_log none
cache deny all
coredump_dir {folder}
shutdown_lifetime 0 seconds
http_access allow localhost
acl to_here dst 127.0.0.0/8
http_access allow to_here
icap_enable on
icap_preview_enable {preview}
icap_service sluse reqmod_precache icap://127.0.0.1:{icap}/reqmod bypass=off
adaptation_access sluse allow all
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def squid(folder: Path, icap: int, *, preview: bool = True) -> Iterator[str]:
    """Squid in front of everything, asking ``icap``; its address."""
    port = free_port()
    config = folder / "squid.conf"
    on = "on" if preview else "off"
    config.write_text(
        _SQUID.format(port=port, folder=folder, icap=icap, preview=on), encoding="ascii"
    )
    if os.getuid() == 0:
        folder.chmod(0o777)  # squid gives up being root
        for parent in folder.parents[:2]:
            parent.chmod(0o755)
    command = ["/usr/sbin/squid", "-N", "-f", str(config)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as proxy:  # noqa: S603  # Debian's own
        try:
            _wait(port, proxy)
            yield f"http://127.0.0.1:{port}"
        finally:
            proxy.terminate()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError


@pytest.fixture(params=[True, False], ids=["preview", "whole"])
def proxied(request: pytest.FixtureRequest, tmp_path: Path, port: int) -> Iterator[httpx2.Client]:
    """A browser behind Squid."""
    with (
        squid(tmp_path, port, preview=request.param) as address,
        # Squid ends a connection after an answer of its own, at times before it says so
        httpx2.Client(proxy=address, timeout=60, trust_env=False, limits=_FRESH) as client,
    ):
        yield client


def test_squid(proxied: httpx2.Client, origin: Origin) -> None:
    url = f"http://127.0.0.1:{origin.port}/backend/conversation"
    body = {"messages": [{"role": "user", "content": CLEAN}], "model": "x"}

    assert proxied.post(url, json=body).text == "ok"
    assert json.loads(origin.bodies[-1]) == body

    body["messages"] = [{"role": "user", "content": NAMES}]
    assert proxied.post(url, json=body).text == "ok"
    assert json.loads(origin.bodies[-1])["messages"][0]["content"] == HIDDEN
    assert origin.lengths[-1] == len(origin.bodies[-1])

    body["messages"] = [{"role": "user", "content": f"CPR {CPR}"}]
    held = proxied.post(url, json=body)
    assert held.status_code == 403
    assert "CPR-nummer" in held.json()["error"]["message"]
    assert CPR not in held.text

    page = proxied.post(url, data={"q": f"CPR {CPR}"})
    assert page.status_code == 403
    assert "Ikke sendt" in page.text
    assert CPR not in page.text

    assert proxied.post(url, data={"q": NAMES, "lang": "da"}).text == "ok"
    assert origin.bodies[-1] == b"q=Ring+til+%5BPERSON_1%5D&lang=da"

    files: Any = {"note": ("note.txt", NAMES.encode(), "text/plain")}
    assert proxied.post(url, files=files, data={"x": "1"}).text == "ok"
    assert HIDDEN.encode() in origin.bodies[-1]
    assert b"Skjoldmose" not in origin.bodies[-1]

    files = {"note": ("note.bin", b"\x00\xff\xfe", "application/octet-stream")}
    assert proxied.post(url, files=files).status_code == 403

    assert proxied.post(url, content=NAMES, headers={"Content-Type": "text/plain"}).text == "ok"
    assert origin.bodies[-1] == HIDDEN.encode()
    assert proxied.post(f"{url}?q=CPR+{CPR}").status_code == 403
    assert proxied.post(url, content=b"x" * 300_000).status_code == 403
    assert len(origin.bodies) == 5


def test_squid_without_icap_lets_nothing_through(tmp_path: Path, origin: Origin) -> None:
    with (
        squid(tmp_path, free_port()) as address,
        httpx2.Client(proxy=address, timeout=60, trust_env=False) as client,
    ):
        answer = client.post(f"http://127.0.0.1:{origin.port}/", content=CLEAN)
    assert answer.status_code >= 500
    assert origin.bodies == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [(CLEAN, "204"), (f"CPR {CPR}", "HTTP/1.1 403 Forbidden"), (NAMES, HIDDEN)],
)
def test_c_icap_client(tmp_path: Path, port: int, text: str, seen: str) -> None:
    file, out = tmp_path / "body.txt", tmp_path / "out"
    file.write_text(text, encoding="utf-8")
    where = ["-i", "127.0.0.1", "-p", str(port), "-s", "reqmod", "-v", "-method", "REQMOD"]
    what = ["-req", "http://chat.example/x", "-f", str(file), "-o", str(out)]
    ran = subprocess.run(  # noqa: S603  # Debian's own
        ["/usr/bin/c-icap-client", *where, *what], capture_output=True, check=False, timeout=60
    )
    told = (ran.stdout + ran.stderr + (out.read_bytes() if out.exists() else b"")).decode()
    assert seen in told
    assert CPR not in told


Talk = Callable[[bytes], bytes]


@pytest.fixture
def talk(port: int) -> Talk:
    """Sends bytes and gives what comes back until the listener hangs up or falls silent."""

    def exchange(sent: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    return exchange


def reqmod(
    body: bytes | None, *headers: str, head: str = "POST http://x.example/ HTTP/1.1"
) -> bytes:
    """A REQMOD; ``body`` is sent in one chunk."""
    http = f"{head}\r\nHost: x.example\r\nContent-Type: text/plain\r\n\r\n".encode()
    kind = "null-body" if body is None else "req-body"
    lines = ["REQMOD icap://h/reqmod ICAP/1.0", "Host: h", *headers]
    lines.append(f"Encapsulated: req-hdr=0, {kind}={len(http)}")
    chunks = b"" if body is None else f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    return "\r\n".join((*lines, "", "")).encode() + http + chunks


def test_options(talk: Talk) -> None:
    told = talk(b"OPTIONS icap://h/reqmod ICAP/1.0\r\nHost: h\r\n\r\n")
    assert told.startswith(b"ICAP/1.0 200 OK\r\n")
    assert b"Methods: REQMOD\r\n" in told
    assert b"Preview: 0\r\n" in told
    assert b'ISTag: "sluse-' in told


def test_a_connection_is_used_again(talk: Talk) -> None:
    told = talk(reqmod(CLEAN.encode(), "Allow: 204") + reqmod(f"CPR {CPR}".encode(), "Allow: 204"))
    assert told.count(b"ICAP/1.0 ") == 2
    assert told.startswith(b"ICAP/1.0 204 ")
    assert b"HTTP/1.1 403 Forbidden" in told


def test_who_takes_no_204_gets_the_request_back(talk: Talk) -> None:
    told = talk(reqmod(CLEAN.encode()))
    assert told.startswith(b"ICAP/1.0 200 OK")
    assert told.endswith(f"{len(CLEAN.encode()):x}\r\n{CLEAN}\r\n0\r\n\r\n".encode())
    assert b"null-body" in talk(reqmod(None))


def test_a_preview_that_is_all(talk: Talk) -> None:
    whole = reqmod(NAMES.encode(), "Preview: 1024", "Allow: 204")
    told = talk(whole.removesuffix(b"0\r\n\r\n") + b"0; ieof\r\n\r\n")
    assert b"100 Continue" not in told
    assert HIDDEN.encode() in told


def test_a_number_split_by_the_preview(talk: Talk) -> None:
    begin = reqmod(b"CPR 010158", "Preview: 10", "Allow: 204")
    told = talk(begin + b"5\r\n-5670\r\n0\r\n\r\n")
    assert told.startswith(b"ICAP/1.0 100 Continue\r\n\r\n")
    assert b"403 Forbidden" in told


BROKEN = {
    "no ICAP": b"GET / HTTP/1.1\r\n\r\n",
    "another method": b"RESPMOD icap://h/x ICAP/1.0\r\nHost: h\r\n\r\n",
    "no HTTP request": b"REQMOD icap://h/x ICAP/1.0\r\nEncapsulated: null-body=0\r\n\r\n",
    "wrong places": b"REQMOD icap://h/x ICAP/1.0\r\nEncapsulated: req-body=0\r\n\r\n",
    "a head that never ends": b"REQMOD icap://h/x ICAP/1.0\r\n" + b"x: y\r\n" * 20_000,
    "no chunk": reqmod(None).replace(b"null-body", b"req-body") + b"zz\r\n",
    "a huge chunk": reqmod(None).replace(b"null-body", b"req-body") + b"ffffffff\r\nx",
    "cut off": reqmod(CLEAN.encode())[:-12],
    "a line without a name": b"REQMOD icap://h/x ICAP/1.0\r\nnonsense\r\n\r\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_refused(name: str, talk: Talk) -> None:
    told = talk(BROKEN[name])
    assert not told.startswith(b"ICAP/1.0 204")
    assert told.startswith((b"ICAP/1.0 40", b"ICAP/1.0 200 OK\r\nISTag"))
    if told.startswith(b"ICAP/1.0 200"):
        assert b"HTTP/1.1 403 Forbidden" in told


HELD = {
    "gzip": ("Content-Encoding: gzip", NAMES.encode()),
    "no UTF-8": ("Content-Type: text/plain", b"\xff\xfe\x00"),
    "broken JSON": ("Content-Type: application/json", b'{"a": '),
    "an unknown charset": ("Content-Type: text/plain; charset=nonsense", b"x"),
    "no boundary": ("Content-Type: multipart/form-data", b"x"),
    "an open multipart": ("Content-Type: multipart/form-data; boundary=b", b"--b\r\n\r\nx"),
    "a name of a field": (
        "Content-Type: application/x-www-form-urlencoded",
        b"Ravnhild+Skjoldmose+010158-5670=1",
    ),
}


@pytest.mark.parametrize("name", HELD)
def test_what_cannot_be_read_is_held(name: str, talk: Talk) -> None:
    header, body = HELD[name]
    size = len(header) - len("Content-Type: text/plain")
    sent = reqmod(body, "Allow: 204")
    at = sent.index(b"req-body=") + len(b"req-body=")
    length = int(sent[at : sent.index(b"\r\n", at)])
    fixed = sent.replace(b"req-body=%d" % length, b"req-body=%d" % (length + size))
    told = talk(fixed.replace(b"Content-Type: text/plain", header.encode()))
    assert b"HTTP/1.1 403 Forbidden" in told


def test_a_failing_scanner_holds(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, scanner: Scanner, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*told: object, **_: object) -> None:
        raise RuntimeError(str(told))

    monkeypatch.setattr(type(scanner), "redact_doc", fail)
    told = talk(reqmod(f"CPR {CPR}".encode(), "Allow: 204"))
    assert b"HTTP/1.1 403 Forbidden" in told
    assert CPR not in caplog.text
