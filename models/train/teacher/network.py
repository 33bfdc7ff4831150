"""The encoder as a torch network with a layer of tags on top."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from torch.nn import functional

from models.train.encoder import Encoder
from models.train.student import precision

_DEPTH = 12
_DROPOUT = 0.1


class Layer(nn.Module):
    """Attention and feed-forward, each followed by normalization."""

    def __init__(self, encoder: Encoder, at: int) -> None:
        super().__init__()
        self.heads, self.epsilon = encoder.heads, encoder.epsilon
        parts = {
            name: (
                torch.tensor(encoder.tensor(f"l{at}.{name}.w", -1, width)),
                torch.tensor(encoder.tensor(f"l{at}.{name}.b", -1)),
            )
            for name, width in _linear_layers(encoder)
        }
        weights, biases = zip(*(parts[name] for name in "qkv"), strict=True)
        self.states = _linear(torch.cat(weights), torch.cat(biases))
        self.seen, self.wide, self.back = (_linear(*parts[name]) for name in ("ao", "fi", "fo"))
        self.first, self.second = (_norm(encoder, f"l{at}.{name}") for name in ("aln", "oln"))

    def forward(self, given: Any, mask: Any) -> Any:
        """The next states of ``given`` (texts × sub-words × width)."""
        texts, length, width = given.shape
        shape = texts, length, 3, self.heads, width // self.heads
        query, key, value = self.states(given).view(shape).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.seen(seen.transpose(1, 2).reshape(given.shape))
        given = self.first(given + functional.dropout(seen, _DROPOUT, self.training))
        inner = self.back(functional.gelu(self.wide(given)))
        return self.second(given + functional.dropout(inner, _DROPOUT, self.training))


class Tagger(nn.Module):
    """The encoder with a score for each tag of each word; its sub-words' embedding is fixed."""

    def __init__(self, encoder: Encoder, tags: int) -> None:
        super().__init__()
        words, positions, kind = map(torch.tensor, encoder.embeddings())
        self.words = words.to(precision())
        self.positions = (positions + kind[:1]).to(precision())
        self.norm = _norm(encoder, "emb.ln")
        self.layers = nn.ModuleList(Layer(encoder, at) for at in range(_DEPTH))
        self.head = nn.Linear(encoder.width, tags)

    def forward(self, ids: Any, lengths: Any, firsts: Any) -> Any:
        """Scores of the tags at ``firsts``, the flat places of the words' first sub-words."""
        length = ids.shape[1]
        states = self.norm(self.words[ids] + self.positions[:length])
        mask = (torch.arange(length)[None] < lengths[:, None])[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        picked = states.reshape(-1, states.shape[-1])[firsts]
        return self.head(functional.dropout(picked, _DROPOUT, self.training))


def _linear_layers(encoder: Encoder) -> list[tuple[str, int]]:
    inner = 4 * encoder.width
    return [(name, encoder.width) for name in ("q", "k", "v", "ao", "fi")] + [("fo", inner)]


def _linear(weights: Any, bias: Any) -> nn.Linear:
    layer = nn.Linear(weights.shape[1], weights.shape[0])
    layer.weight, layer.bias = nn.Parameter(weights), nn.Parameter(bias)
    return layer


def _norm(encoder: Encoder, name: str) -> nn.LayerNorm:
    layer = nn.LayerNorm(encoder.width, eps=encoder.epsilon)
    layer.weight = nn.Parameter(torch.tensor(encoder.tensor(f"{name}.w", -1)))
    layer.bias = nn.Parameter(torch.tensor(encoder.tensor(f"{name}.b", -1)))
    return layer
