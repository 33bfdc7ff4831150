"""sluse register: import, remove, counts, key; and the scan that meets the values."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from .conftest import Sluse

LIST = (
    "navn;kundenr;cvr\n"
    "Ærøsund Færger ApS;K-10234/22;13585628\n"
    ";K-2;13585628\n"
    "Nordlyng;K-10235;13585629\n"
    "Bøgh;K-9\n"
)
COLUMNS = [
    f"--column={each}" for each in ("navn=ORGANIZATION", "kundenr=CUSTOMER_ID", "cvr=dk_cvr")
]


@pytest.fixture
def customers(state: Path) -> Path:
    path = state / "kunder.csv"
    path.write_text(LIST, encoding="cp1252")
    return path


def test_import_then_scan(sluse: Sluse, customers: Path, state: Path) -> None:
    answer = sluse("register", "import", customers, *COLUMNS, "--errors", "fejl.csv")
    assert (answer.code, answer.out) == (1, "")
    with (state / "fejl.csv").open(encoding="utf-8", newline="") as file:
        told = [(row["line"], row["column"]) for row in csv.DictReader(file)]
    assert told == [("3", "navn"), ("3", "kundenr"), ("4", "cvr"), ("5", "")]
    assert "Linje 5: antal kolonner er 2, ikke 3" in answer.err
    for value in ("Nordlyng", "13585629", "Bøgh"):
        assert value not in answer.err
    assert (state / "state" / "register.key").stat().st_mode & 0o777 == 0o600
    assert sluse("register", "stats").out.split() == [
        *("ORGANIZATION", "2", "CUSTOMER_ID", "2", "DK_CVR", "1", "i", "alt", "5"),
    ]
    found = sluse("scan", own=True, stdin=b"hos aeroesund faerger, k10234 22")
    assert found.code == 1
    assert found.out.count("står i eget register") == 2


def test_importing_again_adds_nothing(sluse: Sluse, customers: Path) -> None:
    sluse("register", "import", customers, *COLUMNS)
    before = sluse("register", "list").out
    sluse("register", "import", customers, *COLUMNS)
    assert sluse("register", "list").out == before


@pytest.mark.parametrize("from_stdin", [True, False])
def test_remove(sluse: Sluse, customers: Path, *, from_stdin: bool) -> None:
    sluse("register", "import", customers, *COLUMNS)
    value = "ÆRØSUND FÆRGER"
    asked = ["-"] if from_stdin else [value]
    removed = sluse("register", "remove", *asked, stdin=f"{value}\n".encode())
    assert (removed.code, removed.out) == (0, "")
    assert "ORGANIZATION" in removed.err
    assert sluse("register", "remove", value, "--type", "organization").code == 1
    assert "ORGANIZATION                        1" in sluse("register", "stats").out


def test_a_clean_list_is_a_clean_exit(sluse: Sluse, state: Path) -> None:
    (state / "k.csv").write_text("navn\nNordlyng\n", encoding="utf-8")
    assert sluse("register", "import", "k.csv", "--column", "navn=ORGANIZATION").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "nix.csv", *COLUMNS], "nix.csv"),
        (["import", "kunder.csv"], "--column"),
        (["import", "kunder.csv", "--column", "navn"], "KOLONNE=TYPE"),
        (["import", "kunder.csv", "--column", "navn=FIRMA"], "ORGANIZATION"),
        (["import", "kunder.csv", "--column", "by=ADDRESS"], "navn, kundenr, cvr"),
        (["import", "kunder.csv", *COLUMNS, "--errors", "nix/e.csv"], "nix/e.csv"),
        (["import", "kunder.csv", *COLUMNS, "--delimiter", ";;"], "delimiter"),
        (["stats"], "register.key"),
        (["remove", "Nordlyng"], "register.key"),
    ],
)
@pytest.mark.usefixtures("customers")
def test_wrong_usage(sluse: Sluse, arguments: list[str], said: str) -> None:
    answer = sluse("register", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_a_key_made_beforehand_is_used(sluse: Sluse, customers: Path, state: Path) -> None:
    assert sluse("register", "create-key").code == 0
    key = (state / "state" / "register.key").read_bytes()
    sluse("register", "import", customers, *COLUMNS)
    assert (state / "state" / "register.key").read_bytes() == key
    assert sluse("register", "create-key").code == 2


def test_the_key_may_lie_elsewhere(
    sluse: Sluse, customers: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLUSE_REGISTER_KEY", "0f" * 32)
    sluse("register", "import", customers, *COLUMNS)
    assert not (state / "state" / "register.key").exists()
    assert sluse("register", "stats").code == 0
    monkeypatch.setenv("SLUSE_REGISTER_KEY", "0e" * 32)
    assert sluse("register", "stats").code == 2


def test_a_damaged_register_stops_the_scan(sluse: Sluse, customers: Path, state: Path) -> None:
    sluse("register", "import", customers, *COLUMNS)
    path = state / "state" / "register.db"
    path.write_bytes(path.read_bytes()[:-5])
    answer = sluse("scan", own=True, stdin=b"Hej")
    assert (answer.code, answer.out) == (2, "")
    assert "beskadiget" in answer.err
