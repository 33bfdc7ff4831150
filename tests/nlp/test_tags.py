"""The names of scores: the likeliest whole names, against trying every row of tags."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.nlp.tags import KINDS, TAGS, names

MARGIN = 2.2
SCORE = st.floats(-6, 6, width=32)


def scored(*tags: str) -> np.ndarray:
    """Scores in which each word's tag leads far."""
    rows = np.zeros((len(tags), len(TAGS)), np.float32)
    for at, tag in enumerate(tags):
        rows[at, TAGS.index(tag)] = 9
    return rows


def found(scores: np.ndarray, blanks: tuple[int, ...] = ()) -> list[tuple[int, int, str]]:
    is_space = np.isin(np.arange(len(scores)), blanks)
    return list(names(scores.copy(), is_space))


def whole(length: int, opened: str = "") -> Iterator[tuple[str, ...]]:
    """Every row of ``length`` tags whose names are whole."""
    if not length:
        if not opened:
            yield ()
        return
    steps = [f"I-{opened}", f"L-{opened}"] if opened else [t for t in TAGS if t[0] in "OBU"]
    for tag in steps:
        after = tag[2:] if tag[0] in "BI" else ""
        for rest in whole(length - 1, after):
            yield (tag, *rest)


def total(scores: np.ndarray, tags: tuple[str, ...]) -> float:
    return float(sum(row[TAGS.index(tag)] for row, tag in zip(scores, tags, strict=True)))


def tagged(length: int, runs: list[tuple[int, int, str]]) -> tuple[str, ...]:
    tags = ["O"] * length
    for start, end, kind in runs:
        tags[start:end] = [f"I-{kind}"] * (end - start)
        tags[start], tags[end - 1] = f"B-{kind}", f"L-{kind}"
        if end - start == 1:
            tags[start] = f"U-{kind}"
    return tuple(tags)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ((), []),
        (("O", "O"), []),
        (("U-PER",), [(0, 1, "PER")]),
        (("O", "B-PER", "L-PER", "O"), [(1, 3, "PER")]),
        (("B-ORG", "I-ORG", "L-ORG", "U-LOC"), [(0, 3, "ORG"), (3, 4, "LOC")]),
        (("U-PER", "U-PER"), [(0, 1, "PER"), (1, 2, "PER")]),
        (("O", "B-MISC", "L-MISC"), [(1, 3, "MISC")]),
    ],
)
def test_whole_names_stand(tags: tuple[str, ...], expected: list[tuple[int, int, str]]) -> None:
    assert found(scored(*tags)) == expected


@pytest.mark.parametrize("tags", [("B-PER", "O"), ("I-PER",), ("O", "L-ORG"), ("B-PER", "L-ORG")])
def test_what_is_not_whole_is_made_whole(tags: tuple[str, ...]) -> None:
    runs = found(scored(*tags))
    assert tagged(len(tags), runs) in set(whole(len(tags)))


def test_no_name_begins_or_ends_on_a_blank() -> None:
    assert found(scored("U-PER"), blanks=(0,)) == []
    assert found(scored("B-PER", "I-PER", "L-PER"), blanks=(1,)) == [(0, 3, "PER")]
    assert (0, 2, "PER") not in found(scored("B-PER", "L-PER"), blanks=(1,))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(SCORE, min_size=len(TAGS), max_size=len(TAGS)), max_size=4))
def test_no_other_row_of_tags_is_likelier(rows: list[list[float]]) -> None:
    scores = np.array(rows, np.float32).reshape(-1, len(TAGS))
    scores[:, 0] = np.minimum(scores[:, 0], scores[:, 1:].max(axis=1, initial=-9) + MARGIN - 0.1)
    runs = found(scores)
    best = max((total(scores, tags) for tags in whole(len(rows))), default=0)
    assert total(scores, tagged(len(rows), runs)) == pytest.approx(best, abs=1e-3)


@settings(deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=12), st.integers(0, 2**32 - 1))
def test_names_are_in_order_and_apart_and_of_known_kinds(tags: list[str], seed: int) -> None:
    scores = scored(*tags) + np.random.default_rng(seed).normal(0, 3, (len(tags), len(TAGS)))
    runs = found(scores.astype(np.float32))
    ends = [0, *(end for _, end, _ in runs)]
    assert all(before <= start < end for before, (start, end, _) in zip(ends, runs, strict=False))
    assert {kind for *_, kind in runs} <= set(KINDS)


def test_where_outside_leads_far_the_texts_before_and_behind_do_not_see_each_other() -> None:
    left, right = scored("B-PER", "B-PER"), scored("L-PER", "L-PER")
    between = scored("O")
    runs = found(np.concatenate([left, between, right]))
    assert runs == found(left) + [(a + 3, b + 3, kind) for a, b, kind in found(right)]
