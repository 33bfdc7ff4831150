"""`sluse hook` as a client runs it: whatever happens, a valid answer that holds the text."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from api.keys import Scope, new_key
from hook.main import LARGEST
from tests.hook.conftest import SLUSE, Running

PROMPT = {"sessionId": "s", "timestamp": 1, "cwd": "/", "prompt": "Hvornår er der momsfrist?"}
CLEAN = json.dumps(PROMPT).encode()


def call(*options: str, stdin: bytes = CLEAN) -> tuple[int, dict[str, Any]]:
    """Exit code and answer."""
    ran = subprocess.run(  # noqa: S603  # our own command
        [SLUSE, "hook", *options], input=stdin, capture_output=True, check=False, timeout=60
    )
    return ran.returncode, json.loads(ran.stdout)


def held(*options: str, stdin: bytes = CLEAN) -> str:
    """The reason why a prompt of Copilot's is held."""
    code, answer = call("--client", "copilot", "--event", "prompt", *options, stdin=stdin)
    assert (code, answer["decision"]) == (0, "block")
    return str(answer["reason"])


def test_a_clean_prompt_passes(service: Running) -> None:
    assert call("--address", service.address) == (0, {})


def test_over_a_unix_socket(service: Running) -> None:
    prompt = PROMPT | {"prompt": "Skriv til Ravnhild Skjoldmose"}
    given = call("--address", f"unix:{service.socket}", stdin=json.dumps(prompt).encode())
    assert given == (0, {"modifiedPrompt": "Skriv til [PERSON_1]"})


def test_a_destination_of_ones_own(service: Running) -> None:
    prompt = json.dumps(PROMPT | {"prompt": "Skriv til Ravnhild Skjoldmose"}).encode()
    options = ("--address", service.address, "--destination", "m365-copilot")
    assert call(*options, stdin=prompt) == (0, {})


DEEP = b'{"sessionId": "s", "toolName": "x", "toolArgs": ' + b"[" * 90 + b"]" * 90 + b"}"
UNREADABLE = {
    "empty": b"",
    "no JSON": b"Mit CPR er 010158-5670",
    "no object": b'["x"]',
    "no UTF-8": b'{"prompt": "\xff"}',
    "another event": b'{"hook_event_name": "Stop", "session_id": "s"}',
    "no prompt": b'{"hook_event_name": "UserPromptSubmit", "session_id": "s"}',
    "nested without end": b'{"sessionId": ' * 100_000,
    "a surrogate": json.dumps(PROMPT | {"prompt": "\ud800"}).encode(),
    "prompt is null": json.dumps(PROMPT | {"prompt": None}).encode(),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_held(name: str, service: Running) -> None:
    reason = held("--address", service.address, stdin=UNREADABLE[name])
    assert "ikke sendt" in reason or "ikke godkendt" in reason
    assert "010158" not in reason


def test_what_is_nested_too_deep_is_held(service: Running) -> None:
    code, answer = call("--address", service.address, stdin=DEEP)
    assert (code, answer["permissionDecision"]) == (0, "deny")


def test_what_is_huge_is_held(service: Running) -> None:
    huge = json.dumps(PROMPT | {"prompt": "x" * LARGEST}).encode()
    assert "for stor" in held("--address", service.address, stdin=huge)
    larger_than_the_service_takes = json.dumps(PROMPT | {"prompt": "x " * 1_100_000}).encode()
    assert "for stor" in held("--address", service.address, stdin=larger_than_the_service_takes)


def test_an_unknown_client_is_told_all_that_may_help() -> None:
    ran = subprocess.run(  # noqa: S603  # our own command
        [SLUSE, "hook"], input=b'{"x": 1}', capture_output=True, check=False
    )
    assert ran.returncode == 2
    assert json.loads(ran.stdout)["decision"] == "block"
    assert "ikke sendt" in ran.stderr.decode()


WRONG = [
    ("--client", "nobody"),
    ("--event", "never"),
    ("--address", "http://sluse.example:8080"),
    ("--address", "https://127.0.0.1:8080"),
    ("--address", "unix:relative"),
    ("--seconds", "0"),
    ("--seconds", "nan"),
    ("--seconds", "3600"),
    ("--unknown", "x"),
    ("--destination",),
]


@pytest.mark.parametrize("options", WRONG, ids=" ".join)
def test_a_wrong_option_holds(options: tuple[str, ...]) -> None:
    assert "sat forkert op" in held(*options)


def test_nobody_there() -> None:
    assert "Sluse svarer ikke" in held("--address", "http://127.0.0.1:9")
    assert "Sluse svarer ikke" in held("--address", "unix:/no/such.sock")


def test_a_key_that_cannot_be_read(tmp_path: Path, service: Running) -> None:
    missing = str(tmp_path / "key")
    assert "nøgle" in held("--address", service.address, "--key-file", missing)


@contextmanager
def answering(said: bytes, *, drip: float = 0.0) -> Iterator[str]:
    """The address of something that answers ``said`` to whoever asks, a byte at a time if slow."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection, contextlib.suppress(OSError):  # the hook has hung up
                connection.recv(65536)
                for piece in [said[i : i + 1] for i in range(len(said))] if drip else [said]:
                    connection.sendall(piece)
                    time.sleep(drip)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def http(status: int, body: bytes, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    return f"HTTP/1.1 {status} x\r\nContent-Length: {size}\r\n\r\n".encode() + body


ALLOWED = b'{"decision": "allow", "message": {"da": "", "en": ""}, "text": ""}'
STRANGE = {
    "nothing": b"",
    "no HTTP": b"SSH-2.0\r\n",
    "no length": b"HTTP/1.1 200 OK\r\n\r\n{}",
    "cut short": http(200, b'{"results": [' + ALLOWED + b"]}", 10_000),
    "no JSON": http(200, b"nej"),
    "another shape": http(200, b'{"decision": "allow"}'),
    "no result": http(200, b'{"results": []}'),
    "two results": http(200, b'{"results": [' + ALLOWED + b", " + ALLOWED + b"]}"),
    "an unknown verdict": http(200, b'{"results": [' + ALLOWED.replace(b"allow", b"fine") + b"]}"),
    "an error": http(500, b"{}"),
    "a redirect": http(307, b""),
    "no such place": http(404, b"{}"),
    "busy": http(503, b"{}"),
    "no key": http(401, b"{}"),
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_answer_holds(name: str) -> None:
    with answering(STRANGE[name]) as address:
        assert "ikke sendt" in held("--address", address)


def test_the_stand_in_could_have_let_it_pass() -> None:
    """The answers above hold for what is wrong with them."""
    with answering(http(200, b'{"results": [' + ALLOWED + b"]}")) as address:
        assert call("--address", address) == (0, {})


def test_an_answer_that_drips_is_cut_off() -> None:
    with answering(http(200, b"x" * 100), drip=0.2) as address:
        assert "nåede ikke" in held("--address", address, "--seconds", "1")


def test_a_client_that_never_finishes_is_answered() -> None:
    command: list[str | Path] = [
        SLUSE,
        "hook",
        "--client",
        "claude",
        "--event",
        "prompt",
        "--seconds",
        "0.5",
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603  # our own command
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"session_id"')
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        assert process.wait(30) == 0
    assert answer["decision"] == "block"


def test_a_key_is_sent(tmp_path: Path) -> None:
    shown, _ = new_key([Scope.SCAN])
    file = tmp_path / "key"
    file.write_text(shown + "\n", encoding="ascii")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        asked: list[bytes] = []

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                asked.append(connection.recv(65536))

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        port = listener.getsockname()[1]
        held("--address", f"http://127.0.0.1:{port}", "--key-file", str(file))
        thread.join(30)
    assert f"Authorization: Bearer {shown}\r\n".encode() in asked[0]


def test_tools_that_stay_on_the_machine_need_no_service() -> None:
    told = {"sessionId": "s", "toolName": "str_replace", "toolArgs": {"text": "010158-5670"}}
    assert call("--address", "http://127.0.0.1:9", stdin=json.dumps(told).encode()) == (0, {})


Call = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture
def used(service: Running) -> Call:
    """The answer to Claude Code about a tool, by the real service."""

    def ask(told: dict[str, Any]) -> dict[str, Any]:
        claude = {"session_id": "s", "transcript_path": "/h/.claude/s", "tool_name": "x"}
        options = ("--address", service.address, "--seconds", "25")
        code, answer = call(*options, stdin=json.dumps(claude | told).encode())
        assert code == 0
        given: dict[str, Any] = answer["hookSpecificOutput"]
        return given

    return ask


def test_a_value_keeps_its_shape(used: Call) -> None:
    response = {"type": "text", "lines": 2, "ok": True, "none": None, "of": ["Ravnhild Skjoldmose"]}
    given = used({"hook_event_name": "PostToolUse", "tool_response": response})
    assert given["updatedToolOutput"] == response | {"of": ["[PERSON_1]"]}


def test_what_may_not_leave_is_taken_out_of_a_value(used: Call) -> None:
    response = {"type": "text", "note": "CPR 010158-5670", "number": 101585670}
    given = used({"hook_event_name": "PostToolUse", "tool_response": response})
    left = given["updatedToolOutput"]
    assert left["type"] == "text"
    assert isinstance(left["number"], int)
    assert "010158" not in json.dumps(left)


def test_what_only_its_name_gives_away_is_held(used: Call) -> None:
    """A number on its own is none of ours; beside its member's name it is a password."""
    command = {"adgangskode": "Sommerhus-73-kvist", "server": "x"}
    given = used({"hook_event_name": "PreToolUse", "tool_input": command})
    assert given["permissionDecision"] in {"deny", "ask"}
    assert "Sommerhus" not in json.dumps(given)


def test_more_texts_than_one_request_takes(used: Call) -> None:
    response = [f"linje {number}" for number in range(250)] + ["Ravnhild Skjoldmose"]
    given = used({"hook_event_name": "PostToolUse", "tool_response": response})
    assert given["updatedToolOutput"] == [*response[:-1], "[PERSON_1]"]


def test_it_loads_nothing_heavy() -> None:
    code = """
import os, sys
sys.argv = ["sluse", "hook", "--address", "http://127.0.0.1:9"]
os._exit = sys.exit
import scanner.cli.main
try:
    scanner.cli.main.main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""
    ran = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", code], input=CLEAN, capture_output=True, check=False
    )
    loaded = set(ran.stderr.decode().split())
    heavy = {"typer", "pydantic", "spacy", "scanner.pipeline", "scanner.cli.app", "http.client"}
    assert "hook.main" in loaded
    assert loaded & heavy == set()
