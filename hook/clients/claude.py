"""Claude Code. A prompt cannot be rewritten; arguments and results of tools can."""

from __future__ import annotations

from hook.clients.client import Client
from hook.clients.nested import asked as read
from hook.clients.nested import call, nested
from hook.verdict import ALLOW, CALL, PROMPT, WARN, Asked, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Claude(Client):
    """Claude Code."""

    name = "claude"
    destination = "claude-code"

    def knows(self, told: dict[str, Any]) -> bool:
        """Whether the transcript lies among Claude's."""
        return "hook_event_name" in told and "claude" in str(told.get("transcript_path", ""))

    def asked(self, told: dict[str, Any]) -> Asked | None:
        """What it asks about."""
        return read(told.get("hook_event_name"), told)

    def answer(self, asked: Asked, verdict: Verdict) -> dict[str, Any]:
        """``verdict`` as Claude Code reads it."""
        if verdict.decision == ALLOW:
            return {}
        if asked.kind == PROMPT:
            return _prompt(verdict)
        return call(verdict) if asked.kind == CALL else _result(asked, verdict)


def _prompt(verdict: Verdict) -> dict[str, Any]:
    if verdict.decision == WARN:
        return {"systemMessage": verdict.told}
    return {"decision": "block", "reason": verdict.told_with_safe}


def _result(asked: Asked, verdict: Verdict) -> dict[str, Any]:
    if verdict.decision == WARN:
        return {"systemMessage": verdict.told}
    safe = _blank(asked.content, verdict.told) if verdict.safe is None else verdict.safe
    answer = nested("PostToolUse", updatedToolOutput=safe)
    if verdict.safe is None:  # of a shape that Claude may refuse: then nothing more is sent
        answer |= {"continue": False, "stopReason": verdict.told}
    return answer


def _blank(content: Any, said: str) -> Any:
    """``content`` in its own shape with every text in it replaced."""
    if isinstance(content, dict):
        return {name: _blank(value, said) for name, value in content.items()}
    if isinstance(content, list):
        return [_blank(value, said) for value in content]
    if isinstance(content, bool) or content is None:
        return content
    return said if isinstance(content, str) else 0
