"""How the names model sees a word: hashed attributes and the word's vector, mixed.

Like spaCy's ``MultiHashEmbed`` with static vectors, but the vectors lie in the word table (8 bits
a number, found whatever the word's case, genitive or spelling; the lexeme's rank is their row),
and in training whole attributes of a token are left out, its spelling most often: the network
learns to rely on what it will know of words that the training texts never held.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.ml.featureextractor import FeatureExtractor
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    glorot_uniform_init,
    list2ragged,
    ragged2list,
    with_array,
)

from scanner.nlp.word_classes import WORD_CLASSES

_UNIT = np.float32(32)  # what stands for 1.0 in the table
_PIECES = 3
_SEED = 8

Floats = NDArray[np.float32]
Attributes = NDArray[np.uint64]


@registry.architectures("sluse.WordEmbed.v1")  # type: ignore[untyped-decorator]  # spaCy's
def word_embed(
    width: int, attrs: list[str], rows: list[int], left_out: list[float]
) -> Model[Any, Any]:
    """Embed tokens by ``attrs``, each hashed into ``rows``, and by their vectors.

    ``left_out`` is the share of tokens that lack the attribute in training, at last the vector.
    """
    layers: list[Model[Any, Any]] = [
        HashEmbed(width, count, column=column, seed=_SEED + column, dropout=0.0)
        for column, count in enumerate(rows)
    ]
    embed: Model[Any, Any] = concatenate(*layers, _word_vectors(len(attrs), width))
    size = width * (len(layers) + 1)
    return chain(
        FeatureExtractor([*attrs, "ID"]),
        list2ragged(),
        with_array(chain(embed, _leave_out(width, left_out))),
        with_array(Maxout(width, size, nP=_PIECES, dropout=0.0, normalize=True)),
        ragged2list(),
    )


def _leave_out(width: int, shares: Sequence[float]) -> Model[Floats, Floats]:
    """Set whole attributes of random tokens to zero in training; nothing at any other time."""

    def forward(
        _: Model[Floats, Floats],
        given: Floats,
        is_train: bool,  # noqa: FBT001  # thinc's signature
    ) -> tuple[Floats, Callable[[Floats], Floats]]:
        if not is_train:
            return given, lambda gradient: gradient
        random = np.random.random((len(given), len(shares)))  # noqa: NPY002  # as thinc's dropout
        kept = (random >= np.asarray(shares)).astype(np.float32)
        mask = np.repeat(kept, width, axis=1)
        return given * mask, lambda gradient: gradient * mask

    return Model("leave_out", forward)


def _word_vectors(column: int, width: int) -> Model[Attributes, Floats]:
    """The word's vector (its row stands in ``column``) through a learned projection."""
    return Model(
        "word_vectors",
        _project,
        init=_initialize,
        params={"W": None},
        dims={"nO": width, "nI": None, "nV": None},
        attrs={"column": column},
    )


def _initialize(model: Model[Any, Any], **_: Any) -> None:
    size = WORD_CLASSES.vectors.shape[1]
    model.set_dim("nV", size)
    model.set_param("W", glorot_uniform_init(model.ops, (model.get_dim("nO"), size)))


def _project(
    model: Model[Attributes, Floats],
    given: Attributes,
    is_train: bool,  # noqa: ARG001, FBT001  # thinc's signature
) -> tuple[Floats, Callable[[Floats], Attributes]]:
    table, rows = WORD_CLASSES.vectors, given[:, model.attrs["column"]]
    known = np.where(rows < len(table), rows, 0).astype(np.intp)
    vectors = table[known].astype(np.float32) / _UNIT
    weights: Any = model.get_param("W")

    def backprop(gradient: Floats) -> Attributes:
        change: Any = gradient.T @ vectors
        model.inc_grad("W", change)
        return np.zeros(given.shape, given.dtype)

    projected: Floats = vectors @ weights.T
    return projected, backprop
