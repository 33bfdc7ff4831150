"""Redaction and the way back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.decide import Ruling
from scanner.doc import Span
from scanner.errors import InputError, RestoreError
from scanner.finding import Finding
from scanner.message import Message
from scanner.policy import Policy, Verdict
from scanner.restoring import restore
from scanner.transform import Redacted, numbering_of, redact

POLICY = Policy.default()
KEY = b"0123456789abcdef0123456789abcdef"
TYPES = ["PERSON", "ORGANIZATION", "DK_CPR", "SOMETHING_NEW"]


def ruling(
    start: int, end: int, entity_type: str = "PERSON", action: Verdict = Verdict.REDACT
) -> Ruling:
    reason = Message("prøve", "trial")
    return Ruling(Finding(entity_type, Span(start, end), 0.9, "Trial", reason), action, "tvivl")


def redacted(text: str, *values: str, entity_type: str = "PERSON") -> Redacted:
    places = [m.span() for value in values for m in re.finditer(re.escape(value), text)]
    return redact(text, [ruling(*place, entity_type) for place in places], POLICY)


def test_same_value_same_number_and_order_of_appearance() -> None:
    text = "Bo ringede til Ea. Ea svarede Bo."
    assert redacted(text, "Ea", "Bo").text == (
        "[PERSON_1] ringede til [PERSON_2]. [PERSON_2] svarede [PERSON_1]."
    )


def test_another_spelling_keeps_the_number_and_comes_back_as_it_was() -> None:
    result = redacted("Mette og mette", "Mette", "mette")
    assert result.text == "[PERSON_1] og [PERSON_1b]"
    assert restore("[PERSON_1b]s mail, [PERSON_1]", result.mapping) == "mettes mail, Mette"


def test_a_number_written_in_two_ways_is_one_number() -> None:
    result = redacted("010158-5670 / 0101585670", "010158-5670", "0101585670", entity_type="DK_CPR")
    assert result.text == "[CPR_1] / [CPR_1b]"


def test_the_genitive_stays_outside() -> None:
    assert redacted("Mettes mail", "Mette").text == "[PERSON_1]s mail"


def test_a_placeholder_that_the_text_writes_itself_is_not_given_again() -> None:
    text = "I skabelonen står [PERSON_1] og person_2, men Bo ringede."
    result = redacted(text, "Bo")
    assert "[PERSON_3] ringede" in result.text
    assert restore(result.text, result.mapping) == text


@pytest.mark.parametrize(
    ("action", "is_hidden"),
    [
        (Verdict.ALLOW, False),
        (Verdict.WARN, False),
        (Verdict.REDACT, True),
        (Verdict.BLOCK, True),
    ],
)
def test_only_redact_and_block_are_replaced(action: Verdict, *, is_hidden: bool) -> None:
    result = redact("Bo", [ruling(0, 2, action=action)], POLICY)
    assert (result.text != "Bo") is is_hidden


def test_overlapping_findings_are_one_edit_of_the_worst_type() -> None:
    rulings = [ruling(0, 7), ruling(3, 12, "DK_CPR", Verdict.BLOCK)]
    assert redact("abcdefghijklmn", rulings, POLICY).text == "[CPR_1]mn"


def test_mask_keeps_the_length_and_nothing_else() -> None:
    assert redact("Bo Holm her", [ruling(0, 7)], POLICY, "mask").text == "******* her"


def test_hash_is_keyed() -> None:
    one, other = (
        redact("Bo", [ruling(0, 2)], POLICY, "hash", key).text for key in (KEY, KEY[::-1])
    )
    assert one != other
    assert re.fullmatch(r"[0-9a-f]{16}", one)


def test_encrypt_hides_the_value() -> None:
    assert "Bo" not in redact("Bo", [ruling(0, 2)], POLICY, "encrypt", KEY).text


@pytest.mark.parametrize(
    ("operator", "key"), [("hash", None), ("hash", b"kort"), ("encrypt", b"kort"), ("nix", KEY)]
)
def test_a_wrong_operator_or_key_is_an_error(operator: str, key: bytes | None) -> None:
    with pytest.raises(InputError):
        redact("Bo", [ruling(0, 2)], POLICY, operator, key)


ANSWERS = [
    ("[PERSON_1]", "Bo Holm"),
    ("Kære [PERSON_1], tak", "Kære Bo Holm, tak"),
    ("[PERSON_1]s bil", "Bo Holms bil"),
    ("[PERSON_1]'s car", "Bo Holm's car"),
    ("**[PERSON_1]**", "**Bo Holm**"),
    ("[Person_1] og [person_1]", "Bo Holm og Bo Holm"),
    ("[PERSON 1]", "Bo Holm"),
    ("[PERSON-1]", "Bo Holm"),
    (r"\[PERSON\_1\]", "Bo Holm"),
    ("PERSON_1 kommer", "Bo Holm kommer"),
    ("PERSON_1s bil", "Bo Holms bil"),
    ("[PERSON_1 kommer", "Bo Holm kommer"),
    ("PERSON_1]", "Bo Holm"),
    ("[ PERSON_1 ]", "Bo Holm"),
]
UNTOUCHED = ["person 1 kommer", "[PERSON_2]", "[PERSON_11]", "PERSON_1x2", "OVERPERSON_1", "[1]"]


@pytest.mark.parametrize(("answer", "expected"), ANSWERS)
def test_placeholders_come_back_however_a_model_writes_them(answer: str, expected: str) -> None:
    assert restore(answer, {"[PERSON_1]": "Bo Holm"}) == expected


@pytest.mark.parametrize("answer", UNTOUCHED)
def test_what_is_not_in_the_mapping_stays(answer: str) -> None:
    assert restore(answer, {"[PERSON_1]": "Bo Holm"}) == answer


def test_a_value_that_looks_like_a_placeholder_is_not_replaced_again() -> None:
    mapping = {"[PERSON_1]": "[PERSON_2]", "[PERSON_2]": "Bo"}
    assert restore("[PERSON_1] [PERSON_2]", mapping) == "[PERSON_2] Bo"


def test_a_mapping_of_something_else_is_an_error() -> None:
    with pytest.raises(RestoreError):
        restore("x", {"": "y"})


TEXTS = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("[]_\\ PERSON1bsmette")), max_size=80
)


@st.composite
def texts_and_rulings(draw: st.DrawFn) -> tuple[str, list[Ruling]]:
    text = draw(TEXTS)
    places = draw(
        st.lists(
            st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(TYPES)),
            max_size=8,
        )
    )
    return text, [ruling(min(a, b), max(a, b), kind) for a, b, kind in places]


@given(texts_and_rulings())
def test_restoring_what_was_redacted_gives_the_text_back(
    given_text: tuple[str, list[Ruling]],
) -> None:
    text, rulings = given_text
    result = redact(text, rulings, POLICY)
    assert restore(result.text, result.mapping) == text


@given(texts_and_rulings())
def test_what_stands_outside_the_findings_is_kept(
    given_text: tuple[str, list[Ruling]],
) -> None:
    text, rulings = given_text
    hidden = {i for r in rulings for i in range(r.start, r.end)}
    kept = "".join(c for i, c in enumerate(text) if i not in hidden)
    result = redact(text, rulings, POLICY)
    rest = result.text
    for name in result.mapping:
        rest = rest.replace(name, "")
    assert rest == kept or any(name in kept for name in result.mapping)


def test_a_conversation_goes_on_with_its_placeholders() -> None:
    numbers = numbering_of(POLICY)
    numbers.know({"[PERSON_2]": "Bo", "[PERSON_2b]": "BO", "[CPR_1]": "0101585670"})
    values = [("PERSON", "Bo"), ("PERSON", "BO"), ("PERSON", "Ea"), ("DK_CPR", "010158-5670")]
    given = numbers.give(values, [])
    assert [given[value] for value in values] == [
        "[PERSON_2]",
        "[PERSON_2b]",
        "[PERSON_3]",
        "[CPR_1b]",  # the same number, written otherwise
    ]


def test_a_text_may_write_the_placeholders_of_its_conversation() -> None:
    numbers = numbering_of(POLICY)
    numbers.know({"[PERSON_1]": "Bo"})
    numbers.give([("PERSON", "Ea")], [])
    assert numbers.clashes("[PERSON_1] er kendt, [PERSON_2] er ny.") == [Span(21, 31)]
    assert numbers.fork().clashes("[PERSON_1] er kendt.") == []
