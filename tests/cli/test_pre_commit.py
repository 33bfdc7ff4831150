"""The hook as developers run it: real pre-commit in a real repository."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
# Where the hook is taken from has no environment of its own here: the command is the installed one.
CONFIG = """repos:
- repo: {hooks}
  rev: {rev}
  hooks:
  - id: sluse
    language: system
    entry: {command} scan --no-ocr
    args: [--baseline, .sluse-baseline.json]
    exclude: ^(\\.pre-commit-config\\.yaml|\\.sluse-baseline\\.json)$
"""


def git(*arguments: str, at: Path) -> str:
    named = ["-c", "user.name=Prøve", "-c", "user.email=proeve@example.dk"]
    command = ["git", *named, *arguments]
    done = subprocess.run(command, cwd=at, check=True, capture_output=True, text=True)  # noqa: S603  # git itself
    return done.stdout.strip()


@pytest.fixture
def repository(state: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that takes the hook from another one, with nothing known yet."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(state / "pre-commit"))
    hooks, work = state / "hooks", state / "work"
    for path in (hooks, work):
        path.mkdir()
        git("init", "--quiet", at=path)
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    git("add", ".", at=hooks)
    git("commit", "--quiet", "-m", "Hooks", at=hooks)
    config = CONFIG.format(
        hooks=hooks, rev=git("rev-parse", "HEAD", at=hooks), command=BIN / "sluse"
    )
    (work / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (work / ".sluse-baseline.json").write_text('{"version": 1, "findings": []}', encoding="utf-8")
    (work / "note.md").write_text("Vi ses på tirsdag.\n", encoding="utf-8")
    git("add", ".", at=work)
    return work


def hook(work: Path) -> tuple[int, str]:
    command = [str(BIN / "pre-commit"), "run", "--all-files"]
    done = subprocess.run(command, cwd=work, check=False, capture_output=True, text=True)  # noqa: S603  # pre-commit itself
    return done.returncode, done.stdout + done.stderr


def test_the_hook_lets_clean_files_pass_and_stops_a_number(repository: Path) -> None:
    assert hook(repository)[0] == 0
    (repository / "liste.csv").write_text("navn;cpr\nBo;010158-5670\n", encoding="utf-8")
    git("add", ".", at=repository)
    code, said = hook(repository)
    assert code == 1
    assert "CPR-nummer" in said
    assert "5670" not in said


def test_the_manifest_is_valid() -> None:
    command = [str(BIN / "pre-commit"), "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, check=False).returncode == 0  # noqa: S603  # pre-commit itself
