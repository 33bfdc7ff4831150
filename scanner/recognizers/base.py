"""What every recognizer shares: it finds one entity type, and is a Presidio recognizer."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.message import Message
from scanner.recognizers.house import House
from scanner.sought import Sought

# Key of the Message in a result's recognition_metadata.
REASON = "reason"


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a recognizer found its entity type; ``reason`` holds no user text."""

    span: Span
    score: float
    reason: Message


@dataclass(frozen=True, slots=True)
class ContextWords:
    """Words near a hit that move its score; whole tokens, lower case, without final dot or colon.

    ``supporting`` name this entity type ("cpr", "personnummer"), ``opposing`` name another thing
    that looks alike ("ordre", "varenr"). The nearest one counts.
    """

    supporting: frozenset[str] = frozenset()
    opposing: frozenset[str] = frozenset()


def whole(label: re.Pattern[str]) -> re.Pattern[str]:
    """What is in every label that ``label`` matches as a whole, and in few others."""
    return re.compile(rf"(?<![^\W_])(?:{label.pattern})(?![^\W_])", label.flags)


class Recognizer(EntityRecognizer):
    """A Presidio recognizer for one entity type, usable in any ``AnalyzerEngine``."""

    entity_type: ClassVar[str]
    context_words: ClassVar[ContextWords] = ContextWords()
    # Where a text has no match of any of them, and no value whose label has one of ``labels``,
    # ``find`` has nothing to tell; None: it has to look at every text. A test holds it to that.
    triggers: tuple[Sought | re.Pattern[str], ...] | None = None
    labels: tuple[re.Pattern[str], ...] = ()
    # It finds words, not numbers or codes: it looks at no reading in which only such were joined.
    is_of_words: ClassVar[bool] = False

    def __init__(self, supported_language: str = "da") -> None:
        super().__init__(
            supported_entities=[self.entity_type],
            supported_language=supported_language,
            context=sorted(self.context_words.supporting),
        )

    @classmethod
    def for_house(cls, house: House) -> Self:  # noqa: ARG003  # most need nothing of it
        """The recognizer as it works in ``house``."""
        return cls()

    def load(self) -> None:
        """Nothing to load; Presidio asks for the method."""

    @abstractmethod
    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Yield the hits in ``text``; ``artifacts`` may be of any NLP engine, or missing."""

    def analyze(
        self,
        text: str,
        entities: list[str],  # noqa: ARG002  # Presidio's signature; one type each
        nlp_artifacts: NlpArtifacts | None = None,
    ) -> list[RecognizerResult]:
        """Presidio's entry: the hits as results, offsets in code points."""
        return [self._result(hit) for hit in self.find(text, nlp_artifacts)]

    def _result(self, hit: Hit) -> RecognizerResult:
        return RecognizerResult(
            entity_type=self.entity_type,
            start=hit.span.start,
            end=hit.span.end,
            score=hit.score,
            analysis_explanation=AnalysisExplanation(
                recognizer=self.name, original_score=hit.score, textual_explanation=hit.reason.en
            ),
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                REASON: hit.reason,
            },
        )
