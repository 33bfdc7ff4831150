"""What is kept between runs: nothing that can be read, and nothing that is no longer so."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from scanner.batch.baseline import Baseline
from scanner.batch.examine import digest_at, digest_of
from scanner.batch.keeping import Keeping
from scanner.batch.outcome import Found, Outcome
from scanner.batch.state import State
from scanner.batch.walk import Source
from scanner.errors import InputError
from scanner.finding import Gap, GapReason
from scanner.message import Message
from scanner.policy import Verdict

FOUND = Found(
    "DK_CPR", Verdict.BLOCK, "Ark1!B4", 2, 1, 2, 12, 0, 11, 0.9, "CprRecognizer",
    Message("gyldig", "valid"), "cpr", "", "01****-****", "k1",
)  # fmt: skip
OUTCOME = Outcome(
    "løn.xlsx", Verdict.BLOCK, (FOUND,), (), Message("Nej", "No"), "chatgpt", "erhvervshus", "1",
    "xlsx", 7, digest_of(b"kanariefugl"),
)  # fmt: skip


def test_an_outcome_survives_json() -> None:
    assert Outcome.from_json(OUTCOME.to_json()) == OUTCOME


def test_what_was_done_is_found_again_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "s" / "scans.db"
    state = State.open(path, "terms")
    state.note(OUTCOME)
    state.close()
    again = State.open(path, "terms")
    assert again.find(OUTCOME.digest) == OUTCOME.named("")
    assert again.find(digest_of(b"other")) is None
    again.close()


def test_a_copy_in_the_same_run_is_not_looked_at_again(tmp_path: Path) -> None:
    state = State.open(tmp_path / "s" / "scans.db", "terms")
    keeping = Keeping(state)
    first, second, other = (tmp_path / name for name in ("løn.txt", "kopi af løn.txt", "andet.txt"))
    for path, data in ((first, b"0123456"), (second, b"0123456"), (other, b"6543210")):
        path.write_bytes(data)
    outcome = replace(OUTCOME, digest=digest_of(b"0123456"), size=7)

    def before(path: Path) -> Outcome | None:
        return keeping.before(Source(path.name, str(path), path.name), keeping.digest(path))

    assert before(first) is None
    keeping.note(outcome)
    assert before(second) == outcome.named("kopi af løn.txt")
    assert before(other) is None
    assert before(tmp_path / "væk.txt") is None
    state.close()
    # in the next run it is looked at anew, unless that goes on where this one was
    again = State.open(tmp_path / "s" / "scans.db", "terms")
    source = Source("løn.txt", str(first), "løn.txt")
    assert Keeping(again).before(source, digest_at(first)) is None
    resumed = Keeping(again, is_resumed=True).before(source, digest_at(first))
    assert resumed == replace(outcome, name="løn.txt", is_read_before=True)
    again.close()


def test_a_copy_of_a_file_with_a_gap_is_tried_again(tmp_path: Path) -> None:
    state = State.open(tmp_path / "scans.db", "terms")
    keeping = Keeping(state)
    path = tmp_path / "a.png"
    path.write_bytes(b"0123456")
    digest = digest_of(b"0123456")
    keeping.note(replace(OUTCOME, digest=digest, gaps=(Gap(GapReason.NEEDS_OCR),)))
    assert keeping.before(Source("a.png", str(path), "a.png"), keeping.digest(path)) is None
    state.close()


def test_other_terms_and_another_key_find_nothing(tmp_path: Path) -> None:
    path = tmp_path / "scans.db"
    state = State.open(path, "terms")
    state.note(OUTCOME)
    state.close()
    other = State.open(path, "another policy")
    assert other.find(OUTCOME.digest) is None
    other.close()
    path.with_suffix(".key").unlink()
    keyless = State.open(path, "terms")
    assert keyless.find(OUTCOME.digest) is None
    keyless.close()


def test_a_gap_is_never_remembered(tmp_path: Path) -> None:
    state = State.open(tmp_path / "scans.db", "terms")
    state.note(replace(OUTCOME, gaps=(Gap(GapReason.NEEDS_OCR),)))
    state.close()
    again = State.open(tmp_path / "scans.db", "terms")
    assert again.find(OUTCOME.digest) is None
    again.close()


def test_the_state_tells_nothing_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "scans.db"
    state = State.open(path, "terms")
    state.note(OUTCOME)
    state.close()
    kept = path.read_bytes()
    assert len(kept) > 1000
    for word in (b"xlsx", b"DK_CPR", b"01**", b"Ark1", OUTCOME.digest.encode()):
        assert word not in kept
        assert word in str(OUTCOME.to_json()).encode()  # so that it could have been there
    for file in (path, path.with_suffix(".key")):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_state_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "scans.db").write_bytes(b"nothing of the kind" * 100)
    with pytest.raises(InputError):
        State.open(tmp_path / "scans.db", "terms")


def test_a_baseline_knows_what_it_was_told_in_that_file_only(tmp_path: Path) -> None:
    path = tmp_path / ".sluse-baseline.json"
    here = OUTCOME.named(str(tmp_path / "a.txt"))
    first = Baseline.read(path, b"k" * 32, is_new=True)
    assert first.marked(here).new_findings
    first.write()
    again = Baseline.read(path, b"k" * 32, is_new=False)
    assert not again.marked(here).new_findings
    moved = replace(here, findings=(replace(FOUND, line=90),))
    assert not again.marked(moved).new_findings
    assert again.marked(here.named(str(tmp_path / "b.txt"))).new_findings
    other = replace(here, findings=(replace(FOUND, key="k2"),))
    assert again.marked(other).new_findings
    assert Baseline.read(path, b"x" * 32, is_new=False).marked(here).new_findings


@pytest.mark.parametrize("told", ["", "{}", "[]", '{"version": 9, "findings": []}', "\udcff"])
def test_a_baseline_that_is_none_is_refused(tmp_path: Path, told: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(told, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(InputError):
        Baseline.read(path, b"k" * 32, is_new=False)
