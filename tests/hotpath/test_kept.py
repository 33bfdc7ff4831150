"""A text that comes again is not looked at again; nothing of it is kept but where things stand."""

from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from presidio_analyzer.nlp_engine import NlpArtifacts, NoOpNlpEngine

from scanner import Scanner
from scanner.doc import Doc, Part, Span
from scanner.finding import Finding, Gap, GapReason
from scanner.hotpath import HotAnalyzer
from scanner.hotpath.kept import MOST_FINDINGS, MOST_TEXTS, Kept, Known
from scanner.message import Message
from scanner.policy import Policy
from scanner.recognizers.base import Hit, Recognizer

TODAY = dt.date(2026, 11, 25)
CANARY = "Kvxzolmerup"


class Counting(Recognizer):
    """Finds the first three letters, counts how often it was asked, fails where told to."""

    entity_type = "ANY"

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.fails = False

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        self.asked += 1
        if self.fails:
            raise RuntimeError(text)
        yield Hit(Span(0, 3), 0.9, Message("tre bogstaver", "three letters"))


@pytest.fixture
def counting() -> Counting:
    return Counting()


def analyzer(counting: Counting, today: Callable[[], dt.date] = lambda: TODAY) -> HotAnalyzer:
    return HotAnalyzer(
        [counting], NoOpNlpEngine(models=[{"lang_code": "da", "model_name": "none"}]), today
    )


def doc(*texts: str) -> Doc:
    return Doc(tuple(map(Part, texts)))


def test_the_same_text_is_looked_at_once_in_whatever_part_it_stands(counting: Counting) -> None:
    hot = analyzer(counting)
    first, _ = hot.analyze(doc(CANARY))
    again, gaps = hot.analyze(doc(CANARY, CANARY))
    assert counting.asked == 1
    assert not gaps
    assert [finding.part for finding in again] == [0, 1]
    assert [finding.span for finding in again] == 2 * [finding.span for finding in first]


def test_another_text_header_or_day_is_looked_at(counting: Counting) -> None:
    days = iter([TODAY, TODAY, TODAY, TODAY + dt.timedelta(1)])
    hot = analyzer(counting, lambda: next(days))
    for part in (Part("abc"), Part("abd"), Part("abc", header="CVR"), Part("abc")):
        hot.analyze(Doc((part,)))
    assert counting.asked == 4


def test_a_text_in_which_a_recognizer_failed_is_looked_at_again(counting: Counting) -> None:
    hot = analyzer(counting)
    counting.fails = True
    assert hot.analyze(doc(CANARY)) == ([], [Gap(GapReason.RECOGNIZER_FAILED, "Counting")])
    counting.fails = False
    findings, gaps = hot.analyze(doc(CANARY))
    assert len(findings) == 1
    assert not gaps


def test_a_gap_that_lies_in_the_text_comes_again(counting: Counting) -> None:
    hot = analyzer(counting)
    assert hot.analyze(doc("\ud800abc")) == hot.analyze(doc("\ud800abc"))
    assert hot.analyze(doc("\ud800abc"))[1] == [Gap(GapReason.UNDECODABLE)]
    assert counting.asked == 1


def test_without_time_it_is_a_gap_though_the_text_is_known(counting: Counting) -> None:
    hot = analyzer(counting)
    hot.analyze(doc(CANARY))
    _, gaps = hot.analyze(doc(CANARY), timeout=0)
    assert Gap(GapReason.TIMEOUT, "Counting") in gaps


def test_no_word_of_a_text_is_kept(counting: Counting) -> None:
    hot = analyzer(counting)
    hot.analyze(doc(CANARY))
    kept: Any = hot._kept._known  # noqa: SLF001  # what is kept is what is tested
    assert len(kept) == 1
    assert CANARY.encode() not in pickle.dumps(kept)
    assert b"three letters" in pickle.dumps(kept)  # it is looked for where findings are


def test_two_processes_know_a_text_by_different_keys() -> None:
    assert Kept().key("abc") != Kept().key("abc")


def test_pieces_do_not_run_into_each_other() -> None:
    kept: Kept[Known] = Kept()
    assert len({kept.key("ab", "c"), kept.key("a", "bc"), kept.key("abc")}) == 3


def test_it_is_bounded() -> None:
    kept: Kept[Known] = Kept()
    nothing = Known((), ())
    keys = [kept.key(str(number)) for number in range(MOST_TEXTS + 1)]
    for key in keys[:-1]:
        kept.keep(key, nothing)
    kept.get(keys[0])
    kept.keep(keys[-1], nothing)
    assert len(kept) == MOST_TEXTS
    assert kept.get(keys[0]) is nothing
    assert kept.get(keys[1]) is None


def test_a_text_full_of_findings_is_not_kept(counting: Counting) -> None:
    findings, _ = analyzer(counting).analyze(doc(CANARY))
    kept: Kept[Known] = Kept()
    kept.keep(b"", Known(tuple(findings) * (MOST_FINDINGS + 1), ()))
    assert kept.get(b"") is None


class CountingLooker:
    """Finds nothing, has no time for what ends in "!", and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def analyze(self, doc: Doc, timeout: float | None = None) -> tuple[list[Finding], list[Gap]]:
        self.asked += 1
        has_time = timeout != 0 and not doc.parts[0].text.endswith("!")
        return [], [] if has_time else [Gap(GapReason.TIMEOUT, "text")]


def test_what_a_text_came_to_is_told_again_for_the_same_day_and_destination() -> None:
    looker, days = CountingLooker(), [TODAY]
    scanner = Scanner(Policy.load(), looker, lambda: days[0])
    first = scanner.scan(CANARY)
    assert scanner.scan(CANARY, timeout=5) == first
    assert looker.asked == 1
    assert scanner.scan(CANARY, "vaeksthjulet").destination == "vaeksthjulet"
    scanner.scan(CANARY + ".")
    days[0] += dt.timedelta(1)
    scanner.scan(CANARY)
    assert looker.asked == 4


def test_what_time_was_too_short_for_is_looked_at_again() -> None:
    looker = CountingLooker()
    scanner = Scanner(Policy.load(), looker, lambda: TODAY)
    assert [len(scanner.scan("x!").gaps), len(scanner.scan("x!").gaps), looker.asked] == [1, 1, 2]
    scanner.scan(CANARY)
    assert scanner.scan(CANARY, timeout=0).gaps


def test_no_word_of_a_text_is_in_what_is_told_again() -> None:
    scanner = Scanner(Policy.load(), CountingLooker(), lambda: TODAY)
    scanner.scan(CANARY)
    kept: Any = scanner._kept._known  # noqa: SLF001  # what is kept is what is tested
    assert len(kept) == 1
    assert CANARY.encode() not in pickle.dumps(kept)
    assert b"chatgpt" in pickle.dumps(kept)
