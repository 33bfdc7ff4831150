"""What Copilot CLI itself makes of what a hook answers, row by row. Slow: seconds a run.

The rows that send a prompt on, or run a tool, are what the hook must never answer; they are how it
would be noticed that the client has changed. Each row sees that the hook was run.
"""

from __future__ import annotations

import json
import shlex
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.hook.fake_model import FakeModel
from tests.hook.real import Said, User

CLEAN = "Hvornår skal momsen indberettes?"
OTHER = "Hvad koster et frimærke?"
NO = "nej, på grund af æøå"
PATIENCE = 2  # seconds that the client waits for the hook
NOBODY = "http://127.0.0.1:9/hook"
RAN = 'touch "$HOME/ran"; '


def held(model: FakeModel) -> bool:
    """Nothing has left."""
    return model.bodies == []


def sent(model: FakeModel) -> bool:
    """The prompt has left as it was."""
    return CLEAN in model.received and OTHER not in model.received


def rewritten(model: FakeModel) -> bool:
    """Another prompt has left in its place."""
    return OTHER in model.received and CLEAN not in model.received


def emptied(model: FakeModel) -> bool:
    """An empty prompt has left."""
    return model.bodies != [] and CLEAN not in model.received


def added(model: FakeModel) -> bool:
    """The prompt has left, and more with it."""
    return CLEAN in model.received and f"<system_reminder>\\n{OTHER}" in model.received


Became = Callable[[FakeModel], bool]
BLOCK = {"decision": "block", "reason": NO}
# The same whether a command writes it or a server answers it.
ANSWERS: dict[str, tuple[dict[str, Any], Became]] = {
    "block": (BLOCK, held),
    "block without a reason": ({"decision": "block", "reason": ""}, held),
    "handled": ({"handled": True, "responseContent": NO}, held),
    "everybody's block in one": (
        BLOCK
        | {"continue": False, "stopReason": NO, "systemMessage": NO, "suppressOutput": True}
        | {"hookSpecificOutput": {"hookEventName": "UserPromptSubmit"}},
        held,
    ),
    "modifiedPrompt": ({"modifiedPrompt": OTHER}, rewritten),
    "modifiedPrompt, empty": ({"modifiedPrompt": ""}, emptied),
    "modifiedPrompt, nested": ({"hookSpecificOutput": {"modifiedPrompt": OTHER}}, sent),
    "updatedPrompt": ({"updatedPrompt": OTHER}, sent),
    "additionalContext": ({"additionalContext": OTHER}, added),
    "additionalContext, nested": ({"hookSpecificOutput": {"additionalContext": OTHER}}, sent),
    "VS Code's block": ({"continue": False, "stopReason": NO}, sent),
    "nothing": ({}, sent),
}


def says(answer: dict[str, Any]) -> str:
    """The shell command that writes ``answer``."""
    return f"echo {shlex.quote(json.dumps(answer))}"


COMMANDS: dict[str, tuple[str, Became]] = {
    **{name: (says(answer), became) for name, (answer, became) in ANSWERS.items()},
    "block and exit code 2": (f"{says(BLOCK)}; exit 2", held),
    "exit code 2, as Claude blocks": ("echo nej >&2; exit 2", sent),
    "exit code 1": ("exit 1", sent),
    "no JSON": ("echo nej", sent),
    "too late": (f"sleep {PATIENCE + 3}", sent),
}


def command(user: User, event: str, line: str) -> None:
    """Let the client run ``line`` at ``event``."""
    entry = {"type": "command", "bash": RAN + line, "timeoutSec": PATIENCE}
    user.written(".copilot", "hooks", "other.json", content={"hooks": {event: [entry]}})


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command(name: str, user: User, model: FakeModel) -> None:
    line, became = COMMANDS[name]
    command(user, "userPromptSubmitted", line)
    user.copilot(model, CLEAN)
    assert (user.home / "ran").exists()
    assert became(model)


def test_a_reason_is_shown_with_its_letters(user: User, model: FakeModel) -> None:
    command(user, "userPromptSubmitted", says(BLOCK))
    said = user.copilot(model, CLEAN)
    assert said.code == 1
    assert f"! {NO}" in said.shown


def test_an_answer_in_place_of_the_model_is_shown(user: User, model: FakeModel) -> None:
    command(user, "userPromptSubmitted", says({"handled": True, "responseContent": NO}))
    said = user.copilot(model, CLEAN)
    assert said.code == 0
    assert NO in said.shown


TOOLS: dict[str, tuple[str, str]] = {
    "deny": (says({"permissionDecision": "deny", "permissionDecisionReason": NO}), ""),
    "modifiedArgs": (
        says({"permissionDecision": "allow", "modifiedArgs": {"command": "printf ny > made"}}),
        "ny",
    ),
    "exit code 2": ("exit 2", ""),
    "exit code 1": ("exit 1", ""),
    "too late": (f"sleep {PATIENCE + 3}", "gammel"),
    "no JSON": ("echo nej", "gammel"),
    "the block of a prompt": (says(BLOCK), "gammel"),
}


@pytest.mark.parametrize("name", TOOLS)
def test_before_a_tool(name: str, user: User, model: FakeModel) -> None:
    """What the tool then made, if it ran."""
    line, made = TOOLS[name]
    command(user, "preToolUse", line)
    model.call = ("bash", {"command": "printf gammel > made", "description": "x"})
    user.copilot(model, CLEAN)
    file = user.work / "made"
    assert (user.home / "ran").exists()
    assert (file.read_text(encoding="utf-8") if file.exists() else "") == made
    assert (NO in model.received) is (name == "deny")


@dataclass
class HookServer:
    """A hook that is a server: what it answers, and what it was asked."""

    url: str = ""
    status: int = 200
    body: bytes = b""
    waits: float = 0
    asked: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[HookServer]:
    """On a port of its own."""
    told = HookServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            told.asked.append(json.loads(self.rfile.read(length)))
            time.sleep(told.waits)
            self.send_response(told.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(told.body)))
            self.end_headers()
            self.wfile.write(told.body)

        def handle(self) -> None:
            with suppress(ConnectionError):  # the client has waited long enough
                super().handle()

        def log_message(self, *_: object) -> None:
            pass

    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{made.server_port}/hook"
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield told
    made.shutdown()
    made.server_close()


def ask_over_http(user: User, model: FakeModel, url: str, **more: str) -> Said:
    """Copilot CLI with a server for its hook."""
    entry = {"type": "http", "url": url, "timeoutSec": PATIENCE}
    hooks = {"hooks": {"userPromptSubmitted": [entry]}}
    user.written(".copilot", "hooks", "other.json", content=hooks)
    return user.copilot(model, CLEAN, **more)


ALLOWED = {"COPILOT_HOOK_ALLOW_LOCALHOST": "1"}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_server(name: str, user: User, model: FakeModel, server: HookServer) -> None:
    answer, became = ANSWERS[name]
    server.body = json.dumps(answer).encode()
    ask_over_http(user, model, server.url, **ALLOWED)
    assert [asked["prompt"] for asked in server.asked] == [CLEAN]
    assert became(model)


FAILURES = {
    "403": (403, json.dumps(BLOCK).encode(), 0),
    "500": (500, json.dumps(BLOCK).encode(), 0),
    "no JSON": (200, b"nej", 0),
    "too late": (200, json.dumps(BLOCK).encode(), PATIENCE + 2),
}


@pytest.mark.parametrize("name", FAILURES)
def test_a_server_that_fails(name: str, user: User, model: FakeModel, server: HookServer) -> None:
    server.status, server.body, server.waits = FAILURES[name]
    ask_over_http(user, model, server.url, **ALLOWED)
    assert server.asked
    assert sent(model)


def test_a_server_that_is_not_there(user: User, model: FakeModel) -> None:
    ask_over_http(user, model, NOBODY, **ALLOWED)
    assert sent(model)


def test_a_server_on_this_machine_is_not_asked(
    user: User, model: FakeModel, server: HookServer
) -> None:
    """Why the hook is a command."""
    server.body = json.dumps(BLOCK).encode()
    ask_over_http(user, model, server.url)
    assert server.asked == []
    assert sent(model)
