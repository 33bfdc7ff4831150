"""sluse redact and restore: there and back, and a mapping for its owner only."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Sluse

LETTER = "Kære Ravnhild Skjoldmose\r\nDit CPR-nummer er 010158-5670.\r\n"


@pytest.mark.parametrize("text", [LETTER, "Ingen her.\n", ""])
def test_there_and_back(sluse: Sluse, state: Path, text: str) -> None:
    there = sluse("redact", "-", "--mapping", "m.json", stdin=text.encode())
    assert there.code == (text == LETTER)
    for secret in ("5670", "Skjoldmose"):
        assert secret not in there.out + there.err
    assert (state / "m.json").stat().st_mode & 0o777 == 0o600
    back = sluse("restore", "--mapping", "m.json", stdin=there.out.encode())
    assert (back.code, back.out) == (0, text)


def test_an_old_mapping_is_replaced_and_closed(sluse: Sluse, state: Path) -> None:
    path = state / "m.json"
    path.write_text("{}", encoding="utf-8")
    path.chmod(0o644)
    sluse("redact", "--mapping", path, stdin=LETTER.encode())
    assert path.stat().st_mode & 0o777 == 0o600
    assert "5670" in path.read_text(encoding="utf-8")
    assert [file.name for file in state.iterdir() if file.name.startswith(".sluse")] == []


@pytest.mark.parametrize("operator", ["mask", "hash", "encrypt"])
def test_operators(sluse: Sluse, operator: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLUSE_HASH_KEY", "0f" * 32)
    answer = sluse("redact", "--operator", operator, stdin=LETTER.encode())
    assert answer.code == 1
    assert "5670" not in answer.out
    assert answer.out.startswith("Kære ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["redact", "--operator", "hash"], "SLUSE_HASH_KEY"),
        (["redact", "--operator", "mask", "--mapping", "m.json"], "--mapping"),
        (["redact", "--operator", "rot13"], "rot13"),
        (["redact", "--mapping", "nix/m.json"], "nix/m.json"),
        (["redact", "nix.txt"], "nix.txt"),
        (["restore"], "--mapping"),
        (["restore", "--mapping", "nix.json"], "nix.json"),
    ],
)
def test_wrong_usage(sluse: Sluse, arguments: list[str], said: str) -> None:
    answer = sluse(*arguments, stdin=LETTER.encode())
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


@pytest.mark.parametrize("mapping", ["", "[]", "{", '{"a": 1}', '{"a": "b"}', "[" * 10_000])
def test_a_broken_mapping(sluse: Sluse, state: Path, mapping: str) -> None:
    (state / "m.json").write_text(mapping, encoding="utf-8")
    answer = sluse("restore", "--mapping", "m.json", stdin=b"[PERSON_1]")
    assert (answer.code, answer.out) == (2, "")


def test_an_answer_that_is_no_text(sluse: Sluse, state: Path) -> None:
    (state / "m.json").write_text("{}", encoding="utf-8")
    assert sluse("restore", "--mapping", "m.json", stdin=b"\x80").code == 3
