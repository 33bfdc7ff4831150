"""What the names model is told of a word: its classes, and its vector's row in the table."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.lang.lex_attrs import word_shape

from scanner.nlp.lexicon import Lexicon, classes_of

_GENITIVE = "sS"
_FOLDED = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))
_KNOWN_NAME = 0xFF  # the bits of the first name and the surname
_SHORTEST = 3  # letters
_LONGEST_TAIL = 10  # letters
_KEPT = 30_000  # words
_EVERYDAY = 3  # level of how common a tail must be
_DIGITS = str.maketrans("123456789", "0" * 9)


class Attributes(NamedTuple):
    """What a lexeme carries: two keys and the row of its vector."""

    name: str
    shape: str
    row: int


class WordClasses:
    """The attributes of a word, by a table that is read when it is first asked for.

    They are kept under the word's hash (never the word), at most ``_KEPT`` of them.
    """

    def __init__(self) -> None:
        self._table: Lexicon | None = None
        self._kept: dict[int, Attributes] = {}

    def use(self, table: Lexicon) -> None:
        """Take another table than the shipped model's; before any word is asked for."""
        self._table = table
        self._kept.clear()

    def of(self, word: str) -> Attributes:
        """All attributes of ``word``; those of numbers, which no table holds, by their shape."""
        if word[:1].isdecimal() and not any(map(str.isalpha, word)):
            word = word.translate(_DIGITS)
        found = self._kept.get(key := hash(word))
        if found is None:
            packed = self.packed(word)
            found = Attributes(_name_key(packed), self._shape_key(word, packed), self.row(word))
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[key] = found
        return found

    @property
    def lexicon(self) -> Lexicon:
        """The table, read when it is first asked for."""
        if self._table is None:
            self._table = Lexicon.load()
        return self._table

    @property
    def vectors(self) -> NDArray[np.int8]:
        """The words' vectors; row 0 is that of a word without one."""
        return self.lexicon.vectors

    def row(self, word: str) -> int:
        """The row of the vector of ``word``, of it without genitive -s, or of it with æøå."""
        table, word = self.lexicon, word.lstrip("@")
        found = table.row(word)
        if found or len(word) < _SHORTEST:
            return found
        if word[-1] in _GENITIVE and (found := table.row(word[:-1].rstrip("'’"))):
            return found
        low = word.lower()
        spelled = (low.replace(old, new) for old, new in _FOLDED if old in low)
        return next((row for row in map(table.row, spelled) if row), 0)

    def packed(self, word: str) -> int:
        """The classes of ``word``, of it without genitive -s, or of it spelled with æøå."""
        table = self.lexicon
        found = table.packed(word.lstrip("@"))
        if found & _KNOWN_NAME or len(word) < _SHORTEST:
            return found
        if word[-1] in _GENITIVE:
            found = found or table.packed(word[:-1].rstrip("'’"))
        return found or self._folded(word)

    def _folded(self, word: str) -> int:
        table, low = self.lexicon, word.lower()
        if "-" in low:
            first, _, last = low.partition("-")
            return table.packed(first) or table.packed(last)
        for ascii_letters, letter in _FOLDED:
            if ascii_letters in low and (found := table.packed(low.replace(ascii_letters, letter))):
                return found
        return 0

    def _is_compound(self, low: str) -> bool:
        """Whether an unknown word ends in an everyday word, behind another: "lager|status"."""
        table = self.lexicon
        if not low.isalpha():
            return False
        for at in range(max(_SHORTEST, len(low) - _LONGEST_TAIL), len(low) - _SHORTEST):
            if classes_of(table.packed(low[at:])).common >= _EVERYDAY:
                head = low[:at]
                if table.packed(head) or (head[-1] in "se" and table.packed(head[:-1])):
                    return True
        return False

    def name_key(self, word: str) -> str:
        """What is known of the word as a name, a place, an everyday word."""
        return _name_key(self.packed(word))

    def shape_key(self, word: str) -> str:
        """The word's shape, how often it is capitalized, how much it is a word of firms."""
        return self._shape_key(word, self.packed(word))

    def _shape_key(self, word: str, packed: int) -> str:
        classes = classes_of(packed)
        capital = (
            (classes.capital + 3) // 4 if packed else 8 + (not self._is_compound(word.lower()))
        )
        return f"{word_shape(word)}{capital}{(classes.firm + 2) // 3}"


def _name_key(packed: int) -> str:
    classes = classes_of(packed)
    first, last, common = classes.first_name, classes.surname, classes.common
    return f"{(first + 1) // 2}{(last + 2) // 3}{(common + 1) // 2}{classes.place:d}"


WORD_CLASSES = WordClasses()
