"""The register's file: no clear text, whole or not at all, honest about damage."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from scanner.errors import RegisterError
from scanner.register import Register, RegisterEditor
from scanner.register.keyed import create_key, key_path, read_key

from .conftest import KEY, found, is_everyday

FIRM = "ORGANIZATION"
CANARY = "Skjoldmose Væveri ApS"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


def save(path: Path, *values: str, base: Register | None = None) -> Register:
    editor = RegisterEditor(KEY, is_everyday, base)
    for value in values:
        editor.add(value, FIRM)
    editor.save(path)
    return Register.load(path, KEY)


def test_no_clear_text_at_rest(path: Path) -> None:
    save(path, CANARY, "Ravnhild 4711")
    raw = path.read_bytes()
    for word in ("Skjoldmose", "skjoldmose", "Væveri", "vaeveri", "ravnhild", "4711", "aps"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert word.encode(encoding) not in raw
    assert path.stat().st_mode & 0o077 == 0


def test_another_key_gives_another_file(path: Path) -> None:
    save(path, CANARY)
    first = path.read_bytes()
    editor = RegisterEditor(b"x" * 32, is_everyday)
    editor.add(CANARY, FIRM)
    editor.save(path)
    assert first[16:32] != path.read_bytes()[16:32]
    with pytest.raises(RegisterError):
        Register.load(path, KEY)


def test_removed_values_leave_nothing(path: Path) -> None:
    empty = save(path)
    before = path.read_bytes()
    register = save(path, CANARY, base=empty)
    assert found(register, CANARY)
    editor = RegisterEditor(KEY, is_everyday, register)
    assert editor.remove("SKJOLDMOSE VAEVERI", FIRM)
    assert not editor.remove("Skjoldmose Væveri", FIRM)
    editor.save(path)
    after = Register.load(path, KEY)
    assert found(after, CANARY) == []
    assert (len(after), after.values.count, after.firsts.count) == (0, 0, 0)
    assert len(before) <= len(path.read_bytes()) < len(before) + 60


def test_removing_one_leaves_its_neighbor(path: Path) -> None:
    register = save(path, "Nordlyng Biler", "Nordlyng Bageri")
    editor = RegisterEditor(KEY, is_everyday, register)
    assert editor.remove("Nordlyng Biler", FIRM)
    editor.save(path)
    register = Register.load(path, KEY)
    assert found(register, "Nordlyng Biler og Nordlyng Bageri") == [("Nordlyng Bageri", FIRM)]


def test_values_are_added_to_those_there(path: Path) -> None:
    chosen = random.Random(7)  # noqa: S311  # invented names, the same each time
    names = ["".join(chosen.choices("bdfglmnr", k=9)) for _ in range(3000)]
    register = save(path, *names[:1500])
    register = save(path, *names[1000:], base=register)
    assert len(register) == len(set(names))
    assert all(found(register, f"x {name} y") for name in names[::50])
    assert not found(register, "x bdfglmnrb y")


def test_the_same_twice_counts_once(path: Path) -> None:
    register = save(path, CANARY, CANARY.upper(), "Skjoldmose Væveri")
    assert len(register) == 1


@pytest.mark.parametrize("at", [0, 9, 20, -40, -1])
def test_a_changed_byte_is_noticed(path: Path, at: int) -> None:
    save(path, CANARY)
    raw = bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(raw)
    with pytest.raises(RegisterError, match="beskadiget"):
        Register.load(path, KEY)


@pytest.mark.parametrize("size", [0, 1, 15, 50])
def test_a_cut_file_is_noticed(path: Path, size: int) -> None:
    save(path, CANARY)
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(RegisterError, match="beskadiget"):
        Register.load(path, KEY)


def test_a_missing_file_or_key_is_told(path: Path) -> None:
    with pytest.raises(RegisterError, match=r"register\.key"):
        Register.load(path)
    with pytest.raises(RegisterError, match=r"register\.db"):
        Register.load(path, KEY)


def test_a_failed_write_keeps_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    register = save(path, CANARY)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(RegisterError, match="No space"):
        save(path, "Nordlyng", base=register)
    assert [file.name for file in path.parent.iterdir()] == ["register.db"]
    assert found(Register.load(path, KEY), CANARY)


def test_a_key_is_for_its_owner_and_never_overwritten(path: Path) -> None:
    place = key_path(path)
    key = create_key(place)
    assert place.stat().st_mode & 0o777 == 0o600
    assert read_key(place) == key
    with pytest.raises(RegisterError):
        create_key(place)
    place.write_text("no key", encoding="ascii")
    with pytest.raises(RegisterError, match="hex"):
        read_key(place)
