"""What goes to a process that looks at texts, and back, arrives as it was."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scanner.doc import Part, Span
from scanner.finding import Finding, Gap, GapReason
from scanner.hotpath.kept import Known
from scanner.hotpath.wire import Question, answer_bytes, answer_from
from scanner.message import Message

# a lone surrogate is no character of UTF-8, and may be in a text that came as JSON
WORDS = st.text(st.characters(), max_size=20)
PLACES = st.integers(min_value=0, max_value=10**7)
SPANS = st.tuples(PLACES, PLACES).map(lambda pair: Span(*sorted(pair)))
FINDINGS = st.builds(
    Finding, WORDS, SPANS, st.floats(0, 1), WORDS, st.builds(Message, WORDS, WORDS)
)
GAPS = st.builds(Gap, st.sampled_from(GapReason), WORDS)
PARTS = st.builds(Part, WORDS, WORDS, WORDS, PLACES, PLACES)


@given(PARTS, st.none() | st.floats(0, 1e6))
def test_a_question_arrives_as_it_was(part: Part, seconds: float | None) -> None:
    question = Question(part, seconds)
    assert Question.from_bytes(question.to_bytes()) == question


@given(st.lists(FINDINGS), st.lists(GAPS))
def test_an_answer_arrives_as_it_was(findings: list[Finding], gaps: list[Gap]) -> None:
    known = Known(tuple(findings), tuple(gaps))
    come = answer_from(answer_bytes(known))
    assert come == known
    assert come != replace(known, gaps=(*gaps, Gap(GapReason.TIMEOUT)))


def test_what_failed_is_no_answer() -> None:
    assert answer_from(answer_bytes(None)) is None
    assert answer_from(answer_bytes(Known((), ()))) == Known((), ())
