"""The clients as their users have them, offline, with a model vendor of our own."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hook.fake_model import FakeModel

CLIENTS = Path(__file__).parents[2] / ".ci" / "clients" / "node_modules"
# Where Copilot CLI unpacks its 235 MB: once, and not for every home folder anew.
UNPACKED = CLIENTS / ".unpacked"
_CODEX = """\
model = "fake"
model_provider = "fake"
[model_providers.fake]
name = "fake"
base_url = "{url}/v1"
wire_api = "responses"
env_key = "FAKE_KEY"
"""


@dataclass(frozen=True, slots=True)
class Said:
    """What a client showed its user."""

    code: int
    shown: str


@dataclass(frozen=True, slots=True)
class User:
    """Somebody's home folder, and a folder to work in."""

    home: Path

    @property
    def work(self) -> Path:
        """Where the client is started."""
        folder = self.home / "work"
        folder.mkdir(exist_ok=True)
        return folder

    def environment(self, **more: str) -> dict[str, str]:
        """Nothing of the machine's but the path."""
        path = os.environ["PATH"]  # noqa: TID251  # where the shell is
        return {"PATH": path, "HOME": str(self.home), "LANG": "C.UTF-8", **more}

    def written(self, *parts: str, content: dict[str, Any]) -> Path:
        """A JSON file below the home folder."""
        path = self.home.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    def copilot(self, model: FakeModel, prompt: str, **more: str) -> Said:
        """Copilot CLI, asked one thing."""
        variables = self.environment(
            COPILOT_OFFLINE="true",
            COPILOT_PROVIDER_BASE_URL=f"{model.url}/v1",
            COPILOT_MODEL="fake",
            COPILOT_AUTO_UPDATE="false",
            COPILOT_HOME=str(self.home / ".copilot"),
            COPILOT_PKG_CACHE_HOME=str(UNPACKED),
            **more,
        )
        return self._run(
            "@github/copilot-*/copilot", ["-p", prompt, "--allow-all-tools"], variables
        )

    def claude(self, model: FakeModel, prompt: str) -> Said:
        """Claude Code, asked one thing."""
        variables = self.environment(
            ANTHROPIC_BASE_URL=model.url,
            ANTHROPIC_API_KEY="fake",
            CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC="1",
            DISABLE_AUTOUPDATER="1",
            IS_SANDBOX="1",  # lets root, as CI is, do without being asked
        )
        options = ["-p", prompt, "--model", "fake", "--permission-mode", "bypassPermissions"]
        return self._run("@anthropic-ai/claude-code-*/claude", options, variables)

    def codex(self, model: FakeModel, prompt: str) -> Said:
        """Codex CLI, asked one thing, its hooks taken for approved."""
        config = self.home / ".codex" / "config.toml"
        config.parent.mkdir(exist_ok=True)
        config.write_text(_CODEX.format(url=model.url), encoding="utf-8")
        options = [
            "exec",
            "--skip-git-repo-check",
            "--dangerously-bypass-hook-trust",
            "--dangerously-bypass-approvals-and-sandbox",
            prompt,
        ]
        variables = self.environment(FAKE_KEY="fake")
        return self._run("@openai/codex-*/vendor/*/bin/codex", options, variables)

    def _run(self, program: str, options: list[str], variables: dict[str, str]) -> Said:
        [path] = CLIENTS.glob(program)
        ran = subprocess.run(  # noqa: S603  # the client as it is
            [path, *options],
            cwd=self.work,
            env=variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Said(ran.returncode, " ".join((ran.stdout + ran.stderr).split()))
