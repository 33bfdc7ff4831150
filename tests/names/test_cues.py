"""A rule looks only where a word gives it a cue; it would find nothing at any other place."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scanner.names import reader
from scanner.names.cues import Cue
from scanner.names.knowledge import Knowledge
from scanner.names.name import Name
from scanner.names.read import Run
from scanner.names.whole import Whole
from scanner.names.words import Page
from scanner.nlp.lexicon import Lexicon

KNOWLEDGE = Knowledge(Lexicon.load())
TEXTS = Path(__file__).parents[2] / "benchmarks" / "texts"
WORDS = [
    *"""Anne anne Holm holm Mette Bo bo Thanusha Priya Raman Kjeldgaard-Ravn Nordlys Fjordbyg Bageri
    bageri ApS aps A/S a/s AS Inc. & og Søn Brdr. v/ v Café Fonden fonden Café's firmaet hedder hed
    er is navnet navn ved jeg mit my name direktør Direktør direktøren hr. founder CEO ejer ejeren
    driver af i hos fra from leverer blev startet stiftet som der kone min ringede sagde møde med
    til Hej hej Kære igen alle Mvh Venlig hilsen tak best regards /Mette -Bo Vej Riis Emballage
    Signes Surdej Den Det Lille Mejeri J. J.P. T København Aarhus 12 2019 , . : ( ) - – | ;
    leverandører et en virksomhed butik mens at som er får åbner skylder
    <bo@sluse.example> [09:02] @bo «Havtorn» "mosgrøn" ’s Holms Fjordbygs""".split(),  # noqa: SIM905  # a word list
    *("\n", "\n\n", "\t"),
]


class EveryPlace(Page):
    """A page on which every word gives every cue."""

    @property
    def capitals(self) -> Sequence[int]:
        return range(len(self))

    def cued(self, cue: Cue, after: int = 0, *, first: int = 0) -> Sequence[int]:
        return range(max(after, first), len(self))

    def near(self, cue: Cue, before: int) -> Sequence[int]:
        return range(len(self))


def found(page: Page) -> Iterator[tuple[str, list[Name]]]:
    page.whole = Whole.of(Run(Page(page.text, KNOWLEDGE), [0, len(page.text)]).counts())
    return ((rule.__name__, list(rule(page))) for rule in reader.RULES)


def corpus() -> list[str]:
    files = (TEXTS / f"{name}.jsonl" for name in ("dev", "names-tuning"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [str(json.loads(line)["text"]) for line in lines]


def test_on_every_text_of_the_corpus() -> None:
    for text in corpus():
        assert dict(found(Page(text, KNOWLEDGE))) == dict(found(EveryPlace(text, KNOWLEDGE)))


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_on_generated_texts(text: str) -> None:
    assert dict(found(Page(text, KNOWLEDGE))) == dict(found(EveryPlace(text, KNOWLEDGE)))


def rows() -> list[str]:
    lines = Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines()
    texts = (re.sub(r"\{[PO] ([^{}]*)\}", r"\1", line) for line in lines)
    return [text.replace("\\n", "\n") for text in texts]


def test_every_rule_finds_something_in_these_texts() -> None:
    chance = random.Random(4)  # noqa: S311  # seeded on purpose
    texts = [*corpus(), *rows(), *(" ".join(chance.choices(WORDS, k=40)) for _ in range(600))]
    busy = {name for text in texts for name, names in found(Page(text, KNOWLEDGE)) if names}
    assert busy == {rule.__name__ for rule in reader.RULES}


def test_a_cue_that_is_missing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Page, "cued", lambda *_, **__: ())
    text = "Hej Mette, firmaet Fjordbyg ApS"
    assert dict(found(Page(text, KNOWLEDGE))) != dict(found(EveryPlace(text, KNOWLEDGE)))


@settings(deadline=None, max_examples=300)  # speed is measured in benchmarks/
@given(st.text("0123456789٣", min_size=1, max_size=20))
def test_of_numbers_is_known_what_their_digits_say(number: str) -> None:
    assert KNOWLEDGE.of(number) == KNOWLEDGE._read(number)  # noqa: SLF001  # the slow way
