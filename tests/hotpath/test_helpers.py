"""Processes that look at texts give what looking here gives, and none of them is needed."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import time
from ast import literal_eval
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from scanner import Doc
from scanner.doc import Part
from scanner.finding import Gap, GapReason
from scanner.hotpath import HotAnalyzer
from scanner.hotpath.helpers import Helpers
from scanner.hotpath.kept import Known

HERE = os.getpid()


def look(part: Part, seconds: float | None) -> Known:
    """Tells which process looks; fails, dies or takes its time where the text says so."""
    if part.text == "die" and os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    if part.text == "fail" and os.getpid() != HERE:
        raise ValueError(part.text)
    if part.text == "collector":
        return Known((), (Gap(GapReason.TIMEOUT, repr((gc.isenabled(), gc.get_threshold()))),))
    if part.text == "wait":
        time.sleep(0.2)
    if part.text == "hang" and os.getpid() != HERE:
        time.sleep(600)
    return Known((), (Gap(GapReason.TIMEOUT, f"{os.getpid()} {seconds}"),))


@pytest.fixture
def helpers() -> Iterator[Helpers]:
    made = Helpers(look, 2)
    yield made
    made.close()


def who(helpers: Helpers, text: str = "") -> int:
    (gap,) = helpers.look(Part(text), 1.5).gaps
    pid, seconds = gap.where.split()
    assert seconds == "1.5"
    return int(pid)


def test_another_process_looks(helpers: Helpers) -> None:
    assert who(helpers) != HERE


def test_a_helper_seldom_collects_all_it_has(helpers: Helpers) -> None:
    (gap,) = helpers.look(Part("collector"), None).gaps
    is_on, (young, *_, old) = literal_eval(gap.where)
    assert is_on
    assert 0 < young < 10_000
    assert old > gc.get_threshold()[2]  # as Python itself has it


def test_texts_are_looked_at_beside_each_other_and_here_when_none_is_free(helpers: Helpers) -> None:
    at_once = Barrier(3)

    def ask(_: int) -> int:
        at_once.wait(30)
        return who(helpers, "wait")

    with ThreadPoolExecutor(3) as threads:
        found = set(threads.map(ask, range(3)))
    assert len(found) == 3
    assert HERE in found


def test_what_fails_there_is_looked_at_here_and_the_helper_stays(helpers: Helpers) -> None:
    assert who(helpers, "fail") == HERE
    assert who(helpers) != HERE


def test_one_that_died_is_done_without(helpers: Helpers) -> None:
    assert who(helpers, "die") == HERE
    assert who(helpers) != HERE
    assert who(helpers, "die") == HERE
    assert who(helpers) == HERE


def test_one_that_hangs_is_killed_and_its_text_is_a_gap(
    helpers: Helpers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scanner.hotpath.helpers.GRACE", 0.1)
    hung = [helpers.look(Part("hang"), 0.1) for _ in range(2)]
    assert hung == [Known((), (Gap(GapReason.TIMEOUT, "text"),))] * 2
    for process, *_ in helpers._all:  # noqa: SLF001  # nobody else knows them
        process.join(30)
        assert process.exitcode == -signal.SIGKILL
    assert who(helpers) == HERE


def test_after_the_end_everything_is_looked_at_here(helpers: Helpers) -> None:
    helpers.close()
    assert who(helpers) == HERE


def test_a_process_that_was_forked_later_asks_none_of_them(helpers: Helpers) -> None:
    reading, writing = os.pipe()
    if not os.fork():
        os.write(writing, str(who(helpers) == os.getpid()).encode())
        os._exit(0)
    os.wait()
    with os.fdopen(reading) as told:
        os.close(writing)
        assert told.read() == "True"
    assert who(helpers) != HERE


def test_with_helpers_the_findings_are_the_same(hot_path: HotAnalyzer, corpus: list[str]) -> None:
    texts = [*corpus[:40], "\ud800 cpr 010158-5670", ""]
    hot_path.forget()
    alone = [hot_path.analyze(Doc.from_text(text)) for text in texts]
    looked = hot_path._look  # noqa: SLF001  # to be put back
    helpers = Helpers(looked, 2)
    try:
        hot_path._look = helpers.look  # noqa: SLF001  # as ``spread`` does
        hot_path.forget()
        with ThreadPoolExecutor(2) as threads:
            docs = map(Doc.from_text, texts)
            assert list(threads.map(hot_path.analyze, docs)) == alone
    finally:
        hot_path._look = looked  # noqa: SLF001  # as it was
        helpers.close()
    assert sum(len(findings) for findings, _ in alone) > 40


def test_what_is_sent_back_holds_no_word(hot_path: HotAnalyzer) -> None:
    known = hot_path._looked(Part("Skriv til Ravnhild Skjoldmose"), None)  # noqa: SLF001  # what is sent
    assert known.findings
    assert b"Ravnhild" not in pickle.dumps(known)
