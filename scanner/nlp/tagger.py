"""The component of the names model, as spaCy runs any: names of a doc from the network's scores."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from spacy.attrs import IDS, IS_SPACE  # type: ignore[import-not-found]  # compiled
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import ensure_path, minibatch

from scanner.nlp import tags
from scanner.nlp.network import COLUMNS, Network

FACTORY = "sluse_names"
WEIGHTS = "weights.npz"
_KEYS = [*(IDS[column] for column in COLUMNS), IS_SPACE]


class Tagger:
    """Finds names; has weights once it was read from disk or ``network`` was set."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.network: Network | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of names."""
        return tags.KINDS

    def __call__(self, doc: Doc) -> Doc:
        """Set the names of ``doc``."""
        self._set([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Set the names of many docs, ``batch_size`` at once."""
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]  # spaCy's
            self._set(docs)
            yield from docs

    def _set(self, docs: Sequence[Doc]) -> None:
        if self.network is None:
            raise ValueError("the names model has no weights")
        pad = self.network.pad
        keys: list[Any] = [doc.to_array(_KEYS).reshape(-1, len(_KEYS)) for doc in docs]
        starts = np.cumsum([pad, *(len(own) + pad for own in keys)])
        at = np.concatenate([start + np.arange(len(own)) for start, own in zip(starts, keys)])  # noqa: B905  # the last start is the end
        if not len(at):
            return
        words = self.network.of_words(np.concatenate(keys)[:, :-1])
        known = np.zeros((starts[-1], words.shape[1]), np.float32)
        known[at] = words
        scores, first = self.network.scores(known, at), 0
        for doc, own in zip(docs, keys, strict=True):
            found = tags.names(scores[first : first + len(own)], own[:, -1].astype(bool))
            doc.ents = [Span(doc, start, end, label=kind) for start, end, kind in found]
            first += len(own)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002  # spaCy's
        """Write the weights to the folder ``path``."""
        folder = ensure_path(path)
        folder.mkdir(exist_ok=True)
        if self.network is not None:
            arrays: dict[str, Any] = self.network.arrays
            np.savez_compressed(folder / WEIGHTS, **arrays)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Tagger:  # noqa: ARG002  # spaCy's
        """Read the weights from the folder ``path``; raises ValueError when they are damaged."""
        held = BytesIO((ensure_path(path) / WEIGHTS).read_bytes())
        try:
            with np.load(held, allow_pickle=False) as arrays:
                self.network = Network(arrays)
        except (KeyError, EOFError, BadZipFile, zlib.error) as error:
            raise ValueError(WEIGHTS) from error
        return self


@Language.factory(FACTORY)
def make_tagger(nlp: Language, name: str) -> Any:  # noqa: ARG001  # spaCy's signature
    """A tagger without weights."""
    return Tagger(name)
