"""The watch over a scan: its end, and what was left out."""

from __future__ import annotations

from scanner.finding import Gap, GapReason
from scanner.watch import current_watch, watching


def test_without_a_limit_it_never_ends() -> None:
    with watching(None) as watch:
        assert not current_watch().has_ended("anything")
    assert not watch.gaps


def test_when_time_is_up_what_is_left_is_a_gap_once() -> None:
    with watching(0) as watch:
        assert current_watch().has_ended("names model")
        assert current_watch().has_ended("names model")
    assert list(watch.gaps) == [Gap(GapReason.TIMEOUT, "names model")]


def test_watches_do_not_share_gaps() -> None:
    with watching(0) as outer:
        with watching(None) as inner:
            current_watch().gap(GapReason.RECOGNIZER_FAILED, "X")
        assert current_watch() is outer
    assert list(inner.gaps) == [Gap(GapReason.RECOGNIZER_FAILED, "X")]
    assert not outer.gaps
