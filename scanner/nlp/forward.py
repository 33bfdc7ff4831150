"""The names model's forward pass in numpy: the same weights, the same names, far less time.

What depends on a word alone (embedding, mixing layer, the first convolution's projections) is
computed once per word and kept, by the word's 64-bit hash, in a bounded table. The transition
system needs its step loop only inside open entities: everywhere else the state is the token, and
all tokens are decided in one matrix product. It follows spaCy's ``HashEmbedCNN`` and
``TransitionBasedParser.v2`` (state type "ner", three state tokens); a test holds both equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

Floats = NDArray[np.float32]
_MOST_WORDS = 30_000
_EPSILON = np.float32(1e-8)


class NotSupportedError(Exception):
    """The pipeline is built in another way than this pass knows."""


class Name(NamedTuple):
    """A named run of tokens, half-open."""

    start: int
    end: int
    label: str


class _Maxout(NamedTuple):
    """A maxout layer with layer normalization."""

    weights: Floats  # inputs × (outputs · pieces)
    bias: Floats
    pieces: int
    gain: Floats
    shift: Floats

    def finish(self, product: Floats) -> Floats:
        """Bias, the largest piece, normalization."""
        product = product + self.bias
        best = product.reshape(len(product), self.gain.size, self.pieces).max(axis=2)
        centred = best - best.mean(axis=1, keepdims=True)
        variance = np.square(centred).mean(axis=1, keepdims=True)
        normal: Floats = centred / np.sqrt(variance + _EPSILON) * self.gain + self.shift
        return normal


class ForwardPass:
    """The names of docs that ``nlp``'s tokenizer made. Not thread-safe: guard it with a lock."""

    def __init__(self, nlp: Language) -> None:
        """Take the weights over; raises NotSupportedError for an architecture it does not know."""
        try:
            self._take(nlp)
        except (AttributeError, KeyError, IndexError, StopIteration, ValueError) as error:
            raise NotSupportedError(str(error)) from error
        self._rows: dict[int, int] = {}
        self._words = np.empty((0, self._width), np.float32)
        self._projected = np.empty((0, 3 * self._layers[0].bias.size), np.float32)

    def _take(self, nlp: Language) -> None:
        if nlp.pipe_names != ["ner"]:
            raise NotSupportedError("more pipes than the names")
        ner: Any = nlp.get_pipe("ner")
        tok2vec, _, linear = ner.model.get_ref("tok2vec").layers
        embed, encode = tok2vec.layers
        extract, _, tables, mix, _ = embed.layers
        self._columns = list(extract.attrs["columns"])
        self._tables, self._mix = tables, mix
        self._layers = [_maxout(layer.layers[0].layers[1]) for layer in encode.layers[0].layers]
        self._width = self._layers[0].gain.size
        if any(layer.weights.shape[0] != 3 * self._width for layer in self._layers):
            raise NotSupportedError("a window of another size")
        self._hidden = linear.get_param("W").T.copy(), linear.get_param("b")
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        weights = lower.get_param("W")  # features × hidden × pieces × inputs
        if weights.shape[0] != 3:  # noqa: PLR2004  # the token, the first and the last of the entity
            raise NotSupportedError("other state tokens")
        self._pieces = weights.shape[2]
        self._state = weights.reshape(3, -1, weights.shape[3]).transpose(0, 2, 1).copy()
        self._pad = lower.get_param("pad")[0].reshape(3, -1)
        self._bias = lower.get_param("b").reshape(-1)
        self._upper = upper.get_param("W").T.copy(), upper.get_param("b")
        self._moves = _Moves(ner)

    def names(self, docs: Sequence[Doc]) -> list[list[Name]]:
        """The names of each doc, in order."""
        if not docs:
            return []
        known = np.concatenate([doc.to_array(["ORTH", "NORM", "IS_SPACE"]) for doc in docs])
        lengths = [len(doc) for doc in docs]
        # The tokenizer may give one word two norms: the key holds both.
        keys = known[:, 0] ^ (known[:, 1] << np.uint64(1))
        rows = self._rows_of(docs, keys.tolist())
        vectors = self._encode(rows, lengths)
        features = self._features(vectors)
        is_space = known[:, 2].astype(bool)
        found, start = [], 0
        for length in lengths:
            span = slice(start, start + length)
            decoder = _Decoder(self, features[:, span], is_space[span])
            found.append(list(decoder.names()))
            start += length
        return found

    def _rows_of(self, docs: Sequence[Doc], keys: list[int]) -> NDArray[np.intp]:
        """The table row of each token; unknown words are computed first, all in one batch."""
        if len(self._rows) > _MOST_WORDS:
            self._rows.clear()
            self._words, self._projected = self._words[:0], self._projected[:0]
        known = self._rows
        new: dict[int, None] = {key: None for key in keys if key not in known}
        if new:
            attributes = np.concatenate([doc.to_array(self._columns) for doc in docs])
            first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
            picked = np.ascontiguousarray(attributes[[first[key] for key in new]])
            words = self._mix.predict(self._tables.predict(picked.reshape(len(new), -1)))
            layer = self._layers[0]
            windows = layer.weights.reshape(3, self._width, -1)
            projected = np.concatenate([words @ window for window in windows], axis=1)
            known.update(zip(new, range(len(known), len(known) + len(new)), strict=True))
            self._words = np.concatenate([self._words, words])
            self._projected = np.concatenate([self._projected, projected])
        return np.fromiter((known[key] for key in keys), np.intp, len(keys))

    def _encode(self, rows: NDArray[np.intp], lengths: Sequence[int]) -> Floats:
        """The tokens' vectors after the convolutions.

        Empty rows stand before, between and behind the docs, one for each layer, as in spaCy: they
        take part in the convolutions, and keep the docs from seeing each other.
        """
        places = _places(lengths, len(self._layers))
        size = len(places) + len(self._layers) * (len(lengths) + 1)
        vectors = np.zeros((size, self._width), np.float32)
        vectors[places] = self._words[rows]
        projected = np.zeros((size, self._projected.shape[1]), np.float32)
        projected[places] = self._projected[rows]
        first, *others = self._layers
        before, here, after = np.split(projected, 3, axis=1)
        here[1:] += before[:-1]
        here[:-1] += after[1:]
        vectors += first.finish(here)
        window = np.zeros((size, 3, self._width), np.float32)
        for layer in others:
            window[1:, 0] = vectors[:-1]
            window[:, 1] = vectors
            window[:-1, 2] = vectors[1:]
            vectors += layer.finish(window.reshape(size, -1) @ layer.weights)
        return vectors[places]

    def _features(self, vectors: Floats) -> Floats:
        """What each token gives to a state in each of its three roles."""
        weights, bias = self._hidden
        hidden = vectors @ weights + bias
        return np.stack([hidden @ role for role in self._state])

    def scores(self, states: Floats) -> Floats:
        """The score of every move in each state (the sum of its roles' features)."""
        states = states + self._bias
        best = states.reshape(len(states), states.shape[1] // self._pieces, self._pieces).max(
            axis=2
        )
        weights, bias = self._upper
        scores: Floats = best @ weights + bias
        return scores

    @property
    def pad(self) -> Floats:
        """What an empty role gives to a state."""
        pad: Floats = self._pad
        return pad

    @property
    def moves(self) -> _Moves:
        """The moves of the transition system."""
        return self._moves


class _Moves:
    """The moves by kind; a move that training never saw is never made."""

    def __init__(self, ner: Any) -> None:
        names = [ner.moves.get_class_name(move) for move in range(ner.moves.n_moves)]
        unseen = set(ner.model.attrs["unseen_classes"])
        self.kinds = [name.partition("-")[0] for name in names]
        self.labels = [name.partition("-")[2] for name in names]
        usable = [
            i not in unseen and (kind == "O" or bool(label))
            for i, (kind, label) in enumerate(zip(self.kinds, self.labels, strict=True))
        ]
        self.count = len(names)
        self.outside = self._mask("OBU", usable)
        self.on_space = self._mask("O", usable)
        self.at_end = self._mask("OU", usable)
        self.inside = {
            label: tuple(self._index(kind, label) for kind in "IL") for label in set(self.labels)
        }

    def _mask(self, kinds: str, usable: Sequence[bool]) -> Floats:
        """0 for the moves of ``kinds``, minus infinity for all others."""
        allowed = [kind in kinds and ok for kind, ok in zip(self.kinds, usable, strict=True)]
        return np.where(allowed, np.float32(0), np.float32(-np.inf))

    def _index(self, kind: str, label: str) -> int:
        pairs = zip(self.kinds, self.labels, strict=True)
        return next((i for i, pair in enumerate(pairs) if pair == (kind, label)), -1)


class _Decoder:
    """The greedy transition system over one doc."""

    def __init__(self, forward: ForwardPass, features: Floats, is_space: NDArray[np.bool_]) -> None:
        self._forward = forward
        self._features = features
        self._outside = self._decide(is_space)

    def _decide(self, is_space: NDArray[np.bool_]) -> list[int]:
        """The best move of every token while no entity is open."""
        forward, moves = self._forward, self._forward.moves
        scores = forward.scores(self._features[0] + forward.pad[1] + forward.pad[2])
        if len(scores):
            scores += moves.outside
            scores[is_space] += moves.on_space
            scores[-1] += moves.at_end
        best: list[int] = scores.argmax(axis=1).tolist()
        return best

    def names(self) -> Iterator[Name]:
        """The names in order."""
        moves, position = self._forward.moves, 0
        while position < len(self._outside):
            move = self._outside[position]
            end = position + 1
            if moves.kinds[move] == "B":
                end = self._close(position, moves.labels[move])
            if moves.kinds[move] != "O":
                yield Name(position, end, moves.labels[move])
            position = end

    def _close(self, start: int, label: str) -> int:
        """One past the last token of the entity that opens at ``start``."""
        further, last = self._forward.moves.inside[label]
        here, first, previous = self._features
        for position in range(start + 1, len(here) - 1):
            state = here[position] + first[start] + previous[position - 1]
            scores = self._forward.scores(state[None])[0]
            if scores[last] > scores[further] or (
                scores[last] == scores[further] and last < further
            ):
                return position + 1
        return len(here)


def _maxout(model: Any) -> _Maxout:
    """A thinc ``Maxout(normalize=True)`` taken over."""
    maxout, norm = (_layer(model, name) for name in ("maxout", "layernorm"))
    weights = maxout.get_param("W")  # outputs × pieces × inputs
    pieces = weights.shape[1]
    flat = weights.reshape(-1, weights.shape[2]).T.copy()
    return _Maxout(
        flat, maxout.get_param("b").reshape(-1), pieces, norm.get_param("G"), norm.get_param("b")
    )


def _layer(model: Any, name: str) -> Any:
    """The layer called ``name`` below ``model``."""
    return next(layer for layer in model.walk() if layer.name == name)


def _places(lengths: Sequence[int], pad: int) -> NDArray[np.intp]:
    """The row of each token when ``pad`` empty rows stand around every doc."""
    shifts = np.repeat(np.arange(1, len(lengths) + 1) * pad, lengths)
    places: NDArray[np.intp] = np.arange(len(shifts)) + shifts
    return places
