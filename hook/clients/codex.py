"""Codex CLI. Refuses an answer with a member it does not know, and then lets the text pass."""

from __future__ import annotations

from hook.clients.client import Client
from hook.clients.nested import asked as read
from hook.clients.nested import permission
from hook.verdict import ALLOW, CALL, WARN, Asked, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Codex(Client):
    """Codex CLI."""

    name = "codex"
    destination = "codex"

    def knows(self, told: dict[str, Any]) -> bool:
        """Whether ``told`` counts turns, as Codex alone does."""
        return "hook_event_name" in told and "turn_id" in told

    def asked(self, told: dict[str, Any]) -> Asked | None:
        """What it asks about."""
        return read(told.get("hook_event_name"), told)

    def answer(self, asked: Asked, verdict: Verdict) -> dict[str, Any]:
        """``verdict`` as Codex reads it; the result of a tool is replaced by the reason."""
        if verdict.decision == ALLOW:
            return {}
        if verdict.decision == WARN:
            return {"systemMessage": verdict.told}
        if asked.kind == CALL:
            return permission(verdict, can_ask=False)
        return {"decision": "block", "reason": verdict.told_with_safe}
