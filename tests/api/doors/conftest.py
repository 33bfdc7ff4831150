"""A model vendor of our own that keeps what reached it, and servers to put between it and a client.

The vendor stands for what is outside our walls. It writes back the last thing it was told, in
pieces as small as it is asked for, so that whatever is hidden from it has to come back right.
"""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from api.app import create_app
from scanner import Scanner
from scanner.settings import Settings

MakeSettings = Callable[..., Settings]
PIECE = 3


@dataclass
class Vendor:
    """What reached it, and what it does next; ``model`` of a request says how it answers."""

    url: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    gone: threading.Event = field(default_factory=threading.Event)
    written: int = 0

    def forget(self) -> None:
        """Begin anew."""
        self.bodies, self.headers, self.paths = [], [], []
        self.gone, self.written = threading.Event(), 0

    @property
    def seen(self) -> str:
        """All that reached it."""
        return json.dumps([self.bodies, self.headers, self.paths], ensure_ascii=False)

    async def answer(self, request: Request) -> Response:
        """Answer as ``model`` says."""
        self.paths.append(request.url.path)
        self.headers.append(dict(request.headers))
        if request.method == "GET":
            return JSONResponse({"object": "list", "data": [{"id": "echo", "object": "model"}]})
        body = await request.json()
        self.bodies.append(body)
        if failure := FAILURES.get(body.get("model", "")):
            return failure()
        kind = request.url.path.rpartition("/v1/")[2]
        if body.get("stream"):
            told = STREAMS[kind](body)
            return StreamingResponse(self._paced(told, body), media_type="text/event-stream")
        return JSONResponse(WHOLE[kind](body))

    async def _paced(self, told: Iterator[bytes], body: dict[str, Any]) -> AsyncIterator[bytes]:
        try:
            for each in told:
                self.written += len(each)
                yield each
                if body["model"] == "hang":
                    await asyncio.sleep(60)
                if body["model"] == "cut":
                    return
        finally:
            self.gone.set()


def last(body: dict[str, Any]) -> str:
    """The text of the last message."""
    given = body.get("messages") or body.get("input") or body.get("prompt")
    while isinstance(given, list):
        given = given[-1]
    if isinstance(given, dict):
        given = given.get("content") or given.get("text") or given.get("output") or ""
        return given if isinstance(given, str) else last({"input": given})
    return str(given)


def arguments(body: dict[str, Any]) -> str:
    if body["model"] == "shell":
        command = last(body).strip().rpartition("\n")[2]
        return json.dumps({"command": command, "description": "as told"})
    return json.dumps({"text": last(body), "n": 1}, ensure_ascii=body["model"] == "ascii tool")


def call(body: dict[str, Any], written: str) -> dict[str, Any]:
    first = body["tools"][0]["function"]["name"]
    function = {"name": "bash" if body["model"] == "shell" else first, "arguments": written}
    return {"index": 0, "id": "call_1", "type": "function", "function": function}


def is_tool(body: dict[str, Any]) -> bool:
    if body["model"] == "shell":
        return bool(body["messages"][-1]["role"] != "tool")
    return bool(body["model"].endswith("tool"))


def chat(body: dict[str, Any]) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": last(body)}
    if is_tool(body):
        message |= {"content": None, "tool_calls": [call(body, arguments(body))]}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    told = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": body["model"]}
    return told | {"choices": [choice], "usage": usage}


def completion(body: dict[str, Any]) -> dict[str, Any]:
    choice = {"index": 0, "text": last(body), "finish_reason": "stop", "logprobs": None}
    told = {"id": "cmpl-1", "object": "text_completion", "created": 1, "model": body["model"]}
    return told | {"choices": [choice]}


def embedding(body: dict[str, Any]) -> dict[str, Any]:
    vector = {"object": "embedding", "index": 0, "embedding": [0.5, 0.25]}
    usage = {"prompt_tokens": 1, "total_tokens": 1}
    return {"object": "list", "data": [vector], "model": body["model"], "usage": usage}


def response(body: dict[str, Any]) -> dict[str, Any]:
    if is_tool(body):
        item: dict[str, Any] = {"type": "function_call", "id": "fc_1", "call_id": "call_1"}
        item["status"] = "completed"
        item |= {"name": body["tools"][0]["name"], "arguments": arguments(body)}
    else:
        part = {"type": "output_text", "text": last(body), "annotations": []}
        item = {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed"}
        item |= {"content": [part]}
    told = {"id": "resp_1", "object": "response", "created_at": 1, "status": "completed"}
    told |= {"model": body["model"], "output": [item], "parallel_tool_calls": True}
    return told | {"tool_choice": "auto", "tools": body.get("tools", [])}


def pieces(text: str) -> list[str]:
    return [text[at : at + PIECE] for at in range(0, len(text), PIECE)]


def sent(value: dict[str, Any]) -> bytes:
    name = f"event: {value['type']}\n" if "type" in value else ""
    return f"{name}data: {json.dumps(value)}\n\n".encode()


def chat_stream(body: dict[str, Any]) -> Iterator[bytes]:
    def chunk(delta: dict[str, Any], end: str | None = None, index: int = 0) -> bytes:
        choice = {"index": index, "delta": delta, "finish_reason": end}
        told = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1}
        return sent(told | {"model": body["model"], "choices": [choice]})

    yield b": ping\n\n"
    choices = range(body.get("n") or 1)
    for index in choices:
        yield chunk({"role": "assistant", "content": ""}, index=index)
    if is_tool(body):
        yield chunk({"tool_calls": [call(body, "")]})
        for piece in pieces(arguments(body)):
            yield chunk({"tool_calls": [{"index": 0, "function": {"arguments": piece}}]})
        yield chunk({}, "tool_calls")
    else:
        for piece in pieces(last(body)):
            yield b"".join(chunk({"content": piece}, index=index) for index in choices)
        for index in choices:
            yield chunk({}, "stop", index)
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    yield sent(
        {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1}
        | {"model": body["model"], "choices": [], "usage": usage}
    )
    yield b"data: [DONE]\n\n"
    yield chunk({"content": "after the end"})


def completion_stream(body: dict[str, Any]) -> Iterator[bytes]:
    told = completion(body)
    for piece in pieces(last(body)):
        choice = {"index": 0, "text": piece, "finish_reason": None, "logprobs": None}
        yield sent(told | {"choices": [choice]})
    yield sent(told | {"choices": [{"index": 0, "text": "", "finish_reason": "stop"}]})
    yield b"data: [DONE]\n\n"


def response_stream(body: dict[str, Any]) -> Iterator[bytes]:
    whole = response(body)
    item = whole["output"][0]
    place = {"item_id": item["id"], "output_index": 0}
    if is_tool(body):
        kind, text, begun = "function_call_arguments", item["arguments"], item | {"arguments": ""}
        done = {"arguments": text, "name": item["name"]}
    else:
        kind, text, begun = "output_text", last(body), item | {"content": []}
        place |= {"content_index": 0}
        done = {"text": text, "logprobs": []}
    started = whole | {"status": "in_progress", "output": []}
    events: list[dict[str, Any]] = [
        {"type": "response.created", "response": started},
        {"type": "response.output_item.added", "output_index": 0, "item": begun},
    ]
    if kind == "output_text":
        empty = {"type": "output_text", "text": "", "annotations": []}
        events.append({"type": "response.content_part.added", "part": empty} | place)
    events += [
        {"type": f"response.{kind}.delta", "delta": piece, "logprobs": []} | place
        for piece in pieces(text)
    ]
    events += [
        {"type": f"response.{kind}.done"} | done | place,
        {"type": "response.output_item.done", "output_index": 0, "item": item},
        {"type": "response.completed", "response": whole},
    ]
    for number, event in enumerate(events):
        yield sent(event | {"sequence_number": number})


def refusal(status: int, code: str) -> Callable[[], Response]:
    error = {"message": f"vendor says {code}", "type": "x", "param": None, "code": code}
    headers = {"retry-after": "7", "set-cookie": "a=b", "x-request-id": "req_1"}
    return lambda: JSONResponse({"error": error}, status_code=status, headers=headers)


FAILURES: dict[str, Callable[[], Response]] = {
    "busy": refusal(429, "rate_limit_exceeded"),
    "wrong": refusal(400, "bad_thing"),
    "locked": refusal(401, "invalid_api_key"),
    "page": lambda: Response("<html>", media_type="text/html"),
    "elsewhere": lambda: Response(status_code=302, headers={"location": "http://127.0.0.1:9"}),
    "nonsense": lambda: Response("data: {\n\n", media_type="text/event-stream"),
}
WHOLE = {
    "chat/completions": chat,
    "completions": completion,
    "embeddings": embedding,
    "responses": response,
}
STREAMS = {
    "chat/completions": chat_stream,
    "completions": completion_stream,
    "responses": response_stream,
}


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """The address of ``app``, served by a server of its own until the end."""
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="on")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while (
            not server.started
        ):  # it forks when it starts: a client that connects later is its own
            assert thread.is_alive()
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def one_vendor() -> Iterator[Vendor]:
    """The vendor, at its address."""
    made = Vendor()
    route = Route("/v1/{path:path}", made.answer, methods=["GET", "POST"])
    with serving(Starlette(routes=[route])) as url:
        made.url = f"{url}/v1"
        yield made


@pytest.fixture
def vendor(one_vendor: Vendor) -> Vendor:
    """The vendor, which nothing has reached yet."""
    one_vendor.forget()
    return one_vendor


@pytest.fixture(scope="session")
def serve() -> Callable[[Any], AbstractContextManager[str]]:
    """Serves an app, and tells its address."""
    return serving


Begin = Callable[..., str]


@pytest.fixture
def begin(
    tmp_path: Path, make_settings: MakeSettings, scanner: Scanner, vendor: Vendor
) -> Iterator[Begin]:
    """Starts Sluse in front of the vendor, with changed settings, and tells its address."""
    with ExitStack() as stack:

        def start(**changes: Any) -> str:
            told = {"upstream_url": vendor.url, "upstream_key": "vendor-key"} | changes
            app = create_app(make_settings(tmp_path, **told), scanner)
            return stack.enter_context(serving(app))

        yield start
