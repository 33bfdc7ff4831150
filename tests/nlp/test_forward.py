"""The numpy forward pass gives the very names that spaCy's own code gives."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.training import Example
from thinc.api import fix_random_seed

from scanner.nlp.forward import ForwardPass, NotSupportedError

WORDS = [
    *("Anne", "Holm", "fra", "Nordlys", "Bageri", "ApS", "ringede", "til", "bo"),
    *("i", "Ry", ",", "og", "han", "sagde", "ja", ".", "\n"),
]
PARSER: dict[str, Any] = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 32,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 32,
        "depth": 3,
        "embed_size": 200,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
        "pretrained_vectors": None,
    },
}


def pipeline(parser: dict[str, Any]) -> Language:
    """A pipeline with random weights everywhere: it finds names in every corner."""
    fix_random_seed(5)
    nlp = spacy.blank("da")
    ner: Any = nlp.add_pipe("ner", config={"model": parser})
    doc = nlp.make_doc("Anne Holm fra Ry ringede")
    labels = [(0, 9, "PER"), (14, 16, "LOC")]
    nlp.initialize(lambda: [Example.from_dict(doc, {"entities": labels})])
    random = np.random.RandomState(7)
    for layer in ner.model.walk():
        for name in layer.param_names:
            if layer.has_param(name):
                noise = random.normal(size=layer.get_param(name).shape, scale=0.3)
                layer.set_param(name, (layer.get_param(name) + noise).astype("f"))
    return nlp


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline(PARSER)


def own(nlp: Language, texts: list[str]) -> list[list[tuple[int, int, str]]]:
    return [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)]


@settings(deadline=None)  # speed is measured in benchmarks/
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), max_size=5))
def test_the_same_names_as_spacy(nlp: Language, texts: list[str]) -> None:
    forward = ForwardPass(nlp)
    assert forward.names(texts) == own(nlp, texts)


def test_the_comparison_is_of_many_names(nlp: Language) -> None:
    texts = [" ".join(WORDS[i:] + WORDS[:i]) for i in range(len(WORDS))]
    names = own(nlp, texts)
    assert sum(map(len, names)) > len(texts)
    assert {label for doc in names for *_, label in doc} == {"PER", "LOC"}


def test_words_that_were_kept_give_the_same_as_new_ones(nlp: Language) -> None:
    forward, texts = ForwardPass(nlp), [" ".join(WORDS), " ".join(reversed(WORDS))]
    first = forward.names(texts)
    again = forward.names(texts)
    assert first == again == own(nlp, texts)


def test_the_table_of_words_is_bounded(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanner.nlp.words.MOST_WORDS", 10)
    forward, text = ForwardPass(nlp), " ".join(WORDS)
    for _ in range(3):
        assert forward.names([text]) == own(nlp, [text])
    assert len(forward) <= len(WORDS)


@pytest.mark.parametrize(
    "change",
    [
        {"extra_state_tokens": True},
        {"use_upper": False},
        {"tok2vec": PARSER["tok2vec"] | {"window_size": 2}},
    ],
)
def test_another_architecture_is_refused_not_guessed(change: dict[str, Any]) -> None:
    with pytest.raises(NotSupportedError):
        ForwardPass(pipeline(PARSER | change))
