"""The names model's Danish: words with their classes, and splitting where no blank stands."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from scanner.nlp.language import WORD_CLASSES, prefix
from scanner.nlp.lexicon import Lexicon, word_key
from scanner.nlp.word_classes import WordClasses


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("da_sluse")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ole Holm;Ry;12", "Ole Holm ; Ry ; 12"),
        ('{"navn":"Ole","by":"Ry"}', '{ " navn " : " Ole " , " by " : " Ry " }'),
        ("Firma v/Ole Holm", "Firma v/ Ole Holm"),
        ("<navn>Ole</navn>", "< navn > Ole < /navn >"),
        ("Holm K/S, Holm P/S og Holm A/S.", "Holm K/S , Holm P/S og Holm A/S ."),
        ("|Ole|Per Holm|", "| Ole | Per Holm |"),
        ("@OleHolm kan du", "@OleHolm kan du"),
    ],
)
def test_words_of_tables_and_code_stand_alone(nlp: Language, text: str, words: str) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words.split()


@pytest.mark.parametrize("text", ["", " ", "a;", ";;", "\ud800", "-", "v/", "æ" * 5_000])
def test_any_text_keeps_its_characters(nlp: Language, text: str) -> None:
    if not text.isprintable() and text.strip():
        with pytest.raises(
            UnicodeEncodeError
        ):  # spaCy takes no lone surrogate: the engine must not
            nlp.make_doc(text)
        return
    assert nlp.make_doc(text).text == text


@pytest.mark.parametrize(
    ("word", "like"),
    [("Mettes", "mette"), ("koebenhavn", "københavn"), ("@Mette", "mette"), ("HANSENS", "hansen")],
)
def test_a_word_is_known_in_its_other_forms(word: str, like: str) -> None:
    assert WORD_CLASSES.packed(word) == WORD_CLASSES.packed(like) != 0


@pytest.mark.parametrize("word", ["", "s", "-", "--", "@", "æ", "'s", "🙂"])
def test_odd_words_have_attributes_too(word: str) -> None:
    assert len(WORD_CLASSES.name_key(word)) == 4
    assert len(WORD_CLASSES.shape_key(word)) >= 2


def test_a_double_name_is_known_by_its_first_half() -> None:
    assert WORD_CLASSES.packed("Anne-Qwertina") == WORD_CLASSES.packed("anne")


def test_the_lexeme_carries_the_classes(nlp: Language) -> None:
    mette, budget = nlp.vocab["Mette"], nlp.vocab["budget"]
    assert mette.norm_ == WORD_CLASSES.name_key("Mette") != budget.norm_
    assert mette.shape_.startswith("Xxxxx")
    assert (mette.prefix_, prefix("Mette")) == ("Met", "Met")


@pytest.mark.parametrize("word", ["Mette", "METTE", "mettes", "@Mette", "København", "koebenhavn"])
def test_the_lexeme_s_rank_is_the_row_of_the_word_s_vector(nlp: Language, word: str) -> None:
    row = WORD_CLASSES.row(word)
    assert nlp.vocab[word].rank == row > 0
    assert WORD_CLASSES.vectors[row].any()


def test_a_word_without_a_vector_has_a_row_of_zeros(nlp: Language) -> None:
    assert nlp.vocab["Qvxzolmqq"].rank == 0
    assert not WORD_CLASSES.vectors[0].any()


def test_no_word_is_kept_and_their_attributes_are_bounded() -> None:
    classes = WordClasses()
    classes.use(Lexicon([word_key("mette")], [3]))
    for number in range(40_000):
        classes.of(f"ord{number}")
    kept = vars(classes)["_kept"]
    assert 0 < len(kept) <= 30_000
    assert all(isinstance(key, int) for key in kept)
    assert not any("ord1" in str(value) for value in kept.values())
