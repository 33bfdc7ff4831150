"""A pipeline's tokenizer by itself, in a long-running service: no word of a text stays in it.

Words leave spaCy's vocabulary with the text they came with, but their places in its hash tables
are not used again: the tables grow with every word that was ever new. So now and then tokenizer
and vocabulary are replaced by new ones of the same rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import hash_string  # type: ignore[attr-defined]  # compiled
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled
from spacy.tokens import Doc
from spacy.vocab import Vocab

MOST_NEW_WORDS = 200_000  # about 20 MB of hash tables; a replacement takes as long as 5,000 words
_SEARCHES = ("prefix_search", "suffix_search", "infix_finditer", "token_match", "url_match")


class Cutter:
    """Cuts texts as the tokenizer of ``nlp`` does; lexemes have the given ``attributes`` only."""

    def __init__(self, nlp: Language, attributes: Collection[int]) -> None:
        """Take the tokenizer over; raises ValueError for one that is not spaCy's own."""
        if type(nlp.tokenizer) is not Tokenizer:
            raise ValueError(type(nlp.tokenizer).__name__)
        self._tokenizer: Any = nlp.tokenizer
        vocab: Any = nlp.vocab
        vocab.lex_attr_getters = {
            attribute: getter
            for attribute, getter in vocab.lex_attr_getters.items()
            if attribute in attributes
        }
        self._first_words = len(self)

    def __len__(self) -> int:
        """How many words the vocabulary has held so far."""
        return len(self._tokenizer.vocab)

    @contextmanager
    def zone(self) -> Iterator[None]:
        """Inside, docs live; behind, they and their words are gone. Zones do not nest."""
        with self._tokenizer.vocab.memory_zone():
            yield
        if len(self) - self._first_words > MOST_NEW_WORDS:
            self._tokenizer = _alike(self._tokenizer)

    def attributes(self, words: Iterable[str], names: Sequence[int]) -> NDArray[np.uint64]:
        """What the lexemes of ``words`` would carry, a row each, without making them."""
        getters = self._tokenizer.vocab.lex_attr_getters
        ways = [getters.get(name, str) for name in names]  # a word's name is the word
        return np.array([[_number(way(word)) for way in ways] for word in words], np.uint64)

    def doc(self, text: str) -> Doc:
        """The tokens of ``text``."""
        doc: Doc = self._tokenizer(text)
        return doc


def _number(value: str | int) -> int:
    """An attribute as lexemes carry it."""
    return hash_string(value) if isinstance(value, str) else int(value)


def _alike(tokenizer: Any) -> Tokenizer:
    """A new tokenizer of the same rules, with a new vocabulary of the same attributes."""
    return Tokenizer(
        Vocab(lex_attr_getters=tokenizer.vocab.lex_attr_getters),
        rules=tokenizer.rules,
        **{name: getattr(tokenizer, name) for name in _SEARCHES},
        faster_heuristics=tokenizer.faster_heuristics,
        max_cache_size=tokenizer.max_cache_size,
    )
