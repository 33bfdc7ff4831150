"""A pattern that is sought near what was seen matches where it does when all is looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from presidio_analyzer import EntityRecognizer

from scanner.hotpath.reach import reach_of
from scanner.hotpath.triggers import Triggers
from scanner.sought import Reach, Seen, Sought, seeing, sought


def spans(pattern: Sought | re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def of_itself(recognizers: Sequence[EntityRecognizer]) -> list[Sought]:
    """The patterns that are their own sign."""
    triggers = {one for each in recognizers for one in getattr(each, "triggers", None) or ()}
    return [one for one in triggers if isinstance(one, Sought) and one.sign is one.compiled]


def test_on_every_text_of_the_corpus_and_on_generated_ones(
    recognizers: Sequence[EntityRecognizer], corpus: list[str], generated_texts: list[str]
) -> None:
    triggers, patterns = Triggers(recognizers), of_itself(recognizers)
    found: set[Sought] = set()
    for text in [*corpus, *generated_texts]:
        _, seen = triggers.look(text, list)
        with seeing(seen):
            for pattern in patterns:
                expected = spans(pattern.compiled, text)
                assert spans(pattern, text) == expected
                assert all(pattern.may_match(text, *span) for span in expected)
                found.update([pattern] if expected else [])
    assert len(found) > len(patterns) / 2


class _Any(EntityRecognizer):
    """A recognizer with triggers of the test."""

    def __init__(self, triggers: Sequence[Sought]) -> None:
        super().__init__(["X"], supported_language="da")
        self.triggers = triggers

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: object) -> list[object]:
        return []


OF_WHOLE_WORDS = [sought(r"(?<![12])1[12]*(?![12])"), sought(r"(?<!\w)2[^\n]*1(?!\w)")]
HARD = [
    sought(r"(?<!1)1[12]{1,3}(?!1)"),
    sought(r"\b12+?(?=\n2)"),
    sought(r"(?m)^1(?:21|2)(?!\w)"),
    sought(r"(?<=2 )1{2}$"),
    sought(r"2\W+1"),
    sought(r"1[^\n]*2(?= )"),
    sought(r"2[12 ]+(?:11|22)(?!2)", sign=r"11|22"),
]
TRIGGERS = Triggers([_Any([*HARD, *OF_WHOLE_WORDS])])


@settings(deadline=None, max_examples=500)
@given(st.text(alphabet="12 \n", max_size=30), st.integers(0, 300))
@example("11", 45)  # Hyperscan 5.4.12 by itself misses the second
def test_patterns_that_look_at_what_stands_beside(piece: str, gap: int) -> None:
    text = piece + "x" * gap + piece
    _, seen = TRIGGERS.look(text, list)
    with seeing(seen):
        for pattern in HARD:
            assert spans(pattern, text) == spans(pattern.compiled, text)


def test_nothing_is_found_where_nothing_was_seen() -> None:
    text, pattern = "nr 12", sought(r"\d+")
    seen = Seen(text, {pattern: Reach(10, 2)}, {})
    with seeing(seen):
        assert not spans(pattern, text)
        assert not pattern.may_match(text, 0, 5)
        assert spans(pattern, "nr 34") == [(3, 5)]  # it is another text
    assert spans(pattern, text) == [(3, 5)]


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="12 \n", max_size=40), st.data())
def test_a_piece_is_looked_at_by_itself(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    at = data.draw(st.integers(0, end - start))
    _, seen = TRIGGERS.look(text, list)
    for pattern in OF_WHOLE_WORDS:
        expected = [match.span() for match in pattern.compiled.finditer(text[start:end], at)]
        is_cut = any(
            0 < place < len(text) and text[place - 1 : place + 1].isalnum()
            for place in (start, end)
        )
        with seeing(seen):
            found = [match.span() for match in pattern.within(text, start, end, at)]
        assert is_cut or found == expected


@pytest.mark.parametrize(
    ("pattern", "around", "ahead"),
    [
        (r"ab{2,4}", 5, 0),
        (r"(?<=xy)a(?!\w{3})", 6, 5),
        (r"a|bcd", 3, 0),
        (r"(?P<sign>[ .]{1,2})\d(?P=sign)", 5, 0),
        (r"(?>a{1,3})++(?=\d)", None, 1),
        (r"a.*b", None, 0),
        (r"a(?=.*b)", None, None),
    ],
)
def test_how_far_a_match_looks(pattern: str, around: int | None, ahead: int | None) -> None:
    compiled = re.compile(pattern)
    reach = reach_of(compiled, compiled)
    expected = (None if size is None else size + 2 for size in (around, ahead))
    assert (reach.around, reach.ahead) == tuple(expected)


@pytest.mark.parametrize(
    ("pattern", "is_in_line"),
    [
        (r"a.*b", True),
        (r"(?s)a.*b", False),
        (r"a[^\n]b{2}", True),
        (r"a[^b]", False),
        (r"[\t-\r]|a", False),
        (r"(?:a|\s)", False),
        (r"[^\S]", False),
        (r"[^\W]+(?!\n)(?P<x>\S)", True),
        ("(?:a\n)?", False),
        (r"\D", False),
    ],
)
def test_whether_a_match_stays_in_its_line(pattern: str, *, is_in_line: bool) -> None:
    compiled = re.compile(pattern)
    assert reach_of(compiled, compiled).is_in_line == is_in_line
