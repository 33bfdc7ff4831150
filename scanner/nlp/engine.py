"""Presidio's NlpEngine over a Danish spaCy pipeline: names in, nothing kept.

The default is the shipped model; any pipeline with spaCy's Danish labels (PER LOC ORG MISC) can
take its place by name or path, ``da_core_news_sm|md|lg|trf`` among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

import spacy
from presidio_analyzer.nlp_engine import NlpEngine
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops
from threadpoolctl import threadpool_limits

from scanner.doc import Span
from scanner.errors import ModelError
from scanner.nlp.artifacts import Artifacts, Entity
from scanner.nlp.forward import ForwardPass, Name, NotSupportedError
from scanner.nlp.lexicon import model_path, verify
from scanner.nlp.segments import segments
from scanner.watch import current_watch

LANGUAGE = "da"
MODEL = "names model"  # where a gap of it is
BATCH = 12  # pieces: what is computed at once stays in the processor's cache
# Its tokenizer's rules are those of the language, in code: the copy would be read for nothing.
_OWN_UNUSED = ["tokenizer"]
_UNUSED = ["parser", "lemmatizer", "morphologizer", "attribute_ruler", "senter"]
_WORD = re.compile(r"[^\W_]+")


class NamesEngine(NlpEngine):
    """The names of a text; thread-safe, and no word of it stays in the vocabulary."""

    def __init__(self, model: str | Path | None = None) -> None:
        self._model = model
        self._nlp: Language | None = None
        self._forward: ForwardPass | None = None
        self._lock = Lock()

    def load(self) -> None:
        """Load the pipeline.

        Matrix products run in the thread that asks, in all of the process: scans run beside each
        other. Raises ModelError when it is missing, damaged (digest) or has no entity recognizer.
        """
        threadpool_limits(1, "blas")
        set_current_ops(NumpyOps(use_blis=False))
        if self._model is None:
            verify(model_path())
        unused = _UNUSED if self._model else _OWN_UNUSED
        try:
            nlp = spacy.load(self._model or model_path(), exclude=unused)
        except (OSError, ValueError) as error:
            raise ModelError(
                da=f"Navnemodellen kan ikke indlæses: {self._model or 'standardmodellen'}.",
                en=f"The names model cannot be loaded: {self._model or 'the default model'}.",
            ) from error
        if not _names_of(nlp):
            raise ModelError(
                da=f"Modellen {self._model} finder ikke navne (PER, ORG).",
                en=f"The model {self._model} finds no names (PER, ORG).",
            )
        self._nlp, self._forward = nlp, _forward_pass(nlp)

    def is_loaded(self) -> bool:
        """Whether the pipeline is there."""
        return self._nlp is not None

    def process_text(self, text: str, language: str = LANGUAGE) -> Artifacts:  # noqa: ARG002  # one language
        """The names of ``text``; what the time limit leaves out becomes a gap."""
        entities: list[Entity] = []
        for batch in _batches(segments(text)):
            if current_watch().has_ended(MODEL):
                break
            entities.extend(self._entities(text, batch))
        return Artifacts(text, entities, self)

    def names(self, pieces: Sequence[str]) -> list[list[Name]]:
        """The names of each piece of a text; pieces do not see each other."""
        if self._nlp is None:
            raise ModelError(
                da="Navnemodellen er ikke indlæst.", en="The names model is not loaded."
            )
        set_current_ops(NumpyOps(use_blis=False))
        if self._forward is not None:
            return self._forward.names(pieces)
        with self._lock, self._nlp.memory_zone():
            return [_spacy_names(doc) for doc in self._nlp.pipe(pieces, batch_size=BATCH)]

    def _entities(self, text: str, batch: list[Span]) -> Iterator[Entity]:
        found = self.names([span.of(text) for span in batch])
        for span, names in zip(batch, found, strict=True):
            for start, end, label in names:
                place = Span(span.start + start, span.start + end)
                yield Entity(place.of(text), place.start, place.end, label)

    def process_batch(
        self,
        texts: Iterable[str],
        language: str = LANGUAGE,
        batch_size: int = 1,  # noqa: ARG002  # Presidio's signature
        n_process: int = 1,  # noqa: ARG002  # the same
        **_: Any,
    ) -> Iterator[tuple[str, Artifacts]]:
        """Each text with its artifacts."""
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str = LANGUAGE) -> bool:  # noqa: ARG002  # one language
        """Whether ``word`` is one of spaCy's Danish stop words."""
        return self._nlp is not None and word.casefold() in self._nlp.Defaults.stop_words

    def is_punct(self, word: str, language: str = LANGUAGE) -> bool:  # noqa: ARG002  # one language
        """Whether ``word`` has neither letter nor digit."""
        return not _WORD.search(word)

    def get_supported_entities(self) -> list[str]:
        """The model's labels that recognizers read."""
        return ["PER", "ORG", "LOC", "MISC"]

    def get_supported_languages(self) -> list[str]:
        """Danish; the texts may hold English too."""
        return [LANGUAGE]


def _forward_pass(nlp: Language) -> ForwardPass | None:
    """The fast pass over the pipeline's weights; None for one that is built differently."""
    try:
        return ForwardPass(nlp)
    except NotSupportedError:
        return None


def _spacy_names(doc: Doc) -> list[Name]:
    """The names that the pipeline itself found."""
    return [Name(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]


def _names_of(nlp: Language) -> set[str]:
    """The labels of persons and organizations that the pipeline gives."""
    labels = {str(label) for pipe in nlp.pipe_labels.values() for label in pipe}
    return labels & {"PER", "PERSON", "ORG"}


def _batches(spans: Iterable[Span]) -> Iterator[list[Span]]:
    batch: list[Span] = []
    for span in spans:
        batch.append(span)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
