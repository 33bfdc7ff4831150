"""Danish for the shipped names model: spaCy's, with what the word table knows of each word.

spaCy's networks see a word through its lexeme's attributes. Here NORM is not a spelling: it holds
the word's classes as a name and as an everyday word; SHAPE holds, behind the shape, how often the
word is capitalized and how much it is a word of firms; PREFIX has three letters. All are computed
once per word. The tokenizer also splits what stands without blanks in tables, data and code.
"""

from __future__ import annotations

from typing import Any

from spacy.attrs import NORM, ORTH, PREFIX, SHAPE  # type: ignore[import-not-found]  # compiled
from spacy.lang.da import Danish, DanishDefaults
from spacy.lang.lex_attrs import word_shape
from spacy.util import registry

from scanner.nlp.lexicon import Lexicon, classes_of

_ENDS = "sSxXzZ"
_FOLDED = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))
_KNOWN_NAME = 0xFF  # the bits of the first name and the surname
_PREFIX = 3
_LONGEST_TAIL = 10  # letters
_EVERYDAY = 3  # level of how common a tail must be
_SPLIT = [
    r'(?<=[^\s])[;|{}<>=\[\]"\t•](?=[^\s])',
    r"(?<=[^\W_]),(?=[^\W\d_])",
    r"(?<=[^\W\d_]),(?=[^\W_])",
    r"(?<=[^\W\d_]{2})[:/+&](?=[^\W\d_]{2})",
]
_OPENING = [
    r"v/(?=[^\W\d_])",
    r"V/(?=[^\W\d_])",
    r"c/o(?=[^\W\d_])",
    "//",
    "/",
    "~",
    "-(?=[^\\W\\d_]{2})",
    "[;|{}<>=]",
]
_CLOSING = ["[;|{}<>=/]", "-", r"(?<=[A-Za-z]/[A-Za-z])\."]

_FORMS = ("K/S", "P/S", "k/s", "p/s", "a.m.b.a.", "A.M.B.A.", "A.m.b.a.", "F.M.B.A.", "S.M.B.A.")


class WordClasses:
    """The attributes of a word, by a table that is read when it is first asked for."""

    def __init__(self) -> None:
        self.table: Lexicon | None = None  # a training run sets the one it has just counted

    def packed(self, word: str) -> int:
        """The classes of ``word``, of it without genitive -s, or of it spelled with æøå."""
        if self.table is None:
            self.table = Lexicon.load()
        found = self.table.packed(word.lstrip("@"))
        if found & _KNOWN_NAME or len(word) < _PREFIX:
            return found
        if word[-1] in _ENDS[:2]:
            found = found or self.table.packed(word[:-1].rstrip("'’"))
        return found or self._folded(word)

    def _folded(self, word: str) -> int:
        table, low = self.table, word.lower()
        if table is None:
            return 0
        if "-" in low:
            first, _, last = low.partition("-")
            return table.packed(first) or table.packed(last)
        for ascii_letters, letter in _FOLDED:
            if ascii_letters in low and (found := table.packed(low.replace(ascii_letters, letter))):
                return found
        return 0

    def _is_compound(self, low: str) -> bool:
        """Whether an unknown word ends in an everyday word, behind another: "lager|status"."""
        table = self.table
        if table is None or not low.isalpha():
            return False
        for at in range(max(_PREFIX, len(low) - _LONGEST_TAIL), len(low) - _PREFIX):
            if classes_of(table.packed(low[at:])).common >= _EVERYDAY:
                head = low[:at]
                if table.packed(head) or (head[-1] in "se" and table.packed(head[:-1])):
                    return True
        return False

    def name_key(self, word: str) -> str:
        """What is known of the word as a name, a place, an everyday word."""
        classes = classes_of(self.packed(word))
        first, last, common = classes.first_name, classes.surname, classes.common
        levels = (first + 1) // 2, (last + 2) // 3, (common + 1) // 2
        return f"{levels[0]}{levels[1]}{levels[2]}{classes.place:d}"

    def shape_key(self, word: str) -> str:
        """The word's shape, how often it is capitalized, how much it is a word of firms."""
        packed = self.packed(word)
        classes = classes_of(packed)
        capital = (
            (classes.capital + 3) // 4 if packed else 8 + (not self._is_compound(word.lower()))
        )
        return f"{word_shape(word)}{capital}{(classes.firm + 2) // 3}"


WORD_CLASSES = WordClasses()


def prefix(word: str) -> str:
    """The first three letters."""
    return word[:_PREFIX]


class SluseDefaults(DanishDefaults):
    """spaCy's Danish with other attributes and more places to split."""

    infixes = [*(DanishDefaults.infixes or ()), *_SPLIT]  # noqa: RUF012  # spaCy's way
    prefixes = [*(DanishDefaults.prefixes or ()), *_OPENING]  # noqa: RUF012
    suffixes = [*(DanishDefaults.suffixes or ()), *_CLOSING]  # noqa: RUF012
    tokenizer_exceptions = {  # noqa: RUF012
        **(DanishDefaults.tokenizer_exceptions or {}),
        **{form: [{ORTH: form}] for form in _FORMS},
    }
    lex_attr_getters: dict[int, Any] = {  # noqa: RUF012
        **DanishDefaults.lex_attr_getters,
        NORM: WORD_CLASSES.name_key,
        SHAPE: WORD_CLASSES.shape_key,
        PREFIX: prefix,
    }


@registry.languages("da_sluse")
class SluseDanish(Danish):  # type: ignore[no-untyped-call]  # spaCy's __init_subclass__
    """The language of the shipped names model."""

    lang = "da_sluse"
    Defaults = SluseDefaults
