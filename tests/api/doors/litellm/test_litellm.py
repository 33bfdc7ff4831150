"""LiteLLM's proxy, unmodified, with its own Presidio guardrail and with the generic one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import openai
import pytest

MAIL = "Skriv til Mette Holm, mette.holm@fjordlyst-bageri.example, om ordre 7 [1]."
SECRET = ("Mette", "Holm", "fjordlyst")
CPR = "Hendes cpr er 010158-5670."
HELD = ["presidio without service", "sluse without service", "sluse with a wrong key"]
TOOL = {"name": "send_mail", "description": f"F.eks.: {MAIL}", "parameters": {"type": "object"}}
IMAGE = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}


@pytest.fixture
def client(gateway: Any) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{gateway.url}/v1", api_key="any", max_retries=0) as made:
        yield made


def asked(guardrail: str, content: Any, **more: Any) -> dict[str, Any]:
    messages = [{"role": "system", "content": "Svar kort."}, {"role": "user", "content": content}]
    called = {"model": "echo", "messages": messages, "extra_body": {"guardrails": [guardrail]}}
    return called | more


def streamed(client: openai.OpenAI, **called: Any) -> str:
    with client.chat.completions.create(**called, stream=True) as stream:
        return "".join(each.delta.content or "" for chunk in stream for each in chunk.choices)


def hidden(vendor: Any) -> bool:
    """Nothing of it reached the vendor, and something did."""
    return bool(vendor.bodies) and not any(word in vendor.seen for word in SECRET)


@pytest.mark.parametrize(
    ("guardrail", "placeholder"), [("presidio", "<PERSON_1>"), ("sluse", "[PERSON_1]")]
)
def test_masked_and_restored(
    client: openai.OpenAI, vendor: Any, guardrail: str, placeholder: str
) -> None:
    answer = client.chat.completions.create(**asked(guardrail, MAIL))
    assert answer.choices[0].message.content == MAIL
    assert placeholder in vendor.seen
    assert hidden(vendor)


def test_streamed(client: openai.OpenAI, vendor: Any) -> None:
    assert streamed(client, **asked("sluse", MAIL)) == MAIL
    assert hidden(vendor)


def test_streamed_by_presidio(client: openai.OpenAI, vendor: Any) -> None:
    """What LiteLLM itself makes of a streamed answer is its own; the request is masked."""
    assert streamed(client, **asked("presidio", MAIL)).startswith("Skriv til ")
    assert hidden(vendor)


@pytest.mark.parametrize("guardrail", ["presidio", "sluse"])
@pytest.mark.parametrize("stream", [False, True])
def test_blocked(client: openai.OpenAI, vendor: Any, guardrail: str, *, stream: bool) -> None:
    with pytest.raises(openai.BadRequestError) as raised:
        client.chat.completions.create(**asked(guardrail, CPR, stream=stream))
    assert "010158" not in raised.value.message
    assert guardrail in raised.value.message.lower()
    assert vendor.paths == []


@pytest.mark.parametrize("guardrail", HELD)
@pytest.mark.parametrize("stream", [False, True])
def test_held_when_nobody_answers(
    client: openai.OpenAI, vendor: Any, guardrail: str, *, stream: bool
) -> None:
    with pytest.raises(openai.APIStatusError):
        client.chat.completions.create(**asked(guardrail, "Hej", stream=stream))
    assert vendor.paths == []


def test_public_texts_pass(client: openai.OpenAI, vendor: Any) -> None:
    for guardrail in ("presidio", "sluse"):
        answer = client.chat.completions.create(**asked(guardrail, "Hvornår er det jul?"))
        assert answer.choices[0].message.content == "Hvornår er det jul?"
    assert len(vendor.bodies) == 2


def test_parts_and_tools(client: openai.OpenAI, vendor: Any) -> None:
    tools = [{"type": "function", "function": TOOL}]
    content = [{"type": "text", "text": MAIL}, {"type": "text", "text": "Hej Mette Holm"}]
    answer = client.chat.completions.create(**asked("sluse", content, tools=tools))
    assert answer.choices[0].message.content == "Hej Mette Holm"
    parts = vendor.bodies[0]["messages"][1]["content"]
    assert parts[1]["text"] == "Hej [PERSON_1]"
    assert hidden(vendor)


def test_an_image_is_held(client: openai.OpenAI, vendor: Any) -> None:
    with pytest.raises(openai.BadRequestError):
        client.chat.completions.create(**asked("sluse", [{"type": "text", "text": "Hej"}, IMAGE]))
    assert vendor.paths == []


def test_what_cannot_be_rewritten_is_held(client: openai.OpenAI, vendor: Any) -> None:
    """LiteLLM takes no arguments of a tool call back."""
    function = {"name": "f", "arguments": json.dumps({"navn": "Mette Holm"})}
    call = {"id": "call_1", "type": "function", "function": function}
    messages = [
        {"role": "user", "content": "Hej"},
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "call_1", "content": "Fundet"},
    ]
    with pytest.raises(openai.BadRequestError):
        client.chat.completions.create(**asked("sluse", "") | {"messages": messages})
    assert vendor.paths == []


def test_no_text_is_left_behind(client: openai.OpenAI, gateway: Any) -> None:
    for guardrail in ("presidio", "sluse"):
        client.chat.completions.create(**asked(guardrail, MAIL))
        streamed(client, **asked(guardrail, MAIL))
    kept = [gateway.log.encode(), *(file.read_bytes() for file in gateway.state.iterdir())]
    assert b"/chat/completions" in kept[0]
    assert not any(word.encode() in each for each in kept for word in SECRET)
