"""Overlapping findings: the order does not matter, and nothing is uncovered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scanner.doc import Span
from scanner.finding import Finding
from scanner.message import Message
from scanner.resolve import resolve

SEVERITY = {"DK_CPR": 3, "PERSON": 2, "ORGANIZATION": 2, "DK_CVR": 2, "SPECIAL_CATEGORY": 3}
RANKING = list(SEVERITY)


def finding(entity_type: str, start: int, end: int, score: float = 0.8) -> Finding:
    return Finding(entity_type, Span(start, end), score, "Trial", Message("x", "x"))


def standing(*findings: Finding) -> list[tuple[str, int, int]]:
    kept = resolve(findings, lambda f: SEVERITY[f.entity_type], RANKING)
    return [(f.entity_type, f.start, f.end) for f in kept]


def test_a_name_inside_a_company_is_told_by_the_company() -> None:
    found = [finding("PERSON", 0, 6, 0.9), finding("ORGANIZATION", 0, 16)]
    assert standing(*found) == [("ORGANIZATION", 0, 16)]


def test_a_severer_finding_inside_a_longer_one_stays() -> None:
    found = [finding("DK_CPR", 3, 14), finding("ORGANIZATION", 0, 20)]
    assert standing(*found) == [("ORGANIZATION", 0, 20), ("DK_CPR", 3, 14)]


def test_of_two_at_one_place_the_higher_score_stays_then_the_ranking() -> None:
    assert standing(finding("PERSON", 0, 4, 0.6), finding("DK_CVR", 0, 4, 0.7)) == [
        ("DK_CVR", 0, 4)
    ]
    assert standing(finding("DK_CVR", 0, 4), finding("PERSON", 0, 4)) == [("PERSON", 0, 4)]


def test_a_statement_tells_no_name() -> None:
    found = [finding("SPECIAL_CATEGORY", 0, 30), finding("PERSON", 4, 9)]
    assert standing(*found) == [("SPECIAL_CATEGORY", 0, 30), ("PERSON", 4, 9)]


def test_partly_overlapping_findings_both_stay() -> None:
    found = [finding("PERSON", 0, 10), finding("ORGANIZATION", 5, 15)]
    assert standing(*found) == [("PERSON", 0, 10), ("ORGANIZATION", 5, 15)]


FINDINGS = st.lists(
    st.builds(
        lambda kind, start, length, score: finding(kind, start, start + length, score),
        st.sampled_from(RANKING),
        st.integers(0, 20),
        st.integers(1, 12),
        st.sampled_from([0.5, 0.7, 0.9]),
    ),
    max_size=12,
)


@given(FINDINGS, st.randoms())
def test_the_order_of_the_input_does_not_matter(found: list[Finding], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert standing(*found) == standing(*shuffled)


@given(FINDINGS)
def test_nothing_is_uncovered_and_nothing_gets_milder(found: list[Finding]) -> None:
    kept = resolve(found, lambda f: SEVERITY[f.entity_type], RANKING)
    for point in range(40):
        before = [SEVERITY[f.entity_type] for f in found if f.start <= point < f.end]
        after = [SEVERITY[f.entity_type] for f in kept if f.start <= point < f.end]
        assert max(before, default=0) == max(after, default=0)


@given(FINDINGS)
def test_resolving_twice_changes_nothing(found: list[Finding]) -> None:
    kept = resolve(found, lambda f: SEVERITY[f.entity_type], RANKING)
    assert resolve(kept, lambda f: SEVERITY[f.entity_type], RANKING) == kept
