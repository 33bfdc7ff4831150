"""A tokenizer that is replaced now and then cuts as before, and its vocabulary does not grow."""

from __future__ import annotations

import pytest
import spacy
from spacy.attrs import LOWER  # type: ignore[import-not-found]  # compiled
from spacy.language import Language

from scanner.nlp.cutter import Cutter
from scanner.nlp.lexicon import model_path

TEXTS = [f"Ring til Anne{at} Holm{at}, v/Bo, ang. A/S{at} kl. 8.30 (s'gu)" for at in range(40)]


@pytest.fixture
def nlp() -> Language:
    return spacy.load(model_path())


def cut(cutter: Cutter, text: str) -> list[tuple[str, str]]:
    with cutter.zone():
        return [(token.text, token.lower_) for token in cutter.doc(text)]


@pytest.mark.parametrize("most", [3, 1_000])
def test_it_cuts_as_the_pipeline_does(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr("scanner.nlp.cutter.MOST_NEW_WORDS", most)
    cutter = Cutter(spacy.load(model_path()), [LOWER])
    for text in TEXTS:
        assert cut(cutter, text) == [(token.text, token.lower_) for token in nlp.make_doc(text)]


def test_the_vocabulary_does_not_grow(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanner.nlp.cutter.MOST_NEW_WORDS", 20)
    cutter = Cutter(nlp, [LOWER])
    before = len(cutter)
    for text in TEXTS:
        cut(cutter, text)
    assert len(cutter) <= before + 20


def test_a_tokenizer_of_another_kind_is_refused(nlp: Language) -> None:
    nlp.tokenizer = nlp.make_doc
    with pytest.raises(ValueError, match="method"):
        Cutter(nlp, [LOWER])
