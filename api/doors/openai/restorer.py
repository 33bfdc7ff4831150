"""The way back: placeholders in the model's answer become values again, also while it streams.

Each text that streams has a stream of its own (a choice's content, a tool call's arguments, an
output item), which is closed before the event that says it is at its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from api.doors.openai.arguments import JsonRestoreStream
from api.doors.surface import mapped, mapped_json
from scanner.restoring import RestoreStream, restore

Where = tuple[str | int, ...]
_CHOSEN = frozenset({"role", "type", "id", "name"})
_LAST = frozenset({"response.completed", "response.incomplete", "response.failed", "error"})


class Restorer:
    """Restores whole answers by ``mapping``; ``is_json`` says that the model was to write JSON."""

    def __init__(self, mapping: Mapping[str, str], *, is_json: bool = False) -> None:
        self._mapping = mapping
        self._is_json = is_json

    def whole(self, answer: Any) -> Any:
        """An answer that came in one piece."""
        change = self._json if self._is_json else self._text
        return mapped(answer, change) if self._mapping else answer

    def stream(self, *, is_json: bool) -> RestoreStream | JsonRestoreStream:
        """A stream for one text."""
        return JsonRestoreStream(self._mapping) if is_json else RestoreStream(self._mapping)

    def is_json(self, name: str) -> bool:
        """Whether the member or event called ``name`` carries JSON."""
        return name.endswith("arguments") or (self._is_json and name in _ANSWERS)

    def _text(self, text: str) -> str:
        return restore(text, self._mapping)

    def _json(self, text: str) -> str:
        return mapped_json(text, self._text)


_ANSWERS = frozenset({"content", "response.output_text"})


class ChatStream:
    """Restores the chunks of a chat completion or a completion."""

    def __init__(self, restorer: Restorer) -> None:
        self._restorer = restorer
        self._streams: dict[Where, RestoreStream | JsonRestoreStream] = {}

    def feed(self, chunk: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The chunks that stand for ``chunk``; none when all of it is held back."""
        choices = chunk.get("choices")
        if not isinstance(choices, list) or not choices:
            yield self._restorer.whole(chunk)
            return
        kept: list[dict[str, Any]] = []
        for position, choice in enumerate(choices):
            restored = self._choice(choice, position)
            if choice.get("finish_reason") is not None:
                parts = [_without_end(restored), *self._rests(choice, position)]
                yield from (chunk | {"choices": [part]} for part in parts if _says(part))
                restored = _end(restored)
            if _says(restored) or not _says(choice):
                kept.append(restored)
        if kept:
            yield chunk | {"choices": kept}

    def close(self) -> Iterator[dict[str, Any]]:
        """Chunks with what is still held back, when the stream ends without its end."""
        choices = {str(where[0]): where[0] for where in self._streams}
        for index in choices.values():
            rests = self._rests({"index": index}, 0)
            if rests:
                yield {"object": "chat.completion.chunk", "choices": rests}

    def _choice(self, choice: dict[str, Any], position: int) -> dict[str, Any]:
        where = (choice.get("index", position),)
        restored = dict(choice)
        for name in ("delta", "text"):
            if name in choice:
                restored[name] = self._restored(choice[name], (*where, name))
        return restored

    def _restored(self, value: Any, where: Where) -> Any:
        if isinstance(value, str) and where[-1] not in _CHOSEN:
            name = str(where[-1])
            if where not in self._streams:
                self._streams[where] = self._restorer.stream(is_json=self._restorer.is_json(name))
            return self._streams[where].feed(value)
        if isinstance(value, dict):
            return {name: self._restored(each, (*where, name)) for name, each in value.items()}
        if isinstance(value, list):
            return [
                self._restored(each, (*where, _index(each, at))) for at, each in enumerate(value)
            ]
        return value

    def _rests(self, choice: dict[str, Any], position: int) -> list[dict[str, Any]]:
        """What is held back of a choice, as choices of their own."""
        index = choice.get("index", position)
        mine = [where for where in self._streams if where[0] == index]
        rests = [(where, self._streams.pop(where).close()) for where in mine]
        return [
            {"index": index, "finish_reason": None} | _nested(where[1:], rest)
            for where, rest in rests
            if rest
        ]


class ResponseStream:
    """Restores the events of a response; what is left out or added is counted anew."""

    def __init__(self, restorer: Restorer) -> None:
        self._restorer = restorer
        self._streams: dict[Where, tuple[RestoreStream | JsonRestoreStream, dict[str, Any]]] = {}
        self._number = 0

    def feed(self, event: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The events that stand for ``event``."""
        kind = str(event.get("type", ""))
        if kind.endswith(".delta") and isinstance(event.get("delta"), str):
            where = _place(event, kind.removesuffix(".delta"))
            is_json = self._restorer.is_json(str(where[0]))
            stream, _ = self._streams.get(where) or (self._restorer.stream(is_json=is_json), {})
            self._streams[where] = (stream, event)
            if text := stream.feed(event["delta"]):
                yield self._counted(event | {"delta": text})
            return
        if kind.endswith(".done"):
            yield from self._rests(_place(event, kind.removesuffix(".done")))
        if kind in _LAST:
            yield from self.close()
        yield self._counted(self._restorer.whole(event))

    def close(self) -> Iterator[dict[str, Any]]:
        """Events with what is still held back."""
        for where in list(self._streams):
            yield from self._rests(where)

    def _rests(self, where: Where) -> Iterator[dict[str, Any]]:
        if where in self._streams:
            stream, last = self._streams.pop(where)
            if rest := stream.close():
                yield self._counted(last | {"delta": rest})

    def _counted(self, event: dict[str, Any]) -> dict[str, Any]:
        if "sequence_number" not in event:
            return event
        self._number += 1
        return event | {"sequence_number": self._number - 1}


def _place(event: Mapping[str, Any], kind: str) -> Where:
    members = ("item_id", "output_index", "content_index", "summary_index")
    return (kind, *(event.get(name, "") for name in members))


def _index(value: Any, position: int) -> int:
    index = value.get("index") if isinstance(value, dict) else None
    return index if isinstance(index, int) else position


def _nested(where: Where, text: str) -> dict[str, Any]:
    """The members that lead to ``text``: names, and indices of lists."""
    value: Any = text
    for step in reversed(where):
        if isinstance(step, int):
            value = [{"index": step} | value if isinstance(value, dict) else value]
        else:
            value = {step: value}
    nested: dict[str, Any] = value
    return nested


def _says(choice: Mapping[str, Any]) -> bool:
    """Whether a choice carries anything: a word, a role, an end."""
    if choice.get("finish_reason") is not None or choice.get("text"):
        return True
    delta = choice.get("delta")
    return _holds(delta) if isinstance(delta, dict) else False


def _holds(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds(each) for name, each in value.items() if name != "index")
    if isinstance(value, list):
        return any(map(_holds, value))
    return bool(value)


def _without_end(choice: dict[str, Any]) -> dict[str, Any]:
    return choice | {"finish_reason": None}


def _end(choice: dict[str, Any]) -> dict[str, Any]:
    """The end of a choice by itself."""
    emptied: dict[str, Any] = {"delta": {}} if "delta" in choice else {"text": ""}
    return choice | emptied
