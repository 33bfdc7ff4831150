"""sluse scan: forms, masking, exit codes, texts that are none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scanner.mask import masked

from .conftest import Sluse

# A number of 1858 and invented names.
LETTER = "Kære Ravnhild Skjoldmose\nDit CPR-nummer er 010158-5670.\n"


@pytest.fixture
def letter(state: Path) -> Path:
    path = state / "brev på æ.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_text_tells_where_what_and_why_masked(sluse: Sluse, letter: Path) -> None:
    answer = sluse("scan", letter)
    assert answer.code == 1
    assert "2:19" in answer.out
    assert "CPR-nummer" in answer.out
    assert "01****-****" in answer.out
    assert "gyldig dato" in answer.out
    for secret in ("5670", "Skjoldmose", "Ravnhild"):
        assert secret not in answer.out + answer.err


def test_values_are_shown_on_request(sluse: Sluse, letter: Path) -> None:
    assert "010158-5670" in sluse("scan", letter, "--show-values").out


def test_english(sluse: Sluse, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLUSE_LANGUAGE", "en")
    assert "must not be sent" in sluse("scan", letter).out


def test_the_destination_decides(sluse: Sluse, letter: Path) -> None:
    answer = sluse("scan", letter, "-d", "m365-copilot", "-f", "json")
    assert json.loads(answer.out)["results"][0]["decision"] == "warn"
    assert answer.code == 1


def test_nothing_found(sluse: Sluse) -> None:
    answer = sluse("scan", stdin="Vi ses på tirsdag.".encode())
    assert (answer.code, answer.out) == (0, "<stdin> → chatgpt: må sendes\n")


@pytest.mark.parametrize("output", ["json", "ndjson"])
def test_json(sluse: Sluse, letter: Path, output: str) -> None:
    told = json.loads(sluse("scan", letter, "--format", output).out)
    result = told["results"][0] if output == "json" else told
    cpr = next(each for each in result["findings"] if each["entity_type"] == "DK_CPR")
    assert LETTER[cpr["start"] : cpr["end"]] == "010158-5670"
    assert (cpr["line"], cpr["column"], cpr["preview"]) == (2, 19, "01****-****")
    assert "5670" not in json.dumps(told)
    assert result["policy"]["id"] == "erhvervshus"


def test_sarif_is_of_that_format_and_holds_no_value(sluse: Sluse, letter: Path) -> None:
    binary = letter.with_name("b.bin")
    binary.write_bytes(b"PK\x03\x04\x00\x00")
    answer = sluse("scan", letter.name, binary, "--format", "sarif", "--show-values")
    log = json.loads(answer.out)
    (run,) = log["runs"]
    assert (answer.code, log["version"], run["columnKind"]) == (3, "2.1.0", "unicodeCodePoints")
    assert not run["invocations"][0]["executionSuccessful"]
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 1
    rules = run["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "brev%20p%C3%A5%20%C3%A6.txt"
        region = place["region"]
        assert region["startLine"] == region["endLine"]
        assert region["endColumn"] > region["startColumn"]
    assert {result["ruleId"] for result in run["results"]} >= {"DK_CPR", "PERSON"}
    assert "5670" not in answer.out
    assert "Skjoldmose" not in answer.out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_unicode_is_read(sluse: Sluse, encoding: str) -> None:
    answer = sluse("scan", "-", stdin=LETTER.encode(encoding))
    assert (answer.code, "2:19" in answer.out) == (1, True)


@pytest.mark.parametrize(
    "raw", [b"\x80", "Bøgh".encode("latin-1"), b"PK\x03\x04\x00\x00", b"a\x00b", b"\xff\xfe\x00"]
)
@pytest.mark.parametrize("command", ["scan", "redact"])
def test_what_is_no_text_is_not_approved(sluse: Sluse, raw: bytes, command: str) -> None:
    answer = sluse(command, "-", stdin=raw)
    assert answer.code == 3
    assert "ikke godkendt" in answer.out + answer.err
    assert command == "scan" or not answer.out


def test_the_worst_file_decides_the_code(sluse: Sluse, letter: Path) -> None:
    clean = letter.with_name("a.txt")
    clean.write_text("Hej", encoding="utf-8")
    assert sluse("scan", clean, letter, clean).code == 1
    assert sluse("scan", clean, clean).code == 0


@pytest.mark.parametrize(
    "arguments",
    [["nix.txt"], ["--format", "xml"], ["--nix"], ["--update-baseline"], ["--mapping", "m"]],
)
def test_wrong_usage(sluse: Sluse, arguments: list[str]) -> None:
    answer = sluse("scan", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err
    assert "Traceback" not in answer.err


def test_ndjson_streams_and_a_broken_line_is_told(sluse: Sluse) -> None:
    lines = [
        '{"id": 1, "text": "CPR-nr. 010158-5670"}',
        '{"id": 2, "text": 7}',
        "{",
        "",
        '{"id": "x", "text": "Hej"}',
        '{"text": "\\ud800"}',
    ]
    raw = "\n".join(lines).encode() + b'\n{"id": 9, "text": "\xff"}\n'
    answer = sluse("scan", "--ndjson", stdin=raw)
    told = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.code == 3
    assert [each.get("decision") for each in told] == ["block", None, None, "allow", "block", None]
    assert [each["line"] for each in told if "error" in each] == [2, 3, 7]
    assert set(told[0]) == {"id", "decision", "findings", "gaps"}
    assert told[4]["gaps"][0]["reason"] == "undecodable"
    assert "5670" not in answer.out


def test_ndjson_codes(sluse: Sluse) -> None:
    assert sluse("scan", "--ndjson", stdin=b'{"id":1,"text":"hej"}').code == 0
    assert sluse("scan", "--ndjson", stdin=b'{"id":1,"text":"cpr 010158-5670"}').code == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("010158-5670", "01****-****"),
        ("Anne Holm", "An** ****"),
        ("Bo", "**"),
        ("a\x1b[31mb\ncdefg", "a [3*** *****"),
        ("x" * 40, "xx" + "*" * 22 + "…"),
        ("", ""),
    ],
)
def test_masked(value: str, expected: str) -> None:
    assert masked(value) == expected
