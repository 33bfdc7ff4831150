"""The hot path: the findings and gaps of ``scanner.analyze``, in a fraction of the time.

The recognizers, their order and Presidio's arithmetic are the same; a recognizer runs only where a
trigger says that it may find something.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from presidio_analyzer import EntityRecognizer
from presidio_analyzer.nlp_engine import NlpEngine

from scanner.analyze import Analyzer
from scanner.context import NearestWordEnhancer
from scanner.doc import View
from scanner.hotpath.triggers import Triggers
from scanner.recognizers.watched import Watched


class HotAnalyzer(Analyzer):
    """Runs over a Doc the recognizers it needs; thread-safe, and keeps nothing of it."""

    def __init__(self, recognizers: Sequence[EntityRecognizer], nlp_engine: NlpEngine) -> None:
        super().__init__(recognizers, nlp_engine)
        self._watched = [Watched(recognizer) for recognizer in recognizers]
        self._entities = sorted({name for each in recognizers for name in each.supported_entities})
        self._triggers = Triggers(recognizers)
        self._enhancer = NearestWordEnhancer()

    def _found(self, view: View, header: str) -> list[Any]:
        """What Presidio's engine gives for ``view``."""
        artifacts = self._artifacts(view)
        needed = self._triggers.needed(view.text, [field.label for field in artifacts.fields])
        running = [self._watched[index] for index in sorted(needed)]
        results = [
            result
            for recognizer in running
            for result in recognizer.analyze(view.text, self._entities, artifacts)
        ]
        if not results:
            return []
        results = self._enhancer.enhance_using_context(
            view.text, results, artifacts, running, [header] if header else None
        )
        kept: list[Any] = EntityRecognizer.remove_duplicates(results)
        return kept
