"""What the clients share that took over Claude Code's events: names, and the nested answer."""

from __future__ import annotations

from hook.verdict import CALL, PROMPT, REDACT, RESULT, WARN, Asked, Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

EVENTS = {"UserPromptSubmit": PROMPT, "PreToolUse": CALL, "PostToolUse": RESULT}


def asked(event: object, told: dict[str, Any]) -> Asked | None:
    """What is asked about in the event of that name."""
    kind = EVENTS.get(str(event))
    if kind == PROMPT:
        return Asked(kind, told["prompt"])
    if kind == CALL:
        return Asked(kind, told["tool_input"], str(told.get("tool_name") or ""))
    if kind == RESULT:
        return Asked(kind, told["tool_response"], str(told.get("tool_name") or ""))
    return None


def nested(event: str, **said: Any) -> dict[str, Any]:
    """The answer to a tool's event."""
    return {"hookSpecificOutput": {"hookEventName": event, **said}}


def call(verdict: Verdict) -> dict[str, Any]:
    """The answer to a call whose arguments can be changed.

    Changed ones are asked about: the person sees them, and they approve nothing by themselves.
    """
    if verdict.decision != REDACT or not isinstance(verdict.safe, dict):
        return permission(verdict, can_ask=True)
    return nested(
        "PreToolUse",
        permissionDecision="ask",
        permissionDecisionReason=verdict.told,
        updatedInput=verdict.safe,
    )


def permission(verdict: Verdict, *, can_ask: bool) -> dict[str, Any]:
    """The answer to a call: denied, or asked about where the policy only warns."""
    decision = "ask" if verdict.decision == WARN and can_ask else "deny"
    return nested("PreToolUse", permissionDecision=decision, permissionDecisionReason=verdict.told)
