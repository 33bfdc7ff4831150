"""Copilot CLI itself, with our hook and with what can become of a hook. Slow: seconds a run."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.hook.conftest import Running
from tests.hook.fake_model import ANSWER, FakeModel
from tests.hook.real import User

Install = Callable[..., None]
CLEAN = "Hvornår skal momsen indberettes?"
NAMES = "Skriv til Ravnhild Skjoldmose hos Skjoldmose Væveri ApS om momsen"
CPR = "010158-5670"  # of 1858: nobody bears it any more
NOBODY = 9  # the discard port: nothing answers there
EVENTS = {"userPromptSubmitted": "prompt", "preToolUse": "call", "postToolUse": "result"}


def pascal(user: User) -> None:
    """Rewrite the installed file into the other dialect, which VS Code and Claude share."""
    path = user.home / ".copilot" / "hooks" / "sluse.json"
    told = json.loads(path.read_text(encoding="utf-8"))["hooks"]
    names = ("UserPromptSubmit", "PreToolUse", "PostToolUse")
    hooks = {name: [{"hooks": told[old]}] for name, old in zip(names, EVENTS, strict=True)}
    user.written(".copilot", "hooks", "sluse.json", content={"hooks": hooks})


@pytest.fixture(params=["camelCase", "PascalCase"])
def installed(request: pytest.FixtureRequest, install: Install, user: User) -> str:
    """Our hook for Copilot, in each of its dialects."""
    install("copilot")
    if request.param == "PascalCase":
        pascal(user)
    return str(request.param)


@pytest.mark.usefixtures("installed")
class TestPrompt:
    def test_a_clean_one_goes_out_as_it_is(self, user: User, model: FakeModel) -> None:
        said = user.copilot(model, CLEAN)
        assert said.code == 0
        assert ANSWER in said.shown
        assert CLEAN in model.received

    def test_a_cpr_number_is_held(self, user: User, model: FakeModel) -> None:
        said = user.copilot(model, f"Mit CPR-nummer er {CPR}")
        assert (said.code, model.bodies) == (1, [])
        assert "1 CPR-nummer" in said.shown
        assert "1 CPR number" in said.shown
        assert CPR not in said.shown

    def test_names_are_hidden(self, user: User, model: FakeModel) -> None:
        said = user.copilot(model, NAMES)
        assert said.code == 0
        assert "Skriv til [PERSON_1] hos [VIRKSOMHED_1] om momsen" in model.received
        assert "Skjoldmose" not in model.received


@pytest.mark.usefixtures("installed")
class TestTools:
    def test_an_argument_is_held(self, user: User, model: FakeModel) -> None:
        model.call = ("bash", {"command": f"touch made; echo {CPR}", "description": "x"})
        user.copilot(model, CLEAN)
        assert "1 CPR number" in model.received
        assert not (user.work / "made").exists()

    def test_an_argument_is_rewritten(self, user: User, model: FakeModel) -> None:
        command = "printf '%s' 'Ring til Ravnhild Skjoldmose' > made"
        model.call = ("bash", {"command": command, "description": "x"})
        user.copilot(model, CLEAN)
        assert (user.work / "made").read_text(encoding="utf-8") == "Ring til [PERSON_1]"

    def test_a_file_that_is_read_is_held(self, user: User, model: FakeModel) -> None:
        (user.work / "note.txt").write_text(f"CPR {CPR}\n", encoding="utf-8")
        model.call = ("view", {"path": str(user.work / "note.txt")})
        user.copilot(model, CLEAN)
        assert "1 CPR number" in model.received
        assert CPR not in model.received

    def test_a_file_that_is_read_is_rewritten(self, user: User, model: FakeModel) -> None:
        (user.work / "note.txt").write_text("Ring til Ravnhild Skjoldmose\n", encoding="utf-8")
        model.call = ("view", {"path": str(user.work / "note.txt")})
        user.copilot(model, CLEAN)
        assert "Ring til [PERSON_1]" in model.received
        assert "Skjoldmose" not in model.received

    def test_a_mentioned_file_is_seen_when_it_is_read(self, user: User, model: FakeModel) -> None:
        """The prompt has the mention alone; what stands in the file comes through a tool."""
        (user.work / "note.txt").write_text(f"CPR {CPR}\n", encoding="utf-8")
        model.call = ("view", {"path": str(user.work / "note.txt")})
        user.copilot(model, "Hvad står der i @note.txt?")
        assert "@note.txt" in model.received
        assert CPR not in model.received


def test_service_down(install: Install, user: User, model: FakeModel) -> None:
    install("copilot", port=NOBODY)
    said = user.copilot(model, CLEAN)
    assert (said.code, model.bodies) == (1, [])
    assert "Sluse svarer ikke" in said.shown


BROKEN = {
    "gone": "",
    "crashes": "#!/bin/sh\nexit 1\n",
    "is killed": "#!/bin/sh\nkill -9 $$\n",
    "cannot be run": "#!/no/such/interpreter\n",
}


def stand_in(user: User, script: str) -> None:
    """Put ``script`` in the place of ``sluse`` in the installed file; nothing when it is empty."""
    program = user.home / "bin" / "sluse"
    program.parent.mkdir()
    if script:
        program.write_text(script, encoding="utf-8")
        program.chmod(stat.S_IRWXU)
    path = user.home / ".copilot" / "hooks" / "sluse.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    for [entry] in told["hooks"].values():
        line = entry["bash"]
        entry["bash"] = str(program) + line[line.index(" hook --client") :]
    path.write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize("name", BROKEN)
def test_the_hook(name: str, install: Install, user: User, model: FakeModel) -> None:
    install("copilot")
    stand_in(user, BROKEN[name])
    said = user.copilot(model, CLEAN)
    assert (said.code, model.bodies) == (1, [])
    assert "Noget gik galt i Sluse" in said.shown


def test_a_service_that_never_answers(
    install: Install, user: User, model: FakeModel, deaf: int
) -> None:
    install("copilot", port=deaf)
    said = user.copilot(model, CLEAN)
    assert (said.code, model.bodies) == (1, [])
    assert "nåede ikke at undersøge" in said.shown


def test_nothing_of_a_text_stays_with_us(
    install: Install, user: User, model: FakeModel, service: Running
) -> None:
    """The client keeps the prompt in its own history; we keep nothing."""
    install("copilot")
    said = user.copilot(model, f"{NAMES} {CPR}")
    kept = [path for path in service.folder.rglob("*") if path.is_file()]
    ours: list[Any] = [path.read_bytes().decode("latin-1") for path in kept]
    assert {"audit.db", "log"} <= {path.name for path in kept}
    assert not any(word in text for text in [*ours, said.shown] for word in ("Skjoldmose", CPR))
    assert "Skjoldmose" in everything(
        user.home / ".copilot"
    )  # the residue that docs/hooks.md names


def everything(folder: Path) -> str:
    """All files below a folder."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return "".join(path.read_bytes().decode("utf-8", "replace") for path in files)
