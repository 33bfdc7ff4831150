"""What the NLP engine says of a text, kept light: no spaCy object outlives a scan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.fields import Field, fields

T = TypeVar("T")


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


class Artifacts(NlpArtifacts):
    """Presidio's artifacts, and the labelled values of the text, computed once."""

    def __init__(
        self, text: str, entities: Sequence[Entity], tokens: Sequence[Token], engine: Any
    ) -> None:
        self._text = text
        super().__init__(
            entities=list(entities),
            tokens=list(tokens),
            tokens_indices=[token.idx for token in tokens],
            lemmas=[token.text.casefold() for token in tokens],
            nlp_engine=engine,
            language="da",
        )

        self._known: dict[object, Any] = {}

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


def fields_of(text: str, artifacts: NlpArtifacts | None) -> tuple[Field, ...]:
    """The labelled values of ``text``; read anew when the artifacts are another engine's."""
    return artifacts.fields if isinstance(artifacts, Artifacts) else fields(text)
