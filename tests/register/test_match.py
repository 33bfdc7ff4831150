"""Values of the register in texts: every spelling, and nothing else. All names are invented."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scanner.register import Fault, Register, RegisterEditor, matches

from .conftest import KEY, Build, found, is_everyday

FIRM, PERSON, NUMBER = "ORGANIZATION", "PERSON", "CUSTOMER_ID"


@pytest.mark.parametrize(
    ("value", "entity_type", "text", "expected"),
    [
        ("Fjordlyst Bageri ApS", FIRM, "hos Fjordlyst Bageri i går", "Fjordlyst Bageri"),
        ("Fjordlyst Bageri", FIRM, "hos Fjordlyst Bageri ApS i går", "Fjordlyst Bageri ApS"),
        ("Fjordlyst Bageri ApS", FIRM, "FJORDLYST BAGERI APS", "FJORDLYST BAGERI APS"),
        ("Fjordlyst Bageri ApS", FIRM, "fjordlyst bageris ejer", "fjordlyst bageri"),
        ("Fjordlyst Bageri", FIRM, "Fjordlyst Bageri's ejer", "Fjordlyst Bageri"),
        ("Fjordlyst Bageri", FIRM, "Fjordlyst\nBageri", "Fjordlyst\nBageri"),
        ("A/S Ærøsund Færger", FIRM, "aeroesund faerger", "aeroesund faerger"),
        ("Ærøsund Færger", FIRM, "A/S Ærøsund Færger", "A/S Ærøsund Færger"),
        ("Aalborg Saa", FIRM, "Ålborg Så lukker", "Ålborg Så"),
        ("Petersen & Søn", FIRM, "Petersen og Soen", "Petersen og Soen"),
        ("Søn-Gaard", FIRM, "Søn Gård", "Søn Gård"),
        ("André Lundtoft", PERSON, "Andre Lundtofts bil", "Andre Lundtoft"),
        ("Lundtoft, André", PERSON, "spurgte André Lundtoft om", "André Lundtoft"),
        ("K-10234/22", NUMBER, "sag K10234 22.", "K10234 22"),
        ("K10234", NUMBER, "sag K-10234", "K-10234"),
        ("13585628", "DK_CVR", "CVR DK13585628", "DK13585628"),
        ("13585628", "DK_CVR", "CVR 13 58 56 28", "13 58 56 28"),
        ("+45 32 12 34 56", "PHONE_NUMBER", "ring 32123456", "32123456"),
        ("bo@lundtoft.example", "EMAIL_ADDRESS", "Bo@Lundtoft.example", "Bo@Lundtoft.example"),
        ("Strandengen 14, 5960 Marstal", "ADDRESS", "Strandengen 14 5960 marstal", None),
        ("J. P. Holm", PERSON, "J.P. Holm", "J.P. Holm"),
        ("Bølge ApS", FIRM, "Hos Bølge ringede", "Bølge"),
        ("Bølge ApS", FIRM, "hos bølge aps", "bølge aps"),
        ("HK ApS", FIRM, "hos HK ApS", "HK ApS"),
        ("Nr. 1 ApS", FIRM, "Nr. 1 ApS", "Nr. 1 ApS"),
    ],
)
def test_found(build: Build, value: str, entity_type: str, text: str, expected: str | None) -> None:
    register = build([(value, entity_type)])
    assert [(expected or text, entity_type)] == found(register, text)


@pytest.mark.parametrize(
    ("value", "entity_type", "text"),
    [
        ("Fjordlyst Bageri", FIRM, "Fjordlystbageri"),
        ("Fjordlyst Bageri", FIRM, "Fjordlyst. Bageriet"),
        ("Fjordlyst Bageri", FIRM, "Vi så Fjordlyst. Bageri er der også."),
        ("Fjordlyst Bageri", FIRM, "Fjordlyst\n\nBageri"),
        ("Fjordlyst Bageri", FIRM, "Fjordlyst; Bageri"),
        ("Fjordlyst", FIRM, "Nyfjordlyst og Fjordlysten"),
        ("K-10234", NUMBER, "AK-102345 og K-1023"),
        ("K-10234", NUMBER, "AK10234"),
        ("Bølge ApS", FIRM, "bølge efter bølge"),
        ("Hus og Have A/S", FIRM, "alt i hus og have"),
        ("HK ApS", FIRM, "spørg HK om det"),
        ("Nr. 1 ApS", FIRM, "vi er nr. 1 i år"),
        ("1928 ApS", FIRM, "det var i 1928"),
        ("12345", NUMBER, "det koster 12.345 kr."),
    ],
)
def test_not_found(build: Build, value: str, entity_type: str, text: str) -> None:
    assert found(build([(value, entity_type)]), text) == []


def test_short_numbers_need_a_label(build: Build) -> None:
    register = build([("4711", NUMBER), ("471112", NUMBER)])
    assert [match.needs_label for match in matches(register, "4711 og 471112")] == [True, False]


def test_the_longest_wins_and_overlaps_are_told(build: Build) -> None:
    register = build([("Nord", FIRM), ("Nord Biler", FIRM), ("Biler Vest", FIRM)])
    assert found(register, "Nord Biler Vest") == [("Nord Biler", FIRM), ("Biler Vest", FIRM)]


def test_a_value_of_two_types_is_both(build: Build) -> None:
    register = build([("Karla Ravn", FIRM), ("Karla Ravn", PERSON)])
    assert {(kind) for _, kind in found(register, "Karla Ravn")} == {FIRM, PERSON}


WORD = st.text("abcdefghijklmnopqrtuvxyzæøåé", min_size=4, max_size=10).filter(
    lambda word: word not in {"gmbh", "oyen"} and not is_everyday(word)
)
NAME = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
IDENTIFIER = st.from_regex(r"[A-Z]{1,3}-?[0-9]{4,9}(/[0-9]{2})?", fullmatch=True)
SPELLINGS = st.sampled_from(
    [
        str.upper,
        str.title,
        lambda name: name.replace("æ", "ae").replace("ø", "oe").replace("å", "aa"),
        lambda name: name.replace("é", "e"),
        lambda name: name.replace(" ", "-"),
        lambda name: name.replace(" ", "\n", 1),
    ]
)


def _register(values: list[tuple[str, str]]) -> Register:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.db"
        editor = RegisterEditor(KEY, is_everyday)
        for value, entity_type in values:
            editor.add(value, entity_type)
        editor.save(path)
        return Register.load(path, KEY)


@settings(max_examples=60, deadline=None)
@given(NAME, SPELLINGS, st.sampled_from(["", "s", "'s"]), st.sampled_from(["", " ApS", " A/S"]))
def test_whatever_is_imported_is_found(name: str, spell: object, genitive: str, form: str) -> None:
    assert callable(spell)
    written = spell(name)
    register = _register([(name + form, FIRM)])
    for ending in (genitive, form):
        text = f"Vi talte med {written}{ending}, og det gik godt."
        hits = [match.span for match in matches(register, text)]
        assert any(span.start == 13 and span.end >= 13 + len(written) for span in hits)


@settings(max_examples=60, deadline=None)
@given(IDENTIFIER, st.sampled_from(["-", " ", "/", ""]))
def test_a_number_is_found_however_it_is_grouped(value: str, separator: str) -> None:
    written = value.replace("-", separator).replace("/", separator)
    register = _register([(value, NUMBER)])
    assert found(register, f"Sagen {written} er lukket.") == [(written, NUMBER)]


@settings(max_examples=60, deadline=None)
@given(st.lists(NAME, max_size=5), NAME)
def test_what_is_not_imported_is_not_found(imported: list[str], other: str) -> None:
    words = {word for name in imported for word in name.split()}
    assume(not words & {piece for word in other.split() for piece in (word, word.rstrip("s"))})
    assert found(_register([(name, FIRM) for name in imported]), f"x {other} y") == []


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200))
def test_spans_stay_inside_whatever_the_text(value: str, text: str) -> None:
    try:
        register = _register([(value, NUMBER)])
    except Fault:
        return
    for match in matches(register, text + value + text):
        assert match.span.of(text + value + text)


@pytest.mark.parametrize("text", ["1" * 100_000, "a" * 300_000, "7 " * 50_000, "\n" * 100_000])
def test_hostile_texts_come_to_an_end(build: Build, text: str) -> None:
    register = build([("K-10234/22", NUMBER), ("a a a", FIRM)])
    assert found(register, text) == []
