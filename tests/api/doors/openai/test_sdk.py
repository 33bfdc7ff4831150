"""OpenAI's own client through the proxy: what reaches the vendor, and what comes back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import openai
import pytest

from api.keys import Scope, new_key

Begin = Callable[..., str]
MAIL = "Skriv til Mette Holm, mette.holm@fjordlyst-bageri.example, om “ordre 7” i æble\\kagen."
SECRET = ("Mette", "Holm", "fjordlyst")
CPR = "Hendes cpr er 010158-5670."
TOOL = {"name": "send_mail", "description": "Sends a mail", "parameters": {"type": "object"}}


@pytest.fixture
def client(begin: Begin) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{begin()}/openai/v1", api_key="any", max_retries=0) as made:
        yield made


def hidden(vendor: Any) -> bool:
    """Nothing of it reached the vendor, and something did."""
    return bool(vendor.bodies) and not any(word in vendor.seen for word in SECRET)


def user(text: str) -> Any:
    return [{"role": "system", "content": "Svar kort."}, {"role": "user", "content": text}]


def test_chat(client: openai.OpenAI, vendor: Any) -> None:
    answer = client.chat.completions.create(model="echo", messages=user(MAIL))
    assert answer.choices[0].message.content == MAIL
    assert hidden(vendor)
    assert "[PERSON_1]" in vendor.seen
    assert vendor.bodies[0]["messages"][0] == {"role": "system", "content": "Svar kort."}


def test_the_vendor_gets_our_key_and_no_header_of_the_client(
    client: openai.OpenAI, vendor: Any
) -> None:
    client.chat.completions.create(
        model="echo", messages=user("Hej"), extra_headers={"X-Mette": "Holm"}
    )
    headers = vendor.headers[0]
    assert headers["authorization"] == "Bearer vendor-key"
    assert not [name for name in headers if name.startswith("x-")]
    assert vendor.paths == ["/v1/chat/completions"]


@pytest.mark.parametrize("choices", [1, 2])
def test_chat_streamed(client: openai.OpenAI, vendor: Any, choices: int) -> None:
    with client.chat.completions.create(
        model="echo", messages=user(MAIL), stream=True, n=choices
    ) as stream:
        chunks = list(stream)
    for index in range(choices):
        mine = [c for chunk in chunks for c in chunk.choices if c.index == index]
        assert "".join(each.delta.content or "" for each in mine) == MAIL
        ends = [at for at, each in enumerate(mine) if each.finish_reason]
        assert ends == [len(mine) - 1]
    assert chunks[-1].usage
    assert hidden(vendor)


@pytest.mark.parametrize("model", ["tool", "ascii tool"])
def test_tool_call(client: openai.OpenAI, vendor: Any, model: str) -> None:
    tools: Any = [{"type": "function", "function": TOOL}]
    answer = client.chat.completions.create(model=model, messages=user(MAIL), tools=tools)
    calls: Any = answer.choices[0].message.tool_calls
    assert calls
    assert json.loads(calls[0].function.arguments) == {"text": MAIL, "n": 1}
    assert hidden(vendor)


@pytest.mark.parametrize("model", ["tool", "ascii tool"])
def test_tool_call_streamed(client: openai.OpenAI, vendor: Any, model: str) -> None:
    tools: Any = [{"type": "function", "function": TOOL}]
    with client.chat.completions.stream(model=model, messages=user(MAIL), tools=tools) as stream:
        message = stream.get_final_completion().choices[0].message
    assert message.tool_calls
    assert json.loads(message.tool_calls[0].function.arguments) == {"text": MAIL, "n": 1}
    assert hidden(vendor)


def test_a_tool_call_and_its_result_go_back(client: openai.OpenAI, vendor: Any) -> None:
    """Arguments stay JSON, numbers and all, and a value has one placeholder throughout."""
    arguments = json.dumps({"navn": "Mette Holm", "cvr": 13585628, "Mette Holm": ["Mette Holm"]})
    call = {"id": "call_1", "type": "function", "function": {"name": "f", "arguments": arguments}}
    messages: Any = [
        *user("Find Mette Holm"),
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "call_1", "content": "Mette Holm, tlf. 52 19 15 59"},
    ]
    answer = client.chat.completions.create(model="echo", messages=messages)
    assert answer.choices[0].message.content == "Mette Holm, tlf. 52 19 15 59"
    sent = vendor.bodies[0]["messages"]
    name, number = "[PERSON_1]", "[CVR_1]"
    told = json.loads(sent[2]["tool_calls"][0]["function"]["arguments"])
    assert told == {"navn": name, "cvr": number, name: [name]}
    assert sent[1]["content"] == f"Find {name}"
    assert sent[3]["content"].startswith(name)
    assert hidden(vendor)


def test_responses(client: openai.OpenAI, vendor: Any) -> None:
    answer = client.responses.create(model="echo", instructions="Svar Mette Holm.", input=MAIL)
    assert answer.output_text == MAIL
    assert hidden(vendor)


def test_responses_streamed(client: openai.OpenAI, vendor: Any) -> None:
    given: Any = [{"role": "user", "content": [{"type": "input_text", "text": MAIL}]}]
    with client.responses.stream(model="echo", input=given) as stream:
        events: list[Any] = list(stream)
        final = stream.get_final_response()
    assert final.output_text == MAIL
    assert "".join(e.delta for e in events if e.type == "response.output_text.delta") == MAIL
    assert [event.sequence_number for event in events if hasattr(event, "sequence_number")]
    assert hidden(vendor)


def test_responses_tool_call_streamed(client: openai.OpenAI, vendor: Any) -> None:
    tools: Any = [{"type": "function", "strict": False} | TOOL]
    with client.responses.create(model="tool", input=MAIL, tools=tools, stream=True) as stream:
        events: list[Any] = list(stream)
    kind = "response.function_call_arguments"
    deltas = "".join(event.delta for event in events if event.type == f"{kind}.delta")
    done = [event.arguments for event in events if event.type == f"{kind}.done"]
    assert [json.loads(each) for each in (deltas, *done)] == [{"text": MAIL, "n": 1}] * 2
    numbers = [event.sequence_number for event in events]
    assert numbers == list(range(len(events)))
    assert hidden(vendor)


def test_completions_and_embeddings(client: openai.OpenAI, vendor: Any) -> None:
    assert client.completions.create(model="echo", prompt=MAIL).choices[0].text == MAIL
    with client.completions.create(model="echo", prompt=MAIL, stream=True) as stream:
        assert "".join(chunk.choices[0].text for chunk in stream) == MAIL
    assert client.embeddings.create(model="echo", input=[MAIL]).data[0].embedding == [0.5, 0.25]
    assert hidden(vendor)


def test_models(client: openai.OpenAI, vendor: Any) -> None:
    assert [model.id for model in client.models.list()] == ["echo"]
    assert client.models.retrieve("echo").id == "echo"
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("Mette Holm")
    assert set(vendor.paths) == {"/v1/models"}


IMAGE = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}
STOPPED: dict[str, Any] = {
    "cpr": {"messages": user(CPR)},
    "secret": {"messages": user("Adgangskode: Sommerfugl!2031")},
    "image": {"messages": [{"role": "user", "content": [IMAGE]}]},
    "sound": {
        "messages": [
            {"role": "user", "content": [{"type": "input_audio", "input_audio": {"data": "AA"}}]}
        ]
    },
    "file": {
        "messages": [{"role": "user", "content": [{"type": "file", "file": {"file_id": "f"}}]}]
    },
    "strange part": {"messages": [{"role": "user", "content": [{"type": "hologram", "x": "y"}]}]},
    "in a tool": {
        "messages": user("Hej"),
        "tools": [{"type": "function", "function": TOOL | {"description": CPR}}],
    },
    "in arguments": {
        "messages": [
            {
                "role": "assistant",
                "tool_calls": [
                    {
                        "id": "c",
                        "type": "function",
                        "function": {"name": "f", "arguments": '{"cpr": "010158-5670"}'},
                    }
                ],
            }
        ]
    },
    "in a member of tomorrow": {"messages": user("Hej"), "extra_body": {"note": {"deep": [CPR]}}},
    "in metadata": {"messages": user("Hej"), "metadata": {"cpr": "010158-5670"}},
    "as user": {"messages": user("Hej"), "user": "010158-5670"},
}


@pytest.mark.parametrize("name", STOPPED)
@pytest.mark.parametrize("stream", [False, True])
def test_what_may_not_leave_is_a_400(
    client: openai.OpenAI, vendor: Any, name: str, *, stream: bool
) -> None:
    with pytest.raises(openai.BadRequestError) as raised:
        client.chat.completions.create(model="echo", stream=stream, **STOPPED[name])
    assert raised.value.code == "content_policy_violation"
    assert raised.value.type == "invalid_request_error"
    assert "Sluse: " in raised.value.message
    assert "010158" not in raised.value.message
    assert vendor.paths == []


def test_an_image_goes_where_the_policy_lets_gaps_pass(begin: Begin, vendor: Any) -> None:
    url = f"{begin(upstream_destination='m365-copilot')}/openai/v1"
    with openai.OpenAI(base_url=url, api_key="any", max_retries=0) as client:
        messages: Any = [{"role": "user", "content": [IMAGE]}, {"role": "user", "content": MAIL}]
        answer = client.chat.completions.with_raw_response.create(model="echo", messages=messages)
    assert answer.headers["sluse-decision"] == "warn"
    assert vendor.bodies[0]["messages"] == messages


@pytest.mark.parametrize("given", [[[1, 2]], [1, 2]])
def test_tokens_cannot_be_read(client: openai.OpenAI, vendor: Any, given: Any) -> None:
    with pytest.raises(openai.BadRequestError):
        client.embeddings.create(model="echo", input=given)
    assert vendor.paths == []


@pytest.mark.parametrize(
    "given",
    [
        {"previous_response_id": "resp_1"},
        {"conversation": "conv_1"},
        {"background": True},
        {"input": [{"type": "item_reference", "id": "msg_1"}]},
    ],
)
def test_what_the_vendor_keeps_is_not_taken_up_again(
    client: openai.OpenAI, vendor: Any, given: dict[str, Any]
) -> None:
    with pytest.raises(openai.BadRequestError) as raised:
        client.responses.create(**{"model": "echo", "input": "Hej"} | given)
    assert raised.value.code == "unsupported_parameter"
    assert vendor.paths == []


def test_json_stays_json(client: openai.OpenAI) -> None:
    """A model that is to write JSON gets its values back as JSON has them."""
    said = json.dumps({"til": 'Mette "Mulle" Holm\n'}, ensure_ascii=False)
    form: Any = {"type": "json_object"}
    asked: dict[str, Any] = {"model": "echo", "messages": user(said), "response_format": form}
    answer = client.chat.completions.create(**asked)
    assert json.loads(answer.choices[0].message.content or "") == json.loads(said)
    with client.chat.completions.create(**asked, stream=True) as stream:
        streamed = "".join(c.delta.content or "" for chunk in stream for c in chunk.choices)
    assert json.loads(streamed) == json.loads(said)


@pytest.mark.parametrize(
    ("model", "kind", "status"),
    [
        ("busy", openai.RateLimitError, 429),
        ("wrong", openai.BadRequestError, 400),
        ("locked", openai.InternalServerError, 502),
        ("page", openai.InternalServerError, 502),
        ("elsewhere", openai.InternalServerError, 502),
    ],
)
def test_the_vendors_errors(
    client: openai.OpenAI, model: str, kind: type[openai.APIStatusError], status: int
) -> None:
    with pytest.raises(kind) as raised:
        client.chat.completions.create(model=model, messages=user(MAIL))
    assert raised.value.status_code == status
    assert "set-cookie" not in raised.value.response.headers
    if status < 500:
        assert raised.value.response.headers["retry-after"] == "7"


def test_a_stream_that_is_none(client: openai.OpenAI) -> None:
    with (
        pytest.raises(openai.APIError, match="cannot be read"),
        client.chat.completions.create(model="nonsense", messages=user(MAIL), stream=True) as told,
    ):
        list(told)


def test_the_vendor_is_not_there(begin: Begin) -> None:
    url = f"{begin(upstream_url='http://127.0.0.1:9')}/openai/v1"
    with openai.OpenAI(base_url=url, api_key="any", max_retries=0) as client:
        with pytest.raises(openai.InternalServerError) as raised:
            client.chat.completions.create(model="echo", messages=user(MAIL))
        assert raised.value.code == "unreachable"


def test_keys(begin: Begin, vendor: Any) -> None:
    key, record = new_key([Scope.MODEL])
    other, second = new_key([Scope.SCAN])
    url = f"{begin(api_keys=f'{record},{second}')}/openai/v1"
    with openai.OpenAI(base_url=url, api_key=key, max_retries=0) as client:
        assert client.chat.completions.create(model="echo", messages=user(MAIL))
        with pytest.raises(openai.AuthenticationError):
            client.with_options(api_key="wrong").models.list()
        with pytest.raises(openai.PermissionDeniedError):
            client.with_options(api_key=other).models.list()
    assert key not in vendor.seen
