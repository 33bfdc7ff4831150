"""A recognizer under watch: whatever it raises, and whatever it has no time for, is a gap."""

from __future__ import annotations

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.finding import GapReason
from scanner.recognizers.base import ContextWords
from scanner.watch import current_watch


class Watched(EntityRecognizer):
    """Any Presidio recognizer, so that its failure never reads as "nothing there"."""

    def __init__(self, inner: EntityRecognizer) -> None:
        self.inner = inner
        super().__init__(
            supported_entities=inner.supported_entities,
            name=inner.name,
            supported_language=inner.supported_language,
            context=inner.context,
        )
        self._id = inner.id
        self._is_of_words: bool = getattr(inner, "is_of_words", False)
        self.context_words: ContextWords = getattr(inner, "context_words", ContextWords())

    def load(self) -> None:
        """Nothing to load: the inner recognizer is loaded already."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts
    ) -> list[RecognizerResult]:
        """What the inner recognizer finds; nothing and a gap when it fails or time is up."""
        if self._is_of_words and not getattr(nlp_artifacts, "has_new_words", True):
            return []
        watch = current_watch()
        if watch.has_ended(self.name):
            return []
        try:
            return list(self.inner.analyze(text, entities, nlp_artifacts))
        except Exception:  # noqa: BLE001  # named as a gap; its message may hold user text
            watch.gap(GapReason.RECOGNIZER_FAILED, self.name)
            return []
