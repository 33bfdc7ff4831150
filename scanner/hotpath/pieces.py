"""The model's names piece by piece: a piece that was looked at before is not looked at again.

The model reads a text in pieces (``scanner.nlp.segments``) that do not see each other, so an edit
costs the piece it is in. A piece is known by a keyed hash; no word of it is kept.
"""

from __future__ import annotations

import hashlib
import secrets
from threading import Lock

from cachetools import LRUCache

from scanner.names.memory import Memory
from scanner.nlp.artifacts import Artifacts, Entity
from scanner.nlp.engine import BATCH, MODEL, NamesEngine
from scanner.nlp.forward import Name
from scanner.nlp.segments import segments
from scanner.watch import current_watch

MOST_PIECES = 5_000


class KnownPieces:
    """What ``engine`` says of texts; thread-safe."""

    def __init__(self, engine: NamesEngine) -> None:
        self._engine = engine
        self._memory = Memory()
        self._key = secrets.token_bytes(32)
        self._known: LRUCache[bytes, list[Name]] = LRUCache(MOST_PIECES)
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._known)

    def artifacts(self, text: str) -> Artifacts:
        """What the engine gives for ``text``; what it raises goes through."""
        spans = list(segments(text))
        pieces = [span.of(text) for span in spans]
        entities = [
            Entity(text[at + start : at + end], at + start, at + end, label)
            for at, names in zip((span.start for span in spans), self._names(pieces), strict=True)
            for start, end, label in names
        ]
        return Artifacts(text, entities, self._engine, memory=self._memory)

    def _names(self, pieces: list[str]) -> list[list[Name]]:
        """The names of each piece; fewer when time is up, which is a gap then."""
        keys = [self._hash(piece) for piece in pieces]
        with self._lock:
            found = {key: self._known[key] for key in keys if key in self._known}
        new = [
            each for each in dict(zip(keys, pieces, strict=True)).items() if each[0] not in found
        ]
        for start in range(0, len(new), BATCH):
            if current_watch().has_ended(MODEL):
                break
            asked, batch = zip(*new[start : start + BATCH], strict=True)
            learned = dict(zip(asked, self._engine.names(batch), strict=True))
            found |= learned
            with self._lock:
                self._known.update(learned)
        return [found.get(key, []) for key in keys]

    def _hash(self, piece: str) -> bytes:
        data = piece.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, key=self._key, digest_size=32).digest()
