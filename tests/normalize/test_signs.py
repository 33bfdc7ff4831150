"""What is not read because no sign of it is seen would have been read as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.generated import generated
from scanner import normalize
from scanner.normalize import SIGNS, clean, joined, nested, views
from scanner.signs import Signs

TEXTS = Path(__file__).parents[2] / "benchmarks" / "texts" / "dev.jsonl"
ALL = frozenset(joined.JOINED_SIGNS) | frozenset(nested.NESTED_SIGNS)
PIECES = [
    *("1 3 0 3 0 2", "150380-\n1234", "150380\n-1234", "150380\n1234", "|150380 | 1234|", "- \n>"),
    *("DK50 0040\n0440 1162", "4040\n44", "nul fem nul otte", "femten, en ti", "Fem-Og 12 ET én o"),
    *("bo snabel-a lund punktum dk", "bo(at)lund.dk", "bo @ lund.dk", "bo{ a }x", " dot ", "Prik"),
    *(
        "%C3%A6",
        "%2d",
        "%",
        "+APg-",
        r"\u00f8",
        r"\\x41",
        "a\x08",
        "0101\n58-5670",
        "010158-56\n70",
        "|0 | 1|0\t1\t5|8|5|",
        "\n1\n2\n3\n",
        "\x1b[1m",
        "a\x08b",
        "Y3ByIDAxMDE1OC01Njcw",
        "Y3ByIDAxMDE1OC\n> 01Njcw",
        "-" * 16,
    ),
    *(
        "&aelig;",
        "&#230;",
        "&x;",
        "H&M;",
        "\r\n",
        "\r",
        "\u200b",
        "\xad",
        "e\u0301",
        "a\u200b\u030a",
    ),
    *(
        "0101<b>58</b>",
        "010158</td> <td>5670",
        "<!-- x -->",
        "<br>",
        "5670</",
        "'1' + \"2\"",
        "\\'",
    ),
    *(
        "1-5-0-3-8-0-1-2-3-4",
        "15*03*80*1234",
        "150380 (1234)",
        "28*40*98*27",
        "2O11",
        "l4",
        "*",
        "(",
    ),
    *("31 35 30 33 38 30 2d 31", "3135303338302d31", "0x31,", "0101**58**", "`"),
    *("40_ _22", "**58** **56**", "¹01"),
    *("010158-5-6-7-0", "150380-12 34", "k a @ b r i x . d k", "D K 5 0 0 0 4 0", "bo@lund,dk"),
    *("010158', '-5670", "0,1,0,1,5,8,5", "1; 2", "N'", '" . "', "1'\n"),
    *('a = "010158"', "b = '5670'\n", " a + b", "${a}-${b}", "NR=010158-", "a: 010158", r"a\-b"),
    *('010158".concat("-", "5670', '"{}-{}".format("010158", "5670")', r"010158\-5670", "\\@"),
    *("сpr", "٣", "１", "–", "“”", "\x85", "µ", "²", "½", "\ud800", "\x00", "1", "2 ", "\n", "İ"),
]
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=12).map("".join)


class _All:
    """Sees every sign in every text."""

    def seen(self, text: str) -> Iterable[str]:
        return ALL


def test_on_labelled_and_generated_texts() -> None:
    rows = TEXTS.read_text(encoding="utf-8").splitlines()
    texts = [*(json.loads(row)["text"] for row in rows), *generated(500)]
    compare(texts)


@settings(max_examples=500, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=5))
def test_on_any_text(texts: list[str]) -> None:
    compare(texts)


def compare(texts: list[str]) -> None:
    """The views of each text are those of a reading that leaves out nothing."""
    quick = [views(text) for text in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(normalize, "SIGNS", _All())
        patch.setattr(normalize, "has_plain_characters", lambda _: False)
        patch.setattr(clean, "_is_clean", lambda _: False)
        patch.setattr(clean, "_BEHIND", re.compile(""))  # always looked for
        assert [views(text) for text in texts] == quick


def test_a_sign_that_is_too_narrow_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(normalize, "SIGNS", Signs({"mail": joined.JOINED_SIGNS["mail"]}))
    with pytest.raises(AssertionError):
        compare(["1 3 0 3 0 2 - 4 0 0 6"])


@pytest.mark.parametrize("name", sorted(ALL))
def test_each_sign_is_seen_somewhere_and_not_everywhere(name: str) -> None:
    seen = [name in SIGNS.seen(piece) for piece in PIECES]
    assert any(seen)
    assert not all(seen)
