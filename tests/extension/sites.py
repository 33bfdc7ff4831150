"""The three sites as far as they matter: their fields, their ways of sending, and what they hear.

One server answers for all host names, over TLS with a certificate made for the run, and keeps
every byte that reaches it. That is the vendor's side: what is in ``heard`` has left the house.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote_plus

import uvicorn
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

HERE = Path(__file__).parent
PAGES = HERE / "pages"
MODULES = HERE / "editors" / "node_modules"
NPM = shutil.which("npm")
SECONDS = 30
NAMED = ("chatgpt", "copilot", "m365")
NOBODY = "http://127.0.0.1:9"  # where nothing listens
PLACEHOLDERS = re.compile(r"\[[A-ZÆØÅ-]+_[0-9]+[b-rt-z]?\]")


@dataclass(frozen=True)
class House:
    """The service on this machine, and where it keeps its books."""

    address: str
    state: Path


@dataclass
class Vendor:
    """What reached the sites' server, and its address."""

    port: int
    bodies: list[bytes] = field(default_factory=list)
    envelopes: list[str] = field(default_factory=list)

    @property
    def carried(self) -> str:
        """Addresses and headers of all requests, as they were sent and unescaped."""
        return "\n".join([*self.envelopes, *map(unquote_plus, self.envelopes)])

    @property
    def everything(self) -> str:
        """All of it, in small letters."""
        return f"{self.carried}\n{self.heard}".lower()

    def address(self, connection: HTTPConnection) -> None:
        """Keep what a request says beside its body."""
        protocols = connection.scope.get("subprotocols", [])
        self.envelopes += [str(connection.url), *connection.headers.values(), *protocols]

    @property
    def heard(self) -> str:
        """Everything, as it was sent and as it reads once JSON and addresses are unescaped."""
        texts = [body.decode("utf-8", "replace") for body in self.bodies]
        return "\n".join([*texts, *map(_unescaped, texts), *map(unquote_plus, texts)])

    def forget(self) -> None:
        self.bodies.clear()
        self.envelopes.clear()


def _unescaped(text: str) -> str:
    try:
        return json.dumps(json.loads(text.rstrip("\x1e")), ensure_ascii=False)
    except ValueError:
        return ""


def _answer(text: str) -> str:
    """What a model makes of a prompt: it writes to whom it was told of."""
    named = PLACEHOLDERS.findall(text)
    return f"Kære {named[0]}, tak for din besked." if named else "Tak for din besked."


def _site(vendor: Vendor) -> Starlette:
    async def take(request: Request) -> Response:
        body = await request.body()
        vendor.address(request)
        vendor.bodies += [str(request.url.query).encode(), body]
        return JSONResponse({"answer": _answer(body.decode("utf-8", "replace"))})

    async def page(request: Request) -> Response:
        vendor.address(request)
        vendor.bodies.append(str(request.url.query).encode())
        first = (request.url.hostname or "").split(".")[0]
        known = request.path_params.get("page") or (first if first in NAMED else "plain")
        return FileResponse(PAGES / f"{known}.html")

    async def chat(socket: WebSocket) -> None:
        vendor.address(socket)
        await socket.accept()
        vendor.bodies.append(str(socket.url.query).encode())
        try:
            while True:
                message = await socket.receive()
                if message["type"] == "websocket.disconnect":
                    return
                body = message.get("bytes") or (message.get("text") or "").encode()
                vendor.bodies.append(body)
                await socket.send_text(_answer(body.decode("utf-8", "replace")))
        except WebSocketDisconnect:
            return

    return Starlette(
        routes=[
            Route("/", page),
            Route("/page/{page}", page),
            Mount("/node_modules", StaticFiles(directory=MODULES)),
            Mount("/static", StaticFiles(directory=PAGES)),
            WebSocketRoute("/c/api/chat", chat),
            WebSocketRoute("/m365Copilot/Chathub/room", chat),
            Route("/{path:path}", take, methods=["GET", "POST", "PUT", "PATCH"]),
        ]
    )


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A key and a certificate that nobody but this run trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .sign(key, hashes.SHA256())
    )
    key_file, certificate_file = folder / "key.pem", folder / "certificate.pem"
    key_file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    certificate_file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return key_file, certificate_file


def fetch_editors() -> None:
    """ProseMirror and Lexical by their lock, beside these tests; one process fetches them."""
    folder = MODULES.parent
    with (folder / "package-lock.json").open(encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if NPM and not (MODULES / ".package-lock.json").exists():
            subprocess.run([NPM, "ci", "--silent"], cwd=folder, check=True)  # noqa: S603  # npm itself


@contextmanager
def running(app: object, **config: object) -> Iterator[int]:
    """Serves ``app`` on a free port of this machine, which it gives."""
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, **config))  # type: ignore[arg-type]
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():  # it forks first: no browser is there yet
            time.sleep(0.01)
        try:
            yield int(listener.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join(SECONDS)


@contextmanager
def vendor_sites(folder: Path) -> Iterator[Vendor]:
    """The sites, on a free port."""
    key, certificate = _certificate(folder)
    vendor = Vendor(0)
    config = {"ssl_keyfile": key, "ssl_certfile": certificate, "ws": "wsproto"}
    with running(_site(vendor), **config) as vendor.port:
        yield vendor
