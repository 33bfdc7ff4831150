"""A model vendor that never was: it keeps what it was sent and says what it was told to say.

Speaks what the clients speak: OpenAI chat completions, OpenAI responses, Anthropic messages; all
streamed. With ``call`` set it first asks for that tool, then answers.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

ANSWER = "Svaret fra modellen."
Event = tuple[str, dict[str, Any]]


@dataclass
class FakeModel:
    """What came in, and the tool (name, arguments) that is asked for first."""

    url: str = ""
    bodies: list[str] = field(default_factory=list)
    call: tuple[str, dict[str, Any]] | None = None

    @property
    def received(self) -> str:
        """Everything that reached the vendor, as text."""
        return "\n".join(json.dumps(json.loads(body), ensure_ascii=False) for body in self.bodies)

    def events(self, path: str, body: str) -> Iterator[Event]:
        """The stream that answers ``body``."""
        self.bodies.append(body)
        call, self.call = self.call, None
        if path.endswith("/chat/completions"):
            return _completions(call)
        return _responses(call) if path.endswith("/responses") else _messages(call)


def _completions(call: tuple[str, dict[str, Any]] | None) -> Iterator[Event]:
    delta: dict[str, Any] = {"role": "assistant", "content": ANSWER}
    if call:
        function = {"name": call[0], "arguments": json.dumps(call[1])}
        delta = {
            "role": "assistant",
            "tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": function}],
        }
    shared = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "fake"}
    yield "", shared | {"choices": [{"index": 0, "delta": delta, "finish_reason": None}]}
    end = {"index": 0, "delta": {}, "finish_reason": "tool_calls" if call else "stop"}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    yield "", shared | {"choices": [end], "usage": usage}


def _responses(call: tuple[str, dict[str, Any]] | None) -> Iterator[Event]:
    item: dict[str, Any] = {
        "type": "message",
        "id": "m1",
        "role": "assistant",
        "status": "completed",
        "content": [{"type": "output_text", "text": ANSWER, "annotations": []}],
    }
    if call:
        item = {
            "type": "function_call",
            "id": "f1",
            "call_id": "call_1",
            "name": call[0],
            "arguments": json.dumps(call[1]),
            "status": "completed",
        }
    usage = {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2}
    yield "response.created", {"type": "response.created", "response": {"id": "r1"}}
    yield (
        "response.output_item.done",
        {"type": "response.output_item.done", "output_index": 0, "item": item},
    )
    done = {"id": "r1", "output": [item], "usage": usage, "status": "completed"}
    yield "response.completed", {"type": "response.completed", "response": done}


def _messages(call: tuple[str, dict[str, Any]] | None) -> Iterator[Event]:
    usage = {"input_tokens": 1, "output_tokens": 1}
    message: dict[str, Any] = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "fake",
        "content": [],
        "stop_reason": None,
        "usage": usage,
    }
    block: dict[str, Any] = {"type": "text", "text": ""}
    delta: dict[str, Any] = {"type": "text_delta", "text": ANSWER}
    if call:
        block = {"type": "tool_use", "id": "toolu_1", "name": call[0], "input": {}}
        delta = {"type": "input_json_delta", "partial_json": json.dumps(call[1])}
    reason = "tool_use" if call else "end_turn"
    for name, more in (
        ("message_start", {"message": message}),
        ("content_block_start", {"index": 0, "content_block": block}),
        ("content_block_delta", {"index": 0, "delta": delta}),
        ("content_block_stop", {"index": 0}),
        ("message_delta", {"delta": {"stop_reason": reason}, "usage": usage}),
        ("message_stop", {}),
    ):
        yield name, {"type": name} | more


@contextmanager
def fake_model() -> Iterator[FakeModel]:
    """The vendor, on a port of its own."""
    model = FakeModel()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(b'{"object": "list", "data": []}', "application/json")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
            lines = []
            for name, data in model.events(self.path.partition("?")[0], body):
                lines += [f"event: {name}\n"] if name else []
                lines += [f"data: {json.dumps(data)}\n\n"]
            if self.path.endswith("/chat/completions"):
                lines.append("data: [DONE]\n\n")
            self._send("".join(lines).encode(), "text/event-stream")

        def _send(self, content: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    model.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield model
    server.shutdown()
    server.server_close()
