"""What the NLP engine says of a text, kept light: no spaCy object outlives a scan."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.fields import Field, fields
from scanner.sought import may_have_label

T = TypeVar("T")
_SCORE = 0.85  # as Presidio gives where the model tells none
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name the model found; attributes are named as those of a spaCy ``Span``."""

    text: str = field(repr=False)
    start_char: int
    end_char: int
    label_: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text; attributes are named as those of a spaCy ``Token``."""

    text: str = field(repr=False)
    idx: int

    def __len__(self) -> int:
        return len(self.text)


class Artifacts(NlpArtifacts):
    """Presidio's artifacts, each read from the text when it is first asked for.

    ``engine`` tells what is a stop word or no word; ``entities`` are those of the model. Without
    ``has_new_words`` it is a second reading of a text, whose words are looked at in the first.
    ``memory`` is where a recognizer may keep what the pieces of texts came to.
    """

    def __init__(
        self,
        text: str,
        entities: Sequence[Entity],
        engine: Any,
        *,
        has_new_words: bool = True,
        memory: object = None,
    ) -> None:  # Presidio's computes all at once
        self._text = text
        self.entities = list(entities)
        self.scores = [_SCORE] * len(self.entities)
        self.nlp_engine = engine
        self.has_new_words = has_new_words
        self.language = "da"
        self.memory = memory
        self._known: dict[object, Any] = {}

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of the text."""
        return [Token(match[0], match.start()) for match in _WORD.finditer(self._text)]

    @cached_property
    def tokens_indices(self) -> list[int]:
        """Where each word begins."""
        return [token.idx for token in self.tokens]

    @cached_property
    def lemmas(self) -> list[str]:
        """Each word in lower case: a lemma is not known."""
        return [token.text.casefold() for token in self.tokens]

    @cached_property
    def keywords(self) -> list[str]:
        """The lower-cased words that are no stop words."""
        keywords: list[str] = self.set_keywords(self.nlp_engine, self.lemmas, self.language)
        return keywords

    def once(self, key: object, compute: Callable[[], T]) -> T:
        """What ``compute`` gives, computed once for ``key`` while the text is looked at."""
        if key not in self._known:
            self._known[key] = compute()
        known: T = self._known[key]
        return known

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The labelled values of the text."""
        return fields(self._text)


def fields_of(
    text: str, artifacts: NlpArtifacts | None, label: re.Pattern[str] | None = None
) -> tuple[Field, ...]:
    """The labelled values of ``text``; read anew when the artifacts are another engine's.

    None where it is known that no label has a match of ``label``.
    """
    if label is not None and not may_have_label(text, label):
        return ()
    return artifacts.fields if isinstance(artifacts, Artifacts) else fields(text)
