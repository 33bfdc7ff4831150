"""The start: closed to others without a key, a clear word where it cannot begin."""

from __future__ import annotations

import gc
import json
import logging
import re
import signal
import socket
import sys
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from api.keys import Scope, new_key
from api.log import JsonLines
from api.serve import check_exposure, listen
from scanner.errors import SettingsError
from scanner.settings import Settings

OTHERS = ["0.0.0.0", "::", "192.0.2.7", "sluse.example", ""]  # noqa: S104  # to be refused


@pytest.mark.parametrize("host", OTHERS)
def test_it_does_not_open_to_others_without_a_key(settings: Settings, host: str) -> None:
    with pytest.raises(SettingsError):
        check_exposure(settings.model_copy(update={"host": host}))


@pytest.mark.parametrize("host", OTHERS)
def test_with_a_key_it_does(settings: Settings, host: str) -> None:
    _, record = new_key([Scope.SCAN])
    check_exposure(settings.model_copy(update={"host": host, "api_keys": str(record)}))


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_on_this_machine_it_needs_none(settings: Settings, host: str) -> None:
    check_exposure(settings.model_copy(update={"host": host}))


def test_a_taken_port_is_said_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=str(port)):
            listen("127.0.0.1", port)


def test_a_log_line_is_json_without_traceback() -> None:
    error = ValueError("Ravnhild Skjoldmose")
    info = (ValueError, error, None)
    record = logging.LogRecord("sluse", logging.ERROR, "x.py", 1, "request failed", (), info)
    record.__dict__.update(route="/v1/scan", secret="Ravnhild")
    line = JsonLines().format(record)
    assert "Ravnhild" not in line
    told = json.loads(line)
    assert (told["message"], told["error"]) == ("request failed", "ValueError")
    assert told["route"] == "/v1/scan"


SERVE = """
import gc, uvicorn
from api.serve import serve
from scanner.settings import Settings

run = uvicorn.Server.run

def told(*given, **named):
    objects = len(gc.get_objects()), gc.get_freeze_count()
    print(gc.isenabled(), *gc.get_threshold()[::2], *objects, flush=True)
    run(*given, **named)

uvicorn.Server.run = told
serve(Settings.load())
"""


def test_it_greets_answers_and_stops(tmp_path: Path) -> None:
    environment = {"SLUSE_PORT": "0", "SLUSE_STATE_DIR": str(tmp_path), "PATH": ""}
    with Popen([sys.executable, "-c", SERVE], stdout=PIPE, stderr=PIPE, env=environment) as process:  # noqa: S603  # our own code
        assert process.stdout
        greeting = process.stdout.readline().decode()
        address = re.search(r"http://127\.0\.0\.1:(\d+)", greeting)
        assert address, process.stderr and process.stderr.read().decode()
        process.stdout.readline()  # the same in English
        is_on, young, old, looked_through, lasting = process.stdout.readline().split()
        with socket.create_connection(("127.0.0.1", int(address[1]))) as connection:
            connection.sendall(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")
            answer = connection.recv(4096)
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) in {0, -signal.SIGTERM}
    assert b"200 OK" in answer
    # what is loaded is not looked through while somebody waits
    assert is_on == b"True"
    assert int(young) > 0
    assert int(old) > gc.get_threshold()[2]  # as Python itself has it
    assert int(looked_through) < int(lasting) / 100
