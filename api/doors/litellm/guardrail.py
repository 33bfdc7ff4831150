"""What the guardrail is asked and answers.

LiteLLM hands over the texts of a call and takes rewritten ones back; a tool call's arguments and a
speaker's name it hands over too, but cannot take back, so what has to be hidden there blocks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.doors.surface import Surface, rewritten
from api.judge import Judge
from scanner.doc import Doc, Part
from scanner.finding import Gap, GapReason
from scanner.message import Message
from scanner.policy import Verdict
from scanner.restoring import RestoreStream

_FIXED = Message(
    "Et værktøjskald eller et navn i samtalen rummer noget, der skal skjules, og det kan ikke "
    "omskrives her. Fjern det, og send igen.",
    "A tool call or a name in the conversation holds something to be hidden, and it cannot be "
    "rewritten here. Remove it and send again.",
)


class Asked(BaseModel):
    """One call, before the model or after it; what else LiteLLM tells is of no matter here."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    input_type: Literal["request", "response"] = "request"
    litellm_call_id: str | None = Field(default=None, repr=False)
    texts: list[str] | None = Field(default=None, repr=False)
    images: list[Any] | None = Field(default=None, repr=False)
    tools: list[Any] | None = Field(default=None, repr=False)
    tool_calls: list[Any] | None = Field(default=None, repr=False)
    structured_messages: list[Any] | None = Field(default=None, repr=False)


class Told(BaseModel):
    """What LiteLLM is to do; ``texts`` have the order of those it sent."""

    action: Literal["NONE", "BLOCKED", "GUARDRAIL_INTERVENED"]
    blocked_reason: str | None = None
    texts: list[str] | None = Field(default=None, repr=False)
    tools: list[Any] | None = Field(default=None, repr=False)
    stream_holdback_chars: list[int] | None = Field(
        default=None, description="How many characters at the end of each text may still change."
    )


NOTHING = Told(action="NONE")


def blocked(reason: Message, language: str) -> Told:
    """The call is stopped; the person is told ``reason``."""
    return Told(action="BLOCKED", blocked_reason=f"Sluse: {getattr(reason, language)}")


def judged(asked: Asked, judge: Judge, language: str) -> tuple[Told, Mapping[str, str]]:
    """What is to become of a request, and the mapping for its answer."""
    texts = asked.texts or []
    tools = Surface.of(asked.tools or [])
    fixed = Surface.of([asked.structured_messages or [], asked.tool_calls or []])
    known = set(texts)
    others = [part for part in fixed.parts if part.text not in known]
    parts = [*map(Part, texts), *tools.parts, *others]
    images = [Gap(GapReason.UNKNOWN_FORMAT, "images")] if asked.images else []
    result = judge.redact(Doc(tuple(parts)), [*images, *tools.gaps, *fixed.gaps])
    if result.decision is Verdict.BLOCK or result.edits is None:
        return blocked(result.message, language), {}
    if any(result.edits[len(texts) + len(tools.parts) :]):
        return blocked(_FIXED, language), {}
    if not any(result.edits):
        return NOTHING, {}
    told = Told(
        action="GUARDRAIL_INTERVENED",
        texts=Surface(parts[: len(texts)]).written(result.edits[: len(texts)]),
        tools=_tools(asked, tools, result.edits[len(texts) : len(texts) + len(tools.parts)]),
    )
    return told, result.mapping


def restored(texts: Sequence[str], mapping: Mapping[str, str]) -> Told:
    """An answer, or what has come of it so far, with its values back."""
    given, held = [], []
    for text in texts:
        stream = RestoreStream(mapping)
        settled, rest = stream.feed(text), stream.close()
        given.append(settled + rest)
        held.append(len(rest))
    if given == list(texts) and not any(held):
        return NOTHING
    return Told(action="GUARDRAIL_INTERVENED", texts=given, stream_holdback_chars=held)


def _tools(asked: Asked, tools: Surface, edits: Sequence[Any]) -> list[Any] | None:
    if not any(edits):
        return None
    changed: list[Any] = rewritten(asked.tools, tools.written(edits))
    return changed
