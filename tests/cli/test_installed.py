"""The installed command in its own process: the main ways, quiet ends, every word of help."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
import typer

from scanner.cli import main
from scanner.cli.app import app
from scanner.settings import Settings

from .conftest import COMMAND, Sluse

CPR = "Dit CPR-nummer er 010158-5670.\n"


def test_scan_redact_restore(installed: Sluse, state: Path) -> None:
    (state / "brev.txt").write_text(CPR, encoding="utf-8")
    scanned = installed("scan", "brev.txt")
    assert (scanned.code, "01****-****" in scanned.out) == (1, True)
    assert "\x1b" not in scanned.out
    redacted = installed("redact", "brev.txt", "--mapping", "m.json")
    assert redacted.out == "Dit CPR-nummer er [CPR_1].\n"
    restored = installed("restore", "--mapping", "m.json", stdin=redacted.out.encode())
    assert (restored.code, restored.out) == (0, CPR)


def test_version_and_usage(installed: Sluse) -> None:
    assert installed("--version").out.startswith("sluse ")
    assert installed("nix").code == 2


def test_without_utf8_in_the_terminal(installed: Sluse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert "må sendes" in installed("scan", stdin=b"Hej").out


def test_a_closed_pipe_is_quiet(state: Path) -> None:
    (state / "n.ndjson").write_text('{"id": 1, "text": "hej"}\n' * 200, encoding="utf-8")
    line = f"{COMMAND} scan --ndjson n.ndjson | head -n 1"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False)  # noqa: S603  # our own command
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


def test_ctrl_c_is_quiet(state: Path) -> None:  # noqa: ARG001  # the place has to be there
    with subprocess.Popen(  # noqa: S603  # our own command
        [COMMAND, "scan", "--ndjson"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"id": 1, "text": "hej"}\n')
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=20)
    assert (process.returncode, error) == (130, b"")


@pytest.mark.usefixtures("state")
def test_an_error_of_ours_is_no_traceback_and_no_value(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> None:
        raise ValueError("Ravnhild Skjoldmose")

    monkeypatch.setattr("scanner.cli.scan.build_scanner", fail)
    assert main.run(["scan", "-"]) == 3
    told = capsys.readouterr()
    assert "ValueError" in told.err
    assert "Ravnhild" not in told.out + told.err


def commands(command: Any, path: str = "sluse") -> list[tuple[str, Any]]:
    """Every command with its path, groups included."""
    below = getattr(command, "commands", {})
    inner = [pair for name, each in below.items() for pair in commands(each, f"{path} {name}")]
    return [(path, command), *inner]


ALL = commands(typer.main.get_command(app))


def test_all_commands_are_there() -> None:
    assert {path for path, _ in ALL} >= {
        f"sluse {name}"
        for name in (
            *("scan", "redact", "restore", "serve", "doctor"),
            *("policy check", "policy show", "policy schema"),
            *("register import", "register remove", "register list", "register stats"),
            *("register create-key", "key create", "key list", "key revoke"),
            *("audit totals", "audit export", "audit purge"),
        )
    }


@pytest.mark.parametrize(("path", "command"), ALL, ids=[path for path, _ in ALL])
def test_everything_is_documented(path: str, command: Any) -> None:
    assert command.help, path
    for parameter in command.params:
        assert parameter.help, f"{path} {parameter.name}"
    if getattr(command, "commands", None) or path.count(" ") == 1:
        assert f"{path} " in command.help or path in command.help, path
    elif command.help and "Eksempler" not in command.help:
        assert " / " in command.help, path


def test_help_names_every_setting(installed: Sluse) -> None:
    told = installed("doctor", "--help").out
    assert all(f"SLUSE_{name.upper()}" in told for name in Settings.model_fields)
