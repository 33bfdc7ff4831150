"""The moves of spaCy's transition system for names, by kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Moves:
    """The moves by kind; a move that training never saw is never made."""

    def __init__(self, ner: Any) -> None:
        names = [ner.moves.get_class_name(move) for move in range(ner.moves.n_moves)]
        unseen = set(ner.model.attrs["unseen_classes"])
        self.kinds = [name.partition("-")[0] for name in names]
        self.labels = [name.partition("-")[2] for name in names]
        self.is_name = np.array([kind != "O" for kind in self.kinds])
        usable = [
            i not in unseen and (kind == "O" or bool(label))
            for i, (kind, label) in enumerate(zip(self.kinds, self.labels, strict=True))
        ]
        self.outside = self._mask("OBU", usable)
        self.on_space = self._mask("O", usable)
        self.at_end = self._mask("OU", usable)
        self.inside = {
            label: (self._index("I", label), self._index("L", label)) for label in set(self.labels)
        }

    def _mask(self, kinds: str, usable: Sequence[bool]) -> Floats:
        """0 for the moves of ``kinds``, minus infinity for all others."""
        allowed = [kind in kinds and ok for kind, ok in zip(self.kinds, usable, strict=True)]
        return np.where(allowed, np.float32(0), np.float32(-np.inf))

    def _index(self, kind: str, label: str) -> int:
        pairs = zip(self.kinds, self.labels, strict=True)
        return next((i for i, pair in enumerate(pairs) if pair == (kind, label)), -1)
