"""Danish for the shipped names model: spaCy's, with what the word table knows of each word.

spaCy's networks see a word through its lexeme's attributes. Here NORM is not a spelling: it holds
the word's classes as a name and as an everyday word; SHAPE holds, behind the shape, how often the
word is capitalized and how much it is a word of firms; PREFIX has three letters. All are computed
once per word; the rank is the row of the word's vector. The tokenizer also splits what stands
without blanks in tables, data and code.
"""

from __future__ import annotations

from typing import Any

from spacy.attrs import ID, NORM, ORTH, PREFIX, SHAPE  # type: ignore[import-not-found]  # compiled
from spacy.lang.da import Danish, DanishDefaults
from spacy.util import registry

from scanner.nlp import tagger
from scanner.nlp.word_classes import WORD_CLASSES

__all__ = ["WORD_CLASSES", "SluseDanish", "prefix", "tagger"]  # tagger registers its factory

_PREFIX = 3
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
        NORM: lambda word: WORD_CLASSES.of(word).name,
        SHAPE: lambda word: WORD_CLASSES.of(word).shape,
        PREFIX: prefix,
        ID: lambda word: WORD_CLASSES.of(word).row,
    }


@registry.languages("da_sluse")
class SluseDanish(Danish):  # type: ignore[no-untyped-call]  # spaCy's __init_subclass__
    """The language of the shipped names model."""

    lang = "da_sluse"
    Defaults = SluseDefaults
