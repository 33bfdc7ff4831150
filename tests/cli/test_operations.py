"""sluse key, audit, policy, doctor: what whoever runs Sluse needs."""

from __future__ import annotations

import csv
import io
import json
import socket
from pathlib import Path

import pytest

from api.audit import AuditStore, Entry
from api.keys import KeyRing, read_keys

from .conftest import Sluse


def test_keys(sluse: Sluse, state: Path) -> None:
    path = state / "state" / "api-keys"
    shown = sluse("key", "create", "--scope", "scan", "--scope", "admin").out.strip()
    sluse("key", "create")
    first, second = read_keys(path)
    assert KeyRing(read_keys(path)).find(shown) == first
    assert shown not in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o777 == 0o600
    listed = sluse("key", "list").out
    assert listed == f"{first.id}  admin+scan\n{second.id}  scan\n"
    assert sluse("key", "revoke", first.id).code == 0
    assert read_keys(path) == (second,)
    assert sluse("key", "revoke", first.id).code == 1


def test_a_broken_keys_file_is_left_alone(sluse: Sluse, state: Path) -> None:
    path = state / "state" / "api-keys"
    path.parent.mkdir()
    path.write_text("nonsense\n", encoding="utf-8")
    assert sluse("key", "create").code == 2
    assert path.read_text(encoding="utf-8") == "nonsense\n"


@pytest.fixture
def audited(state: Path) -> Path:
    store = AuditStore(f"sqlite:///{state / 'state' / 'audit.db'}", retention_days=90)
    row = Entry("k_1", "scan", "=chatgpt", "block", {"DK_CPR": 2}, {}, 9, 9, 1.5, "p", "1")
    store.record([row])
    store.close()
    return state


@pytest.mark.usefixtures("audited")
def test_audit(sluse: Sluse) -> None:
    totals = json.loads(sluse("audit", "totals", "--json").out)
    assert (totals["texts"], totals["decision"]) == (1, {"block": 1})
    assert totals["entity_type"] == {"DK_CPR": 2}
    assert "DK_CPR" in sluse("audit", "totals").out
    (row,) = csv.DictReader(io.StringIO(sluse("audit", "export").out))
    assert (row["destination"], row["entities"]) == ("'=chatgpt", '{"DK_CPR": 2}')
    assert "Slettede rækker: 0" in sluse("audit", "purge").err


def test_policy(sluse: Sluse, state: Path) -> None:
    assert "erhvervshus" in sluse("policy", "check").out
    assert "m365-copilot" in sluse("policy", "show").out
    assert json.loads(sluse("policy", "schema").out)["type"] == "object"
    (state / "p.yaml").write_text("format: 1\nidd: x\n", encoding="utf-8")
    for command in (["policy", "check", "p.yaml"], ["policy", "show", "p.yaml"]):
        answer = sluse(*command)
        assert (answer.code, answer.out) == (2, "")
        assert "p.yaml:2:1" in answer.err


def test_a_broken_policy_stops_the_scan(
    sluse: Sluse, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (state / "p.yaml").write_text("format: 1\n", encoding="utf-8")
    monkeypatch.setenv("SLUSE_POLICY", str(state / "p.yaml"))
    answer = sluse("scan", own=True, stdin=b"Hej")
    assert (answer.code, answer.out) == (2, "")


def test_doctor_finds_all_well(sluse: Sluse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLUSE_PORT", "0")
    monkeypatch.setenv("SLUSE_HASH_KEY", "0f" * 32)
    answer = sluse("doctor", "--json")
    told = json.loads(answer.out)
    assert answer.code == 0
    assert {check["name"]: check["state"] for check in told["checks"]} == {
        "policy": "ok",
        "model": "ok",
        "register": "note",
        "keys": "ok",
        "port": "ok",
        "audit": "ok",
        "scan": "ok",
    }
    listed = {each["name"]: each for each in told["settings"]}
    assert (listed["port"]["value"], listed["port"]["origin"]) == ("0", "SLUSE_PORT")
    assert listed["workers"]["origin"] == "default"
    assert "0f0f" not in answer.out
    assert "prøvetekst" in sluse("doctor").out


@pytest.mark.parametrize(
    ("name", "value", "check"),
    [
        ("SLUSE_POLICY", "nix.yaml", "policy"),
        ("SLUSE_MODEL", "nix", "model"),
        ("SLUSE_REGISTER_FILE", "nix.db", "register"),
        ("SLUSE_HOST", "0.0.0.0", "keys"),  # noqa: S104  # to be refused
        ("SLUSE_API_KEYS", "x", "keys"),
        ("SLUSE_AUDIT_URL", "nix://", "audit"),
        ("SLUSE_PORT", "x", "settings"),
        ("SLUSE_PROT", "1", "settings"),
    ],
)
def test_doctor_says_what_is_wrong(
    sluse: Sluse, monkeypatch: pytest.MonkeyPatch, name: str, value: str, check: str
) -> None:
    monkeypatch.setenv(name, value)
    answer = sluse("doctor", "--json")
    told = json.loads(answer.out)["checks"]
    wrong = [each for each in told if each["state"] == "wrong"]
    assert answer.code == 2
    assert check in {each["name"] for each in wrong}
    assert all(each["what"]["da"] for each in wrong)


def test_doctor_notes_a_taken_port(sluse: Sluse, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("SLUSE_PORT", str(taken.getsockname()[1]))
        answer = sluse("doctor")
    assert answer.code == 0
    assert "optaget" in answer.out
