"""Runs the service: `sluse serve`."""

from __future__ import annotations

import gc
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from api.edge.hosts import is_loopback
from api.keys import read_keys
from api.log import configure
from scanner.errors import SettingsError

if TYPE_CHECKING:
    from scanner.settings import Settings


def serve(settings: Settings) -> None:
    """Serve until stopped; raises SettingsError where it cannot begin.

    Refuses to listen beyond this machine without a key. Stops gracefully: what has been asked is
    answered first.
    """
    check_exposure(settings)
    configure(settings.log_level)
    from scanner import Scanner  # noqa: PLC0415  # the model takes a second; refuse first

    with ExitStack() as open_sockets:
        listener = open_sockets.enter_context(listen(settings.host, settings.port))
        listeners = [listener]
        if settings.unix_socket:
            listeners.append(open_sockets.enter_context(listen_at(settings.unix_socket)))
        with _lasting():
            scanner = Scanner.from_policy(
                settings.policy,
                register=settings.register,
                register_key=settings.register_key_bytes,
                model=settings.model,
            )
            from api.app import create_app  # noqa: PLC0415  # while the triggers are compiled

            scanner.wait()
            scanner.spread(settings.workers)
            app = create_app(settings, scanner)
        config = uvicorn.Config(
            app,
            access_log=False,
            log_config=None,
            server_header=False,
            ws="websockets-sansio",
            ws_max_size=settings.max_body_bytes,
            timeout_graceful_shutdown=int(settings.scan_timeout_seconds) + 2,
        )
        _greet(listener)
        uvicorn.Server(config).run(sockets=listeners)


@contextmanager
def _lasting() -> Iterator[None]:
    """What is made within stays to the end, so the collector passes over it, now and later.

    Its way through all of it is a fifth of a second in which nothing is answered.
    """
    gc.set_threshold(0)  # to disable it is not enough: srsly enables it when it has read a file
    try:
        yield
    finally:
        from scanner.hotpath.helpers import collect_seldom  # noqa: PLC0415  # with the model

        gc.freeze()
        collect_seldom()


def check_exposure(settings: Settings) -> None:
    """Raise SettingsError when others could reach the service and no key is set."""
    if is_loopback(settings.host) or read_keys(settings.keys_file, settings.api_keys):
        return
    raise SettingsError(
        da=f"Sluse åbner ikke på {settings.host} uden en nøgle. "
        "Lav en med “sluse key create”, eller brug 127.0.0.1.",
        en=f"Sluse does not open on {settings.host} without a key. "
        "Make one with “sluse key create”, or use 127.0.0.1.",
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to ``host`` and ``port``; raises SettingsError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host.strip("[]"), port), family=family, backlog=2048)
    except OSError as error:
        raise SettingsError(
            da=f"Sluse kan ikke åbne {host}:{port}. Er porten optaget? Ret SLUSE_PORT.",
            en=f"Sluse cannot open {host}:{port}. Is the port taken? Check SLUSE_PORT.",
        ) from error


@contextmanager
def listen_at(path: Path) -> Iterator[socket.socket]:
    """A Unix socket at ``path``, gone again afterwards; raises SettingsError.

    One that a service left behind is replaced. Whoever can reach its directory can ask, as
    whoever is on this machine can ask the port.
    """
    try:
        _remove_stale(path)
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        listener.bind(str(path))
        path.chmod(0o666)
        listener.listen(2048)
    except OSError as error:
        raise SettingsError(
            da=f"Sluse kan ikke åbne {path}: {error.strerror or error}. Ret SLUSE_UNIX_SOCKET.",
            en=f"Sluse cannot open {path}: {error.strerror or error}. Check SLUSE_UNIX_SOCKET.",
        ) from error
    with listener:
        yield listener
    path.unlink(missing_ok=True)


def _remove_stale(path: Path) -> None:
    """Remove a socket that nobody listens at; OSError when somebody does, or it is no socket."""
    if not path.is_socket():
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(str(path))
        except ConnectionRefusedError:
            path.unlink()


def _greet(listener: socket.socket) -> None:
    host, port = listener.getsockname()[:2]
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    sys.stdout.write(
        f"Sluse er åben på {address} – stop med Ctrl+C.\n"
        f"Sluse is open at {address} – stop with Ctrl+C.\n"
    )
    sys.stdout.flush()
