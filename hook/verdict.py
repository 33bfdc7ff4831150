"""What a client asks about, and what the hook tells it."""

from __future__ import annotations

from hook import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PROMPT, CALL, RESULT = KINDS = ("prompt", "call", "result")
ALLOW, WARN, REDACT, BLOCK = DECISIONS = ("allow", "warn", "redact", "block")


class Asked:
    """What is about to leave.

    ``kind`` is a prompt, the arguments of a tool that is about to be called, or the result of one
    (a file that is about to be read counts as that). ``content`` is a text or a JSON value.
    """

    __slots__ = ("content", "kind", "tool")

    def __init__(self, kind: str, content: Any = "", tool: str = "") -> None:
        self.kind = kind
        self.content = content
        self.tool = tool


class Verdict:
    """May it leave? ``safe`` is what may leave in its place, None when nothing may.

    ``reason`` is a pair, Danish and English, and quotes nothing.
    """

    __slots__ = ("decision", "reason", "safe")

    def __init__(self, decision: str, reason: tuple[str, str], safe: Any = None) -> None:
        self.decision = decision
        self.reason = reason
        self.safe = safe

    @property
    def told(self) -> str:
        """The reason in both languages."""
        return "\n\n".join(self.reason)

    @property
    def told_with_safe(self) -> str:
        """The reason and, for a text that may leave in another version, that version."""
        if self.decision != REDACT or not isinstance(self.safe, str) or not self.safe:
            return self.told
        da, en = self.reason
        return f"{da}\n\n{words.SAFE[0]}\n{self.safe}\n\n{en}"


def held(reason: tuple[str, str]) -> Verdict:
    """The verdict when nothing could be decided: it stays here."""
    return Verdict(BLOCK, reason)
