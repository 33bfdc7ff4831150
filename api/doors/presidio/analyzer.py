"""Presidio's own engine over what the one pipeline finds.

Entities, thresholds, allow lists, ad hoc recognizers and the shape of the answer are Presidio's,
because Presidio does them. What is in the text is the pipeline's: it stands where Presidio has its
NLP engine, once per text, and each recognizer reports its part of the findings.
"""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from presidio_analyzer import (
    AnalysisExplanation,
    AnalyzerEngine,
    AnalyzerRequest,
    BatchAnalyzerEngine,
    EntityRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from presidio_analyzer.pattern_recognizer import REGEX_TIMEOUT_SECONDS

from api.doors.presidio.errors import RefusalError, as_presidio
from api.judge import Judge
from scanner.decide import Ruling
from scanner.doc import Doc, Part
from scanner.finding import Gap, GapReason
from scanner.policy import Verdict
from scanner.recognizers import ALL, Recognizer

LANGUAGE = "da"
_WORD = re.compile(r"\w+|[^\w\s]")


class Found(NlpArtifacts):
    """The words of a text, and what the pipeline found in it."""

    def __init__(self, text: str, rulings: Sequence[Ruling], engine: NlpEngine) -> None:
        words = list(_WORD.finditer(text))
        super().__init__(
            entities=[],
            tokens=[word[0] for word in words],
            tokens_indices=[word.start() for word in words],
            lemmas=[word[0].casefold() for word in words],
            nlp_engine=engine,
            language=LANGUAGE,
        )
        self.rulings = rulings


class Reported(EntityRecognizer):
    """What the pipeline found by the recognizer ``kind``."""

    def __init__(self, kind: type[Recognizer], entity_types: Iterable[str]) -> None:
        super().__init__(
            supported_entities=list(entity_types),
            name=kind.__name__,
            supported_language=LANGUAGE,
        )

    def load(self) -> None:
        """Nothing to load; Presidio asks for the method."""

    def analyze(
        self,
        text: str,  # noqa: ARG002  # Presidio's signature
        entities: list[str],
        nlp_artifacts: NlpArtifacts,
    ) -> list[RecognizerResult]:
        """Its findings of the entity types asked for."""
        found: Found = nlp_artifacts  # Presidio hands on what the pipeline made
        return [
            _result(ruling)
            for ruling in found.rulings
            if ruling.recognizer == self.name and ruling.entity_type in entities
        ]


class Pipeline(NlpEngine):
    """The pipeline in the place of Presidio's NLP engine; ``judge`` is that of one request.

    ``context`` labels each text, ``only`` names the entity types that count. What the policy
    allows at the destination is not reported. Raises RefusalError for a text with a gap: it must
    not read as one with nothing in it.
    """

    def __init__(self, judge: Judge, context: str, only: Collection[str] | None) -> None:
        self._judge = judge
        self._context = context
        self._only = only

    def load(self) -> None:
        """Nothing to load; Presidio asks for the method."""

    def is_loaded(self) -> bool:
        """It is: the scanner is."""
        return True

    def process_text(self, text: str, language: str = LANGUAGE) -> Found:  # noqa: ARG002  # one language
        """Judge one text."""
        result = self._judge.scan(Doc((Part(text, header=self._context),)), self._only)
        if result.gaps:
            raise RefusalError(500, _unread(result.gaps))
        return Found(text, [r for r in result.findings if r.action > Verdict.ALLOW], self)

    def process_batch(
        self,
        texts: Iterable[str],
        language: str = LANGUAGE,
        batch_size: int = 1,  # noqa: ARG002  # Presidio's signature
        n_process: int = 1,  # noqa: ARG002  # the same
        **_: Any,
    ) -> Iterator[tuple[str, Found]]:
        """Judge each text."""
        for text in texts:
            yield text, self.process_text(str(text), language)

    def is_stopword(self, word: str, language: str = LANGUAGE) -> bool:  # noqa: ARG002  # one language
        """Every word may be a context word."""
        return False

    def is_punct(self, word: str, language: str = LANGUAGE) -> bool:  # noqa: ARG002  # one language
        """Whether ``word`` has neither letter nor digit."""
        return not word.isalnum()

    def get_supported_entities(self) -> list[str]:
        """None of its own: recognizers report."""
        return []

    def get_supported_languages(self) -> list[str]:
        """Danish; the texts may hold English too."""
        return [LANGUAGE]


class DanishAnalyzer:
    """What ``/analyze`` and its two lists are answered with."""

    def __init__(self, entity_types: Iterable[str]) -> None:
        everything = sorted(entity_types)  # a register may hold any of them
        reported = [Reported(kind, [kind.entity_type]) for kind in ALL if kind is not ALL[0]]
        self._registry = RecognizerRegistry(
            recognizers=[Reported(ALL[0], everything), *reported], supported_languages=[LANGUAGE]
        )

    def recognizers(self, language: str | None) -> list[str]:
        """The names of the recognizers; raises RefusalError for another language."""
        with as_presidio():
            return [each.name for each in self._listed(language)]

    def entities(self, language: str | None) -> list[str]:
        """The entity types; raises RefusalError for another language."""
        with as_presidio():
            listed = self._listed(language)
        return sorted({kind for each in listed for kind in each.supported_entities})

    def analyze(self, body: Any, judge: Judge) -> list[Any]:
        """The results for one text, or a list of them for each of several; raises RefusalError."""
        with as_presidio():
            asked = AnalyzerRequest(body)
            if not asked.text:
                raise RefusalError(500, "No text provided")
            if not asked.language:
                raise RefusalError(500, "No language provided")
            self._listed(asked.language)
            is_batch = isinstance(asked.text, list)
            results = self._results(asked, asked.text if is_batch else [asked.text], judge)
            return results if is_batch else results[0]

    def _listed(self, language: str | None) -> list[Any]:
        found = self._registry.get_recognizers(language=language or LANGUAGE, all_fields=True)
        return sorted(found, key=lambda each: each.name)

    def _results(self, asked: Any, texts: list[Any], judge: Judge) -> list[Any]:
        label, only = " ".join(_strings(asked.context)), _strings(asked.entities)
        pipeline = Pipeline(judge, label, only or None)
        engine = AnalyzerEngine(
            registry=self._registry, nlp_engine=pipeline, supported_languages=[LANGUAGE]
        )
        began = time.monotonic()
        answers = BatchAnalyzerEngine(engine).analyze_iterator(
            texts=texts,
            language=asked.language,
            score_threshold=asked.score_threshold,
            entities=asked.entities,
            return_decision_process=asked.return_decision_process,
            ad_hoc_recognizers=asked.ad_hoc_recognizers,
            context=asked.context,
            allow_list=asked.allow_list,
            allow_list_match=asked.allow_list_match,
            regex_flags=asked.regex_flags,
        )
        if time.monotonic() - began >= REGEX_TIMEOUT_SECONDS:  # Presidio passes over a late pattern
            raise RefusalError(500, _unread([Gap(GapReason.TIMEOUT, "ad_hoc_recognizers")]))
        return [_sorted(results) for results in answers]


def _strings(value: Any) -> list[str]:
    """The strings of a list; what else is sent is for Presidio to complain of."""
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def _sorted(results: Iterable[Any]) -> list[Any]:
    """The results by place, without what Presidio keeps to itself."""
    told = sorted(results, key=lambda each: (each.start, -each.end, each.entity_type))
    for each in told:
        del each.recognition_metadata
    return told


def _result(ruling: Ruling) -> RecognizerResult:
    explanation = AnalysisExplanation(
        recognizer=ruling.recognizer,
        original_score=ruling.score,
        textual_explanation=ruling.reason.en,
    )
    return RecognizerResult(ruling.entity_type, ruling.start, ruling.end, ruling.score, explanation)


def _unread(gaps: Iterable[Gap]) -> str:
    told = ", ".join(sorted({f"{gap.where} ({gap.reason.value})" for gap in gaps}))
    return f"The text could not be examined to the end and does not count as clean: {told}."
