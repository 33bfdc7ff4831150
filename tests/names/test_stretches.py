"""A text read by stretches gives the names of the text read at once, whatever was edited before."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.doc import Span
from scanner.names import NameReader, borders, memory, stretches
from scanner.names.knowledge import Knowledge
from scanner.names.memory import Memory
from scanner.names.name import Name
from scanner.names.words import Page
from scanner.nlp.artifacts import Artifacts, Entity

READER = NameReader()
TEXTS = Path(__file__).parents[2] / "benchmarks" / "texts"
PIECES = [
    *"""Hej Mette|Kære Bo og Lone,|Mvh Lone Riis|Venlig hilsen|/Mette|Mette Holm|Holm, Pernille
Bukola Adeyemi (Sunbird)|Nordlys Bageri ApS|Nordlys|Zenit Yoga|Zenit|Bo|bo|mette|hos Den Glade Gås
- Havtorn|- Klitmøller Garn ApS|- Fjordbyg A/S|* Stof til Eftertanke|Mette: ja|Mette: nej|Holms
Thanusha ringede i tirsdags.|Vi mødes med Chidi.|Direktøren er ny. Hun hedder Priya Raman.
Kunde: Havn og Hede|Navn: Qarwen Zylth|navn;by|Holm;Vejle|[09:02] Lis: hej|Kristian 10:14
<bo@sluse.example>|Lampe &|& Lyst|» Havtorn Studio «|driver »mosgrøn«|model Luna|Hansen|CEO
leverandører: Riis, Holm og Byg|vi har solgt Bølgen|min bror har købt Kefirstuen|ejer af Kaffen
det er vigtigt at alle læser det igennem.|Regnskabet viser et overskud.|fakturaen til Skumringen
"|’s|,|.|(|)|firmaet Krea|hun hedder lis|lis er syg|med hans peter|hans|Downs syndrom|Direktør
Velora ønsker|kunder som Velora|Vi har solgt til Kvivfuglen|vores regnskab|Velora|Kvivfuglen
Kunder uden samtykke:|Rød Ørn|Blå Kærhøg|Sort Stork""".replace("\n", "|").split("|"),
    *("\n", "\n\n", "\n", "\t", ". ", " og "),
]
Read = list[tuple[int, int, str]]


def whole(text: str, entities: Sequence[Entity] = ()) -> Read:
    return _names(Artifacts(text, entities, None), text)


def by_stretches(text: str, known: Memory, entities: Sequence[Entity] = ()) -> Read:
    READER.read(text, Artifacts(text, entities, None, memory=known))  # seen, and read as one
    return _names(Artifacts(text, entities, None, memory=known), text)


def _names(artifacts: Artifacts, text: str) -> Read:
    names = READER.read(text, artifacts)
    return [(name.span.start, name.span.end, name.rule.reason.da) for name in names]


def model(text: str, chance: random.Random) -> list[Entity]:
    """What a model that errs may say of ``text``."""
    words = [match.span() for match in re.finditer(r"\w+(?: \w+)?", text)]
    chosen = sorted(chance.sample(words, len(words) // 6))
    labels = ("PER", "ORG", "LOC", "MISC")
    return [Entity(text[a:b], a, b, chance.choice(labels)) for a, b in chosen]


def corpus() -> list[str]:
    files = (TEXTS / f"{name}.jsonl" for name in ("dev", "names-tuning"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [str(json.loads(line)["text"]) for line in lines]


def examples() -> list[str]:
    """The texts that the rules are told by."""
    lines = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
    texts = (re.sub(r"\{[PO] ([^{}]*)\}", r"\1", line) for line in lines)
    return [text.replace("\\n", "\n").replace("\\t", "\t") for text in texts]


def edited(text: str, chance: random.Random) -> Iterator[str]:
    """``text`` after each of some edits."""
    for _ in range(12):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 1, 6)))
        text = text[:start] + chance.choice([*PIECES, "e", "n", " ", "E"]) + text[end:]
        yield text


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every border is one."""
    monkeypatch.setattr(borders, "LEAST", 1)


def test_on_every_text_of_the_corpus() -> None:
    known, chance = Memory(), random.Random(3)  # noqa: S311  # seeded on purpose
    for text in corpus():
        entities = model(text, chance)
        assert by_stretches(text, known, entities) == whole(text, entities)


def test_after_edits_of_texts_of_the_corpus() -> None:
    known, chance = Memory(), random.Random(4)  # noqa: S311  # seeded on purpose
    texts, rows = corpus(), examples()
    for _ in range(40):
        chosen = [*chance.sample(texts, 2), *chance.sample(rows, 12)]
        joined = "\n".join(chance.sample(chosen, len(chosen)))
        for text in edited(joined, chance):
            assert by_stretches(text, known) == whole(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), st.integers())
def test_after_edits_of_generated_texts(text: str, seed: int) -> None:
    known, chance = Memory(), random.Random(seed)  # noqa: S311  # seeded by hypothesis
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(borders, "LEAST", chance.choice((1, 30, 100)))
        for now in (text, *edited(text, chance)):
            entities = model(now, chance) if seed % 2 else []
            assert by_stretches(now, known, entities) == whole(now, entities)


@given(st.text(alphabet="aAb \n.&\"'-:,@<", max_size=120))
def test_on_any_text(text: str) -> None:
    assert by_stretches(text, Memory()) == whole(text)


@pytest.mark.usefixtures("short")
def test_a_rule_that_looks_further_than_is_told_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def alone(_: str, found: Sequence[int]) -> Iterator[Span]:
        return (Span(start, end) for start, end in pairwise(found))

    text = "Venlig hilsen\nQarwen Zylth\n"
    assert by_stretches(text, Memory()) == whole(text)
    known, other = Memory(), "Uden hilsen\nQarwen Zylth\n"
    monkeypatch.setattr(stretches, "surroundings", alone)
    by_stretches(other, known)
    assert by_stretches(text, known) != whole(text)


@pytest.mark.usefixtures("short")
def test_a_border_too_many_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    row = ", ".join(f"Qarwen{letter}" for letter in "abcdefghijklmnopqrst")
    for pattern, is_same in ((borders.BORDER, True), (re.compile(r"(?<= )"), False)):
        monkeypatch.setattr(borders, "BORDER", pattern)
        known = Memory()
        by_stretches(f"Hej {row}\n\nVi ses\n", known)
        text = f"Nej {row}\n\nVi ses\n"
        assert (by_stretches(text, known) == whole(text)) is is_same


def test_an_edit_reads_little_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(
        f"Punkt {at}: det er vigtigt, at Mette Holm læser det igennem.\n" for at in range(60)
    )
    known, read = Memory(), list[int]()
    by_stretches(text, known)

    def noted(piece: str, knowledge: Knowledge) -> Page:
        read.append(len(piece))
        return Page(piece, knowledge)

    monkeypatch.setattr("scanner.names.stretches.Page", noted)
    by_stretches(text.replace("Punkt 30", "Punkt 31x"), known)
    assert 0 < sum(read) < len(text) / 4


@pytest.mark.usefixtures("short")
def test_a_name_over_a_border_is_read_in_the_whole_text(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Hun ejer virksomheden »Det mosgrønne. Bageri« i dag.\n"
    found = whole(text)
    assert any(start < borders.borders(text, [])[1] < end for start, end, _ in found)
    by, told = stretches.Stretches.names, list[bool]()

    def noted(self: stretches.Stretches) -> list[Name] | None:
        names = by(self)
        told.append(names is None)
        return names

    known = Memory()
    assert by_stretches(text, known) == found
    monkeypatch.setattr(stretches.Stretches, "names", noted)
    assert by_stretches(text, known) == found
    assert told == [True, False] * 2  # by stretches in vain, then whole


@pytest.mark.usefixtures("short")
def test_no_word_is_kept() -> None:
    known = Memory()
    by_stretches("Hej Ravnhild Skjoldmose\n\nMvh Fjordlyst Bageri ApS\nRavnhild\n", known)
    assert len(known) > 0
    kept = repr(known.__dict__)
    assert not re.search("ravnhild|skjold|fjordlyst|bageri", kept, re.IGNORECASE)


def test_what_was_not_asked_for_longest_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST_STRETCHES", 3)
    known = Memory()
    known.keep([b"1", b"2", b"3"], [1, 2, 3])
    known.get([b"1"])
    known.keep([b"4"], [4])
    assert known.get([b"1", b"2", b"3", b"4"]) == [1, None, 3, 4]
    assert known.has_seen([b"5"]) is False
    assert known.has_seen([b"5", b"6"]) is True


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hej Bo\nVi ses\n", ["Hej Bo\n", "Vi ses\n"]),
        ("Hej Bo\n\n- Vi ses", ["Hej Bo\n", "\n- Vi ses"]),
        ("Det er slut i dag. Hun ringer.", ["Det er slut i dag. Hun ringer."]),
        ("Det er vigtigt. Hun ringer.", ["Det er vigtigt. ", "Hun ringer."]),
        ("Vi så Hansen. Mette ringer.", ["Vi så Hansen. Mette ringer."]),
        ("Lampe &\nLyst", ["Lampe &\nLyst"]),
        ("»Bo\nHolm«", ["»Bo\n", "Holm«"]),
        ("Bo »\nHolm«", ["Bo »\nHolm«"]),
        ("Kunder:\nNordlys\nZenit\n\nSlut", ["Kunder:\nNordlys\nZenit\n", "\nSlut"]),
        ("\n\n", ["\n\n"]),
        ("", [""]),
    ],
)
def test_borders(text: str, expected: list[str]) -> None:
    found = borders.borders(text, [])
    pieces = [text[start:end] for start, end in pairwise(found)]
    assert pieces == expected


@pytest.mark.usefixtures("short")
def test_no_border_lies_inside_what_is_whole() -> None:
    assert borders.borders("Hej Bo\nVi ses\nTak", [Span(2, 9)]) == [0, 14, 17]
