"""Files over HTTP: the report, the redacted file, what is refused, and nothing left behind."""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from scanner import Scanner
from scanner.settings import Settings

# A number of 1858 and an invented name.
LETTER = b"Hej Ravnhild Skjoldmose\nDit CPR-nummer er 010158-5670.\n"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go; nothing may be left there."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def client(
    make_settings: Callable[..., Settings], tmp_path: Path, scanner: Scanner, temporary: Path
) -> Iterator[TestClient]:
    settings = make_settings(tmp_path, max_file_bytes=200_000)
    with TestClient(create_app(settings, scanner)) as made:
        yield made
    assert list(temporary.iterdir()) == []


def test_a_file_is_reported_on_masked(client: TestClient) -> None:
    answer = client.post("/v1/files", files={"file": ("brev.txt", LETTER)})
    told = answer.json()
    assert (answer.status_code, told["decision"], told["format"]) == (200, "block", "text")
    [cpr] = [found for found in told["findings"] if found["entity_type"] == "DK_CPR"]
    assert (cpr["line"], cpr["column"], cpr["preview"]) == (2, 19, "01****-****")
    assert "5670" not in answer.text


def test_the_destination_counts(client: TestClient) -> None:
    told = client.post(
        "/v1/files", files={"file": LETTER}, data={"destination": "m365-copilot"}
    ).json()
    assert told["decision"] == "warn"
    bad = client.post("/v1/files", files={"file": LETTER}, data={"destination": "../.."})
    assert bad.status_code == 422


def test_the_redacted_file_comes_back_under_its_name(client: TestClient) -> None:
    table = io.BytesIO()
    with zipfile.ZipFile(table, "w") as archive:
        archive.writestr("løn.csv", "navn;cpr\nRavnhild Skjoldmose;010158-5670\n")
    name = "sager på æ.zip"
    answer = client.post("/v1/files?redact=true", files={"file": (name, table.getvalue())})
    assert answer.status_code == 200
    assert answer.headers["sluse-decision"] == "block"
    assert "sager%20p%C3%A5%20%C3%A6.zip" in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert b"5670" not in archive.read("løn.csv")


def test_what_cannot_be_looked_at_gives_no_file(client: TestClient) -> None:
    broken = {"file": ("x.docx", b"PK\x03\x04\x00\x00")}
    assert client.post("/v1/files", files=broken).json()["gaps"]
    answer = client.post("/v1/files?redact=true", files=broken)
    assert (answer.status_code, answer.json()["type"]) == (409, "urn:sluse:problem:no-copy")


@pytest.mark.parametrize("declared", [True, False])
def test_a_file_over_the_limit_is_refused(client: TestClient, declared: bool) -> None:  # noqa: FBT001  # a case
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    body += b"a" * 300_000 + b"\r\n--x--\r\n"
    pieces = [body] if declared else iter([body[:1000], body[1000:]])
    answer = client.post(
        "/v1/files",
        content=body if declared else pieces,
        headers={"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert (answer.status_code, answer.json()["type"]) == (413, "urn:sluse:problem:file-too-large")


PART = b'--x\r\nContent-Disposition: form-data; name="%b"\r\n\r\na\r\n--x--'
FORM = "multipart/form-data; boundary=x"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{}", "application/json"),
        (b"", "multipart/form-data"),
        (b"rubbish", FORM),
        (PART % b"file", FORM),
        (PART % b'other"; filename="a', FORM),
    ],
)
def test_what_is_no_file_is_refused(client: TestClient, body: bytes, kind: str) -> None:
    answer = client.post("/v1/files", content=body, headers={"Content-Type": kind})
    assert (answer.status_code, answer.json()["type"]) == (415, "urn:sluse:problem:not-form")


def test_a_decision_is_written_down_without_the_text(client: TestClient) -> None:
    client.post("/v1/files", files={"file": ("Skjoldmose.txt", LETTER)})
    totals = client.get("/v1/audit").json()
    assert (totals["texts"], totals["entities"]["DK_CPR"]) == (1, 1)
    assert "Skjoldmose" not in json.dumps(totals)
    assert "Skjoldmose" not in client.get("/metrics").text
