"""A relaxed pattern matches wherever the pattern does; a recognizer finds nothing without one."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

import hyperscan
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from presidio_analyzer import EntityRecognizer

from scanner.fields import fields
from scanner.hotpath.triggers import Triggers
from scanner.policy import Policy
from scanner.recognizers import ALL
from scanner.recognizers.house import House
from scanner.signs import folded, may_differ, relaxed
from scanner.sought import Sought

_HOUSE = House(Policy.load())
PATTERNS = {
    f"{kind.__name__}-{at}": pattern.sign if isinstance(pattern, Sought) else pattern
    for kind in ALL
    for at, pattern in enumerate(kind.for_house(_HOUSE).triggers or ())
}


@pytest.fixture(scope="module")
def triggers() -> Triggers:
    return Triggers([kind.for_house(_HOUSE) for kind in ALL])


def matches(expressions: Sequence[str], text: str) -> bool:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=[expression.encode() for expression in expressions],
        flags=[hyperscan.HS_FLAG_DOTALL | hyperscan.HS_FLAG_SINGLEMATCH] * len(expressions),
    )
    found: list[int] = []
    database.scan(folded(text), match_event_handler=lambda index, *_: found.append(index))
    return bool(found)


@pytest.mark.parametrize("name", PATTERNS)
def test_what_a_trigger_matches_its_relaxed_form_matches(name: str) -> None:
    pattern = PATTERNS[name]
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    expressions = relaxed(pattern).all
    database.compile(
        expressions=[expression.encode() for expression in expressions],
        flags=[hyperscan.HS_FLAG_DOTALL | hyperscan.HS_FLAG_SINGLEMATCH] * len(expressions),
    )

    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern), st.sampled_from(["", " ", "x", "\n", "Å", "–"]))
    def holds(matched: str, beside: str) -> None:
        text = beside + matched + beside
        if not pattern.search(text):
            return
        found: list[int] = []
        database.scan(folded(text), match_event_handler=lambda index, *_: found.append(index))
        assert found

    holds()


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(?i)sag\d", "ſAG٣"),  # a long s, an Arabic digit
        (r"(?i)kunde", "\u212aUNDE"),  # the Kelvin sign
        (r"(?i)id", "İD ıd"),
        (r"(?i)å", "\u212b"),  # the Ångström sign
        (r"[^\W\d_]{2}", "ÆØ"),
        (r"a\sb", "a\u2003b"),
        (r"(?P<sign>[ .])\d(?P=sign)", ".1."),
        (r"(?<![^\W_])x(?![^\W_])", "«x–"),
        (r"(?:(?<![^\W_])|(?<=cvr))\d", "cvr1"),
        (r"[^\n]–", "x–"),
        (r"a++b", "aab"),
    ],
)
def test_signs_that_are_alike(pattern: str, text: str) -> None:
    assert re.search(pattern, text)
    assert matches(relaxed(re.compile(pattern)).all, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\d{4}", "123"),
        (r"(?<![^\W_])cvr", "xcvr"),
        (r"cvr(?![^\W_])", "cvræ"),
        (r"(?P<sign>[ .])\d(?P=sign)", ".1x"),
        (r"[^\W\d_]\d", "1_1"),
    ],
)
def test_it_is_as_narrow_as_it_can_be(pattern: str, text: str) -> None:
    assert not matches(relaxed(re.compile(pattern)).all, text)


def test_a_folded_text_has_one_byte_for_each_code_point() -> None:
    for text in ("Æble", "İſ\u212a", "😀 –", "ß", "e\u0301"):
        assert len(folded(text)) == len(text)


def test_no_recognizer_finds_anything_without_a_trigger(
    recognizers: Sequence[EntityRecognizer], corpus: list[str], generated_texts: list[str]
) -> None:
    triggers = Triggers(recognizers)
    for text in [*corpus, *generated_texts]:
        needed, _ = triggers.look(text, partial(labels_of, text))
        for at, recognizer in enumerate(recognizers):
            if at not in needed:
                assert not recognizer.analyze(text, [], None)


def labels_of(text: str) -> list[str]:
    return [field.label for field in fields(text)]


LABELS = sorted(
    {label for kind in ALL for label in kind.for_house(_HOUSE).labels}, key=lambda p: p.pattern
)
BLANKS = st.sampled_from([" ", "  ", "\t", "\xa0", "\n", " \n "])
PLACES = st.sampled_from(
    ["{}: 1", 'x "{}": "1"', "a;{}\n1;2", "<{}>1</x>", "INSERT INTO t (a, {}) VALUES (1, 2)"]
)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(LABELS).flatmap(lambda label: st.from_regex(label, fullmatch=True)),
    PLACES,
    st.sampled_from([str, str.upper, str.title, lambda s: s.replace("ss", "ß")]),
    st.tuples(BLANKS, st.sampled_from(["", "x", "x ", "."])),
)
def test_labels_are_asked_for_where_one_may_count(
    triggers: Triggers, written: str, place: str, spell: Any, around: tuple[str, str]
) -> None:
    blank, beside = around
    text = place.format(beside + spell(written).replace(" ", blank) + beside[::-1])
    asked: list[str] = []

    def labels() -> list[str]:
        asked.append(text)
        return labels_of(text)

    triggers.look(text, labels)
    if any(label.search(each) for label in LABELS for each in labels_of(text)):
        assert asked


def test_labels_are_not_asked_for_where_none_counts(triggers: Triggers) -> None:
    def asked() -> list[str]:
        raise AssertionError

    triggers.look("level: info\nrequest id=8f3kd92k path=/v1/scan; status=200; ms=12", asked)


@pytest.mark.parametrize("sign", list("ßẞﬁǰŉ\u1e96"))
def test_a_character_that_is_another_in_a_label_is_known(sign: str) -> None:
    assert may_differ(f"æ{sign}")


def test_all_such_characters_are_known() -> None:
    for sign in map(chr, range(sys.maxunicode + 1)):
        assert may_differ(sign) == (folded(sign.casefold()) != folded(sign))


def test_a_construct_it_does_not_know_is_refused_not_guessed() -> None:
    with pytest.raises(ValueError, match="not known"):
        relaxed(re.compile(r"(a)?b(?(1)c|d)"))
