"""The names model's network: against a plain implementation, alone and together, kept and new."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from scanner.nlp.forward import ForwardPass, NotSupportedError
from scanner.nlp.language import WORD_CLASSES, SluseDanish
from scanner.nlp.network import COLUMNS, STEPS, Network, hashed
from scanner.nlp.tagger import FACTORY, WEIGHTS, Tagger
from scanner.nlp.tags import TAGS

WORDS = [
    *("Anne", "Holm", "fra", "Nordlys", "Bageri", "ApS", "ringede", "til", "bo"),
    *("i", "Ry", ",", "og", "han", "sagde", "ja", ".", "\n"),
]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), max_size=5)
WIDTH, EMBEDDED, ROWS = 8, 4, (50, 40, 30, 20, 10)
EPSILON = 1e-5


def random_arrays() -> dict[str, Any]:
    """Weights with which names are found in every corner."""
    random = np.random.default_rng(7)
    vector = WORD_CLASSES.vectors.shape[1]

    def drawn(*shape: int) -> Any:
        return random.normal(0, 0.6, shape).astype(np.float32)

    arrays = {f"table{at}": drawn(rows, EMBEDDED) for at, rows in enumerate(ROWS)}
    arrays["vector.w"] = drawn(vector, EMBEDDED)
    inputs = {"mix": EMBEDDED * (len(ROWS) + 1)}
    inputs |= {f"layer{at}": 3 * WIDTH for at in range(len(STEPS))}
    for name, size in inputs.items():
        arrays |= {f"{name}.w": drawn(size, 2 * WIDTH), f"{name}.b": drawn(2 * WIDTH)}
        arrays |= {f"{name}.gain": 1 + drawn(WIDTH), f"{name}.shift": drawn(WIDTH)}
    return arrays | {"head.w": drawn(WIDTH, len(TAGS)), "head.b": drawn(len(TAGS))}


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = SluseDanish()
    tagger: Any = pipeline.add_pipe(FACTORY, name="ner")
    tagger.network = Network(random_arrays())
    return pipeline


def plain_scores(arrays: dict[str, Any], doc: Any) -> list[list[float]]:
    """The scores by the definition, word by word."""

    def times(row: list[float], weights: Any, bias: Any = None) -> list[float]:
        pairs = (zip(row, column, strict=True) for column in weights.T)
        sums = [math.fsum(float(x) * float(w) for x, w in own) for own in pairs]
        return sums if bias is None else [a + float(b) for a, b in zip(sums, bias, strict=True)]

    def layer(row: list[float], name: str) -> list[float]:
        product = times(row, arrays[f"{name}.w"], arrays[f"{name}.b"])
        best = [max(pair) for pair in zip(product[:WIDTH], product[WIDTH:], strict=True)]
        mean = sum(best) / WIDTH
        spread = math.sqrt(sum((x - mean) ** 2 for x in best) / WIDTH + EPSILON)
        parts = zip(best, arrays[f"{name}.gain"], arrays[f"{name}.shift"], strict=True)
        return [(x - mean) / spread * float(gain) + float(shift) for x, gain, shift in parts]

    def word(token: Any) -> list[float]:
        keys = [token.lower, token.prefix, token.suffix, token.shape, token.norm]
        row: list[float] = []
        for at, key in enumerate(keys):
            one, two = (plain_rows(key, ROWS[at])[n] for n in (0, 1))
            table = arrays[f"table{at}"]
            row += [float(a) + float(b) for a, b in zip(table[one], table[two], strict=True)]
        vector = [float(x) / 32 for x in WORD_CLASSES.vectors[token.rank]]
        return layer(row + times(vector, arrays["vector.w"]), "mix")

    states, nothing = [word(token) for token in doc], [0.0] * WIDTH
    for number, step in enumerate(STEPS):

        def at(place: int, known: list[list[float]] = states) -> list[float]:
            return known[place] if 0 <= place < len(known) else nothing

        windows = [at(n - step) + at(n) + at(n + step) for n in range(len(states))]
        changes = [layer(window, f"layer{number}") for window in windows]
        states = [
            [a + b for a, b in zip(state, change, strict=True)]
            for state, change in zip(states, changes, strict=True)
        ]
    return [times(state, arrays["head.w"], arrays["head.b"]) for state in states]


def plain_rows(key: int, rows: int) -> tuple[int, int]:
    mixed = key ^ (key >> 33)
    one, two = (mixed * odd % 2**64 >> 33 for odd in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F))
    return one % rows, two % rows


def fast_scores(network: Network, doc: Any) -> Any:
    keys = doc.to_array(list(COLUMNS))
    words = network.of_words(keys)
    at = np.arange(len(doc)) + network.pad
    known = np.zeros((len(doc) + 2 * network.pad, words.shape[1]), np.float32)
    known[at] = words
    return network.scores(known, at)


def own(nlp: Language, texts: list[str]) -> list[list[tuple[int, int, str]]]:
    return [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)]


@settings(deadline=None, max_examples=15)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join))
def test_the_scores_are_those_of_the_definition(nlp: Language, text: str) -> None:
    network = Network(random_arrays())
    doc = nlp.make_doc(text)
    assert np.allclose(fast_scores(network, doc), plain_scores(random_arrays(), doc), atol=2e-3)


@given(st.integers(0, 2**64 - 1), st.integers(1, 9000))
def test_the_rows_of_a_key_are_those_of_the_definition(key: int, rows: int) -> None:
    assert tuple(hashed(np.array([key], np.uint64), rows)[0]) == plain_rows(key, rows)


@settings(deadline=None)  # speed is measured in benchmarks/
@given(TEXTS)
def test_the_same_names_as_in_spacy(nlp: Language, texts: list[str]) -> None:
    assert ForwardPass(nlp).names(texts) == own(nlp, texts)


@settings(deadline=None, max_examples=30)
@given(TEXTS)
def test_a_text_s_names_depend_on_the_text_alone(nlp: Language, texts: list[str]) -> None:
    forward = ForwardPass(nlp)
    assert forward.names(texts) == [forward.names([text])[0] for text in texts]


def test_the_comparison_is_of_many_names(nlp: Language) -> None:
    texts = [" ".join(WORDS[i:] + WORDS[:i]) for i in range(len(WORDS))]
    names = own(nlp, texts)
    assert sum(map(len, names)) > len(texts)
    assert {label for doc in names for *_, label in doc} >= {"PER", "LOC"}


def test_words_that_were_kept_give_the_same_as_new_ones(nlp: Language) -> None:
    forward, texts = ForwardPass(nlp), [" ".join(WORDS), " ".join(reversed(WORDS))]
    first = forward.names(texts)
    again = forward.names(texts)
    assert first == again == own(nlp, texts)


def test_threads_give_what_one_gives(nlp: Language) -> None:
    forward = ForwardPass(nlp)
    texts = [" ".join(WORDS[i:] + WORDS[:i]) for i in range(len(WORDS))] * 4
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: forward.names([text])[0], texts))
    assert together == own(nlp, texts)


def test_the_table_of_words_is_bounded(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scanner.nlp.words.MOST_WORDS", 10)
    forward, text = ForwardPass(nlp), " ".join(WORDS)
    for _ in range(3):
        assert forward.names([text]) == own(nlp, [text])
    assert len(forward) <= len(WORDS)


def test_a_pipeline_comes_back_from_disk_as_it_was(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    text = " ".join(WORDS)
    assert own(spacy.load(tmp_path), [text]) == own(nlp, [text]) != [[]]


def changed(weights: bytes) -> list[bytes]:
    """Nothing, an archive of nothing, none, half of one, one with other bytes inside."""
    other = bytearray(weights)
    other[400:500] = bytes(100)
    return [b"", b"PK\x05\x06" + bytes(18), b"no archive", weights[:3000], bytes(other)]


@pytest.mark.parametrize("number", range(5))
def test_damaged_weights_are_told(nlp: Language, tmp_path: Path, number: int) -> None:
    nlp.to_disk(tmp_path)
    file = tmp_path / "ner" / WEIGHTS
    file.write_bytes(changed(file.read_bytes())[number])
    with pytest.raises(ValueError, match=r".+"):
        spacy.load(tmp_path)


def test_a_tagger_without_weights_finds_nothing_silently_never() -> None:
    pipeline = SluseDanish()
    pipeline.add_pipe(FACTORY, name="ner")
    with pytest.raises(ValueError, match="no weights"):
        pipeline("Anne Holm")


def pipelines() -> list[Language]:
    """A stock recognizer, the model beside another pipe, and one without weights."""
    stock, more, empty = spacy.blank("da"), SluseDanish(), SluseDanish()
    stock.add_pipe("ner")
    tagger: Any = more.add_pipe(FACTORY, name="ner")
    tagger.network = Network(random_arrays())
    more.add_pipe("sentencizer")
    empty.add_pipe(FACTORY)
    return [stock, more, empty]


@pytest.mark.parametrize("number", range(3))
def test_another_pipeline_is_refused_not_guessed(number: int) -> None:
    with pytest.raises(NotSupportedError):
        ForwardPass(pipelines()[number])


def test_the_component_is_one_of_spacy_s_pipes(nlp: Language) -> None:
    tagger: Any = nlp.get_pipe("ner")
    assert isinstance(tagger, Tagger)
    assert set(nlp.pipe_labels["ner"]) == {"PER", "LOC", "ORG", "MISC"}
    assert [doc.text for doc in nlp.pipe(["", "Anne", " "])] == ["", "Anne", " "]
