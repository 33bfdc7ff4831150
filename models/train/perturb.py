"""News as it might have been: words replaced by like ones, names by other names, clauses spliced.

The labels fit such sentences but roughly: the teacher's shares are taught beside them.
"""

# ruff: noqa: PLR2004  # shares stand where they are drawn

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import numpy as np

from models.train import sources
from models.train.sample import Builder, Label, Sample
from models.train.synth import places
from models.train.synth.scene import World
from scanner.nlp.language import WORD_CLASSES

_LIKE = 12  # neighbours of a word
_EVERYDAY = 8  # level of words that hold a sentence together
_ROWS = 512
_WORD_SHARES = (0.0, 0.12, 0.3)  # of the words that are replaced
_NAMED = 0.8  # share of sentences with a name
_COMMON = 80_000  # words that may take another's place
_NAME_SHARES = (0.3, 0.7, 1.0)  # of the names
_SPLICED = 0.15


class Neighbours:
    """For each word of some texts the words whose vectors are nearest to its own."""

    def __init__(self, texts: Sequence[str], vocabulary: Sequence[str]) -> None:
        """``vocabulary`` holds the words of the vectors' rows, the first row's first."""
        table = WORD_CLASSES.vectors[1 : _COMMON + 1].astype(np.float32)
        table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), np.float32(1e-6))
        known = {word for text in texts for word in sources.WORD.findall(text.lower())}
        pairs = ((word, WORD_CLASSES.row(word)) for word in sorted(known))
        rows = {word: row for word, row in pairs if row and len(word) > 2}
        words = list(rows)
        own = WORD_CLASSES.vectors[list(rows.values())].astype(np.float32)
        self._near: dict[str, list[str]] = {}
        for start in range(0, len(words), _ROWS):
            likeness = own[start : start + _ROWS] @ table.T
            best = np.argpartition(-likeness, _LIKE + 1, axis=1)[:, : _LIKE + 1]
            for word, found in zip(words[start : start + _ROWS], best.tolist(), strict=True):
                self._near[word] = [vocabulary[row] for row in found if vocabulary[row] != word]

    def like(self, word: str, rng: Random) -> str:
        """A word like ``word`` in the same case; ``word`` itself where none is known."""
        low = word.lower()
        if WORD_CLASSES.lexicon.common(low) >= _EVERYDAY or low not in self._near:
            return word
        found = rng.choice(self._near[low])
        if word.isupper() and len(word) > 1:
            return found.upper()
        return found[:1].upper() + found[1:] if word[:1].isupper() else found


class Perturbed:
    """Draws sentences from the news and changes them."""

    def __init__(self, news: Sequence[Sample], world: World, neighbours: Neighbours) -> None:
        self._news, self._world, self._rng = list(news), world, world.rng
        self._named = [sample for sample in news if sample.labels]
        self._neighbours = neighbours
        self._known = {
            kind: [s.text[a:b] for s in self._news for a, b, label in s.labels if label == kind]
            for kind in ("ORG", "MISC", "LOC", "PER")
        }
        self._kinds: dict[str, Callable[[str], str]] = {
            "PER": self._person, "LOC": self._place, "ORG": self._house, "MISC": self._other,
        }  # fmt: skip

    def sample(self) -> Sample:
        """A changed sentence; the labels are those of the sentence it was."""
        rng = self._rng
        sample = rng.choice(self._named if rng.random() < _NAMED else self._news)
        if rng.random() < _SPLICED:
            sample = self._spliced(sample, rng.choice(self._news))
        words = rng.choice(_WORD_SHARES if sample.labels else _WORD_SHARES[1:])
        names = rng.choice(_NAME_SHARES)
        builder, end = Builder(), 0
        for start, stop, label in sample.labels:
            builder.add(self._reworded(sample.text[end:start], words))
            name = sample.text[start:stop]
            builder.add(self._kinds[label](name) if rng.random() < names else name, label)
            end = stop
        builder.add(self._reworded(sample.text[end:], words))
        return builder.sample()

    def _spliced(self, one: Sample, two: Sample) -> Sample:
        """The first up to a comma, the second from one on."""
        left, right = self._comma(one), self._comma(two)
        if not left or not right:
            return one
        labels = [label for label in one.labels if label.end <= left]
        labels += [
            Label(a - right + left, b - right + left, label)
            for a, b, label in two.labels
            if a >= right
        ]
        return Sample(one.text[:left] + two.text[right:], tuple(labels))

    def _comma(self, sample: Sample) -> int:
        inside = {at for a, b, _ in sample.labels for at in range(a, b)}
        text = sample.text
        places = [
            at for at in range(8, len(text) - 8) if text[at : at + 2] == ", " and at not in inside
        ]
        return self._rng.choice(places) if places else 0

    def _reworded(self, text: str, share: float) -> str:
        rng = self._rng
        if not share:
            return text
        return sources.WORD.sub(
            lambda m: self._neighbours.like(m[0], rng) if rng.random() < share else m[0], text
        )

    def _near(self, name: str) -> str:
        return sources.WORD.sub(lambda match: self._neighbours.like(match[0], self._rng), name)

    def _person(self, name: str) -> str:
        rng, people = self._rng, self._world.people
        if rng.random() < 0.3:
            return self._near(name)
        if " " in name:
            return people.full()
        known = WORD_CLASSES.lexicon
        first = known.first_name(name) >= known.surname(name)
        return people.first() if first else people.last()

    def _place(self, name: str) -> str:
        rng, world = self._rng, self._world
        draw = rng.random()
        if draw < 0.3:
            return self._near(name)
        if draw < 0.5:
            return rng.choice(self._known["LOC"])
        if draw < 0.7:
            return rng.choice(world.cities)
        return places.place(rng, world.towns)

    def _house(self, name: str) -> str:
        rng, world = self._rng, self._world
        draw = rng.random()
        if draw < 0.25:
            return self._near(name)
        if draw < 0.6:
            return rng.choice(self._known["ORG"])
        return world.houses.any() if draw < 0.85 else world.firms.bare()

    def _other(self, name: str) -> str:
        return (
            self._near(name) if self._rng.random() < 0.5 else self._rng.choice(self._known["MISC"])
        )
