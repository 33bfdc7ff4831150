"""The hot path gives exactly the findings and gaps of the plain one."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from threading import Event
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from presidio_analyzer import EntityRecognizer, RecognizerResult

from scanner import Scanner
from scanner.doc import Doc, Part
from scanner.hotpath import HotAnalyzer
from scanner.hotpath.triggers import Triggers
from scanner.nlp.engine import NamesEngine
from scanner.policy import Policy

Findings = Callable[[str], Any]


def test_on_every_text_of_the_corpus(plain: Findings, hot: Findings, corpus: list[str]) -> None:
    for text in corpus:
        assert hot(text) == plain(text)


def test_on_generated_texts(plain: Findings, hot: Findings, generated_texts: list[str]) -> None:
    found = 0
    for text in generated_texts:
        expected = plain(text)
        assert hot(text) == expected
        found += len(expected[0])
    assert found > len(generated_texts)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_on_any_text(plain: Findings, hot: Findings, text: str) -> None:
    assert hot(text) == plain(text)


def test_the_header_of_a_cell_counts(hot_path: HotAnalyzer) -> None:
    doc = Doc((Part("13585628", header="CVR"), Part("13585628", header="Ordre")))
    findings, _ = hot_path.analyze(doc)
    named, other = [f.score for f in findings if f.entity_type == "DK_CVR"]
    assert named > other


def test_every_recognizer_but_those_of_names_is_left_out_of_a_text_without_its_triggers(
    recognizers: Sequence[EntityRecognizer],
) -> None:
    needed, _ = Triggers(recognizers).look("Vi ses på tirsdag", list)
    assert {recognizers[i].name for i in needed} == {"PersonRecognizer", "OrganizationRecognizer"}


def test_a_trigger_that_is_too_narrow_is_noticed(
    recognizers: Sequence[EntityRecognizer],
    engine: NamesEngine,
    plain: Findings,
    corpus: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for recognizer in recognizers:
        if recognizer.name == "CvrRecognizer":
            monkeypatch.setattr(recognizer, "triggers", ())
    broken = HotAnalyzer(recognizers, engine)
    broken.wait()
    assert any(broken.analyze(Doc.from_text(text)) != plain(text) for text in corpus)


class _Foreign(EntityRecognizer):
    """A recognizer of another house: it declares no trigger."""

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any) -> list[Any]:
        at = text.find("ses")
        metadata = {"recognizer_name": "Foreign", "recognizer_identifier": self.id, "reason": None}
        result = RecognizerResult("X", at, at + 3, 0.9, recognition_metadata=metadata)
        return [result] if at >= 0 else []


class _Broken(_Foreign):
    """Its trigger is no pattern that can be relaxed."""

    triggers = (re.compile(r"(a)?b(?(1)c|d)"),)


def test_a_foreign_recognizer_looks_at_every_text(
    recognizers: Sequence[EntityRecognizer], engine: NamesEngine
) -> None:
    hot = HotAnalyzer([*recognizers, _Foreign(["X"], supported_language="da")], engine)
    findings, gaps = hot.analyze(Doc.from_text("Vi ses på tirsdag"))
    assert [finding.entity_type for finding in findings] == ["X"]
    assert not gaps


def test_until_the_triggers_are_ready_texts_go_the_plain_path(
    recognizers: Sequence[EntityRecognizer],
    engine: NamesEngine,
    plain: Findings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on, compiled = Event(), Triggers._compiled  # noqa: SLF001  # held up here
    monkeypatch.setattr(Triggers, "_compiled", lambda self: go_on.wait() and compiled(self))
    early = HotAnalyzer(recognizers, engine)
    text = "Hej Mette Holm, cpr 010158-5670"
    assert early.analyze(Doc.from_text(text)) == plain(text)
    go_on.set()
    early.wait()
    early.forget()
    assert early.analyze(Doc.from_text(text)) == plain(text)


def test_a_scanner_can_wait_for_them(
    recognizers: Sequence[EntityRecognizer], engine: NamesEngine
) -> None:
    hot = HotAnalyzer(recognizers, engine)
    Scanner(Policy.load(), hot).wait()
    assert hot._triggers.are_ready  # noqa: SLF001  # nobody else is told
    broken = HotAnalyzer([_Broken(["X"], supported_language="da")], engine)
    with pytest.raises(ValueError, match="relax"):
        Scanner(Policy.load(), broken).wait()


def test_a_process_that_is_forked_has_its_triggers(
    recognizers: Sequence[EntityRecognizer],
) -> None:
    broken = Triggers([_Broken(["X"], supported_language="da")])  # keeps none from the others
    triggers = Triggers(recognizers)
    child = os.fork()
    if not child:
        os._exit(0 if triggers.are_ready else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert broken.are_ready


def test_what_keeps_the_triggers_from_being_compiled_is_raised() -> None:
    with pytest.raises(ValueError, match="not known"):
        Triggers([_Broken(["X"], supported_language="da")]).wait()
