"""What happens when the scanner is late, fails, or has too much to do; and what is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from api.app import create_app
from api.audit import AuditStore
from api.keys import KeyRecord, Scope, new_key
from scanner import Scanner
from scanner.errors import InputError
from scanner.settings import Settings

MAIL = "Skriv til bo.lundtoft@fjordlyst-bageri.example"
PUBLIC = "Hvornår åbner biblioteket på lørdag?"
LONG = 30.0


class Stubborn(Scanner):
    """The scanner, but something happens first."""

    def __init__(self, scanner: Scanner, first: Callable[[], object]) -> None:
        self.policy = scanner.policy
        self._inner = scanner
        self._first = first

    def scan(self, *args: Any, **kwargs: Any) -> Any:
        self._first()
        return self._inner.scan(*args, **kwargs)

    def redact(self, *args: Any, **kwargs: Any) -> Any:
        self._first()
        return self._inner.redact(*args, **kwargs)


Begin = Callable[..., TestClient]


@pytest.fixture
def begin(settings: Settings, scanner: Scanner) -> Begin:
    def begin(first: Callable[[], object], **changes: Any) -> TestClient:
        app = create_app(settings.model_copy(update=changes), Stubborn(scanner, first))
        return TestClient(app)

    return begin


@contextmanager
def held() -> Iterator[threading.Event]:
    let_go = threading.Event()
    try:
        yield let_go
    finally:
        let_go.set()


@pytest.mark.parametrize("path", ["/v1/scan", "/v1/redact"])
def test_a_late_scan_is_a_gap_and_never_allowed(begin: Begin, path: str) -> None:
    with held() as let_go, begin(lambda: let_go.wait(LONG), scan_timeout_seconds=0.0) as client:
        answer = client.post(path, json={"text": PUBLIC}).json()
    assert answer["decision"] == "block"
    assert answer["gaps"] == [{"reason": "timeout", "where": "scanner"}]
    assert "text" not in answer


def test_a_late_scan_is_written_down(begin: Begin) -> None:
    with held() as let_go, begin(lambda: let_go.wait(LONG), scan_timeout_seconds=0.0) as client:
        client.post("/v1/scan", json={"text": PUBLIC})
        totals = client.get("/v1/audit").json()
    assert (totals["decisions"], totals["gaps"]) == ({"block": 1}, {"timeout": 1})


def test_what_is_late_in_the_books_is_no_verdict(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = AuditStore.record
    with held() as let_go, begin(lambda: None, scan_timeout_seconds=0.0) as client:

        def late(store: AuditStore, entries: Any) -> None:
            let_go.wait(LONG)
            record(store, entries)

        with monkeypatch.context() as while_held:
            while_held.setattr(AuditStore, "record", late)
            answer = client.post("/v1/scan", json={"text": PUBLIC})
        assert (answer.status_code, answer.json()["type"]) == (503, "urn:sluse:problem:no-audit")


def test_a_full_queue_is_503_and_says_when_to_come_back(begin: Begin) -> None:
    began = threading.Event()

    def wait() -> None:
        began.set()
        let_go.wait(LONG)

    with (
        held() as let_go,
        begin(wait, workers=1, queue_size=1) as client,
        ThreadPoolExecutor() as threads,
    ):
        body = {"text": PUBLIC}
        first = threads.submit(client.post, "/v1/scan", json=body)
        assert began.wait(LONG)
        others = [threads.submit(client.post, "/v1/scan", json=body) for _ in range(2)]
        refused = next(as_completed(others, timeout=LONG)).result()
        assert refused.status_code == 503
        assert int(refused.headers["retry-after"]) > 0
        assert refused.headers["content-type"] == "application/problem+json"
        assert client.get("/healthz").status_code == 200
        let_go.set()
        assert first.result(LONG).json()["decision"] == "allow"


def test_a_batch_larger_than_the_queue_is_answered(begin: Begin) -> None:
    texts = [{"id": str(n), "text": PUBLIC} for n in range(50)]
    with begin(lambda: None, workers=2, queue_size=2) as client:
        response = client.post("/v1/scan", json={"texts": texts})
    assert len(response.json()["results"]) == 50


@pytest.mark.parametrize("error", [ValueError("Ravnhild"), RecursionError(), MemoryError()])
def test_a_scanner_that_fails_is_never_allow(begin: Begin, error: Exception) -> None:
    def fail() -> None:
        raise error

    with begin(fail) as client:
        for body in ({"text": PUBLIC}, {"texts": [{"id": "a", "text": PUBLIC}]}):
            response = client.post("/v1/scan", json=body)
            assert response.status_code == 500
            assert response.json()["type"] == "urn:sluse:problem:failed"
            assert "Ravnhild" not in response.text


def test_an_input_error_of_the_scanner_is_a_problem_of_the_sender(begin: Begin) -> None:
    def fail() -> None:
        raise InputError(da="Sådan går det ikke.", en="Not like this.")

    with begin(fail) as client:
        response = client.post("/v1/redact", json={"text": PUBLIC})
    assert response.status_code == 422
    assert response.json()["detail"] == "Sådan går det ikke."


def test_what_cannot_be_written_down_is_not_answered(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OperationalError("INSERT", {}, Exception("disk full"))

    monkeypatch.setattr(AuditStore, "record", fail)
    response = client.post("/v1/scan", json={"text": PUBLIC})
    assert response.status_code == 503
    assert response.json()["type"] == "urn:sluse:problem:no-audit"


def test_one_row_per_text_with_counts_and_sizes(client: TestClient, settings: Settings) -> None:
    client.post("/v1/scan", json={"text": MAIL + " æ", "destination": "ravnhild-skjoldmose"})
    engine = create_engine(settings.audit_url)
    with engine.connect() as connection:
        (row,) = connection.execute(text("SELECT * FROM decision")).mappings().all()
    engine.dispose()
    assert (row["operation"], row["key_id"], row["decision"]) == ("scan", "local", "redact")
    assert row["destination"] == "other"
    assert "EMAIL_ADDRESS" in row["entities"]
    assert (row["characters"], row["size_bytes"]) == (len(MAIL) + 2, len(MAIL) + 3)
    assert row["duration_ms"] > 0
    assert row["policy_version"]


def test_metrics_count_decisions(client: TestClient) -> None:
    client.post("/v1/scan", json={"text": MAIL, "destination": "chatgpt"})
    metrics = client.get("/metrics").text
    labels = 'decision="redact",destination="chatgpt",operation="scan"'
    assert f"sluse_decisions_total{{{labels}}} 1.0" in metrics
    assert 'sluse_findings_total{entity_type="EMAIL_ADDRESS"} 1.0' in metrics


@pytest.fixture
def keyed(settings: Settings, scanner: Scanner) -> Iterator[tuple[TestClient, dict[str, str]]]:
    made: dict[str, tuple[str, KeyRecord]] = {
        "scan": new_key([Scope.SCAN]),
        "admin": new_key([Scope.ADMIN]),
        "both": new_key(Scope),
    }
    inline = ",".join(str(record) for _, record in made.values())
    with TestClient(
        create_app(settings.model_copy(update={"api_keys": inline}), scanner)
    ) as client:
        yield client, {name: key for name, (key, _) in made.items()}


SCAN, ADMIN, OPEN = "/v1/policy", "/v1/audit", "/healthz"


@pytest.mark.parametrize(
    ("key", "path", "status"),
    [
        ("scan", SCAN, 200),
        ("scan", ADMIN, 403),
        ("scan", "/metrics", 403),
        ("admin", SCAN, 403),
        ("admin", ADMIN, 200),
        ("admin", "/metrics", 200),
        ("both", SCAN, 200),
        ("both", ADMIN, 200),
        ("wrong", SCAN, 401),
        ("wrong", ADMIN, 401),
        ("wrong", OPEN, 200),
        ("", SCAN, 401),
        ("", "/v1/entities", 401),
        ("", "/metrics", 401),
        ("", OPEN, 200),
        ("", "/readyz", 200),
        ("", "/", 200),
    ],
)
def test_a_key_opens_what_it_is_for(
    keyed: tuple[TestClient, dict[str, str]], key: str, path: str, status: int
) -> None:
    client, keys = keyed
    headers = {"Authorization": f"Bearer {keys.get(key, key)}"} if key else {}
    response = client.get(path, headers=headers)
    assert response.status_code == status
    assert (response.headers.get("www-authenticate") == "Bearer") is (status == 401)


@pytest.mark.parametrize("path", ["/v1/scan", "/v1/redact", "/v1/restore"])
def test_texts_need_a_key(keyed: tuple[TestClient, dict[str, str]], path: str) -> None:
    client, _ = keyed
    assert client.post(path, json={"text": "x", "mapping": {}}).status_code in {401, 422}
    assert client.post(path, json={"text": "x"}, auth=("a", "b")).status_code in {401, 422}


def test_the_key_is_in_the_audit_by_its_id(
    keyed: tuple[TestClient, dict[str, str]], settings: Settings
) -> None:
    client, keys = keyed
    headers = {"Authorization": f"Bearer {keys['scan']}"}
    assert client.post("/v1/scan", json={"text": MAIL}, headers=headers).status_code == 200
    engine = create_engine(settings.audit_url)
    with engine.connect() as connection:
        (key_id,) = connection.execute(text("SELECT key_id FROM decision")).scalars()
    engine.dispose()
    assert key_id.startswith("k_")
    assert key_id not in keys["scan"]


def test_the_document_declares_keys_only_where_there_are_some(
    client: TestClient, keyed: tuple[TestClient, dict[str, str]]
) -> None:
    with_keys = keyed[0].get("/openapi.json").json()["paths"]["/v1/scan"]["post"]
    without = client.get("/openapi.json").json()["paths"]["/v1/scan"]["post"]
    assert "security" in with_keys
    assert "401" in with_keys["responses"]
    assert "security" not in without
