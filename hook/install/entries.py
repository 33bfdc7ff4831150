"""What stands in a client's file: our entries among those of others."""

from __future__ import annotations

import re
import sys
from typing import Any

from hook.install.command import Command
from hook.install.errors import InstallError
from hook.verdict import CALL, PROMPT, RESULT

SECONDS = 30  # what a client waits; the hook itself is done long before
_COPILOT = {"userPromptSubmitted": PROMPT, "preToolUse": CALL, "postToolUse": RESULT}
_CLAUDE = {"UserPromptSubmit": PROMPT, "PreToolUse": CALL, "PostToolUse": RESULT}
_CURSOR = {
    "beforeSubmitPrompt": PROMPT,
    "beforeShellExecution": CALL,
    "beforeMCPExecution": CALL,
    "beforeReadFile": RESULT,
}
EVENTS = {
    "copilot": _COPILOT,
    "vscode": _COPILOT,
    "claude": _CLAUDE,
    "codex": _CLAUDE,
    "cursor": _CURSOR,
}
_OURS = re.compile(r"\bsluse(?:\.exe)?[\"']* '?hook'? '?--client'? ")
_VERSIONED = frozenset({"copilot", "vscode", "cursor"})
Document = dict[str, Any]


def added(document: Document, client: str, command: Command) -> Document:
    """``document`` with our entries for ``client``, each once; everything else stays."""
    told = removed(document)
    hooks = dict(told.pop("hooks", {}))
    for event, kind in EVENTS[client].items():
        hooks[event] = [*hooks.get(event, []), _entry(client, kind, command)]
    start: Document = {"version": 1} if client in _VERSIONED else {}
    return start | told | {"hooks": hooks}


def removed(document: Document) -> Document:
    """``document`` without our entries, and without what is empty for want of them."""
    hooks = _hooks(document)
    kept = {event: [each for each in listed if not _is_ours(each)] for event, listed in hooks}
    left = {event: kept[event] for event, listed in hooks if kept[event] or not listed}
    told = {name: value for name, value in document.items() if name != "hooks"}
    return told | {"hooks": left} if left else told


def events_of(document: Document) -> set[str]:
    """The events that have an entry of ours."""
    return {event for event, listed in _hooks(document) if any(map(_is_ours, listed))}


def programs_of(document: Document) -> str:
    """Our entries as they stand, to look something up in."""
    return "\n".join(
        line
        for _, listed in _hooks(document)
        for each in listed
        if _is_ours(each)
        for line in _commands(each)
    )


def is_empty(document: Document) -> bool:
    """Whether nothing is left that anybody would miss."""
    return not document or document == {"version": 1}


def _hooks(document: Document) -> list[tuple[str, list[Any]]]:
    hooks = document.get("hooks", {})
    if not isinstance(hooks, dict) or not all(isinstance(each, list) for each in hooks.values()):
        raise InstallError(
            da="“hooks” i filen har en anden form, end programmet bruger. Intet er ændret.",
            en="“hooks” in the file has another shape than the client uses. Nothing was changed.",
        )
    return list(hooks.items())


def _is_ours(entry: Any) -> bool:
    return any(_OURS.search(command) for command in _commands(entry))


def _commands(entry: Any) -> list[str]:
    """Every command line in ``entry``, nested or not."""
    if isinstance(entry, str):
        return [entry]
    inner = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ()
    return [command for each in inner for command in _commands(each)]


def _entry(client: str, kind: str, command: Command) -> Document:
    if client in {"copilot", "vscode"}:
        return {
            "type": "command",
            "bash": command.shell(client, kind),
            "powershell": command.powershell(client, kind),
            "timeoutSec": SECONDS,
        }
    line = command.windows if sys.platform == "win32" else command.shell
    if client == "cursor":
        return {"command": line(client, kind), "timeout": SECONDS, "failClosed": True}
    run = {"type": "command", "command": line(client, kind), "timeout": SECONDS}
    return {"hooks": [run]} if kind == PROMPT else {"matcher": "*", "hooks": [run]}
