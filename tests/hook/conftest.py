"""The running service, a user, and a model vendor that keeps what it is sent."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hook.fake_model import FakeModel, fake_model
from tests.hook.real import User

SLUSE = Path(sys.executable).with_name("sluse")


@dataclass(frozen=True, slots=True)
class Running:
    """A service of our own, on a port and at a Unix socket."""

    port: int
    socket: Path
    folder: Path

    @property
    def address(self) -> str:
        """Where a hook finds it."""
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """`sluse serve`, as it is run."""
    folder = tmp_path_factory.mktemp("service")
    environment = {
        "PATH": "",
        "SLUSE_PORT": "0",
        "SLUSE_STATE_DIR": str(folder),
        "SLUSE_UNIX_SOCKET": str(folder / "sluse.sock"),
        "SLUSE_LOG_LEVEL": "debug",
    }
    with (
        (folder / "log").open("w", encoding="utf-8") as log,
        subprocess.Popen(  # noqa: S603  # our own command
            [SLUSE, "serve"], stdout=subprocess.PIPE, stderr=log, env=environment
        ) as process,
    ):
        assert process.stdout
        greeting = process.stdout.readline().decode()
        port = re.search(r":(\d+) ", greeting)
        assert port, (folder / "log").read_text(encoding="utf-8")
        yield Running(int(port[1]), folder / "sluse.sock", folder)
        process.terminate()


@pytest.fixture
def user(tmp_path: Path) -> User:
    """Somebody with an empty home folder."""
    return User(tmp_path)


@pytest.fixture
def model() -> Iterator[FakeModel]:
    """The vendor."""
    with fake_model() as made:
        yield made


@pytest.fixture
def install(service: Running, user: User) -> Callable[..., None]:
    """`sluse hook install` for the user; another ``port`` is where nobody listens."""

    def put_in(client: str, *options: str, port: int = service.port) -> None:
        subprocess.run(  # noqa: S603  # our own command
            [SLUSE, "hook", "install", client, *options],
            env=user.environment(SLUSE_PORT=str(port)),
            check=True,
            capture_output=True,
        )

    return put_in


@pytest.fixture
def deaf() -> Iterator[int]:
    """The port of a service that takes a connection and never says anything."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]
