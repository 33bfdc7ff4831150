"""GitHub's Copilot CLI, unmodified and offline, through the proxy."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.hook.real import CLIENTS, UNPACKED

Begin = Callable[..., str]
MAIL = "Skriv til Mette Holm, mette.holm@fjordlyst-bageri.example"
SECRET = ("Mette", "Holm", "fjordlyst")


def copilot(url: str, home: Path, prompt: str, **more: str) -> tuple[int, str]:
    """Copilot CLI asked one thing: its exit code, and what it showed."""
    environment = {
        "PATH": os.environ["PATH"],  # noqa: TID251  # where its shell is
        "HOME": str(home),
        "COPILOT_HOME": str(home / ".copilot"),
        "COPILOT_PKG_CACHE_HOME": str(UNPACKED),
        "COPILOT_OFFLINE": "true",
        "COPILOT_AUTO_UPDATE": "false",
        "COPILOT_PROVIDER_BASE_URL": f"{url}/openai/v1",
        "COPILOT_PROVIDER_API_KEY": "any",
        "COPILOT_MODEL": "echo",
    }
    [program] = CLIENTS.glob("@github/copilot-*/copilot")
    ran = subprocess.run(  # noqa: S603  # the client as it is
        [program, "-p", prompt, "--allow-all-tools"],
        env=environment | more,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return ran.returncode, f"{ran.stdout}\n{ran.stderr}"


def hidden(vendor: Any) -> bool:
    """Nothing of it reached the vendor, and something did."""
    return bool(vendor.bodies) and not any(word in vendor.seen for word in SECRET)


@pytest.mark.parametrize("wire", ["completions", "responses"])
def test_redacted_and_restored(begin: Begin, vendor: Any, tmp_path: Path, wire: str) -> None:
    code, shown = copilot(begin(), tmp_path, MAIL, COPILOT_PROVIDER_WIRE_API=wire)
    assert code == 0, shown
    assert MAIL in shown
    assert vendor.bodies[0]["stream"] is True
    assert hidden(vendor)


@pytest.mark.parametrize("wire", ["completions", "responses"])
def test_blocked(begin: Begin, vendor: Any, tmp_path: Path, wire: str) -> None:
    url = begin()
    code, shown = copilot(
        url, tmp_path, "Hendes cpr er 010158-5670", COPILOT_PROVIDER_WIRE_API=wire
    )
    assert code == 1
    assert "Sluse: Teksten må ikke sendes" in re.sub(r"\s+", " ", shown)
    assert vendor.paths == []


def test_a_tool_gets_the_value_and_the_vendor_its_placeholder(
    begin: Begin, vendor: Any, tmp_path: Path
) -> None:
    """The model calls the shell with a placeholder; the file is written with the name."""
    command = "printf %s 'Mette Holm' > navn.txt; cat navn.txt"
    code, shown = copilot(begin(), tmp_path, command, COPILOT_MODEL="shell")
    assert code == 0, shown
    assert (tmp_path / "navn.txt").read_text(encoding="utf-8") == "Mette Holm"
    calls = [m for b in vendor.bodies for m in b["messages"] if m.get("tool_calls")]
    arguments = json.loads(calls[0]["tool_calls"][0]["function"]["arguments"])
    assert "[PERSON_" in arguments["command"]
    results = [m for m in vendor.bodies[-1]["messages"] if m["role"] == "tool"]
    assert results
    assert hidden(vendor)
