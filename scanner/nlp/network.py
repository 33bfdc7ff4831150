"""The network of the names model in numpy: words in, a score for each tag of each word out.

Of a word it knows hashed attributes (spelling, beginning, end, shape, classes) and the word's
vector in the table. Layers of windows follow, each over the word and two neighbours, the later ones
further away. What depends on the word alone is ``of_words``, which may be kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scanner.nlp.tags import Floats
from scanner.nlp.word_classes import WORD_CLASSES

Attributes = NDArray[np.uint64]
COLUMNS = ("LOWER", "PREFIX", "SUFFIX", "SHAPE", "NORM", "ID")  # the last: the row of the vector
STEPS = (1, 1, 2, 4)  # how far the neighbours are, by layer
UNIT = np.float32(32)  # what stands for 1.0 in the table of vectors
_EPSILON = np.float32(1e-5)
_HASHES = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F)  # odd, bits well mixed
_SHIFT = np.uint64(33)


def hashed(keys: NDArray[np.uint64], rows: int) -> NDArray[np.intp]:
    """Two rows of a table of ``rows`` for each key."""
    mixed = (keys ^ (keys >> _SHIFT))[:, None] * np.array(_HASHES, np.uint64)
    found: NDArray[np.intp] = ((mixed >> _SHIFT) % np.uint64(rows)).astype(np.intp)
    return found


def vectors_of(rows: NDArray[np.uint64]) -> Floats:
    """The words' vectors; zeros for a row that is not in the table."""
    table = WORD_CLASSES.vectors
    known = np.where(rows < len(table), rows, 0).astype(np.intp)
    vectors: Floats = table[known].astype(np.float32) / UNIT
    return vectors


class _Layer(NamedTuple):
    """Two products of which the larger counts, normalized."""

    weights: Floats  # inputs × (2 · outputs)
    bias: Floats
    gain: Floats
    shift: Floats
    share: Floats  # of each number in a row's mean

    @property
    def width(self) -> int:
        """How many numbers it gives."""
        return self.gain.size

    def finish(self, product: Floats) -> Floats:
        """The larger half of each row, normalized; ``product`` has the bias in it."""
        width = self.width
        best = np.maximum(product[:, :width], product[:, width:])
        best -= (best @ self.share)[:, None]  # a product of matrices: four times as fast as a mean
        variance = np.vecdot(best, best) / np.float32(width)
        best *= (1 / np.sqrt(variance + _EPSILON))[:, None]
        best *= self.gain
        best += self.shift
        return best


class Network:
    """The weights, and what they make of words."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Take the weights over; raises KeyError when one is missing."""
        self.arrays = dict(arrays)
        self._tables = [self._floats(f"table{at}") for at in range(len(COLUMNS) - 1)]
        self._project = self._floats("vector.w")
        self._mix = self._layer("mix")
        self._layers = [self._layer(f"layer{at}") for at in range(len(STEPS))]
        first = np.split(self._layers[0].weights, 3)
        self._windows = np.ascontiguousarray(np.concatenate(first, axis=1))
        self._head = self._floats("head.w"), self._floats("head.b")

    def _floats(self, name: str) -> Floats:
        return np.ascontiguousarray(self.arrays[name], np.float32)

    def _layer(self, name: str) -> _Layer:
        weights, bias, gain, shift = (
            self._floats(f"{name}.{part}") for part in ("w", "b", "gain", "shift")
        )
        return _Layer(weights, bias, gain, shift, np.full_like(gain, 1 / gain.size))

    @property
    def pad(self) -> int:
        """How many rows of zeros must stand before, between and behind texts."""
        return max(STEPS)

    def of_words(self, attributes: Attributes) -> Floats:
        """Each word's vector, and what it adds to the first layer before, at and behind itself.

        What it adds at itself has the layer's bias in it.
        """
        parts = [
            table[hashed(attributes[:, column], len(table))].sum(axis=1)
            for column, table in enumerate(self._tables)
        ]
        parts.append(vectors_of(attributes[:, -1]) @ self._project)
        words = self._mix.finish(np.concatenate(parts, axis=1) @ self._mix.weights + self._mix.bias)
        adds = words @ self._windows
        bias = self._layers[0].bias
        adds[:, bias.size : 2 * bias.size] += bias
        return np.concatenate([words, adds], axis=1)

    def scores(self, known: Floats, at: NDArray[np.intp]) -> Floats:
        """A score for each tag of the words in the rows ``at`` of ``known``; the others are zeros.

        ``known`` is what ``of_words`` gave, and is overwritten.
        """
        width = self._mix.width
        blank = np.ones(len(known), bool)
        blank[at] = False
        empty = np.flatnonzero(blank)
        first, *others = self._layers
        before, here, after = (known[:, at * width : (at + 2) * width] for at in (1, 3, 5))
        step = STEPS[0]
        here[step:] += before[:-step]
        here[:-step] += after[step:]
        vectors = first.finish(here)
        vectors += known[:, :width]
        vectors[empty] = 0
        window = np.zeros((len(known), 3 * width), np.float32)
        product = np.empty((len(known), 2 * width), np.float32)
        for layer, far in zip(others, STEPS[1:], strict=True):
            window[far:, :width] = vectors[:-far]
            window[:, width : 2 * width] = vectors
            window[:-far, 2 * width :] = vectors[far:]
            np.matmul(window, layer.weights, out=product)
            product += layer.bias
            vectors += layer.finish(product)
            vectors[empty] = 0
        weights, bias = self._head
        scores: Floats = vectors[at] @ weights
        scores += bias
        return scores
