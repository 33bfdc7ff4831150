"""The way back holds for any text, any findings, and what language models do to placeholders.

Names and numbers are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.decide import Ruling
from scanner.doc import Span
from scanner.errors import RestoreError
from scanner.finding import Finding
from scanner.message import Message
from scanner.placeholders import Label
from scanner.policy import Policy, Verdict
from scanner.restoring import HOLD_BACK, RestoreStream, restore
from scanner.transform import redact

POLICY = Policy.default()
TYPES = ["PERSON", "ORGANIZATION", "IP_ADDRESS", "DK_P_NUMBER", "DATE_OF_BIRTH", "NOT_IN_POLICY"]
MAPPING = {
    "[PERSON_1000000]": "Riis",
    "[PERSON_1]": "Bo Holm",
    "[PERSON_1b]": "bo holm",
    "[IP-ADRESSE_1]": "192.0.2.7",
    "[FØDSELSDATO_2]": "3. maj 1871",
}


def ruling(start: int, end: int, entity_type: str = "PERSON") -> Ruling:
    finding = Finding(entity_type, Span(start, end), 0.9, "Trial", Message("prøve", "trial"))
    return Ruling(finding, Verdict.REDACT, "tvivl")


def there_and_back(text: str, *places: tuple[int, int]) -> str:
    result = redact(text, [ruling(*place) for place in places], POLICY)
    return restore(result.text, result.mapping)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("C:\\Mette", (3, 8)),  # the backslash is no escape of ours
        ("[Mette]", (1, 6)),
        ("\\[Mette\\]", (2, 7)),
        ("xPERSON_1", (0, 1)),  # what is left of the text reads like a placeholder
        ("PERSON_12", (8, 9)),
        ("[PERSON_1Bo", (9, 11)),
        ("[PERSON_Bo]", (8, 10)),
        ("P-NUMMER_1 Bo", (11, 13)),
        ("\ud800Bo\udfff", (1, 3)),
        ("", (0, 0)),
    ],
)
def test_what_stands_around_a_value_comes_back_as_it_was(text: str, place: tuple[int, int]) -> None:
    assert there_and_back(text, place) == text


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("[PERSON_1s] bil", "Bo Holms bil"),
        ("[PERSON_1's] car", "Bo Holm's car"),
        ("[PERSON_1b]s bil", "bo holms bil"),
        ("[PERSON1]", "Bo Holm"),
        ("[PERSON\N{NO-BREAK SPACE}1]", "Bo Holm"),
        ("_PERSON_1_", "_Bo Holm_"),
        (r"IP\_ADRESSE\_1", "192.0.2.7"),
        ("[ip adresse 1]", "192.0.2.7"),
        ("fødselsdato_2.", "3. maj 1871."),
        ("[PERSON_1]PERSON_1", "Bo HolmBo Holm"),
        ("[PERSON_1000000]s bil", "Riiss bil"),
    ],
)
def test_further_shapes_come_back(answer: str, expected: str) -> None:
    assert restore(answer, MAPPING) == expected


@pytest.mark.parametrize(
    "answer",
    ["person 1", "[PERSON_1c]", "PERSON_1c", "[PERSON_01]", "MIN_PERSON_1", "[person 3]", "[1]"],
)
def test_what_the_mapping_does_not_hold_stays(answer: str) -> None:
    assert restore(answer, MAPPING) == answer


@pytest.mark.parametrize("name", ["", "PERSON_1", "[person_1]", "[PERSON_0]", "[PERSON_1s]", "x"])
def test_a_key_that_is_no_placeholder_is_an_error_without_its_text(name: str) -> None:
    with pytest.raises(RestoreError) as caught:
        restore("x", {name: "KANARIE-7391"})
    assert "KANARIE-7391" not in str(caught.value)


def test_the_genitive_of_a_name_found_with_it_stays_outside() -> None:
    text = "Mette kom. Mettes bil, Mette's bil, Jens' bil"
    places = [(0, 5), (11, 17), (23, 30), (36, 40)]
    result = redact(text, [ruling(*place) for place in places], POLICY)
    assert result.text == "[PERSON_1] kom. [PERSON_1]s bil, [PERSON_1]'s bil, [PERSON_2]' bil"
    assert restore(result.text, result.mapping) == text


# Pieces that placeholders are made of, so that texts come close to them.
PIECES = st.one_of(
    st.sampled_from(["[", "]", "\\", "_", "-", " ", ".", "'", "s", "b", "1", "2", "12", "ø"]),
    st.sampled_from(["PERSON", "person", "IP-ADRESSE", "P-NUMMER", "Bo", "bo", "Bos"]),
    st.sampled_from(["[PERSON_1]", "PERSON_1", "[ANDET 2]", "\\[IP\\-ADRESSE\\_1"]),
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=14).map("".join),
    st.text(max_size=40),
    st.text("ab\ud800\n", max_size=9),
)


@st.composite
def texts_and_rulings(draw: st.DrawFn) -> tuple[str, list[Ruling]]:
    text = draw(TEXTS)
    at = st.integers(0, len(text))
    places = draw(st.lists(st.tuples(at, at, st.sampled_from(TYPES)), max_size=6))
    return text, [ruling(min(a, b), max(a, b), kind) for a, b, kind in places]


@given(texts_and_rulings())
def test_restoring_what_was_redacted_gives_the_text_back(
    case: tuple[str, list[Ruling]],
) -> None:
    text, rulings = case
    result = redact(text, rulings, POLICY)
    assert restore(result.text, result.mapping) == text


@given(texts_and_rulings())
def test_the_order_of_the_rulings_does_not_matter(case: tuple[str, list[Ruling]]) -> None:
    text, rulings = case
    assert redact(text, rulings, POLICY) == redact(text, rulings[::-1], POLICY)


CHANGES: list[tuple[Callable[[str], str], str]] = [
    (str.lower, "{}"),
    (str.title, "{}"),
    (lambda name: name.replace("_", " "), "{}"),
    (lambda name: name.replace("[", r"\[").replace("_", r"\_").replace("]", r"\]"), "{}"),
    (lambda name: name.strip("[]"), "{}"),
    (lambda name: f"**{name}**", "**{}**"),
    (lambda name: f"{name}s", "{}s"),
    (lambda name: name.replace("]", "'s]"), "{}'s"),
    (lambda name: name[1:], "{}"),
    (lambda name: name[:-1], "{}"),
]


@given(texts_and_rulings(), st.sampled_from(CHANGES), st.integers(1, 3))
def test_a_changed_moved_or_repeated_placeholder_becomes_its_value_and_nothing_else(
    case: tuple[str, list[Ruling]], change: tuple[Callable[[str], str], str], times: int
) -> None:
    result = redact(*case, POLICY)
    changed, frame = change
    names = [name for name in reversed(result.mapping) for _ in range(times)]
    answer = " | ".join(map(changed, names))
    assert restore(answer, result.mapping) == " | ".join(
        frame.format(result.mapping[name]) for name in names
    )


@given(texts_and_rulings())
def test_every_placeholder_reads_as_its_label(case: tuple[str, list[Ruling]]) -> None:
    for name in redact(*case, POLICY).mapping:
        assert str(Label.parse(name)) == name


def streamed(pieces: Iterable[str], mapping: dict[str, str]) -> str:
    stream = RestoreStream(mapping)
    return "".join([*map(stream.feed, pieces), stream.close()])


def split(text: str, cuts: Sequence[int]) -> list[str]:
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


ANSWERS = [
    "[PERSON_1]s bil",
    r"\[PERSON\_1b\]",
    "[PERSON_1]PERSON_1b's",
    "xPERSON_1 PERSON_12",
    r"IP\-ADRESSE\_1s.",
    "[person 1's ] [",
    "PERSON_1[PERSON_1",
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_short_answer_comes_back_the_same_at_every_split(answer: str) -> None:
    expected = restore(answer, MAPPING)
    places = range(1, len(answer))
    for count in range(4):
        for cuts in combinations(places, count):
            assert streamed(split(answer, cuts), MAPPING) == expected


@given(texts_and_rulings(), st.sampled_from(CHANGES), st.data())
def test_an_answer_comes_back_the_same_at_any_split(
    case: tuple[str, list[Ruling]], change: tuple[Callable[[str], str], str], data: st.DataObject
) -> None:
    result = redact(*case, POLICY)
    answer = result.text + "".join(map(change[0], result.mapping)) + data.draw(TEXTS)
    expected = restore(answer, result.mapping)
    cuts = data.draw(st.lists(st.integers(0, len(answer)), max_size=8).map(sorted))
    assert streamed(split(answer, cuts), result.mapping) == expected
    assert streamed(answer, result.mapping) == expected


@given(TEXTS, TEXTS)
def test_every_split_in_two_is_the_whole(before: str, after: str) -> None:
    answer = before + after
    expected = restore(answer, MAPPING)
    for cut in range(len(answer) + 1):
        assert streamed([answer[:cut], answer[cut:]], MAPPING) == expected


def test_without_hold_back_the_splits_differ() -> None:
    """The negative control of the tests above."""
    answer = "Hej [PERSON_1]s bil"
    at_once = ["".join(restore(piece, MAPPING) for piece in split(answer, [n])) for n in (6, 12)]
    assert restore(answer, MAPPING) not in at_once


def test_prose_is_given_at_once() -> None:
    prose = "Kære kunde, tak for mødet [i går]. Personer"
    assert RestoreStream(MAPPING).feed(prose) == prose


def test_no_more_than_the_hold_back_is_kept() -> None:
    word = "-".join("A" * 20) + "A"
    stream = RestoreStream({f"[{word}_123456789b]": "x"})
    longest = r"\[ " + word.replace("-", r"\-") + r"\_123456789b's " + "\\"
    assert [stream.feed(sign) for sign in longest] == [""] * len(longest)
    assert len(longest) <= HOLD_BACK
    assert stream.feed("x") == "x's \\x"


def test_a_stream_shows_nothing_of_its_mapping() -> None:
    stream = RestoreStream({"[PERSON_1]": "KANARIE-7391"})
    stream.feed("KANARIE [PER")
    assert "KANARIE" not in repr(stream)
