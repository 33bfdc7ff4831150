"""Keys are long, random, kept as hashes, and read without passing over a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.keys import KeyRecord, KeyRing, Scope, new_key, read_keys
from scanner.errors import SettingsError

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def test_a_new_key_is_found_and_not_shown() -> None:
    key, record = new_key([Scope.ADMIN])
    assert KeyRing([record]).find(key) == record
    assert len(key) >= 43
    assert key not in str(record) + repr(record)
    assert record.digest not in repr(record)


@pytest.mark.parametrize("wrong", ["", "sluse_", "æøå", "\ud800", "x" * 100_000])
def test_a_wrong_key_is_not_found(wrong: str) -> None:
    _, record = new_key([Scope.SCAN])
    assert KeyRing([record]).find(wrong) is None


def test_every_key_of_the_ring_is_found() -> None:
    made = [new_key([Scope.SCAN]) for _ in range(5)]
    ring = KeyRing(record for _, record in made)
    assert [ring.find(key) for key, _ in made] == [record for _, record in made]


def test_records_survive_the_file(tmp_path: Path) -> None:
    records = tuple(new_key(scopes)[1] for scopes in ([Scope.SCAN], [Scope.SCAN, Scope.ADMIN]))
    path = tmp_path / "keys"
    path.write_text("# keys\n\n" + "\n".join(map(str, records)) + "\n", encoding="utf-8")
    assert read_keys(path) == records
    assert read_keys(None, ", ".join(map(str, records))) == records


@pytest.mark.parametrize(
    "line",
    [
        "",
        "k_1:scan",
        f"k_1:root:{DIGEST}",
        f"k_1:scan+:{DIGEST}",
        f"k_1:scan:{DIGEST[:-1]}",
        f"k_1:scan:{DIGEST}0",
        f"K 1:scan:{DIGEST}",
        "sluse_hemmelignoegle",
    ],
)
def test_what_is_not_a_record_stops_the_start(line: str) -> None:
    with pytest.raises(SettingsError) as caught:
        KeyRecord.from_line(line, place="keys:1")
    assert "keys:1" in str(caught.value)
    assert line == "" or line not in str(caught.value)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"k_1:scan:zz\n"])
def test_a_broken_file_stops_the_start(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "keys"
    path.write_bytes(content)
    with pytest.raises(SettingsError):
        read_keys(path)


def test_a_missing_file_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        read_keys(tmp_path / "none")


def test_no_keys_are_no_ring() -> None:
    assert not KeyRing(read_keys(None, " , "))
