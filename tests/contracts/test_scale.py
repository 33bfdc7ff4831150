"""What docs/scale.md says of time and price is what was measured."""

from __future__ import annotations

import json

import pytest

from benchmarks.scale import BEGIN, END, FIGURES, PAGE, figures, page

TOLD = {
    "documents": 100,
    "bytes": 200_000,
    "characters": 100_000,
    "one worker": {"documents/s": 20.0},
    "two workers": {"documents/s": 36.0},
    "efficiency": 1.8,
    "worker peak MB": 300,
    "times presidio": {"as it comes": 2.5},
    "machine": "x86_64, 2 cores",
    "commit": "0123456",
}


def test_the_page_says_what_was_measured() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text, json.loads(FIGURES.read_text(encoding="utf-8"))) == text


def test_ten_million_documents_are_computed() -> None:
    told = figures(TOLD)
    assert "| 2 | 77.2 hours | 46 kr. |" in told  # 10,000,000 / 20 / 3,600 / 0.9 / 2
    assert "cost what 20 of these" in told
    assert "- as it comes: 2.5 ×" in told
    assert figures(TOLD | {"efficiency": 0.9}) != told


@pytest.mark.parametrize("old", ["", "old figures\n"])
def test_the_rest_of_the_page_stays(old: str) -> None:
    text = f"before\n{BEGIN}{old}{END}after\n"
    assert page(text, TOLD) == f"before\n{BEGIN}{figures(TOLD)}{END}after\n"
