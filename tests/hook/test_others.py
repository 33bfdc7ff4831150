"""Claude Code and Codex CLI themselves, with our hook."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.hook.fake_model import ANSWER, FakeModel
from tests.hook.real import Said, User

Ask = Callable[[FakeModel, str], Said]
CLEAN = "Hvornår skal momsen indberettes?"
NAMES = "Ring til Ravnhild Skjoldmose"
CPR = "010158-5670"  # of 1858: nobody bears it any more


@pytest.fixture(params=["claude", "codex"])
def client(request: pytest.FixtureRequest) -> str:
    """Which of them."""
    return str(request.param)


@pytest.fixture
def ask(client: str, user: User) -> Ask:
    """Asks the client one thing."""
    asked: Ask = user.claude if client == "claude" else user.codex
    return asked


def reading(client: str, user: User, content: str) -> tuple[str, dict[str, Any]]:
    """A call of the client's own tool that reads a file with ``content``."""
    path = user.work / "note.txt"
    path.write_text(content + "\n", encoding="utf-8")
    if client == "claude":
        return "Read", {"file_path": str(path)}
    return "exec_command", {"cmd": "cat note.txt"}


def test_prompts(client: str, ask: Ask, install: Callable[..., None], model: FakeModel) -> None:
    install(client)
    ask(model, f"Mit CPR-nummer er {CPR}")
    assert model.bodies == []
    ask(model, NAMES)
    assert model.bodies == []
    said = ask(model, CLEAN)
    assert ANSWER in said.shown
    assert CLEAN in model.received


@pytest.mark.parametrize(
    ("content", "seen"), [(f"CPR {CPR}", "1 CPR number"), (NAMES, "Ring til [PERSON_1]")]
)
def test_what_a_tool_reads(  # noqa: PLR0913, PLR0917  # fixtures
    client: str,
    ask: Ask,
    install: Callable[..., None],
    model: FakeModel,
    user: User,
    content: str,
    seen: str,
) -> None:
    install(client)
    model.call = reading(client, user, content)
    ask(model, CLEAN)
    assert seen in model.received
    assert content not in model.received


def test_service_down(
    client: str, ask: Ask, install: Callable[..., None], model: FakeModel
) -> None:
    install(client, port=9)
    ask(model, CLEAN)
    assert model.bodies == []
