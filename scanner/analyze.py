"""The plain path: Presidio's AnalyzerEngine over every view of a Doc. Short, and the oracle."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpEngine

from scanner.context import NearestWordEnhancer
from scanner.doc import Doc, Part, Span, View, ViewKind
from scanner.finding import Finding, Gap, GapReason
from scanner.message import Message
from scanner.nlp.artifacts import Artifacts
from scanner.nlp.engine import MODEL
from scanner.normalize import views
from scanner.placeholders import placeholder_spans
from scanner.recognizers.base import REASON
from scanner.recognizers.watched import Watched
from scanner.watch import current_watch, watching

LANGUAGE = "da"
LONGEST = 5_000_000


class Analyzer:
    """Runs the recognizers over a Doc; thread-safe, and keeps nothing of it."""

    def __init__(self, recognizers: Sequence[EntityRecognizer], nlp_engine: NlpEngine) -> None:
        self._nlp = nlp_engine
        self._engine = AnalyzerEngine(
            registry=RecognizerRegistry(
                recognizers=[Watched(recognizer) for recognizer in recognizers],
                supported_languages=[LANGUAGE],
            ),
            nlp_engine=nlp_engine,
            supported_languages=[LANGUAGE],
            context_aware_enhancer=NearestWordEnhancer(),
        )

    def analyze(self, doc: Doc, timeout: float | None = None) -> tuple[list[Finding], list[Gap]]:
        """All findings of ``doc``, whatever their score, and the gaps.

        After ``timeout`` seconds what is left becomes a gap; so does a part of more than five
        million code points, and whatever a recognizer fails on.
        """
        findings: list[Finding] = []
        gaps: list[Gap] = []
        with watching(timeout) as watch:
            for index, part in enumerate(doc.parts):
                watch.gaps.clear()
                findings.extend(self._part(part, index))
                gaps.extend(Gap(gap.reason, gap.where, index) for gap in watch.gaps)
        return findings, gaps

    def _part(self, part: Part, index: int) -> Iterator[Finding]:
        watch = current_watch()
        if len(part.text) > LONGEST:
            watch.gap(GapReason.TOO_LARGE, "text")
            return
        readings, unread = views(part.text)
        for gap in unread:
            watch.gap(gap.reason, gap.where)
        for view in readings:
            for result in self._results(view, part.header):
                span = Span(result.start, result.end)
                if view.is_new(span):
                    reason: Message = result.recognition_metadata[REASON]
                    yield Finding(
                        entity_type=result.entity_type,
                        span=view.source(span),
                        score=round(result.score, 4),
                        recognizer=str(result.recognition_metadata["recognizer_name"]),
                        reason=reason,
                        part=index,
                    )

    def _results(self, view: View, header: str) -> list[Any]:
        written = placeholder_spans(view.text)
        return [result for result in self._found(view, header) if not _is_inside(result, written)]

    def _found(self, view: View, header: str) -> list[Any]:
        """What Presidio's engine gives for ``view``."""
        results: list[Any] = self._engine.analyze(
            text=view.text,
            language=LANGUAGE,
            nlp_artifacts=self._artifacts(view),
            context=[header] if header else None,
            score_threshold=0,
        )
        return results

    def _artifacts(self, view: View) -> Artifacts:
        """The names of ``view``; a joined or raw reading shows no word that the clean one lacks."""
        if view.kind in {ViewKind.CLEAN, ViewKind.NESTED}:
            try:
                return self._names(view.text)
            except Exception:  # noqa: BLE001  # named as a gap; its message may hold user text
                current_watch().gap(GapReason.RECOGNIZER_FAILED, MODEL)
                return Artifacts(view.text, (), self._nlp)
        return Artifacts(view.text, (), self._nlp, has_new_words=False)

    def _names(self, text: str) -> Artifacts:
        return self._nlp.process_text(text, LANGUAGE)  # type: ignore[no-any-return]  # untyped seam


def _is_inside(result: Any, written: Sequence[Span]) -> bool:
    """Whether the result is within a placeholder of ours: that stands for a value, and is none."""
    last = bisect_right(written, result.start, key=lambda span: span.start) - 1
    return last >= 0 and written[last].covers(Span(result.start, result.end))
