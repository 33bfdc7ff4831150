"""The shipped names model: loads as any pipeline, finds names of every origin, and is sealed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language

from scanner.errors import ModelError
from scanner.nlp.lexicon import DIGEST, TABLE, model_path, verify
from scanner.nlp.tagger import WEIGHTS

# Invented people; the sentences are made for this test.
SENTENCES = {
    "Danish": ("Jeg har aftalt med Karen Margrethe Hvidbjerg, at hun sender budgettet.", "Karen"),
    "Turkish": ("Vores nye bogholder hedder Emine Karaduman og starter på mandag.", "Emine"),
    "Arabic": ("Lejekontrakten er underskrevet af Khalil Darwish i sidste uge.", "Khalil"),
    "Polish": ("Kan du ringe til Grzegorz Wieczorek om de to vinduer?", "Grzegorz"),
    "Somali": ("Ansøgningen fra Hodan Warsame mangler et bilag.", "Hodan"),
    "Vietnamese": ("Restauranten drives af Thi Lan Nguyen og hendes bror.", "Nguyen"),
    "Greenlandic": ("Aviaja Heilmann har søgt om støtte til sit værksted.", "Aviaja"),
    "Faroese": ("Mødet med Jógvan Niclasen er flyttet til torsdag.", "Jógvan"),
    "Icelandic": ("Direktør Sigríður Magnúsdóttir har svaret på mailen.", "Sigríður"),
    "Tamil": ("Kunden Suresh Kandasamy vil gerne tale om moms.", "Suresh"),
    "Ukrainian": ("Oksana Tkachenko er ansat som kok fra 1. marts.", "Oksana"),
    "German": ("Fakturaen er sendt af Jürgen Zimmermann i Hamborg.", "Jürgen"),
    "English": ("Please forward the offer to Margaret Bennett before Friday.", "Margaret"),
}
NAMELESS = [
    "Hvordan laver jeg en pivottabel, der viser omsætning pr. måned?",
    "Der er afsat 20.000 kr. til annoncer i foråret.",
    "Mødet begynder kl. 10 og slutter kl. 12.",
    "Skriv teksten om, så den er kortere og mere venlig.",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(model_path())


def found(nlp: Language, text: str, label: str) -> str:
    return " | ".join(name.text for name in nlp(text).ents if name.label_ == label)


def test_it_loads_as_any_pipeline_with_the_labels_of_the_danish_ones(nlp: Language) -> None:
    assert set(nlp.pipe_labels["ner"]) == {"PER", "LOC", "ORG", "MISC"}
    assert nlp.meta["license"] == "CC BY-SA 4.0"


@pytest.mark.parametrize("origin", SENTENCES)
@pytest.mark.parametrize("case", [str, str.lower, str.upper])
def test_persons_of_every_origin(nlp: Language, origin: str, case: type[str]) -> None:
    text, name = SENTENCES[origin]
    assert case(name) in found(nlp, case(text), "PER")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vi har fået et tilbud fra Fjordens Tømrer & Snedker ApS på 40.000 kr.", "Fjordens"),
        ("Samarbejdet med Skov & Strand ophører til sommer.", "Skov & Strand"),
        ("vi har mistet lumetra som kunde", "lumetra"),
    ],
)
def test_firms_with_and_without_a_legal_form(nlp: Language, text: str, name: str) -> None:
    assert name in found(nlp, text, "ORG")


@pytest.mark.parametrize("text", NAMELESS)
def test_plain_work_holds_no_person_and_no_firm(nlp: Language, text: str) -> None:
    assert not [name for name in nlp(text).ents if name.label_ in {"PER", "ORG"}]


def test_the_same_text_gives_the_same_names(nlp: Language) -> None:
    texts = [text for text, _ in SENTENCES.values()] * 3
    alone = [[str(name) for name in nlp(text).ents] for text in texts]
    together = [[str(name) for name in doc.ents] for doc in nlp.pipe(texts, batch_size=7)]
    again = [[str(name) for name in doc.ents] for doc in spacy.load(model_path()).pipe(texts)]
    assert alone == together == again


def test_no_word_of_the_training_texts_went_along() -> None:
    blank = spacy.blank("da_sluse")
    assert len(spacy.load(model_path()).vocab.strings) < len(blank.vocab.strings) + 100


def test_its_tokenizer_is_that_of_the_language(nlp: Language) -> None:
    own: Any = nlp.tokenizer
    of_the_language: Any = spacy.blank("da_sluse").tokenizer
    assert own.to_bytes(exclude=["vocab"]) == of_the_language.to_bytes(exclude=["vocab"])


def test_it_is_sealed_and_small() -> None:
    verify(model_path())
    assert sum(file.stat().st_size for file in model_path().rglob("*") if file.is_file()) < 25e6


@pytest.mark.parametrize(
    "trace", [b"http://", b"https://", b"/home/", b"/tmp/", b"/srv/", b"/Users/"]
)
def test_no_host_and_no_path_stands_in_its_files(trace: bytes) -> None:
    texts = (file for file in model_path().rglob("*") if file.suffix != ".npz" and file.is_file())
    assert [file.name for file in texts if trace in file.read_bytes()] == []


def test_no_name_stands_in_clear_in_it() -> None:
    held = b"".join(file.read_bytes() for file in model_path().rglob("*") if file.is_file())
    with np.load(model_path() / TABLE) as table:
        held += b"".join(table[name].tobytes() for name in table.files)
    low = held.lower()
    names = ("margrethe", "hvidbjerg", "karaduman", "wieczorek", "magnúsdóttir", "frederiksen")
    assert [name for name in names if name.encode() in low] == []


def test_a_changed_model_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "model"
    shutil.copytree(model_path(), copy)
    weights = bytearray((copy / "ner" / WEIGHTS).read_bytes())
    weights[1000] ^= 1
    (copy / "ner" / WEIGHTS).write_bytes(bytes(weights))
    with pytest.raises(ModelError):
        verify(copy)
    (copy / DIGEST).unlink()
    with pytest.raises(ModelError):
        verify(copy)
