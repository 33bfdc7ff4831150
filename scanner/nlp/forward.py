"""The names of plain texts by the names model, with what is known of each word kept.

The same as the component ``tagger`` gives in spaCy, without docs: a test holds both equal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, groupby
from typing import Any, NamedTuple

from spacy.language import Language

from scanner.nlp import tags
from scanner.nlp.network import COLUMNS, Network
from scanner.nlp.tagger import Tagger
from scanner.nlp.words import Words


class NotSupportedError(Exception):
    """The pipeline is another than the names model."""


class Name(NamedTuple):
    """A named stretch of a text, half-open, in code points."""

    start: int
    end: int
    label: str


class ForwardPass:
    """The names of texts by the weights of ``nlp``; thread-safe."""

    def __init__(self, nlp: Language) -> None:
        """Take the weights over; raises NotSupportedError for another pipeline."""
        self._network = _network(nlp)
        try:
            self._words = Words(nlp, COLUMNS, self._network.of_words)
        except ValueError as error:  # another tokenizer
            raise NotSupportedError(str(error)) from error

    def __len__(self) -> int:
        """How many words are kept."""
        return len(self._words)

    def names(self, texts: Sequence[str]) -> list[list[Name]]:
        """The names of each text, in order."""
        read = self._words.of(texts, self._network.pad)
        if not len(read.at):
            return [[] for _ in texts]
        scores = self._network.scores(read.values, read.at)
        ends = list(accumulate(map(len, read.tokens)))
        found: list[list[Name]] = [[] for _ in texts]
        runs = tags.names(scores, read.is_space, ends)
        for number, own in groupby(runs, key=lambda run: bisect_right(ends, run[0])):
            tokens, first = read.tokens[number], ends[number] - len(read.tokens[number])
            named = list(own)
            places = tokens.places([(start - first, end - first) for start, end, _ in named])
            labels = (label for *_, label in named)
            found[number] = [
                Name(*place, label) for place, label in zip(places, labels, strict=True)
            ]
        return found


def _network(nlp: Language) -> Network:
    pipes: list[Any] = [pipe for _, pipe in nlp.pipeline]
    if len(pipes) != 1 or not isinstance(pipes[0], Tagger) or pipes[0].network is None:
        raise NotSupportedError("not the names model alone")
    return pipes[0].network
