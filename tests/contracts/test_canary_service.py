"""What people write is in no log, error, metric or audit row of the service."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import HttpUrl

from api.app import create_app
from scanner import Doc, Scanner
from scanner.settings import Settings

# Nobody is called so; each word of it is looked for.
CANARY = ("Ravnhild", "Skjoldmose", "ravnhild.skjoldmose", "skjoldmose-vaeveri")
TEXT = (
    "Ravnhild Skjoldmose bor på Skjoldmosevej 3, 5960 Marstal. "
    "Skriv til ravnhild.skjoldmose@skjoldmose-vaeveri.example. Fortroligt."
)


class Failing:
    """A scanner whose error quotes the text."""

    def __init__(self, scanner: Scanner) -> None:
        self.policy = scanner.policy

    def scan(self, text: str, *_: object, **__: object) -> None:
        raise RuntimeError(text)

    def redact(self, text: str, *_: object, **__: object) -> None:
        raise KeyError(text)

    def scan_doc(self, doc: Doc, *_: object, **__: object) -> None:
        raise TypeError(doc.parts[0].text)

    def redact_doc(self, doc: Doc, *_: object, **__: object) -> None:
        raise ValueError(doc.parts[0].text)


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner.from_policy()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    hosts = ("testserver",)
    return Settings(
        state_dir=tmp_path,
        allowed_hosts=hosts,
        workers=2,
        scan_timeout_seconds=30.0,
        upstream_url=HttpUrl("http://127.0.0.1:9"),  # nobody is there
    )


@pytest.fixture(params=["real", "failing"])
def client(
    request: pytest.FixtureRequest, settings: Settings, scanner: Scanner
) -> Iterator[TestClient]:
    used: Any = scanner if request.param == "real" else Failing(scanner)
    with TestClient(create_app(settings, used)) as made:
        yield made


REQUESTS: dict[str, dict[str, Any]] = {
    "scan": {"url": "/v1/scan", "json": {"text": TEXT}},
    "redact": {"url": "/v1/redact", "json": {"text": TEXT, "mapping": True}},
    "batch": {"url": "/v1/scan", "json": {"texts": [{"id": "Ravnhild", "text": TEXT}]}},
    "restore": {"url": "/v1/restore", "json": {"text": TEXT, "mapping": {"[PERSON_1]": TEXT}}},
    "destination": {"url": "/v1/scan", "json": {"text": "", "destination": "ravnhild.skjoldmose"}},
    "bad mapping": {"url": "/v1/restore", "json": {"text": TEXT, "mapping": {TEXT: TEXT}}},
    "bad type": {"url": "/v1/scan", "json": {"text": [TEXT]}},
    "bad member": {"url": "/v1/scan", "json": {TEXT: TEXT}},
    "bad batch": {"url": "/v1/scan", "json": {"texts": [{"id": 1, "text": TEXT, TEXT: 1}]}},
    "bad destination": {"url": "/v1/scan", "json": {"text": TEXT, "destination": TEXT}},
    "bad unit": {"url": "/v1/scan", "json": {"text": TEXT, "offset_unit": TEXT}},
    "NUL": {"url": "/v1/scan", "json": {"text": TEXT + "\0"}},
    "broken JSON": {"url": "/v1/scan", "content": f'{{"text": "{TEXT}'.encode()},
    "bare text": {"url": "/v1/scan", "content": TEXT.encode()},
    "surrogate": {"url": "/v1/scan", "content": f'{{"text": "{TEXT}\\ud800"}}'.encode()},
    "path": {"url": "/v1/Ravnhild/Skjoldmose", "json": {}},
    "query": {"url": "/v1/scan?Ravnhild=Skjoldmose", "json": {"text": ""}},
    "key": {"url": "/v1/scan", "json": {}, "headers": {"Authorization": "Bearer Ravnhild"}},
    "analyze": {"url": "/analyze", "json": {"text": TEXT, "language": "da"}},
    "analyze batch": {"url": "/analyze", "json": {"text": [TEXT], "language": "da", "x": TEXT}},
    "analyze language": {"url": "/analyze", "json": {"text": TEXT, "language": TEXT}},
    "analyze entities": {
        "url": "/analyze",
        "json": {"text": TEXT, "language": "da", "entities": ["Ravnhild", "PERSON"]},
    },
    "analyze pattern": {
        "url": "/analyze",
        "json": {
            "text": TEXT,
            "language": "da",
            "ad_hoc_recognizers": [
                {
                    "name": "Ravnhild",
                    "supported_language": "da",
                    "supported_entity": "X",
                    "context": ["Skjoldmose"],
                    "patterns": [{"name": "x", "regex": "Skjoldmose(", "score": 0.4}],
                }
            ],
        },
    },
    "analyze allow list": {
        "url": "/analyze",
        "json": {
            "text": TEXT,
            "language": "da",
            "allow_list": ["(Ravnhild"],
            "allow_list_match": "regex",
        },
    },
    "anonymize": {
        "url": "/anonymize",
        "json": {
            "text": TEXT,
            "analyzer_results": [{"start": 0, "end": 19, "score": 1, "entity_type": "PERSON"}],
            "anonymizers": {"PERSON": {"type": "keep"}},
        },
    },
    "anonymize operator": {
        "url": "/anonymize",
        "json": {
            "text": TEXT,
            "analyzer_results": [{"start": 0, "end": 999, "score": 1, "entity_type": "Ravnhild"}],
            "anonymizers": {"Ravnhild": {"type": "mask", "masking_char": TEXT}},
        },
    },
    "deanonymize": {
        "url": "/deanonymize",
        "json": {
            "text": TEXT,
            "anonymizer_results": [{"start": 0, "end": 19, "entity_type": "PERSON"}],
            "deanonymizers": {"PERSON": {"type": "decrypt", "key": "Ravnhild"}},
        },
    },
    "chat": {
        "url": "/openai/v1/chat/completions",
        "json": {"model": "m", "messages": [{"role": "user", "content": TEXT}]},
    },
    "chat stream": {
        "url": "/openai/v1/chat/completions",
        "json": {"model": TEXT, "stream": True, "messages": [{"role": TEXT, "name": TEXT}]},
    },
    "chat that is sent": {
        "url": "/openai/v1/chat/completions",
        "json": {"model": "m", "messages": [{"role": "user", "content": TEXT[:-12]}]},
    },
    "responses": {
        "url": "/openai/v1/responses",
        "json": {"model": "m", "input": TEXT, "previous_response_id": TEXT},
    },
    "embeddings": {"url": "/openai/v1/embeddings", "json": {"model": "m", "input": [TEXT]}},
    "unknown address": {"url": "/openai/v1/Ravnhild", "json": {"input": TEXT}},
    "host": {"url": "/v1/scan", "json": {}, "headers": {"Host": "skjoldmose-vaeveri.example"}},
}
ANSWERED = frozenset({"scan", "redact", "batch", "restore", "anonymize"})


def holds_canary(text: str) -> bool:
    return any(word.lower() in text.lower() for word in CANARY)


@pytest.mark.parametrize("name", REQUESTS)
def test_no_text_is_left_behind(
    client: TestClient, settings: Settings, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    asked = dict(REQUESTS[name])
    asked["headers"] = {"Content-Type": "application/json"} | asked.get("headers", {})
    with caplog.at_level(logging.DEBUG):
        response = client.post(**asked)
    assert response.status_code < 600
    if response.status_code >= 400 or name not in ANSWERED:
        assert not holds_canary(response.text)
    told = [
        json.dumps(record.__dict__, default=str)
        for record in caplog.records
        if not record.name.startswith("httpx")  # the asking side
    ]
    assert not holds_canary("".join(told))
    assert not holds_canary(client.get("/metrics").text)
    for file in settings.state_dir.iterdir():
        assert not holds_canary(file.read_bytes().decode("latin-1")), file.name


def test_the_canary_would_be_seen(client: TestClient) -> None:
    """The texts above do come by: what is looked for is there to be found."""
    answer = client.post("/v1/redact", json={"text": TEXT, "mapping": True})
    assert answer.status_code == 500 or holds_canary(answer.text)
