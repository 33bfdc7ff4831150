"""The names of known pieces are those of the whole text, and only unknown pieces are looked at."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.finding import Gap, GapReason
from scanner.hotpath import pieces as module
from scanner.hotpath.pieces import KnownPieces
from scanner.nlp.engine import MODEL, NamesEngine
from scanner.nlp.forward import Name
from scanner.nlp.segments import LONGEST, segments
from scanner.watch import watching

SIGNS = ["", "x", " ", "\n\n", "Kære Bo Lundtoft\n", "😀"]


@pytest.fixture
def asked(engine: NamesEngine, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pieces that the model was asked for."""
    seen: list[str] = []
    names = engine.names

    def noting(pieces: Sequence[str]) -> list[list[Name]]:
        seen.extend(pieces)
        return names(pieces)

    monkeypatch.setattr(engine, "names", noting)
    return seen


@pytest.fixture(scope="module")
def long_text(corpus: list[str]) -> str:
    return "\n\n".join(corpus[:12])


@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_after_any_edits_the_names_are_those_of_the_whole(
    engine: NamesEngine, long_text: str, data: st.DataObject
) -> None:
    known, text = KnownPieces(engine), long_text
    for _ in range(data.draw(st.integers(1, 4))):
        at = st.integers(0, len(text))
        start, end = sorted((data.draw(at), data.draw(at)))
        text = text[:start] + data.draw(st.sampled_from(SIGNS)) + text[min(end, start + 40) :]
        expected = engine.process_text(text).entities
        assert known.artifacts(text).entities == expected
        assert known.artifacts(text).entities == expected


def test_a_keystroke_costs_the_piece_it_is_in(
    engine: NamesEngine, long_text: str, asked: list[str]
) -> None:
    known = KnownPieces(engine)
    known.artifacts(long_text)
    assert asked == list(dict.fromkeys(span.of(long_text) for span in segments(long_text)))
    asked.clear()
    spans = list(segments(long_text))
    at = spans[2].start + 5
    known.artifacts(long_text[:at] + "x" + long_text[at:])
    assert len(asked) <= 2 < len(spans)
    assert len("".join(asked)) <= 2 * LONGEST


def test_without_time_it_is_a_gap_and_nothing_is_kept(engine: NamesEngine, long_text: str) -> None:
    known = KnownPieces(engine)
    with watching(0) as watch:
        assert known.artifacts(long_text).entities == []
    assert list(watch.gaps) == [Gap(GapReason.TIMEOUT, MODEL)]
    assert not len(known)
    assert known.artifacts(long_text).entities


def test_no_word_is_kept(engine: NamesEngine) -> None:
    known = KnownPieces(engine)
    assert known.artifacts("Jeg talte med Ravnhild Skjoldmose i går.").entities
    kept: Any = dict(known._known)  # noqa: SLF001  # what is kept is what is tested
    assert len(kept) == 1
    assert b"PER" in pickle.dumps(kept)
    assert b"Ravnhild" not in pickle.dumps(kept)


def test_it_is_bounded(engine: NamesEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PIECES", 3)
    known = KnownPieces(engine)
    for number in range(5):
        known.artifacts(f"Brev {number}")
    assert len(known) == 3
