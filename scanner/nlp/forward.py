"""The names model's forward pass in numpy: the same weights, the same names, far less time.

What depends on a word alone (embedding, mixing layer, the first convolution's projections) is
computed once per word and kept (``words``). The transition system needs its steps only inside open
entities: everywhere else the state is the token, and all tokens are decided in one matrix product.
It follows spaCy's ``HashEmbedCNN`` and ``TransitionBasedParser.v2`` (state type "ner", three state
tokens); a test holds both equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from scanner.nlp.moves import Moves
from scanner.nlp.words import Attributes, Floats, Words

_EPSILON = np.float32(1e-8)
_LOOK = 8  # tokens of an entity that are decided at once


class NotSupportedError(Exception):
    """The pipeline is built in another way than this pass knows."""


class Name(NamedTuple):
    """A named stretch of a text, half-open, in code points."""

    start: int
    end: int
    label: str


class _Maxout(NamedTuple):
    """A maxout layer with layer normalization; the columns of one piece stand together."""

    weights: Floats  # inputs × (pieces · outputs), below them the bias
    gain: Floats
    shift: Floats

    @property
    def width(self) -> int:
        """How many numbers it gives."""
        return self.gain.size

    def finish(self, product: Floats) -> Floats:
        """The largest piece, normalized; ``product`` is inputs and a 1 times the weights."""
        width = self.width
        best = np.maximum(product[:, :width], product[:, width : 2 * width])
        for start in range(2 * width, product.shape[1], width):
            np.maximum(best, product[:, start : start + width], out=best)
        share = np.full(width, 1 / width, np.float32)
        best -= (best @ share)[:, None]  # a product of matrices: four times as fast as a mean
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width)
        best *= (1 / np.sqrt(variance + _EPSILON))[:, None]
        best *= self.gain
        best += self.shift
        return best


class ForwardPass:
    """The names of texts by the weights of ``nlp``; thread-safe."""

    def __init__(self, nlp: Language) -> None:
        """Take the weights over; raises NotSupportedError for an architecture it does not know."""
        try:
            self._take(nlp)
        except (AttributeError, KeyError, IndexError, StopIteration, ValueError) as error:
            raise NotSupportedError(str(error)) from error

    def _take(self, nlp: Language) -> None:
        if nlp.pipe_names != ["ner"]:
            raise NotSupportedError("more pipes than the names")
        ner: Any = nlp.get_pipe("ner")
        tok2vec, _, linear = ner.model.get_ref("tok2vec").layers
        embed, encode = tok2vec.layers
        extract, _, self._tables, self._mix, _ = embed.layers
        self._layers = [_maxout(layer.layers[0].layers[1]) for layer in encode.layers[0].layers]
        self._width = self._layers[0].width
        if any(len(layer.weights) != 3 * self._width + 1 for layer in self._layers):
            raise NotSupportedError("a window of another size")
        self._hidden = linear.get_param("W").T.copy(), linear.get_param("b")
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        weights = lower.get_param("W")  # features × hidden × pieces × inputs
        if weights.shape[0] != 3:  # noqa: PLR2004  # the token, the first and the last of the entity
            raise NotSupportedError("other state tokens")
        self._pieces, size = weights.shape[2], weights.shape[3]
        # by role: inputs × (pieces · hidden)
        self._roles = [role.transpose(1, 0, 2).reshape(-1, size).T.copy() for role in weights]
        pad = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(3, -1)
        bias = lower.get_param("b").T.reshape(-1)
        self._outside, self._inside = pad[1] + pad[2] + bias, bias
        self._upper = upper.get_param("W").T.copy(), upper.get_param("b")
        self._moves = Moves(ner)
        self._words = Words(nlp, extract.attrs["columns"], self._of_words)

    def __len__(self) -> int:
        """How many words are kept."""
        return len(self._words)

    def names(self, texts: Sequence[str]) -> list[list[Name]]:
        """The names of each text, in order."""
        read = self._words.of(texts, len(self._layers))
        if not len(read.at):
            return [[] for _ in texts]
        vectors = self._encode(read.values)[read.at]
        weights, bias = self._hidden
        hidden = vectors @ weights
        hidden += bias
        found, start = [], 0
        for tokens in read.tokens:
            end = start + len(tokens)
            runs = list(self._decoded(hidden[start:end], read.is_space[start:end]))
            places = tokens.places([(first, last) for first, last, _ in runs])
            labels = (label for *_, label in runs)
            found.append([Name(*place, label) for place, label in zip(places, labels, strict=True)])
            start = end
        return found

    def _of_words(self, attributes: Attributes) -> Floats:
        """Each word's vector, and what it adds to the first layer before, at and behind itself."""
        words = self._mix.predict(self._tables.predict(attributes))
        layer = self._layers[0]
        windows = np.split(layer.weights[:-1], 3)
        return np.concatenate([words, *(words @ window for window in windows)], axis=1)

    def _encode(self, known: Floats) -> Floats:
        """The rows' vectors after the convolutions, from what is known of their words.

        Empty rows stand before, between and behind the texts, one for each layer, as in spaCy: they
        take part in the convolutions, and keep the texts from seeing each other.
        """
        width = self._width
        first, *others = self._layers
        before, here, after = np.split(known[:, width:], 3, axis=1)
        here[1:] += before[:-1]
        here[:-1] += after[1:]
        here += first.weights[-1]
        vectors: Floats = known[:, :width] + first.finish(here)
        window = np.ones((len(known), 3 * width + 1), np.float32)
        window[0, :width] = window[-1, 2 * width : -1] = 0
        product = np.empty((len(known), first.weights.shape[1]), np.float32)
        for layer in others:
            window[1:, :width] = vectors[:-1]
            window[:, width : 2 * width] = vectors
            window[:-1, 2 * width : -1] = vectors[1:]
            vectors += layer.finish(np.matmul(window, layer.weights, out=product))
        return vectors

    def _decoded(
        self, hidden: Floats, is_space: NDArray[np.bool_]
    ) -> Iterator[tuple[int, int, str]]:
        """The greedy transition system over one text: the named runs of tokens, in order."""
        if not len(hidden):
            return
        moves, end = self._moves, 0
        here = hidden @ self._roles[0]
        best = self._first_moves(here, is_space)
        opening = np.flatnonzero(moves.is_name[best])
        features = [here, *(hidden @ role for role in self._roles[1:])] if len(opening) else []
        for start in opening.tolist():
            if start < end:
                continue
            move = int(best[start])
            label = moves.labels[move]
            closes = moves.kinds[move] == "B"
            end = self._end(features, start, moves.inside[label]) if closes else start + 1
            yield start, end, label

    def _first_moves(self, here: Floats, is_space: NDArray[np.bool_]) -> NDArray[np.intp]:
        """The best move of every token while no entity is open."""
        moves = self._moves
        scores = self._scores(here + self._outside)
        scores += moves.outside
        scores[is_space] += moves.on_space
        scores[-1] += moves.at_end
        best: NDArray[np.intp] = scores.argmax(axis=1)
        return best

    def _end(self, features: Sequence[Floats], start: int, inside: tuple[int, int]) -> int:
        """One past the last token of the entity that opens at ``start``."""
        here, first, previous = features
        further, last = inside
        final = len(here) - 1
        for at in range(start + 1, final, _LOOK):
            to = min(at + _LOOK, final)
            states = here[at:to] + previous[at - 1 : to - 1]
            states += first[start] + self._inside
            scores = self._scores(states)
            ends = scores[:, last] > scores[:, further]
            if last < further:
                ends |= scores[:, last] == scores[:, further]
            if ends.any():
                return at + int(ends.argmax()) + 1
        return final + 1

    def _scores(self, states: Floats) -> Floats:
        """The score of every move in each state (the sum of its roles' features and the bias)."""
        size = states.shape[1] // self._pieces
        best = states[:, :size]
        for start in range(size, states.shape[1], size):
            best = np.maximum(best, states[:, start : start + size])
        weights, bias = self._upper
        scores: Floats = best @ weights
        scores += bias
        return scores


def _maxout(model: Any) -> _Maxout:
    """A thinc ``Maxout(normalize=True)`` taken over."""
    maxout, norm = (_layer(model, name) for name in ("maxout", "layernorm"))
    weights = maxout.get_param("W")  # outputs × pieces × inputs
    flat = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T
    bias = maxout.get_param("b").T.reshape(1, -1)
    return _Maxout(np.concatenate([flat, bias]), norm.get_param("G"), norm.get_param("b"))


def _layer(model: Any, name: str) -> Any:
    """The layer called ``name`` below ``model``."""
    return next(layer for layer in model.walk() if layer.name == name)
