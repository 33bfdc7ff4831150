"""The service keeps to the document it gives out, whatever it is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import BaseSchema, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    negative_data_rejection,
    positive_data_acceptance,
)

from api.app import create_app
from scanner import Scanner
from scanner.settings import Settings

MakeSettings = Callable[..., Settings]

HOST = {"Host": "localhost"}
OPERATIONS = [
    ("POST", "/v1/scan"),
    ("POST", "/v1/redact"),
    ("POST", "/v1/files"),
    ("POST", "/v1/restore"),
    ("POST", "/v1/stream"),
    ("GET", "/v1/policy"),
    ("GET", "/v1/entities"),
    ("GET", "/v1/audit"),
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/metrics"),
]
# doors to other protocols have the statuses of those: Presidio answers a missing text with 500
DOORS = [
    ("POST", "/analyze"),
    ("POST", "/anonymize"),
    ("POST", "/deanonymize"),
    ("GET", "/recognizers"),
    ("GET", "/supportedentities"),
    ("GET", "/anonymizers"),
    ("GET", "/deanonymizers"),
    ("GET", "/health"),
    ("POST", "/openai/v1/chat/completions"),
    ("POST", "/openai/v1/responses"),
    ("POST", "/openai/v1/completions"),
    ("POST", "/openai/v1/embeddings"),
    ("GET", "/openai/v1/models"),
    ("GET", "/openai/v1/models/{name}"),
    ("POST", "/beta/litellm_basic_guardrail_api"),
]
OF_STATUS: list[Any] = [not_a_server_error, negative_data_rejection, positive_data_acceptance]


@pytest.fixture(scope="module")
def document(
    tmp_path_factory: pytest.TempPathFactory, make_settings: MakeSettings, scanner: Scanner
) -> BaseSchema:
    nowhere = "http://127.0.0.1:9"  # the model vendor: what it would be sent, it never gets
    folder = tmp_path_factory.mktemp("openapi")
    app = create_app(make_settings(folder, upstream_url=nowhere), scanner)
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers=HOST)


# what takes nothing cannot be asked wrongly
ASKED = [
    (*operation, mode)
    for operation in (*OPERATIONS, *DOORS)
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE
    or (operation[0] == "POST" and operation[1] != "/v1/files")  # all is text in a form
    or operation[1] == "/v1/audit"
]


@pytest.mark.parametrize(("method", "path", "mode"), ASKED)
def test_no_answer_breaks_the_document(
    document: BaseSchema, method: str, path: str, mode: GenerationMode
) -> None:
    operation = document[path][method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def answers_as_declared(case: Case[Any]) -> None:
        excluded = OF_STATUS if (method, path) in DOORS else None
        case.call_and_validate(headers=HOST, excluded_checks=excluded)

    answers_as_declared()


def test_the_list_of_operations_is_whole(document: BaseSchema) -> None:
    paths = document.raw_schema["paths"]
    declared = {(method.upper(), path) for path, methods in paths.items() for method in methods}
    assert declared == {*OPERATIONS, *DOORS}


def test_every_operation_tells_its_problems(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/v1/scan", "/v1/redact", "/v1/restore", "/v1/policy", "/v1/entities"} <= set(paths)
    for operations in paths.values():
        for operation in operations.values():
            content = operation["responses"]["413"]["content"]
            [kind] = content.keys()
            is_dialect = bool({"openai", "presidio"} & set(operation["tags"]))
            assert kind == ("application/json" if is_dialect else "application/problem+json")


def test_nothing_of_fastapis_own_errors_is_left(client: TestClient) -> None:
    assert "HTTPValidationError" not in client.get("/openapi.json").text
