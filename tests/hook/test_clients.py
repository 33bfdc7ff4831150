"""Each client is known by its input and answered in its own words; shapes by its own documents."""

from __future__ import annotations

from typing import Any

import pytest

from hook.clients import CLIENTS, named, recognized
from hook.verdict import ALLOW, BLOCK, CALL, PROMPT, REDACT, RESULT, WARN, Asked, Verdict

REASON = ("dansk", "english")
TOLD = "dansk\n\nenglish"
CLAUDE = {"session_id": "s", "transcript_path": "/h/.claude/projects/p/s.jsonl", "cwd": "/"}
CODEX = {"session_id": "s", "turn_id": "1", "transcript_path": "/h/.codex/s.jsonl", "cwd": "/"}
CURSOR = {"conversation_id": "c", "generation_id": "g", "cursor_version": "2.0"}
VSCODE = {"sessionId": "s", "timestamp": "t", "cwd": "/", "transcript_path": None}
CAMEL = {"sessionId": "s", "timestamp": 1, "cwd": "/"}
PASCAL = {"session_id": "s", "timestamp": "t", "cwd": "/"}

INPUTS: list[tuple[str, dict[str, Any], str, Any]] = [
    ("copilot", CAMEL | {"prompt": "p"}, PROMPT, "p"),
    ("copilot", CAMEL | {"toolName": "bash", "toolArgs": {"a": "b"}}, CALL, {"a": "b"}),
    (
        "copilot",
        CAMEL | {"toolName": "t", "toolArgs": {}, "toolResult": {"textResultForLlm": "r"}},
        RESULT,
        "r",
    ),
    ("copilot", PASCAL | {"hook_event_name": "UserPromptSubmit", "prompt": "p"}, PROMPT, "p"),
    ("copilot", PASCAL | {"hook_event_name": "PreToolUse", "tool_input": {}}, CALL, {}),
    (
        "copilot",
        PASCAL | {"hook_event_name": "PostToolUse", "tool_result": {"text_result_for_llm": "r"}},
        RESULT,
        "r",
    ),
    ("vscode", VSCODE | {"hookEventName": "UserPromptSubmit", "prompt": "p"}, PROMPT, "p"),
    ("vscode", VSCODE | {"hookEventName": "PostToolUse", "tool_response": "r"}, RESULT, "r"),
    ("claude", CLAUDE | {"hook_event_name": "UserPromptSubmit", "prompt": "p"}, PROMPT, "p"),
    ("claude", CLAUDE | {"hook_event_name": "PostToolUse", "tool_response": {}}, RESULT, {}),
    ("codex", CODEX | {"hook_event_name": "UserPromptSubmit", "prompt": "p"}, PROMPT, "p"),
    ("codex", CODEX | {"hook_event_name": "PreToolUse", "tool_input": {}}, CALL, {}),
    ("cursor", CURSOR | {"hook_event_name": "beforeSubmitPrompt", "prompt": "p"}, PROMPT, "p"),
    ("cursor", {"hook_event_name": "beforeShellExecution", "command": "ls"}, CALL, "ls"),
    ("cursor", {"hook_event_name": "beforeMCPExecution", "tool_input": "{}"}, CALL, "{}"),
    ("cursor", {"hook_event_name": "beforeReadFile", "content": "c"}, RESULT, "c"),
]


@pytest.mark.parametrize(("name", "told", "kind", "content"), INPUTS)
def test_a_client_is_known_by_its_input(
    name: str, told: dict[str, Any], kind: str, content: Any
) -> None:
    client = recognized(told, named("cursor"))
    assert client
    assert client.name == name
    asked = client.asked(told)
    assert asked
    assert (asked.kind, asked.content) == (kind, content)


@pytest.mark.parametrize("told", [{}, {"prompt": "p"}, {"session_id": "s"}, {"hook": "x"}])
def test_what_nobody_writes_is_nobodys(told: dict[str, Any]) -> None:
    assert recognized(told) is None
    assert recognized(told, named("claude")) is named("claude")


def test_an_event_of_no_concern_is_not_taken_for_another() -> None:
    for client in CLIENTS:
        told = {"hook_event_name": "Stop", "hookEventName": "Stop", "session_id": "s"}
        assert client.asked(told) is None


def nested(event: str, **said: Any) -> dict[str, Any]:
    return {"hookSpecificOutput": {"hookEventName": event, **said}}


def permission(decision: str, **said: Any) -> dict[str, Any]:
    return nested("PreToolUse", permissionDecision=decision, permissionDecisionReason=TOLD, **said)


OFFERED = "dansk\n\nDenne udgave må sendes:\ns\n\nenglish"
COPILOT_DENIES = {"permissionDecision": "deny", "permissionDecisionReason": TOLD}
REFUSED = {"permission": "deny", "user_message": TOLD, "agent_message": TOLD}
HELD_RESULT = {"modifiedResult": {"resultType": "success", "textResultForLlm": TOLD}}
SAFE_RESULT = {"modifiedResult": {"resultType": "success", "textResultForLlm": "s"}}
ANSWERS: list[tuple[str, str, str, Any, dict[str, Any]]] = [
    ("copilot", PROMPT, BLOCK, None, {"decision": "block", "reason": TOLD}),
    ("copilot", PROMPT, REDACT, "s", {"modifiedPrompt": "s"}),
    ("copilot", PROMPT, REDACT, "", {"decision": "block", "reason": TOLD}),
    ("copilot", PROMPT, WARN, "p", {}),
    ("copilot", CALL, BLOCK, None, COPILOT_DENIES),
    ("copilot", CALL, REDACT, {"a": "s"}, {"modifiedArgs": {"a": "s"}}),
    ("copilot", CALL, REDACT, None, COPILOT_DENIES),
    ("copilot", CALL, WARN, {}, COPILOT_DENIES | {"permissionDecision": "ask"}),
    ("copilot", RESULT, BLOCK, None, HELD_RESULT),
    ("copilot", RESULT, REDACT, "s", SAFE_RESULT),
    ("copilot", RESULT, WARN, "r", {}),
    ("vscode", PROMPT, BLOCK, None, {"continue": False, "stopReason": TOLD}),
    ("vscode", PROMPT, REDACT, "s", {"continue": False, "stopReason": OFFERED}),
    ("vscode", PROMPT, WARN, "p", {"systemMessage": TOLD}),
    ("vscode", CALL, BLOCK, None, permission("deny")),
    ("vscode", CALL, REDACT, {"a": "s"}, permission("ask", updatedInput={"a": "s"})),
    ("vscode", CALL, WARN, {}, permission("ask")),
    ("vscode", RESULT, REDACT, {"a": "s"}, {"continue": False, "stopReason": TOLD}),
    ("claude", PROMPT, BLOCK, None, {"decision": "block", "reason": TOLD}),
    ("claude", PROMPT, REDACT, "s", {"decision": "block", "reason": OFFERED}),
    ("claude", PROMPT, WARN, "p", {"systemMessage": TOLD}),
    ("claude", CALL, BLOCK, None, permission("deny")),
    ("claude", CALL, REDACT, {"a": "s"}, permission("ask", updatedInput={"a": "s"})),
    ("claude", RESULT, REDACT, {"a": "s"}, nested("PostToolUse", updatedToolOutput={"a": "s"})),
    ("claude", RESULT, BLOCK, {"a": "s"}, nested("PostToolUse", updatedToolOutput={"a": "s"})),
    (
        "claude",
        RESULT,
        BLOCK,
        None,
        nested("PostToolUse", updatedToolOutput={"a": TOLD, "n": [0, True, None]})
        | {"continue": False, "stopReason": TOLD},
    ),
    ("codex", PROMPT, BLOCK, None, {"decision": "block", "reason": TOLD}),
    ("codex", PROMPT, REDACT, "s", {"decision": "block", "reason": OFFERED}),
    ("codex", CALL, REDACT, {"a": "s"}, permission("deny")),
    ("codex", RESULT, REDACT, "s", {"decision": "block", "reason": OFFERED}),
    ("codex", PROMPT, WARN, "p", {"systemMessage": TOLD}),
    ("cursor", PROMPT, BLOCK, None, {"continue": False, "user_message": TOLD}),
    ("cursor", PROMPT, REDACT, "s", {"continue": False, "user_message": OFFERED}),
    ("cursor", PROMPT, WARN, "p", {"continue": True}),
    ("cursor", CALL, BLOCK, None, REFUSED),
    ("cursor", CALL, WARN, "c", REFUSED | {"permission": "ask"}),
    ("cursor", RESULT, REDACT, "s", REFUSED),
    ("cursor", RESULT, WARN, "c", {}),
]


@pytest.mark.parametrize(("name", "kind", "decision", "safe", "answer"), ANSWERS)
def test_a_verdict_in_the_clients_own_words(
    name: str, kind: str, decision: str, safe: Any, answer: dict[str, Any]
) -> None:
    client = named(name)
    assert client
    asked = Asked(kind, {"a": "x", "n": [1, True, None]})
    assert client.answer(asked, Verdict(decision, REASON, safe)) == answer


@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.name)
@pytest.mark.parametrize("kind", [PROMPT, CALL, RESULT])
def test_consent_adds_nothing(client: Any, kind: str) -> None:
    """Nothing that would approve a tool in the person's place."""
    answer = client.answer(Asked(kind, "x"), Verdict(ALLOW, REASON, "x"))
    assert answer in ({}, {"continue": True})
