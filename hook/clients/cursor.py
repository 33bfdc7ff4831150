"""Cursor. Prompts, shell commands, MCP calls and files about to be read; nothing is rewritten."""

from __future__ import annotations

from hook.clients.client import Client
from hook.verdict import ALLOW, CALL, PROMPT, RESULT, WARN, Asked, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_EVENTS = {
    "beforeSubmitPrompt": (PROMPT, "prompt"),
    "beforeShellExecution": (CALL, "command"),
    "beforeMCPExecution": (CALL, "tool_input"),
    "beforeReadFile": (RESULT, "content"),
}


class Cursor(Client):
    """Cursor."""

    name = "cursor"
    destination = "cursor"

    def knows(self, told: dict[str, Any]) -> bool:
        """Whether the event is one of Cursor's, or ``told`` has what all of them have."""
        return told.get("hook_event_name") in _EVENTS or "cursor_version" in told

    def asked(self, told: dict[str, Any]) -> Asked | None:
        """What it asks about."""
        kind, member = _EVENTS.get(told.get("hook_event_name", ""), ("", ""))
        return Asked(kind, told[member], str(told.get("tool_name") or "")) if kind else None

    def answer(self, asked: Asked, verdict: Verdict) -> dict[str, Any]:
        """``verdict`` as Cursor reads it."""
        if asked.kind == PROMPT:
            if verdict.decision in {ALLOW, WARN}:
                return {"continue": True}
            return {"continue": False, "user_message": verdict.told_with_safe}
        if verdict.decision == ALLOW:
            return {}
        decision = "ask" if verdict.decision == WARN and asked.kind == CALL else "deny"
        if verdict.decision == WARN and asked.kind == RESULT:
            return {}
        said = verdict.told
        return {"permission": decision, "user_message": said, "agent_message": said}
