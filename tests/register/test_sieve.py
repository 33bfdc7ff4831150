"""The sieve holds back no token at which a value begins, and hardly lets another through."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.errors import RegisterError
from scanner.register import Register, RegisterEditor
from scanner.register.keyed import SIZE
from scanner.register.marks import Marker
from scanner.register.tokens import fold, tokens

from .conftest import KEY, is_everyday
from .plain import likely

VALUES = [
    *(("Fjordlyst Bageri", "ORGANIZATION"), ("Ærøsund & Søn", "ORGANIZATION")),
    *(("Straße Groß", "ORGANIZATION"), ("Åse Østergård", "PERSON"), ("Łukasz Þór", "PERSON")),
    *(("K-10234/22", "CUSTOMER_ID"), ("4711s", "CUSTOMER_ID"), ("13585628", "DK_CVR")),
    *(("+45 32 12 34 56", "PHONE_NUMBER"), ("Ⅳ ½ apparat", "CUSTOMER_ID")),
]
PIECES = [word for value, _ in VALUES for word in value.split()]
ODD = "aesSæøåß&-_.,/:;'’\n \u00a0·•…½²ªµſKｱﾞーאا가각ﬁİ́̊😀1234567890Ⅳ\ud800"
TEXT = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(ODD, max_size=4), st.text(max_size=3)),
    max_size=40,
).map("".join)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    path = tmp_path_factory.mktemp("register") / "register.db"
    editor = RegisterEditor(KEY, is_everyday)
    for value, entity_type in VALUES:
        editor.add(value, entity_type)
    editor.save(path)
    return Register.load(path, KEY)


@settings(max_examples=1_000, deadline=None)
@given(text=TEXT)
def test_every_token_that_begins_a_value_is_let_through(register: Register, text: str) -> None:
    sifted = register.sieve.sift(text)
    assert set(likely(register, text)) <= set(sifted.likely)
    if sifted.likely:
        places = [(token.start, token.end) for token in tokens(text)]
        assert list(zip(sifted.starts, sifted.ends, strict=True)) == places


@pytest.mark.parametrize("length", [8_000, 8_192, 8_193, 50_000])
def test_wherever_in_a_text_a_value_stands(register: Register, length: int) -> None:
    for value, _ in VALUES:
        text = f"{'xq ' * (length // 3)}\n{value}\n{'xq ' * 3}"
        found = register.sieve.sift(text).likely
        assert found
        assert found == sorted({*found, *likely(register, text)})


def test_hardly_another_token_is_let_through(register: Register) -> None:
    chosen = random.Random(5)  # noqa: S311  # the same each time
    words = ["".join(chosen.choices("bdfghjk0123456789", k=8)) for _ in range(20_000)]
    assert len(register.sieve.sift(" ".join(words)).likely) <= 1


@given(st.text().map(lambda text: "".join(filter(str.isalnum, text))))
def test_a_word_is_folded_character_by_character(word: str) -> None:
    assert fold(word) == "".join(map(fold, word))


@given(st.text(max_size=20), st.binary(min_size=SIZE, max_size=SIZE))
def test_a_sealed_mark_is_opened_beside_its_digest_under_its_key(text: str, digest: bytes) -> None:
    marker = Marker(KEY)
    record = np.frombuffer(digest + marker.sealed(text, digest), np.uint8).reshape(1, -1)
    assert marker.opened(record).tolist() == [marker.of(text)]
    assert Marker(b"x" * 32).opened(record).tolist() != [marker.of(text)]


def test_marks_of_one_value_beside_other_digests_are_not_alike() -> None:
    marker = Marker(KEY)
    assert marker.sealed("ravn", bytes(SIZE)) != marker.sealed("ravn", bytes([1] * SIZE))


def test_a_register_of_another_version_says_so(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scanner.register.edit.VERSION", 1)
        RegisterEditor(KEY, is_everyday).save(path)
    with pytest.raises(RegisterError, match="anden version"):
        Register.load(path, KEY)
