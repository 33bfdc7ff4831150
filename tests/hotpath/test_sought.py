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
from scanner.sought import Seen, Sought, seeing, sought


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


HARD = [
    sought(r"(?<!1)1[12]{1,3}(?!1)"),
    sought(r"\b12+?(?=\n2)"),
    sought(r"(?m)^1(?:21|2)(?!\w)"),
    sought(r"(?<=2 )1{2}$"),
    sought(r"2\W+1"),
]
TRIGGERS = Triggers([_Any(HARD)])


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
    seen = Seen(text, {pattern: 10}, {})
    with seeing(seen):
        assert not spans(pattern, text)
        assert not pattern.may_match(text, 0, 5)
        assert spans(pattern, "nr 34") == [(3, 5)]  # it is another text
    assert spans(pattern, text) == [(3, 5)]


@pytest.mark.parametrize(
    ("pattern", "reach"),
    [
        (r"ab{2,4}", 5),
        (r"(?<=xy)a(?!\w{3})", 6),
        (r"a|bcd", 3),
        (r"(?P<sign>[ .]{1,2})\d(?P=sign)", 5),
        (r"(?>a{1,3})++", None),
        (r"a.*b", None),
    ],
)
def test_how_far_a_match_looks(pattern: str, reach: int | None) -> None:
    compiled = re.compile(pattern)
    assert reach_of(compiled, compiled) == (None if reach is None else reach + 2)
