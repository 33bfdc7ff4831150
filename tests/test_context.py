"""Context words: the nearest one moves the score; none deletes a hit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.context import CEILING, FLOOR, NearestWordEnhancer
from scanner.doc import Span
from scanner.message import Message
from scanner.recognizers.base import ContextWords, Hit, Recognizer

NUMBER = "4599841261"
BASE = 0.45


class TenDigits(Recognizer):
    """Finds one number, to see what its surroundings do to the score."""

    entity_type = "TEN_DIGITS"
    context_words = ContextWords(
        supporting=frozenset({"cpr", "cpr-nr", "person nr", "social security number"}),
        opposing=frozenset({"ordre", "ordrenr", "varenr"}),
    )

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:  # a stand-in
        start = text.index(NUMBER)
        yield Hit(Span(start, start + len(NUMBER)), BASE, Message("ti cifre", "ten digits"))


def score(text: str, context: list[str] | None = None) -> float:
    recognizer = TenDigits()
    results = recognizer.analyze(text, ["TEN_DIGITS"], None)
    NearestWordEnhancer().enhance_using_context(text, results, None, [recognizer], context)
    return float(results[0].score)


SUPPORTED = [
    f"cpr {NUMBER}",
    f"CPR-nr.: {NUMBER}",
    f"cprnr {NUMBER}",
    f"person nr. {NUMBER}",
    f"Social security number is {NUMBER}",
    f"hendes cpr er vist nok {NUMBER}",
    f"{NUMBER} er mit cpr",
    f"hendes cpr\n{NUMBER}",
    f"ordre 12 og cpr {NUMBER}",
    f"Navn;CPR;Ordre\nAnne Holm;{NUMBER};77",
    f'{{"cpr": "{NUMBER}"}}',
    f"<Cpr>{NUMBER}</Cpr>",
]
OPPOSED = [
    f"ordre {NUMBER}",
    f"Ordrenr.: {NUMBER}",
    f"cpr mangler, ordre {NUMBER}",
    f"Navn;Ordre;CPR\nAnne Holm;{NUMBER};mangler",
    f"varenr.\n{NUMBER}",
]
UNMOVED = [
    NUMBER,
    f"cpry {NUMBER}",  # whole tokens only
    f"cpr {'x' * 80} {NUMBER}",  # outside the window
    f"ordre 20261187 til Anne, {NUMBER}",  # the number before has taken the word
    f"{NUMBER}, ordre 12",  # what follows belongs to the next value
    f"En lang linje om cpr-numre og meget andet, som slet ikke er en etiket\n\n{NUMBER}",
]


@pytest.mark.parametrize("text", SUPPORTED)
def test_a_supporting_word_raises_the_score(text: str) -> None:
    assert score(text) == pytest.approx(min(CEILING, BASE + 0.4))


@pytest.mark.parametrize("text", OPPOSED)
def test_an_opposing_word_lowers_it_and_deletes_nothing(text: str) -> None:
    assert score(text) == FLOOR


@pytest.mark.parametrize("text", UNMOVED)
def test_everything_else_leaves_it(text: str) -> None:
    assert score(text) == BASE


def test_the_header_of_a_cell_counts_first() -> None:
    assert score(f"ordre {NUMBER}", ["CPR-nummer", "cpr"]) > BASE
