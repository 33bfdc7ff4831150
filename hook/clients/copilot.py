"""GitHub Copilot CLI, and VS Code where it runs Copilot's own harness; both dialects.

camelCase: ``{"sessionId", "timestamp", "cwd", "prompt"}``, told apart by the keys alone.
PascalCase: ``{"hook_event_name": "UserPromptSubmit", "session_id", …}``, without transcript_path.
A prompt is held by ``decision: block`` with exit code 0; everything else a hook may do wrong, the
client takes for consent. Measured with 1.0.102.
"""

from __future__ import annotations

from hook.clients.client import Client
from hook.verdict import ALLOW, BLOCK, CALL, PROMPT, REDACT, RESULT, WARN, Asked, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_EVENTS = {"UserPromptSubmit": PROMPT, "PreToolUse": CALL, "PostToolUse": RESULT}


class Copilot(Client):
    """Copilot CLI."""

    name = "copilot"
    destination = "github-copilot"
    can_rewrite = True

    def knows(self, told: dict[str, Any]) -> bool:
        """Whether ``told`` has Copilot's keys."""
        if "hook_event_name" in told:
            return "session_id" in told and "transcript_path" not in told
        return "sessionId" in told and "hookEventName" not in told

    def asked(self, told: dict[str, Any]) -> Asked | None:
        """What it asks about."""
        tool = str(told.get("toolName") or told.get("tool_name") or "")
        kind = _EVENTS.get(told["hook_event_name"]) if "hook_event_name" in told else _kind(told)
        if kind == PROMPT:
            return Asked(kind, told["prompt"])
        if kind == CALL:
            return Asked(kind, _first(told, "toolArgs", "tool_input"), tool)
        if kind == RESULT:
            result = _first(told, "toolResult", "tool_result")
            return Asked(kind, _first(result, "textResultForLlm", "text_result_for_llm"), tool)
        return None

    def answer(self, asked: Asked, verdict: Verdict) -> dict[str, Any]:
        """``verdict`` as Copilot reads it."""
        if verdict.decision == ALLOW:
            return {}
        if asked.kind == PROMPT:
            return _prompt(verdict)
        return _call(verdict) if asked.kind == CALL else _result(verdict)


def _prompt(verdict: Verdict) -> dict[str, Any]:
    if verdict.decision == BLOCK or (verdict.decision == REDACT and not verdict.safe):
        return {"decision": "block", "reason": verdict.told}
    return {"modifiedPrompt": verdict.safe} if verdict.decision == REDACT else {}


def _call(verdict: Verdict) -> dict[str, Any]:
    if verdict.decision == REDACT and verdict.safe is not None:
        return {"modifiedArgs": verdict.safe}
    decision = "ask" if verdict.decision == WARN else "deny"
    return {"permissionDecision": decision, "permissionDecisionReason": verdict.told}


def _result(verdict: Verdict) -> dict[str, Any]:
    """In camelCase in both dialects: the result of a tool is not replaced by another spelling."""
    if verdict.decision == WARN:
        return {}
    left = verdict.safe if verdict.decision == REDACT else verdict.told
    return {"modifiedResult": {"resultType": "success", "textResultForLlm": left}}


def _kind(told: dict[str, Any]) -> str:
    if "prompt" in told:
        return PROMPT
    if "toolResult" in told:
        return RESULT
    return CALL if "toolArgs" in told else ""


def _first(told: dict[str, Any], *names: str) -> Any:
    """The value of the first of ``names`` there is; KeyError when there is none."""
    found = [told[name] for name in names if name in told]
    if not found:
        raise KeyError(names[0])
    return found[0]
