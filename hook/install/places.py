"""Where each client looks for hooks: its user's file, and the one that an administrator sets."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from hook.install.errors import InstallError

_COPILOT = "hooks/sluse.json"  # a file of our own in a folder of hooks
_USER = {
    "copilot": ("COPILOT_HOME", ".copilot", _COPILOT),
    "vscode": ("COPILOT_HOME", ".copilot", _COPILOT),  # VS Code reads Copilot's folder
    "claude": ("CLAUDE_CONFIG_DIR", ".claude", "settings.json"),
    "codex": ("CODEX_HOME", ".codex", "hooks.json"),
    "cursor": ("", ".cursor", "hooks.json"),
}
_LINUX = {
    "copilot": "/etc/github-copilot/policy.d/sluse.json",
    "claude": "/etc/claude-code/managed-settings.json",
    "codex": "/etc/codex/hooks.json",
    "cursor": "/etc/cursor/hooks.json",
}
_MAC = _LINUX | {
    "claude": "/Library/Application Support/ClaudeCode/managed-settings.json",
    "cursor": "/Library/Application Support/Cursor/hooks.json",
}
_WINDOWS = {
    "copilot": r"C:\ProgramData\GitHub\Copilot\policy.d\sluse.json",
    "claude": r"C:\Program Files\ClaudeCode\managed-settings.json",
    "codex": r"C:\ProgramData\OpenAI\Codex\hooks.json",
    "cursor": r"C:\ProgramData\Cursor\hooks.json",
}
_SYSTEM = {"darwin": _MAC, "win32": _WINDOWS}


def user_place(client: str, variables: Mapping[str, str]) -> Path:
    """The file of ``client`` for the user who runs this; ``variables`` are the environment."""
    variable, folder, file = _USER[client]
    named = variables.get(variable)
    return (Path(named) if named else Path.home() / folder) / file


def system_place(client: str, root: Path = Path("/")) -> Path:
    """The file of ``client`` for everybody on this machine, below ``root``.

    Raises InstallError for a client that has none.
    """
    place = _SYSTEM.get(sys.platform, _LINUX).get(client)
    if place is None:
        raise InstallError(
            da=f"{client} har ingen fil, der gælder hele maskinen. Udelad --system.",
            en=f"{client} has no file for the whole machine. Leave --system out.",
        )
    return root / place.lstrip("/")
