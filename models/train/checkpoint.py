"""Where a run stands after an epoch, so that it can be taken up again."""

from __future__ import annotations

import pickle
import random
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Optimizer

_TABLES = ("mom1", "mom2", "averages", "nr_update", "last_seen")


def save(file: Path, nlp: Language, optimizer: Optimizer, rng: random.Random, epoch: int) -> None:
    """Write weights, optimizer, random state and the number of finished epochs."""
    places = _places(nlp)
    ner: Any = nlp.get_pipe("ner")
    tables = {
        name: {(places[key[0]], key[1]): value for key, value in getattr(optimizer, name).items()}
        for name in _TABLES
    }
    state = {
        "weights": ner.to_bytes(exclude=["vocab"]),
        "tables": tables,
        "rng": rng.getstate(),
        "numpy": np.random.get_state(),  # noqa: NPY002  # thinc draws its dropout from it
        "random": random.getstate(),  # the parser draws the lengths of its cuts from it
        "epoch": epoch,
    }
    part = file.with_suffix(".part")
    part.write_bytes(pickle.dumps(state))
    part.replace(file)


def load(file: Path, nlp: Language, optimizer: Optimizer, rng: random.Random) -> int:
    """Take up what ``save`` wrote (by ourselves: it is a pickle); the number of finished epochs."""
    state: dict[str, Any] = pickle.loads(file.read_bytes())  # noqa: S301  # our own file
    ner: Any = nlp.get_pipe("ner")
    ner.from_bytes(state["weights"], exclude=["vocab"])
    ids = {place: node for node, place in _places(nlp).items()}
    for name in _TABLES:
        table = getattr(optimizer, name)
        table.update({(ids[key[0]], key[1]): value for key, value in state["tables"][name].items()})
    rng.setstate(state["rng"])
    np.random.set_state(state["numpy"])  # noqa: NPY002  # the same
    random.setstate(state["random"])
    return int(state["epoch"])


def _places(nlp: Language) -> dict[int, int]:
    """Each layer's id in this process, and its place in the model."""
    ner: Any = nlp.get_pipe("ner")
    model = ner.model
    return {node.id: place for place, node in enumerate(model.walk())}
