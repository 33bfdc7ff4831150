"""A long text is cut where no name stands, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scanner.nlp.segments import segments


@given(st.text(alphabet="ab \n;", max_size=300), st.integers(min_value=2, max_value=40))
def test_segments_adjoin_and_cover_everything(text: str, longest: int) -> None:
    spans = list(segments(text, longest))
    assert "".join(span.of(text) for span in spans) == text
    assert all(0 < len(span) <= longest for span in spans)


def test_cut_is_at_a_line_end_rather_than_in_a_name() -> None:
    text = "Kære Anne Holm\nTak for mailen"
    assert [span.of(text) for span in segments(text, 20)] == ["Kære Anne Holm\n", "Tak for mailen"]


def test_cut_is_at_a_blank_when_there_is_no_line_end() -> None:
    text = "Tak til Anne Holm for mødet"
    assert [span.of(text) for span in segments(text, 12)] == ["Tak til ", "Anne Holm ", "for mødet"]


def test_a_run_without_any_border_is_cut_all_the_same() -> None:
    assert [len(span) for span in segments("x" * 25, 10)] == [10, 10, 5]
