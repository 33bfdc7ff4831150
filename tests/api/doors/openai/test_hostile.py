"""Requests as nobody writes them: whatever the shape, nothing non-public reaches the vendor."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx2
import pytest

Begin = Callable[..., str]
CPR = "010158-5670"
CHAT = "/openai/v1/chat/completions"
RESPONSES = "/openai/v1/responses"
HELLO = [{"role": "user", "content": "Hej"}]
DATA = "data:image/png;base64,iVBORw0KGgo="


@pytest.fixture(scope="module")
def told() -> str:
    """A text that may go in no form."""
    return f"Hendes cpr er {CPR}."


@pytest.fixture
def address(begin: Begin) -> str:
    return begin()


def held(answer: Any, vendor: Any) -> bool:
    """An error in the vendor's shape, and nothing of it left or was quoted."""
    is_error = answer.status_code == 400 and answer.json().keys() == {"error"}
    return is_error and vendor.paths == [] and CPR not in answer.text


def chat(**more: Any) -> dict[str, Any]:
    return {"model": "echo", "messages": HELLO, **more}


def response(**more: Any) -> dict[str, Any]:
    return {"model": "echo", "input": "Hej", **more}


def said(content: Any, role: str = "user") -> dict[str, Any]:
    return chat(messages=[{"role": role, "content": content}])


# Where a text can stand besides the messages; "X" is the text.
PLACES: dict[str, tuple[str, dict[str, Any]]] = {
    "instructions": (RESPONSES, response(instructions="X")),
    "metadata": (CHAT, chat(metadata={"sag": "X"})),
    "user": (CHAT, chat(user="X")),
    "safety_identifier": (CHAT, chat(safety_identifier="X")),
    "prompt_cache_key": (CHAT, chat(prompt_cache_key="X")),
    "stop": (CHAT, chat(stop=["X"])),
    "logit_bias": (CHAT, chat(logit_bias={"X": 1})),
    "prediction": (CHAT, chat(prediction={"type": "content", "content": "X"})),
    "prediction in parts": (
        CHAT,
        chat(prediction={"type": "content", "content": [{"type": "text", "text": "X"}]}),
    ),
    "description of a tool": (
        CHAT,
        chat(tools=[{"type": "function", "function": {"name": "f", "description": "X"}}]),
    ),
    "a tool's default": (
        CHAT,
        chat(
            tools=[
                {
                    "type": "function",
                    "function": {
                        "name": "f",
                        "parameters": {"properties": {"a": {"default": "X"}}},
                    },
                }
            ]
        ),
    ),
    "functions of old": (CHAT, chat(functions=[{"name": "f", "description": "X"}])),
    "function_call of old": (
        CHAT,
        chat(
            messages=[
                {
                    "role": "assistant",
                    "content": None,
                    "function_call": {"name": "f", "arguments": "X"},
                }
            ]
        ),
    ),
    "response_format": (
        CHAT,
        chat(
            response_format={
                "type": "json_schema",
                "json_schema": {"name": "a", "schema": {"description": "X"}},
            }
        ),
    ),
    "developer": (CHAT, said("X", "developer")),
    "the second part": (
        CHAT,
        said([{"type": "text", "text": "Hej"}, {"type": "text", "text": "X"}]),
    ),
    "refusal": (CHAT, said([{"type": "refusal", "refusal": "X"}], "assistant")),
    "a tool's answer": (
        RESPONSES,
        response(input=[{"type": "function_call_output", "call_id": "c", "output": "X"}]),
    ),
    "a custom tool's input": (
        RESPONSES,
        response(input=[{"type": "custom_tool_call", "call_id": "c", "name": "f", "input": "X"}]),
    ),
    "variables of a prompt": (
        RESPONSES,
        response(prompt={"id": "pmpt_1", "variables": {"navn": "X"}}),
    ),
    "where the user is": (
        CHAT,
        chat(web_search_options={"user_location": {"approximate": {"city": "X"}}}),
    ),
    "an unknown member": (CHAT, chat(tomorrow={"deep": [{"er": "X"}]})),
    "the name of an unknown member": (CHAT, chat(X=1)),
    "a role": (CHAT, chat(messages=[{"role": "X", "content": "Hej"}])),
    "the model": (CHAT, chat(model="X")),
    "an id": (CHAT, chat(messages=[{"role": "tool", "tool_call_id": "X", "content": "Hej"}])),
}


def put(value: Any, text: str) -> Any:
    """``value`` with ``text`` for each "X"."""
    if isinstance(value, dict):
        return {text if name == "X" else name: put(each, text) for name, each in value.items()}
    if isinstance(value, list):
        return [put(each, text) for each in value]
    return text if value == "X" else value


@pytest.mark.parametrize("place", PLACES)
def test_a_text_is_seen_wherever_it_stands(
    address: str, vendor: Any, told: str, place: str
) -> None:
    path, body = PLACES[place]
    assert held(httpx2.post(address + path, json=put(body, told)), vendor)
    assert (
        httpx2.post(address + path, json=put(body, "Hej")).status_code == 200
    )  # not for its shape


# What holds no text that could be looked at.
UNREAD: dict[str, tuple[str, dict[str, Any]]] = {
    "image": (CHAT, said([{"type": "image_url", "image_url": {"url": DATA}}])),
    "image by its address": (
        CHAT,
        said([{"type": "image_url", "image_url": {"url": "https://a"}}]),
    ),
    "image, responses": (
        RESPONSES,
        response(input=[{"role": "user", "content": [{"type": "input_image", "image_url": DATA}]}]),
    ),
    "sound": (
        CHAT,
        said([{"type": "input_audio", "input_audio": {"data": "AAAA", "format": "wav"}}]),
    ),
    "file": (CHAT, said([{"type": "file", "file": {"filename": "a.pdf", "file_data": "AAAA"}}])),
    "file, responses": (
        RESPONSES,
        response(
            input=[{"role": "user", "content": [{"type": "input_file", "file_data": "AAAA"}]}]
        ),
    ),
    "picture of a screen": (
        RESPONSES,
        response(
            input=[
                {
                    "type": "computer_call_output",
                    "call_id": "c",
                    "output": {"type": "computer_screenshot", "image_url": DATA},
                }
            ]
        ),
    ),
    "one part of several": (
        CHAT,
        said([{"type": "text", "text": "Hej"}, {"type": "image_url", "image_url": {"url": DATA}}]),
    ),
    "tokens": ("/openai/v1/completions", {"model": "echo", "prompt": [1, 2, 3]}),
    "tokens, many": ("/openai/v1/embeddings", {"model": "echo", "input": [[1, 2], [3]]}),
}


@pytest.mark.parametrize("kind", UNREAD)
def test_what_cannot_be_read_is_held(address: str, vendor: Any, kind: str) -> None:
    path, body = UNREAD[kind]
    assert held(httpx2.post(address + path, json=body), vendor)


def test_of_two_members_of_a_name_the_one_that_was_read_goes(
    address: str, vendor: Any, told: str
) -> None:
    """JSON leaves open which of them counts, so only one may reach the vendor."""
    body = '{"model": "echo", "messages": [{"role": "user", "content": "%s", "content": "Hej"}]}'
    headers = {"Content-Type": "application/json"}
    answer = httpx2.post(address + CHAT, content=body % told, headers=headers)
    assert answer.status_code == 200
    assert vendor.bodies == [chat()]


def raw(address: str, content: Any, **headers: str) -> Any:
    told = {"Content-Type": "application/json"} | headers
    return httpx2.post(address + CHAT, content=content, headers=told, timeout=60)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_number_that_json_does_not_have(address: str, vendor: Any, number: str) -> None:
    assert held(raw(address, json.dumps(chat())[:-1] + f', "temperature": {number}}}'), vendor)


@pytest.mark.parametrize("depth", [200, 900, 5_000, 200_000])
def test_deep_nesting(address: str, vendor: Any, told: str, depth: int) -> None:
    deep = "[" * depth + json.dumps(told) + "]" * depth
    answer = raw(address, json.dumps(chat())[:-1] + f', "deep": {deep}}}')
    assert held(answer, vendor)


def test_a_body_without_length(address: str, vendor: Any, told: str) -> None:
    def pieces(text: str) -> Iterator[bytes]:
        content = json.dumps(said(text)).encode()
        yield from (content[at : at + 7] for at in range(0, len(content), 7))

    assert held(raw(address, pieces(told)), vendor)
    assert raw(address, pieces("Hej")).status_code == 200


def test_a_body_that_is_packed(address: str, vendor: Any, told: str) -> None:
    packed = gzip.compress(json.dumps(said(told)).encode())
    assert held(raw(address, packed, **{"Content-Encoding": "gzip"}), vendor)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32-be"])
def test_a_body_in_another_encoding(address: str, vendor: Any, told: str, encoding: str) -> None:
    content = json.dumps(said(told), ensure_ascii=False).encode(encoding)
    assert held(raw(address, content), vendor)


def test_a_text_in_pieces_of_an_escape(address: str, vendor: Any) -> None:
    escaped = "".join(f"\\u{ord(each):04x}" for each in CPR)
    assert held(raw(address, json.dumps(said("cpr X")).replace("X", escaped)), vendor)


def test_a_very_long_body(begin: Begin, vendor: Any) -> None:
    long = json.dumps(said("Hej " * 60_000))
    answer = raw(begin(max_body_bytes=100_000), long)
    assert (answer.status_code, vendor.paths) == (413, [])
    assert answer.json()["error"]["code"] == "too_large"


def test_a_text_for_which_the_time_runs_out(begin: Begin, vendor: Any) -> None:
    """It is told to split it; no client sends a 400 again by itself."""
    long = "Hvornår skal momsen for Fjordlyst Bageri ApS indberettes? " * 400
    answer = raw(begin(scan_timeout_seconds=0.001), json.dumps(said(long)))
    assert held(answer, vendor)
    assert "kortere" in answer.json()["error"]["message"]
