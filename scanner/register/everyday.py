"""Which words are so common that a firm called so is met by its capital only."""

from __future__ import annotations

from functools import partial

from scanner.nlp.lexicon import Lexicon
from scanner.register.entries import IsEveryday

_COMMON = 3  # from here on plain text has the word again and again
_CAPITAL = 5  # from here on the word has a capital more often than not


def everyday_words() -> IsEveryday:
    """The test of a word, by the shipped lexicon; raises ModelError."""
    return partial(_is_everyday, Lexicon.load())


def _is_everyday(lexicon: Lexicon, word: str) -> bool:
    return lexicon.common(word) >= _COMMON and lexicon.capital(word) < _CAPITAL
