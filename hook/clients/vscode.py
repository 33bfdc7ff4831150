"""VS Code's own agent (the Local harness). A prompt or a result stops the turn, unchanged."""

from __future__ import annotations

from hook.clients.client import Client
from hook.clients.nested import asked as read
from hook.clients.nested import call
from hook.verdict import ALLOW, CALL, WARN, Asked, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class VSCode(Client):
    """VS Code."""

    name = "vscode"
    destination = "github-copilot"

    def knows(self, told: dict[str, Any]) -> bool:
        """Whether ``told`` names its event the way VS Code alone does."""
        return "hookEventName" in told

    def asked(self, told: dict[str, Any]) -> Asked | None:
        """What it asks about."""
        return read(told.get("hookEventName"), told)

    def answer(self, asked: Asked, verdict: Verdict) -> dict[str, Any]:
        """``verdict`` as VS Code reads it."""
        if verdict.decision == ALLOW:
            return {}
        if asked.kind == CALL:
            return call(verdict)
        if verdict.decision == WARN:
            return {"systemMessage": verdict.told}
        return {"continue": False, "stopReason": verdict.told_with_safe}
