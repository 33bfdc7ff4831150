"""The guardrail's route by itself."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from api.app import create_app
from api.doors.litellm.guardrail import restored
from api.doors.litellm.mappings import CHARACTERS, SECONDS, Mappings
from scanner import Scanner
from scanner.restoring import restore
from scanner.settings import Settings

PATH = "/beta/litellm_basic_guardrail_api"
MAIL = "Skriv til Mette Holm, tlf. 52 19 15 59"
MAPPING = {"[PERSON_1]": "Mette Holm", "[TELEFON_1]": "52 19 15 59"}


def told(client: TestClient, **asked: Any) -> Any:
    nulls = dict.fromkeys(("images", "tools", "tool_calls", "structured_messages"))
    body = {"input_type": "request", "litellm_call_id": "c1", "model": "m"} | nulls | asked
    answer = client.post(PATH, json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_value_has_one_placeholder_in_all_texts(client: TestClient) -> None:
    answer = told(client, texts=["Hej", MAIL, "Kære Mette Holm"])
    assert answer == {
        "action": "GUARDRAIL_INTERVENED",
        "texts": ["Hej", "Skriv til [PERSON_1], tlf. [TELEFON_1]", "Kære [PERSON_1]"],
    }


def test_the_answer_is_restored_and_says_what_may_still_change(client: TestClient) -> None:
    told(client, texts=[MAIL])
    answer = told(client, input_type="response", texts=["Ring til [PERSON_1] på [TELE"])
    assert answer == {
        "action": "GUARDRAIL_INTERVENED",
        "texts": ["Ring til Mette Holm på [TELE"],
        "stream_holdback_chars": [5],
    }
    assert told(client, input_type="response", texts=["Ja."]) == {"action": "NONE"}


@pytest.mark.parametrize("call", ["c2", None, ""])
def test_another_calls_answer_stays_as_it_is(client: TestClient, call: str | None) -> None:
    told(client, texts=[MAIL])
    answer = told(client, input_type="response", litellm_call_id=call, texts=["[PERSON_1]"])
    assert answer == {"action": "NONE"}


def test_a_call_id_that_is_used_twice_restores_nothing(client: TestClient) -> None:
    told(client, texts=["Hej Mette Holm"])
    told(client, texts=["Hej Bo Lundtoft"])
    answer = told(client, input_type="response", texts=["[PERSON_1]"])
    assert answer == {"action": "NONE"}


@pytest.mark.parametrize("asked", [{}, {"texts": []}, {"texts": ["Hej"]}, {"texts": None}])
def test_nothing_to_do(client: TestClient, asked: dict[str, Any]) -> None:
    assert told(client, **asked) == {"action": "NONE"}


@pytest.mark.parametrize(
    "asked",
    [
        {"texts": ["cpr 010158-5670"]},
        {"texts": ["Hej"], "images": ["https://example.org/x.png"]},
        {"texts": ["Hej"], "structured_messages": [{"role": "user", "name": "Mette Holm"}]},
        {"tool_calls": [{"function": {"name": "f", "arguments": '{"x": "Kære Mette Holm"}'}}]},
        {
            "structured_messages": [
                {"role": "user", "content": [{"type": "file", "file": {"a": 1}}]}
            ]
        },
        {"tools": [{"function": {"name": "f", "description": "cpr 010158-5670"}}]},
    ],
)
def test_blocked(client: TestClient, asked: dict[str, Any]) -> None:
    answer = told(client, **asked)
    assert answer["action"] == "BLOCKED"
    assert answer["blocked_reason"].startswith("Sluse: ")


class Broken(Scanner):
    """A scanner that looks at nothing."""

    def __init__(self, inner: Scanner) -> None:
        self.policy = inner.policy
        self._inner = inner

    def redact_doc(self, *args: Any, **kwargs: Any) -> Any:
        return self._inner.redact_doc(*args, **kwargs | {"timeout": 0.0})


def test_what_cannot_be_looked_at_is_blocked(settings: Settings, scanner: Scanner) -> None:
    with TestClient(create_app(settings, Broken(scanner))) as client:
        assert told(client, texts=[MAIL])["action"] == "BLOCKED"


class Failing(Broken):
    """A scanner that a mistake of ours brings down."""

    def redact_doc(self, *_: Any, **__: Any) -> Any:
        raise RuntimeError(MAIL)


def test_a_failure_blocks_and_is_no_error(
    settings: Settings, scanner: Scanner, caplog: pytest.LogCaptureFixture
) -> None:
    """An error may be set to let the request pass (`fail_on_error: false`)."""
    with TestClient(create_app(settings, Failing(scanner))) as client:
        assert told(client, texts=[MAIL])["action"] == "BLOCKED"
    assert "request failed" in caplog.text
    assert "Mette" not in caplog.text


def test_deep_nesting_blocks(client: TestClient) -> None:
    deep: Any = "cpr 010158-5670"
    for _ in range(900):
        deep = [deep]
    assert told(client, texts=["Hej"], tools=[deep])["action"] == "BLOCKED"


def test_a_full_queue_blocks_and_is_not_called_unavailable(
    settings: Settings, scanner: Scanner
) -> None:
    app = create_app(settings.model_copy(update={"scan_timeout_seconds": 0.1}), scanner)
    client = TestClient(app)  # not started: no worker comes to it
    answer = client.post(PATH, json={"texts": ["Hej"]})
    assert answer.status_code == 200
    assert answer.json()["action"] == "BLOCKED"


def test_english(settings: Settings, scanner: Scanner) -> None:
    app = create_app(settings.model_copy(update={"language": "en"}), scanner)
    with TestClient(app) as client:
        assert "must not be sent" in told(client, texts=["cpr 010158-5670"])["blocked_reason"]


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_mappings_are_forgotten() -> None:
    clock = Clock()
    mappings = Mappings(clock)
    mappings.keep("k", "c", MAPPING)
    assert mappings.find("k", "c") == MAPPING
    assert mappings.find("other", "c") == {}
    clock.now = SECONDS + 1
    assert mappings.find("k", "c") == {}


def test_mappings_are_bounded_and_show_nothing() -> None:
    mappings = Mappings()
    large = {"[PERSON_1]": "Mette" * (CHARACTERS // 15)}
    for call in "abcd":
        mappings.keep("k", call, large)
    assert [call for call in "abcd" if mappings.find("k", call)] == ["c", "d"]
    mappings.keep("k", "e", {"[PERSON_1]": "x" * CHARACTERS})
    assert mappings.find("k", "e") == {}
    assert "Mette" not in repr(mappings)


pieces = st.sampled_from(["[PERSON_1]", "[TELEFON_1]", "[person_1", "_1]", "[", "hej ", "[PER"])


@given(parts=st.lists(pieces, max_size=8))
def test_what_a_stream_has_shown_is_never_taken_back(parts: list[str]) -> None:
    """LiteLLM asks with all that has come so far; what it shows is that without the held back."""
    text, shown = "".join(parts), ""
    for end in range(len(text) + 1):
        answer = restored([text[:end]], MAPPING)
        given_ = (answer.texts or [text[:end]])[0]
        held = (answer.stream_holdback_chars or [0])[0]
        assert given_[: len(given_) - held].startswith(shown)
        shown = given_[: len(given_) - held]
    assert restored([text], MAPPING).texts in (None, [restore(text, MAPPING)])
