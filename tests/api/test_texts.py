"""Scan, redact, restore; one text or many."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

MAIL = "Hej, jeg hedder Bo Lundtoft. Skriv til bo.lundtoft@fjordlyst-bageri.example. 😀"
PUBLIC = "Hvornår åbner biblioteket på lørdag?"


def ask(client: TestClient, path: str, **body: Any) -> Any:
    response = client.post(path, json=body)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_public_text_is_allowed(client: TestClient) -> None:
    answer = ask(client, "/v1/scan", text=PUBLIC)
    assert answer["decision"] == "allow"
    assert answer["findings"] == answer["gaps"] == []
    assert answer.keys() == {"decision", "findings", "gaps", "message", "policy"}
    assert answer["message"].keys() == {"da", "en"}
    assert answer["policy"].keys() == {"id", "version"}


def test_a_finding_has_its_place_and_reason(client: TestClient) -> None:
    answer = ask(client, "/v1/scan", text=MAIL, destination="chatgpt")
    assert answer["decision"] == "redact"
    found = {MAIL[f["start"] : f["end"]]: f for f in answer["findings"]}
    mail = found["bo.lundtoft@fjordlyst-bageri.example"]
    assert (mail["entity_type"], mail["action"]) == ("EMAIL_ADDRESS", "redact")
    assert 0 < mail["score"] <= 1
    assert isinstance(mail["reason"], str)
    assert isinstance(mail["reason_en"], str)
    assert mail["recognizer"]


def test_offsets_come_in_the_unit_asked_for(client: TestClient) -> None:
    text = "😀æ bo.lundtoft@fjordlyst-bageri.example"
    starts = {
        unit: ask(client, "/v1/scan", text=text, offset_unit=unit)["findings"][0]["start"]
        for unit in ("codepoint", "utf16", "byte")
    }
    assert starts == {"codepoint": 3, "utf16": 4, "byte": 7}


def test_redact_gives_the_text_and_the_mapping_only_when_asked(client: TestClient) -> None:
    answer = ask(client, "/v1/redact", text=MAIL)
    assert "bo.lundtoft@" not in answer["text"]
    assert "mapping" not in answer
    answer = ask(client, "/v1/redact", text=MAIL, mapping=True)
    assert "bo.lundtoft@fjordlyst-bageri.example" in answer["mapping"].values()


def test_restore_undoes_redact(client: TestClient) -> None:
    answer = ask(client, "/v1/redact", text=MAIL, mapping=True)
    restored = ask(client, "/v1/restore", text=answer["text"], mapping=answer["mapping"])
    assert restored == {"text": MAIL}


def test_a_conversation_keeps_its_placeholders(client: TestClient) -> None:
    first = client.post("/v1/redact", json={"text": "Hej Mette", "mapping": True}).json()
    asked = {"text": "Hej Lars, spørg Mette", "mapping": True, "known": first["mapping"]}
    second = client.post("/v1/redact", json=asked).json()
    assert first["mapping"] == {"[PERSON_1]": "Mette"}
    assert second["text"] == "Hej [PERSON_2], spørg [PERSON_1]"
    assert client.post("/v1/redact", json=asked | {"known": {"Mette": "x"}}).status_code == 422


@pytest.mark.parametrize("operator", ["placeholder", "mask", "hash", "encrypt"])
def test_no_operator_leaves_the_value(client: TestClient, operator: str) -> None:
    answer = ask(client, "/v1/redact", text=MAIL, operator=operator)
    assert "bo.lundtoft@" not in answer["text"]
    assert answer["text"].endswith("😀")


def test_a_batch_is_answered_in_its_order(client: TestClient) -> None:
    texts = [{"id": str(n), "text": MAIL if n % 2 else PUBLIC} for n in range(20)]
    results = ask(client, "/v1/scan", texts=texts)["results"]
    assert [result["id"] for result in results] == [text["id"] for text in texts]
    assert {result["decision"] for result in results[::2]} == {"allow"}
    assert {result["decision"] for result in results[1::2]} == {"redact"}


def test_a_batch_is_redacted_text_by_text(client: TestClient) -> None:
    texts = [{"id": "a", "text": MAIL}, {"id": "b", "text": PUBLIC}]
    first, second = ask(client, "/v1/redact", texts=texts, mapping=True)["results"]
    assert first["mapping"]
    assert "bo.lundtoft@" not in first["text"]
    assert (second["text"], second["mapping"]) == (PUBLIC, {})


def test_an_empty_text_is_allowed(client: TestClient) -> None:
    assert ask(client, "/v1/scan", text="")["decision"] == "allow"


def test_an_unknown_destination_is_treated_like_chatgpt(client: TestClient) -> None:
    assert ask(client, "/v1/scan", text=MAIL, destination="et-nyt-sted")["decision"] == "redact"


BAD = {
    "broken JSON": (b'{"text": "x"', 400),
    "no JSON": (b"text=x", 400),
    "empty": (b"", 422),
    "invalid UTF-8": (b'{"text": "\xff\xfe"}', 400),
    "lone surrogate": (rb'{"text": "a\ud800b"}', 422),
    "NUL": (rb'{"text": "a\u0000b"}', 422),
    "binary": (bytes(range(256)), 400),
    "too deep": (b"[" * 500_000, 400),
    "huge number": (b'{"text": ' + b"9" * 10_000 + b"}", 400),
    "no text": (b"{}", 422),
    "not an object": (b'"text"', 422),
    "null": (b"null", 422),
    "text is a number": (b'{"text": 1}', 422),
    "unknown member": (b'{"text": "x", "destinaton": "chatgpt"}', 422),
    "text and texts": (b'{"text": "x", "texts": []}', 422),
    "empty batch": (b'{"texts": []}', 422),
    "unit": (b'{"text": "x", "offset_unit": "word"}', 422),
    "destination is no name": (b'{"text": "x", "destination": "Chat GPT!"}', 422),
}


@pytest.mark.parametrize(("body", "status"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_a_problem_of_the_sender(client: TestClient, body: bytes, status: int) -> None:
    headers = {"Content-Type": "application/json"}
    response = client.post("/v1/scan", content=body, headers=headers)
    problem = response.json()
    assert response.status_code == problem["status"] == status
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["title"]
    assert problem["title_en"]


def test_a_problem_names_the_place_and_not_the_value(client: TestClient) -> None:
    body = {"texts": [{"id": "a", "text": "x"}, {"id": "b", "text": "x", "hemmelig": 1}]}
    response = client.post("/v1/scan", json=body)
    assert response.json()["errors"][0]["pointer"] == "/texts/1"
    assert "hemmelig" not in response.text


def test_only_json_is_taken(client: TestClient) -> None:
    response = client.post(
        "/v1/scan", content=b'{"text": "x"}', headers={"Content-Type": "text/plain"}
    )
    assert response.status_code == 415


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/none", 404), ("GET", "/v1/scan", 405), ("POST", "/v1/policy", 405)],
)
def test_wrong_addresses_are_problems(
    client: TestClient, method: str, path: str, status: int
) -> None:
    response = client.request(method, path)
    assert (response.status_code, response.json()["status"]) == (status, status)


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "7" * 100_000, "\u200b" * 100_000, "\ufffd\x01\x1b[2J"]
)
def test_odd_texts_are_decided_on(client: TestClient, text: str) -> None:
    assert ask(client, "/v1/scan", text=text)["decision"] in {"allow", "warn", "redact", "block"}


def test_one_megabyte_is_taken_and_ten_are_not(client: TestClient) -> None:
    assert (
        client.post("/v1/scan", content=json.dumps({"text": "x " * 5_000_000})).status_code == 413
    )
