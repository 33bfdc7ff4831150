"""Parts laid out as texts: nothing is lost on the way, and every row stands below its headers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scanner.doc import Doc, Part, Span
from scanner.finding import Finding
from scanner.layout import Layout
from scanner.message import Message
from scanner.windows import WINDOW

HEADERS = ("Navn", "Telefon", "Bemærkning")
PART = st.builds(
    Part,
    text=st.text("ab1 \n\t", max_size=30),
    header=st.sampled_from(["", "Navn", "navn", "nr. 7", "Telefon"]),
    row=st.integers(0, 3),
)


def table(rows: int, width: int = 20) -> list[Part]:
    return [
        Part(f"{header[0]}{row:05}".ljust(width, "x"), header=header, row=row)
        for row in range(1, rows + 1)
        for header in HEADERS
    ]


def found(part: int, span: Span) -> Finding:
    return Finding("X", span, 1.0, "x", Message("x", "x"), part)


@given(st.lists(PART, max_size=40))
def test_every_part_is_laid_out_once_and_found_again(parts: list[Part]) -> None:
    layout = Layout.of(Doc(tuple(parts)))
    everything = [found(at, Span(0, len(part.text))) for at, part in enumerate(layout.doc.parts)]
    back = [(each.part, each.span) for each in layout.back(everything) if each.span]
    assert sorted(back) == [
        (at, Span(0, len(each.text))) for at, each in enumerate(parts) if each.text
    ]


def test_rows_of_a_long_table_stand_below_their_headers_and_are_looked_at_once() -> None:
    layout = Layout.of(Doc(tuple(table(1_000))))
    assert len(layout.doc.parts) > 1
    for sheet in layout.doc.parts:
        assert sheet.text.startswith("\t".join(HEADERS).casefold() + "\n")
        assert len(sheet.text) <= WINDOW


def test_a_table_of_long_rows_keeps_enough_of_them_together() -> None:
    layout = Layout.of(Doc(tuple(table(60, width=1_000))))
    assert [sheet.text.count("\n") - 1 for sheet in layout.doc.parts] == [20, 20, 20]


def test_what_stands_above_a_table_stays_with_it() -> None:
    parts = [Part("Medlemmer:"), *table(30), Part("I alt 30")]
    (sheet,) = Layout.of(Doc(tuple(parts))).doc.parts
    assert sheet.text.startswith("Medlemmer:\nnavn\ttelefon\tbemærkning\n")
    assert sheet.text.endswith("I alt 30\n")
