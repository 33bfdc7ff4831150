"""What `sluse hook install` writes, keeps and takes away."""

from __future__ import annotations

import json
import shlex
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest

from hook.clients import NAMES
from hook.install.command import Command
from hook.install.errors import InstallError
from hook.install.files import install, is_installed, names_program, uninstall
from hook.install.places import system_place, user_place
from tests.hook.conftest import SLUSE, Running
from tests.hook.real import User

COMMAND = Command("/opt/my sluse/bin/sluse", "http://127.0.0.1:8080", "chatgpt")
THEIRS: dict[str, dict[str, Any]] = {
    "copilot": {"version": 1, "hooks": {"sessionStart": [{"type": "command", "bash": "true"}]}},
    "vscode": {"version": 1, "hooks": {"sessionStart": [{"type": "command", "bash": "true"}]}},
    "claude": {
        "model": "opus",
        "permissions": {"deny": ["Read(./.env)"]},
        "hooks": {
            "UserPromptSubmit": [{"hooks": [{"type": "command", "command": "æøå.sh"}]}],
            "Stop": [{"hooks": [{"type": "command", "command": "sluse scan log"}]}],
        },
    },
    "codex": {"hooks": {"PostToolUse": [{"hooks": [{"type": "command", "command": "x"}]}]}},
    "cursor": {"version": 1, "hooks": {"beforeSubmitPrompt": [{"command": "x", "timeout": 3}]}},
}


def read(path: Path) -> dict[str, Any]:
    given: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return given


@pytest.mark.parametrize("client", NAMES)
def test_what_is_there_stays(client: str, tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text(json.dumps(THEIRS[client]), encoding="utf-8")
    path.chmod(0o600)
    install(path, client, COMMAND)
    told = read(path)
    for event, entries in THEIRS[client]["hooks"].items():
        assert told["hooks"][event][: len(entries)] == entries
    assert is_installed(path, client)
    assert names_program(path, COMMAND.program)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert uninstall(path)
    assert read(path) == THEIRS[client]
    assert not uninstall(path)


@pytest.mark.parametrize("client", NAMES)
def test_twice_is_as_good_as_once(client: str, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "file.json"
    install(path, client, COMMAND)
    once = read(path)
    install(path, client, Command("/old/sluse", "unix:/run/sluse.sock"))
    assert not names_program(path, COMMAND.program)
    install(path, client, COMMAND)
    assert read(path) == once
    assert uninstall(path)
    assert not path.exists()


@pytest.mark.parametrize("content", ["{", "[]", '{"hooks": []}', '{"hooks": {"Stop": {}}}', "// x"])
def test_a_file_that_cannot_be_read_is_left_alone(content: str, tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_text(content, encoding="utf-8")
    for change in (lambda: install(path, "claude", COMMAND), lambda: uninstall(path)):
        with pytest.raises(InstallError):
            change()
    assert path.read_text(encoding="utf-8") == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.json"
    real.write_text("{}", encoding="utf-8")
    link = tmp_path / "settings.json"
    link.symlink_to(real)
    install(link, "claude", COMMAND)
    assert link.is_symlink()
    assert is_installed(real, "claude")


@pytest.mark.parametrize("client", NAMES)
def test_the_line_survives_the_shell(client: str, tmp_path: Path) -> None:
    """Where the program is not there, the line itself answers, in the client's own words."""
    hostile = Command("/no/such/it's; $(true)/sluse", "unix:/a b.sock", key_file='/k"')
    for event in ("prompt", "call", "result"):
        line = hostile.shell(client, event)
        ran = subprocess.run(  # noqa: S603  # the line as a client runs it
            ["/bin/sh", "-c", line], capture_output=True, check=True, cwd=tmp_path
        )
        assert "ikke sendt" in json.dumps(json.loads(ran.stdout), ensure_ascii=False)
        words = shlex.split(line.partition(" || ")[0])
        assert words == hostile.words(client, event)


def test_in_powershell_quotes_are_doubled() -> None:
    line = Command("C:\\it's\\sluse.exe", "http://127.0.0.1:8080").powershell("copilot", "prompt")
    assert line.startswith("& 'C:\\it''s\\sluse.exe' 'hook' '--client' 'copilot'")


def test_everybodys_files_are_below_the_root(tmp_path: Path) -> None:
    place = system_place("copilot", tmp_path)
    install(place, "copilot", COMMAND)
    assert place.is_relative_to(tmp_path)
    assert stat.S_IMODE(place.stat().st_mode) == 0o644  # Copilot passes over one others can write
    with pytest.raises(InstallError):
        system_place("vscode")


def test_a_clients_own_variable_names_the_folder(tmp_path: Path) -> None:
    given = user_place("claude", {"CLAUDE_CONFIG_DIR": str(tmp_path)})
    assert given == tmp_path / "settings.json"


def run(user: User, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own command
        [SLUSE, "hook", *words],
        env=user.environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_tells_where_it_is(user: User, service: Running) -> None:
    variables = {"SLUSE_PORT": str(service.port), "SLUSE_LANGUAGE": "en"}
    assert run(user, "install", "claude", "cursor", **variables).returncode == 0
    shown = run(user, "status", **variables)
    assert shown.returncode == 0
    assert f"claude   installed     {user.home}/.claude/settings.json" in shown.stdout
    assert f"{service.address}: answers" in shown.stdout
    assert run(user, "uninstall", "claude", **variables).returncode == 0
    assert run(user, "uninstall", "claude", **variables).returncode == 1
    assert not (user.home / ".claude" / "settings.json").exists()
    assert (user.home / ".cursor" / "hooks.json").exists()


def test_status_is_no_success_when_nobody_answers(user: User) -> None:
    shown = run(user, "status", SLUSE_PORT="9")
    assert shown.returncode == 1
    assert "Sluse svarer ikke" in shown.stdout


def test_an_entry_of_another_sluse_is_told(user: User, service: Running) -> None:
    install(user.home / ".codex" / "hooks.json", "codex", COMMAND)
    shown = run(user, "status", SLUSE_PORT=str(service.port))
    assert shown.returncode == 1
    assert "codex    forældet" in shown.stdout


def test_destinations_come_from_the_settings(user: User) -> None:
    assert run(user, "install", "cursor", SLUSE_HOOK_DESTINATIONS="cursor=m365-copilot").stdout
    written = (user.home / ".cursor" / "hooks.json").read_text(encoding="utf-8")
    assert "--destination m365-copilot" in written
    wrong = run(user, "install", "cursor", SLUSE_HOOK_DESTINATIONS="nobody=chatgpt")
    assert wrong.returncode == 2
    assert "nobody" in wrong.stderr


def test_a_unix_socket_is_what_the_hook_is_told(user: User) -> None:
    assert run(user, "install", "cursor", SLUSE_UNIX_SOCKET="/run/sluse/sluse.sock").stdout
    written = (user.home / ".cursor" / "hooks.json").read_text(encoding="utf-8")
    assert "--address unix:/run/sluse/sluse.sock" in written


def test_a_client_nobody_knows(user: User) -> None:
    assert run(user, "install", "nobody").returncode == 2


def test_without_input_it_tells_what_it_is() -> None:
    shown = subprocess.run(  # noqa: S603  # our own command
        [SLUSE, "hook", "--help"], capture_output=True, text=True, check=True
    )
    assert "sluse hook install copilot" in shown.stdout
