from pathlib import Path

import numpy as np
import pytest

from scanner.errors import ModelError
from scanner.nlp.lexicon import DIGEST, Lexicon, digests, pack, verify, word_key

FIRST_NAMES = "mette anna Fatima ABDI jógvan aputsiaq murat nguyen peter søren"
SURNAMES = "jensen Hansen nguyen yilmaz kowalski Aagaard ågaard hussein"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


def test_first_names_are_known_whatever_their_case(lexicon: Lexicon) -> None:
    assert all(lexicon.first_name(word) >= 3 for word in FIRST_NAMES.split())


def test_surnames_are_known(lexicon: Lexicon) -> None:
    assert all(lexicon.surname(word) >= 2 for word in SURNAMES.split())
    assert lexicon.surname("jensen") == 9


@pytest.mark.parametrize("word", ["det", "du", "til", "med", "og", "er", "den"])
def test_what_was_misread_in_the_statistics_is_no_name(lexicon: Lexicon, word: str) -> None:
    assert lexicon.first_name(word) == 0
    assert lexicon.common(word) >= 8


@pytest.mark.parametrize("word", ["bo", "line", "per", "sten", "maj"])
def test_a_word_may_be_a_name_and_common(lexicon: Lexicon, word: str) -> None:
    assert lexicon.first_name(word) >= 7
    assert lexicon.common(word) >= 3


def test_places(lexicon: Lexicon) -> None:
    assert all(map(lexicon.place, ["Aarhus", "københavn", "Tyskland", "skovvej"]))
    assert not any(map(lexicon.place, ["budget", "Mette", "og"]))


def test_capitals(lexicon: Lexicon) -> None:
    assert lexicon.capital("danmark") == 9
    assert lexicon.capital("virksomheden") == 0


def test_firm_words(lexicon: Lexicon) -> None:
    assert min(map(lexicon.firm, ["byg", "consult", "holding", "ApS"])) >= 5
    assert lexicon.firm("og") == 0


@pytest.mark.parametrize("word", ["", "xqzyw", "12", "\ud800", "😀", "a" * 100_000])
def test_an_unknown_word_has_no_class(lexicon: Lexicon, word: str) -> None:
    assert lexicon.packed(word) == 0


def test_composed_and_decomposed_letters_are_the_same_word(lexicon: Lexicon) -> None:
    assert lexicon.packed("A\u030agaard") == lexicon.packed("ågaard") != 0


def test_every_class_comes_back_as_packed() -> None:
    words = Lexicon([word_key("ord")], [pack(9, 8, 7, 6, 5, 1)])
    assert (words.first_name("Ord"), words.surname("ord"), words.common("ORD")) == (9, 8, 7)
    assert (words.capital("ord"), words.firm("ord"), words.place("ord")) == (6, 5, True)


def test_a_missing_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        Lexicon.load(tmp_path / "lexicon.npz")


def test_a_broken_table_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "lexicon.npz"
    file.write_bytes(b"not a table")
    with pytest.raises(ModelError):
        Lexicon.load(file)


def test_a_table_is_loaded_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "lexicon.npz"
    np.savez(file, keys=np.array([word_key("ja")], np.uint64), classes=np.array([1], np.uint32))
    assert Lexicon.load(file).first_name("ja") == 1


def _model(folder: Path) -> Path:
    (folder / "ner").mkdir()
    (folder / "ner" / "model").write_bytes(b"weights")
    (folder / "meta.json").write_text("{}", encoding="utf-8")
    lines = [f"{digest}  {name}\n" for name, digest in digests(folder).items()]
    (folder / DIGEST).write_text("".join(lines), encoding="utf-8")
    return folder


def test_an_untouched_model_passes(tmp_path: Path) -> None:
    verify(_model(tmp_path))


@pytest.mark.parametrize("change", ["changed", "added", "removed", "unlisted"])
def test_a_touched_model_is_refused(tmp_path: Path, change: str) -> None:
    model = _model(tmp_path)
    if change == "changed":
        (model / "ner" / "model").write_bytes(b"weightz")
    elif change == "added":
        (model / "ner" / "more").write_bytes(b"")
    elif change == "removed":
        (model / "meta.json").unlink()
    else:
        (model / DIGEST).unlink()
    with pytest.raises(ModelError):
        verify(model)
