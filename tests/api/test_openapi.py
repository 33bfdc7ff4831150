"""The service keeps to the document it gives out, whatever it is sent."""

from __future__ import annotations

from pathlib import Path

import pytest
import schemathesis
from api.app import create_app
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import BaseSchema, Case, GenerationMode

from .conftest import FakeScanner, Settings

HOST = {"Host": "localhost"}
OPERATIONS = [
    ("POST", "/v1/scan"),
    ("POST", "/v1/redact"),
    ("POST", "/v1/restore"),
    ("GET", "/v1/policy"),
    ("GET", "/v1/entities"),
    ("GET", "/v1/audit"),
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/metrics"),
]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory, scanner: FakeScanner) -> BaseSchema:
    folder: Path = tmp_path_factory.mktemp("openapi")
    app = create_app(Settings(audit_url=f"sqlite:///{folder}/audit.db"), scanner)
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers=HOST)


@pytest.mark.parametrize("mode", list(GenerationMode), ids=str)
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_no_answer_breaks_the_document(
    document: BaseSchema, method: str, path: str, mode: GenerationMode
) -> None:
    operation = document[path][method]
    if mode is GenerationMode.NEGATIVE and method == "GET" and path != "/v1/audit":
        pytest.skip("nothing to get wrong")

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    def answers_as_declared(case: Case) -> None:
        case.call_and_validate(headers=HOST)

    answers_as_declared()


def test_the_list_of_operations_is_whole(document: BaseSchema) -> None:
    declared = [result.ok() for result in document.get_all_operations()]
    assert sorted((one.method.upper(), one.path) for one in declared) == sorted(OPERATIONS)


def test_every_operation_tells_its_problems(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/v1/scan", "/v1/redact", "/v1/restore", "/v1/policy", "/v1/entities"} <= set(paths)
    for operations in paths.values():
        for operation in operations.values():
            content = operation["responses"]["413"]["content"]
            assert content.keys() == {"application/problem+json"}


def test_nothing_of_fastapis_own_errors_is_left(client: TestClient) -> None:
    assert "HTTPValidationError" not in client.get("/openapi.json").text
