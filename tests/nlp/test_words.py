"""Tokens made piece by piece, and kept, are those of spaCy's tokenizer over the whole text."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from scanner.nlp.lexicon import model_path
from scanner.nlp.word_classes import WORD_CLASSES
from scanner.nlp.words import _NUMBER, Words

PIECES = [
    *("Anne", "Holm,", "fra", "A/S", "K/S.", "a.m.b.a.", "kl.", "8.30", "i.", "14.", "jan."),
    *("«Nordlys»", "v/Bo", "c/o", "https://sluse.example/a?b=1", "bo@sluse.example", ";;"),
    *("x=[1,2]", "s'gu", "O’Brien's", "(tlf.", "12 34", "og/eller", "f.eks.", "e\u0301"),
    *("\n", "\n\n", "  ", "\t", "\u00a0", "😀"),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(model_path())


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(spacy.load(model_path()), ["LOWER"], lambda known: known.astype(np.float32))


def by_spacy(nlp: Language, text: str) -> list[tuple[int, int]]:
    doc: Any = nlp.make_doc(text)
    return [(token.idx, token.idx + len(token)) for token in doc]


def by_pieces(words: Words, text: str) -> list[tuple[int, int]]:
    (tokens,) = words.of([text]).tokens
    return tokens.places([(at, at + 1) for at in range(len(tokens))])


NUMBERS = st.from_regex(_NUMBER, fullmatch=True)
COLUMNS = ("LOWER", "PREFIX", "SUFFIX", "SHAPE", "NORM", "ID")


@pytest.fixture(scope="module")
def whole_words() -> Words:
    return Words(spacy.load(model_path()), COLUMNS, lambda known: known.astype(np.float32))


@settings(deadline=None, max_examples=300)  # speed is measured in benchmarks/
@given(st.lists(NUMBERS | st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_numbers_are_the_tokens_of_spacy_with_all_that_these_carry(
    nlp: Language, whole_words: Words, text: str
) -> None:
    assert by_pieces(whole_words, text) == by_spacy(nlp, text)
    read, doc = whole_words.of([text]), nlp.make_doc(text)
    expected: Any = doc.to_array(list(COLUMNS))
    assert (read.values[read.at] == expected.astype(np.float32).reshape(-1, len(COLUMNS))).all()


@settings(deadline=None)
@given(TEXTS)
def test_the_same_tokens_as_spacy(nlp: Language, words: Words, text: str) -> None:
    assert by_pieces(words, text) == by_spacy(nlp, text)


def test_a_run_of_tokens_is_one_place(words: Words) -> None:
    (tokens,) = words.of(["Ring til Anne Holm, tak"]).tokens
    assert tokens.places([(2, 4)]) == [(9, 18)]


def test_two_words_have_two_values_and_one_word_has_one(words: Words) -> None:
    first, second, third, fourth = words.of(["Anne ringede til Anne"]).values[:, 0].tolist()
    assert first == fourth
    assert len({first, second, third}) == 3


def test_empty_rows_stand_round_every_text(words: Words) -> None:
    read = words.of(["Anne ringede", "", "til Anne"], 2)
    assert read.at.tolist() == [2, 3, 8, 9]
    assert len(read.values) == 4 + 2 * 4
    assert np.flatnonzero(read.values.any(axis=1)).tolist() == read.at.tolist()


def test_a_full_table_is_emptied_and_what_was_read_stays(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scanner.nlp.words.MOST_WORDS", 20)
    words = Words(spacy.load(model_path()), ["LOWER"], lambda known: known.astype(np.float32))
    texts = [" ".join(f"ord{n}" for n in range(at, at + 15)) for at in range(0, 300, 15)]
    early = words.of([texts[0]])
    kept = early.values.copy()
    for text in texts:
        assert by_pieces(words, text) == by_spacy(nlp, text)
        assert len(words) <= 20 + len(PIECES)
    assert (early.values == kept).all()
    assert early.tokens[0].places([(14, 15)]) == by_spacy(nlp, texts[0])[-1:]


def test_a_text_of_more_words_than_the_table_holds(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scanner.nlp.words.MOST_WORDS", 20)
    monkeypatch.setattr("scanner.nlp.words._MORE", 5)
    words = Words(spacy.load(model_path()), ["LOWER"], lambda known: known.astype(np.float32))
    for text in (" ".join(f"ord{n}" for n in range(200)), "Anne ringede"):
        assert by_pieces(words, text) == by_spacy(nlp, text)
    assert len(words) == 2


def test_threads_that_fill_the_table_at_once_do_not_disturb_each_other(nlp: Language) -> None:
    words = Words(spacy.load(model_path()), ["LOWER"], lambda known: known.astype(np.float32))
    texts = [" ".join(f"ord{n * 7 % 1000}" for n in range(at, at + 40)) for at in range(200)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: by_pieces(words, text), texts))
    assert found == [by_spacy(nlp, text) for text in texts]


@settings(deadline=None, max_examples=300)  # speed is measured in benchmarks/
@given(st.from_regex(r"[0-9٣][0-9.,:/²½%@\-]{0,12}[a-zæ]?", fullmatch=True))
def test_numbers_are_told_as_any_other_word_is(word: str) -> None:
    each = WORD_CLASSES.name_key(word), WORD_CLASSES.shape_key(word), WORD_CLASSES.row(word)
    assert WORD_CLASSES.of(word) == each
