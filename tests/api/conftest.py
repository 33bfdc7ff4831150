"""The service, asked without a network, by the real scanner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from socket import create_server
from threading import Thread
from time import sleep
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from uvicorn import Config, Server

from api.app import create_app
from scanner import Scanner
from scanner.settings import Settings

MakeSettings = Callable[..., Settings]


@pytest.fixture(scope="session")
def scanner() -> Scanner:
    """The scanner, by the shipped policy."""
    return Scanner.from_policy()


@pytest.fixture(scope="session")
def make_settings() -> MakeSettings:
    """Settings that touch nothing outside a folder."""

    def make(folder: Path, **changes: Any) -> Settings:
        told: dict[str, Any] = {
            "state_dir": folder,
            "workers": 2,
            "queue_size": 16,
            "allowed_hosts": ("testserver",),
            "hash_key": "0123456789abcdef" * 4,
            "scan_timeout_seconds": 60.0,
        }
        return Settings(**told | changes)

    return make


@pytest.fixture
def settings(make_settings: MakeSettings, tmp_path: Path) -> Settings:
    """Settings of a service for one test."""
    return make_settings(tmp_path)


@pytest.fixture
def client(settings: Settings, scanner: Scanner) -> Iterator[TestClient]:
    """The service, asked without a network."""
    with TestClient(create_app(settings, scanner)) as made:
        yield made


@pytest.fixture
def serve() -> Iterator[Callable[[FastAPI], str]]:
    """A real server for an app, on a free port of this machine; gives its address."""
    with ExitStack() as stack:
        yield lambda app: stack.enter_context(serving(app))


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    with create_server(("127.0.0.1", 0)) as listener:
        config = Config(app, log_config=None, ws="websockets-sansio", timeout_graceful_shutdown=5)
        server = Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while (
            not server.started and thread.is_alive()
        ):  # it forks first: no pipe of a test is there
            sleep(0.01)
        try:
            yield f"127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
