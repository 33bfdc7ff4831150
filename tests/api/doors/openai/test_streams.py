"""Whatever the split: events are put together, and JSON is restored as the whole of it would be."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.doors.openai.arguments import JsonRestoreStream
from api.doors.openai.events import ALIVE, Event, EventError, EventReader, written
from api.doors.openai.restorer import ChatStream, Restorer
from api.doors.surface import Surface, mapped_json, rewritten
from scanner.restoring import restore

MAPPING = {
    "[PERSON_1]": 'Mette "Mulle" Holm',
    "[PERSON_1b]": "METTE\\HOLM",
    "[FØDSELSDATO_1]": "14. marts\n1966",
    "[CVR_1]": "13585628 😀",
}
words = st.sampled_from([*MAPPING, "[person_1]", "PERSON_1]", "[PERSON_2]", "\\[PERSON_1\\]"])
texts = st.lists(words | st.text(max_size=5) | st.sampled_from("[]_\\\"'s1 \n😀"), max_size=6)
texts_ = texts.map("".join)
values = st.recursive(
    texts_ | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts_, inner, max_size=3),
    max_leaves=8,
)
cuts = st.lists(st.integers(0, 400), max_size=30)


def split(text: Any, cuts: list[int]) -> list[Any]:
    bounds = sorted({0, len(text), *(cut % (len(text) + 1) for cut in cuts)})
    return [text[start:end] for start, end in pairwise(bounds)]


def restored(value: Any) -> Any:
    """Every string of ``value`` restored; the plain way."""
    match value:
        case str():
            return restore(value, MAPPING)
        case list():
            return [restored(each) for each in value]
        case dict():
            return {restored(name): restored(each) for name, each in value.items()}
        case _:
            return value


def fed(text: str, cuts: list[int]) -> str:
    stream = JsonRestoreStream(MAPPING)
    pieces = [stream.feed(piece) for piece in split(text, cuts)]
    return "".join((*pieces, stream.close()))


@given(value=values, ascii_only=st.booleans(), cuts=cuts)
def test_json_is_restored_as_the_whole_of_it(
    value: Any, *, ascii_only: bool, cuts: list[int]
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    assert json.loads(fed(text, cuts)) == restored(value)


@given(value=values)
def test_json_in_one_piece_is_restored_the_same(value: Any) -> None:
    told = mapped_json(json.dumps(value), lambda text: restore(text, MAPPING))
    assert json.loads(told) == restored(value)


@given(text=st.text(alphabet='"\\u12[]{}:,_PERSON dg\n', max_size=60), cuts=cuts)
def test_what_is_no_json_comes_through_the_same_at_every_split(text: str, cuts: list[int]) -> None:
    assert fed(text, cuts) == fed(text, [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@given(values_=st.lists(st.dictionaries(st.text(), st.text(), max_size=3), max_size=4), cuts=cuts)
def test_events_at_every_split(end: str, values_: list[dict[str, str]], cuts: list[int]) -> None:
    told = ALIVE + b"".join(written(value, "message") for value in values_)
    reader = EventReader()
    pieces = split(told.replace(b"\n", end.encode()), cuts)
    # a lone carriage return at the very end may be the first half of a line's end
    read = [event for piece in (*pieces, b"\n") for event in reader.feed(piece)]
    assert read[0] == Event()
    assert [event.json() for event in read[1:]] == values_
    assert all(event.name == "message" for event in read[1:])


def test_an_event_of_several_lines() -> None:
    told = b'id: 7\nretry: 1\ndata: {\ndata:  "a":\ndata: 1}\n\n'
    assert [event.json() for event in EventReader().feed(told)] == [{"a": 1}]


@pytest.mark.parametrize("data", ["", "[1]", "{", "[" * 100_000])
def test_an_event_that_is_no_object(data: str) -> None:
    with pytest.raises(EventError):
        Event("", data).json()


def test_an_event_without_end_is_given_up() -> None:
    reader = EventReader()
    assert list(reader.feed(b"x" * 15_000_000)) == []
    with pytest.raises(EventError):
        list(reader.feed(b"x" * 2_000_000))


def test_an_unfinished_event_is_not_given() -> None:
    assert list(EventReader().feed(b"data: {}\n")) == []


@given(text=texts_, cuts=cuts)
def test_a_chat_ends_with_its_last_words_before_its_end(text: str, cuts: list[int]) -> None:
    stream = ChatStream(Restorer(MAPPING))
    deltas: list[dict[str, Any]] = [{"content": piece} for piece in split(text, cuts)]
    chunks: list[dict[str, Any]] = [
        *({"choices": [{"index": 0, "delta": delta, "finish_reason": None}]} for delta in deltas),
        {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
    ]
    told = [choice for chunk in chunks for each in stream.feed(chunk) for choice in each["choices"]]
    assert "".join(each["delta"].get("content", "") for each in told) == restore(text, MAPPING)
    assert [each["finish_reason"] for each in told] == [None] * (len(told) - 1) + ["stop"]
    assert list(stream.close()) == []


wire = st.recursive(
    st.text(max_size=8) | st.integers(-(10**9), 10**9) | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "content",
                    "text",
                    "type",
                    "role",
                    "name",
                    "arguments",
                    "metadata",
                    "id",
                    "Mette H",
                ]
            )
            | st.text(max_size=6),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(body=wire)
def test_a_request_is_written_back_as_it_was(body: Any) -> None:
    """The two walks meet the same texts; without a change nothing changes."""
    surface = Surface.of(body)
    written_back = surface.written([()] * len(surface.parts))
    assert rewritten(body, written_back) == body


@pytest.mark.parametrize(
    "body",
    [
        {"messages": [{"role": "user", "content": "X Y"}]},
        {"messages": [{"role": "user", "content": [{"type": "text", "text": "X Y"}]}]},
        {"messages": [{"role": "X Y", "content": None}]},
        {"messages": [{"role": "user", "name": "X"}]},
        {"input": "X Y"},
        {"instructions": "X Y"},
        {"input": [{"type": "function_call_output", "call_id": "c", "output": "X Y"}]},
        {"input": [{"type": "function_call", "name": "f", "arguments": '{"id": "X"}'}]},
        {"tools": [{"type": "function", "function": {"name": "f", "description": "X Y"}}]},
        {"tools": [{"function": {"parameters": {"properties": {"X Y": {"enum": ["a"]}}}}}]},
        {"tools": [{"function": {"parameters": {"properties": {"id": {"enum": ["X Y"]}}}}}]},
        {"metadata": {"id": "X"}},
        {"prompt": ["a", "X Y"]},
        {"suffix": "X Y"},
        {"new": {"thing": "X Y"}},
        {"model": "X Y"},
        {"id": "12345678"},
        {"call_id": "010158-5670"},
        {"new": 12345678},
    ],
)
def test_what_counts_as_text(body: dict[str, Any]) -> None:
    found = {part.text for part in Surface.of(body).parts}
    assert found & {"X", "X Y", "12345678", "010158-5670"}


@pytest.mark.parametrize(
    "body",
    [
        {"model": "gpt-4o-mini", "temperature": 0.5, "max_tokens": 4096, "stream": True},
        {"messages": [{"role": "developer", "tool_call_id": "call_Ab3dE5fG", "content": None}]},
        {
            "tools": [
                {"type": "function", "function": {"name": "str_replace_editor", "strict": True}}
            ]
        },
        {"tools": [{"function": {"parameters": {"type": "object", "required": ["file_path"]}}}]},
        {"input": [{"type": "reasoning", "id": "rs_68a1", "encrypted_content": "gAAAAABo+/x="}]},
        {"reasoning": {"effort": "low", "summary": "auto"}, "include": ["message.output_text"]},
    ],
)
def test_what_a_program_chose_is_no_text(body: dict[str, Any]) -> None:
    assert Surface.of(body).parts == []


def test_a_member_of_a_schema_that_is_called_file_is_no_file() -> None:
    schema = {"type": "object", "properties": {"file": {"type": "string"}, "image": {"type": "x"}}}
    assert Surface.of({"tools": [{"function": {"parameters": schema}}]}).gaps == []
