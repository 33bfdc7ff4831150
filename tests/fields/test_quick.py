"""Labelled values are the same when no line and no delimiter is left out for want of a sign."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.generated import generated
from scanner.fields import fields, lines, markup, open_frame, tables

TEXTS = Path(__file__).parents[2] / "benchmarks" / "texts" / "dev.jsonl"
PIECES = [
    *(
        "Navn: Bo",
        "CPR-nr.:",
        "**Navn**: x",
        " | ",
        "a;b",
        "\n",
        "\n\n",
        "Tlf :\t1",
        "x: y: z",
        "a;b\n1;2\n",
        "|a|b|\n|-|-|\n",
        "a  b\n",
        "---\n",
        "x\n",
        ":",
    ),
    *('x="y z"', "k = v", '{"k": {"a": 1}}', "]}", "d='", "A=[b:c]"),
    *("kl. 9:30", "1) By: Ry", "- Vej:", "Kunde: X  By: Y", "(Sag: 1)", "a,b,c", "  ", '"a;b";c'),
    *(
        "a, b, c\n1,2,3\n",
        ", " + "x" * 39 + ", ",
        f"{'y ' * 22}, b, c\n",
        " " * 41 + ",b,c\n",
        '"' * 41,
    ),
    *("\r\nNavn: x\r\n", "note. Navn: x", "·Navn: x", "\u2028Navn: x", "Navn:\x0bx", "Æ: ", "1: "),
]
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=15).map("".join)


def both(text: str) -> object:
    return fields(text), open_frame(text)


def compare(texts: list[str]) -> None:
    quick = [both(text) for text in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_labels", lines._LABEL.finditer)  # noqa: SLF001  # all of the text
        patch.setattr(markup, "_in_lines", lambda pattern, _, text: pattern.finditer(text))
        patch.setattr(tables, "_ROWS", re.compile(""))
        patch.setattr(tables, "_is_prose", lambda line: False)  # noqa: ARG005  # any
        patch.setattr(tables, "_last_table", lambda text: 0)  # noqa: ARG005  # any
        patch.setattr(tables, "_may_be_cut", lambda line, by: by or "  " in line)
        assert [both(text) for text in texts] == quick


def test_on_labelled_and_generated_texts() -> None:
    rows = TEXTS.read_text(encoding="utf-8").splitlines()
    compare([*(json.loads(row)["text"] for row in rows), *generated(500)])


@settings(max_examples=500, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=5))
def test_on_any_text(texts: list[str]) -> None:
    compare(texts)


def test_a_sign_that_is_too_narrow_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "_END", re.compile(":$"))
    with pytest.raises(AssertionError):
        compare(["Navn: Bo"])
