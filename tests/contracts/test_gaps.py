"""What could not be looked at never reads as nothing there."""

from __future__ import annotations

import pytest
from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NoOpNlpEngine

from scanner.analyze import Analyzer
from scanner.doc import Doc, Part
from scanner.finding import Gap, GapReason
from scanner.pipeline import Scanner
from scanner.policy import Policy, Verdict

CANARY = "KANARIE-7391"


class Failing(EntityRecognizer):
    """Raises with a piece of the text in its message, as careless code does."""

    def __init__(self) -> None:
        super().__init__(supported_entities=["X"], supported_language="da")

    def load(self) -> None:
        """Nothing."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: object
    ) -> list[RecognizerResult]:
        raise RuntimeError(f"cannot read {text}")


class Silent(Failing):
    """Finds nothing, without failing."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: object
    ) -> list[RecognizerResult]:
        return []


MODELS = [{"lang_code": "da", "model_name": "none"}]


class BrokenModel(NoOpNlpEngine):
    """An NLP engine whose model fails at run time."""

    def process_text(self, text: str, language: str) -> object:
        raise ValueError(f"cannot read {text}")


def analyzer(*recognizers: EntityRecognizer, engine: NoOpNlpEngine | None = None) -> Analyzer:
    return Analyzer(recognizers, engine or NoOpNlpEngine(MODELS))


def test_a_recognizer_that_raises_is_a_gap_without_the_text() -> None:
    findings, gaps = analyzer(Failing(), Silent()).analyze(Doc.from_text(CANARY))
    assert findings == []
    assert gaps == [Gap(GapReason.RECOGNIZER_FAILED, "Failing")]
    assert CANARY not in repr(gaps)


def test_the_same_analyzer_without_the_failure_has_no_gap() -> None:
    assert analyzer(Silent()).analyze(Doc.from_text(CANARY)) == ([], [])


def test_a_model_that_raises_is_a_gap() -> None:
    _, gaps = analyzer(Silent(), engine=BrokenModel(MODELS)).analyze(Doc.from_text(CANARY))
    assert gaps == [Gap(GapReason.RECOGNIZER_FAILED, "names model")]


def test_time_that_ran_out_is_a_gap_for_each_recognizer_left() -> None:
    _, gaps = analyzer(Silent()).analyze(Doc.from_text(CANARY), timeout=0)
    assert Gap(GapReason.TIMEOUT, "Silent") in gaps


def test_a_part_over_the_limit_is_a_gap_and_others_are_read() -> None:
    doc = Doc((Part("x" * 5_000_001), Part("y")))
    _, gaps = analyzer(Silent()).analyze(doc)
    assert gaps == [Gap(GapReason.TOO_LARGE, "text", 0)]


@pytest.mark.parametrize("destination", ["chatgpt", "m365-copilot", "vaeksthjulet", "andet"])
def test_a_gap_is_never_allowed_anywhere(destination: str) -> None:
    gate = Scanner(Policy.default(), analyzer(Failing()))
    result = gate.scan("En helt ren tekst.", destination)
    assert result.decision > Verdict.ALLOW
    assert result.gaps
    assert not result.is_clean
