"""Offsets in the units others count in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from api.requests import MAX_BATCH, RedactRequest, RestoreRequest, ScanBatch
from api.schemas import OffsetUnit, convert

TEXT = "😀 cvr 13585628"


@pytest.mark.parametrize(
    ("unit", "start"), [(OffsetUnit.CODEPOINT, 6), (OffsetUnit.UTF16, 7), (OffsetUnit.BYTE, 9)]
)
def test_the_number_after_an_emoji(unit: OffsetUnit, start: int) -> None:
    index = TEXT.index("1")
    assert convert(TEXT, [index], unit) == {index: start}


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_offsets_cut_the_same_piece_in_every_unit(text: str, data: st.DataObject) -> None:
    end = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, end))
    piece = text[start:end]
    at = convert(text, [end, start], OffsetUnit.BYTE)
    assert text.encode()[at[start] : at[end]].decode() == piece
    at = convert(text, [end, start], OffsetUnit.UTF16)
    assert text.encode("utf-16-le")[2 * at[start] : 2 * at[end]].decode("utf-16-le") == piece


def test_many_offsets_take_one_pass() -> None:
    text = "æ😀" * 50_000
    at = convert(text, range(len(text) + 1), OffsetUnit.BYTE)
    assert at[len(text)] == len(text.encode())


def test_requests_never_show_their_text() -> None:
    canary = "Ravnhild Skjoldmose"
    shown = repr(
        [
            RedactRequest(text=canary),
            RestoreRequest(text=canary, mapping={"[PERSON_1]": canary}),
            ScanBatch.model_validate({"texts": [{"id": canary, "text": canary}]}),
        ]
    )
    assert canary not in shown


def test_a_batch_has_an_end() -> None:
    item = {"id": "a", "text": ""}
    ScanBatch.model_validate({"texts": [item] * MAX_BATCH})
    with pytest.raises(ValidationError):
        ScanBatch.model_validate({"texts": [item] * (MAX_BATCH + 1)})
