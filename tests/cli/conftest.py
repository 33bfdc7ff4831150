"""The command in this process, with one scanner for all, and as it is installed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import spacy

from scanner import Scanner
from scanner.cli import main

COMMAND = Path(sys.executable).parent / "sluse"


@dataclass(frozen=True)
class Answer:
    """What a run came to."""

    code: int
    out: str
    err: str


Sluse = Callable[..., Answer]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A names model that knows nobody: the command is tried here, not the model."""
    nlp = spacy.blank("da")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Ravnhild Skjoldmose"}])  # type: ignore[attr-defined]  # of that pipe
    path = tmp_path_factory.mktemp("model") / "names"
    nlp.to_disk(path)
    return path


@pytest.fixture(scope="session")
def gate(model: Path) -> Scanner:
    return Scanner.from_policy(model=model)


@pytest.fixture
def state(tmp_path: Path, model: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place to work in; no settings but these."""
    for name in [name for name in os.environ if name.startswith("SLUSE_")]:  # noqa: TID251  # cleared
        monkeypatch.delenv(name)
    monkeypatch.setenv("SLUSE_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("SLUSE_MODEL", str(model))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def sluse(
    state: Path,  # noqa: ARG001  # the place has to be there
    gate: Scanner,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> Sluse:
    """Run the command in this process: ``sluse("scan", "-", stdin=b"…")``."""

    def run(*arguments: object, stdin: bytes = b"", own: bool = False) -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with monkeypatch.context() as patch:
            for module in ("scan", "redact", "checks"):
                if not own:
                    patch.setattr(f"scanner.cli.{module}.build_scanner", lambda _: gate)
            try:
                code = main.run([str(argument) for argument in arguments])
            except SystemExit as stop:
                code = int(stop.code or 0)
        out, err = capsysbinary.readouterr()
        return Answer(code, out.decode(), err.decode())

    return run


@pytest.fixture
def installed(state: Path) -> Sluse:  # noqa: ARG001  # the place has to be there
    """Run the installed command: the same arguments, another process."""

    def run(*arguments: object, stdin: bytes = b"") -> Answer:
        done = subprocess.run(  # noqa: S603  # our own command
            [COMMAND, *map(str, arguments)], input=stdin, capture_output=True, check=False
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
