"""The network of ``scanner.nlp.network`` in torch, to be trained, and its weights as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from models.train.lessons import Lesson
from scanner.nlp.network import COLUMNS, STEPS, hashed, vectors_of
from scanner.nlp.tags import TAGS

ROWS = (8000, 4000, 3000, 2000, 1000)
LEFT_OUT = (0.4, 0.15, 0.15, 0.1, 0.1, 0.1)  # share of words that lack the attribute in training
WIDTH, EMBEDDED, VECTOR = 96, 64, 96
_DROPOUT = 0.2
_PAD = max(STEPS)


def precision() -> Any:
    """Half precision where the processor has instructions for it; elsewhere it is far slower."""
    able = torch.cpu.get_capabilities()
    return torch.bfloat16 if able.get("avx512_bf16") or able.get("amx_bf16") else torch.float32


class Layer(nn.Module):
    """Two products of which the larger counts, normalized."""

    def __init__(self, inputs: int) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, 2 * WIDTH)
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, given: Any) -> Any:
        """The layer's outputs."""
        product = self.linear(given)
        other = product[:, WIDTH:]
        return self.norm(other + functional.relu(product[:, :WIDTH] - other))


class Student(nn.Module):
    """Scores for each tag of each word."""

    def __init__(self, vector: int) -> None:
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(rows, EMBEDDED) for rows in ROWS)
        for table in self.tables:
            nn.init.uniform_(table.weight, -0.1, 0.1)
        self.project = nn.Linear(vector, VECTOR, bias=False)
        self.mix = Layer(EMBEDDED * len(ROWS) + VECTOR)
        self.layers = nn.ModuleList(Layer(3 * WIDTH) for _ in STEPS)
        self.head = nn.Linear(WIDTH, len(TAGS))

    def forward(self, rows: Sequence[Any], vectors: Any, filled: Any) -> Any:
        """Scores of all rows; ``filled`` is 1 where a word stands, 0 in the rows between texts."""
        parts = [table(own).sum(dim=1) for table, own in zip(self.tables, rows, strict=True)]
        parts.append(self.project(vectors))
        kept = filled.expand(-1, WIDTH)
        if self.training:
            whole = torch.rand(len(vectors), len(parts)) >= torch.tensor(LEFT_OUT)
            parts = [part * whole[:, at : at + 1] for at, part in enumerate(parts)]
            kept = functional.dropout(kept, _DROPOUT)
        states = self.mix(torch.cat(parts, 1)) * kept
        for number, (layer, step) in enumerate(zip(self.layers, STEPS, strict=True), 1):
            padded = functional.pad(states, (0, 0, step, step))
            window = torch.cat([padded[: -2 * step], states, padded[2 * step :]], 1)
            # The same draw moved on: a new one for each layer costs a tenth of the training.
            states = states + layer(window) * torch.roll(kept, 31 * number, 1)
        return self.head(states)

    def arrays(self) -> dict[str, Any]:
        """The weights as ``scanner.nlp.network.Network`` takes them."""
        found: dict[str, Any] = {
            f"table{at}": _numpy(table.weight).astype(np.float16)
            for at, table in enumerate(self.tables)
        }
        found["vector.w"] = _numpy(self.project.weight).T
        layers = {"mix": self.mix, **{f"layer{at}": one for at, one in enumerate(self.layers)}}
        for name, layer in layers.items():
            found[f"{name}.w"] = _numpy(layer.linear.weight).T
            found[f"{name}.b"] = _numpy(layer.linear.bias)
            found[f"{name}.gain"] = _numpy(layer.norm.weight)
            found[f"{name}.shift"] = _numpy(layer.norm.bias)
        found["head.w"], found["head.b"] = _numpy(self.head.weight).T, _numpy(self.head.bias)
        return found


def _numpy(weights: Any) -> Any:
    return weights.detach().numpy().copy()


def batch(lessons: Sequence[Lesson]) -> tuple[Any, Any, Any, Any]:
    """Rows of the tables, vectors, where words stand, and shares, for texts one after the other."""
    lengths = [len(lesson.shares) for lesson in lessons]
    size = sum(lengths) + _PAD * (len(lessons) + 1)
    at = np.arange(sum(lengths)) + np.repeat(np.arange(1, len(lessons) + 1) * _PAD, lengths)
    keys = np.zeros((size, len(COLUMNS)), np.uint64)
    keys[at] = np.concatenate([lesson.attributes for lesson in lessons])
    filled, shares = np.zeros((size, 1), np.float32), np.zeros((size, len(TAGS)), np.float32)
    filled[at], shares[at] = 1, np.concatenate([lesson.shares for lesson in lessons])
    rows = [torch.from_numpy(hashed(keys[:, column], count)) for column, count in enumerate(ROWS)]
    vectors = torch.from_numpy(vectors_of(keys[:, -1]))
    return rows, vectors, torch.from_numpy(filled), torch.from_numpy(shares)
