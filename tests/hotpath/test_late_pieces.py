"""Pieces that the model did not come to in time are a gap, and are not known afterwards."""

from __future__ import annotations

from scanner.finding import GapReason
from scanner.hotpath.pieces import KnownPieces
from scanner.nlp.engine import NamesEngine
from scanner.watch import watching

TEXT = "Skriv til Mette Holm i dag."


def test_no_time_is_a_gap_and_nothing_is_learned_of_it() -> None:
    engine = NamesEngine()
    engine.load()
    known = KnownPieces(engine)
    with watching(0.0) as watch:
        assert not known.artifacts(TEXT).entities
    assert {gap.reason for gap in watch.gaps} == {GapReason.TIMEOUT}
    assert not len(known)
    with watching(None) as watch:
        assert known.artifacts(TEXT).entities
    assert not watch.gaps
