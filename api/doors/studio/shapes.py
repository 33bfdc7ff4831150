"""What an agent asks with and is answered; lenient, since versions and languages differ."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any

from scanner.doc import Doc, Part
from scanner.message import Message

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_\-]{0,63}")
_DEEPEST = 60


class Reason(IntEnum):
    """Why a call is blocked, as a number that machines read."""

    POLICY = 1
    LATE = 2
    UNREADABLE = 3
    FAILED = 4


def texts(body: Any) -> Doc:
    """What is about to leave: the values the tool gets, and what the user wrote.

    Raises ValueError for what is no such question.
    """
    if not isinstance(body, dict):
        raise TypeError
    context = body.get("plannerContext")
    said = context.get("userMessage") if isinstance(context, dict) else None
    places = (("inputValues", body.get("inputValues")), ("userMessage", said))
    return Doc(tuple(part for place, value in places for part in _parts(value, place)))


def _parts(value: Any, place: str, label: str = "", depth: int = 0) -> Iterator[Part]:
    if depth > _DEEPEST:
        raise ValueError
    if isinstance(value, dict):
        for name, each in value.items():
            # a name that is no name may be text itself, and is never told
            known = bool(_NAME.fullmatch(name))
            if not known:
                yield Part(name, place=place)
            yield from _parts(each, f"{place}.{name}" if known else place, name, depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from _parts(each, place, label, depth + 1)
    elif value is not None and not isinstance(value, bool):
        yield Part(str(value), place=place, header=label)


def blocked(
    reason: Reason, message: Message, fields: Sequence[str] = (), types: Sequence[str] = ()
) -> dict[str, Any]:
    """The answer that stops the agent; it holds no value, for it comes back in chatHistory."""
    told = {"reason": reason.name.lower(), "flaggedFields": fields, "entityTypes": types}
    return {
        "blockAction": True,
        "reasonCode": int(reason),
        "reason": f"{message.da} / {message.en}",
        "diagnostics": json.dumps(told),
    }


def failed(code: int, status: int, message: Message, reason: str) -> dict[str, Any]:
    """An error, in Microsoft's shape."""
    return {
        "errorCode": code,
        "message": str(message),
        "httpStatus": status,
        "diagnostics": json.dumps({"reason": reason}),
    }
