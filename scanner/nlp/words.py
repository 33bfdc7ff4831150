"""The words of texts, as rows of a table that holds what the network makes of each by itself.

spaCy's tokenizer reads a text piece by piece between blanks, and the pieces do not see each other:
so each piece is tokenized once and kept. The table is bounded, and is keyed by hashes that differ
from process to process; it holds no word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS, IS_SPACE, NORM, ORTH  # type: ignore[import-not-found]  # compiled
from spacy.language import Language

Floats = NDArray[np.float32]
Attributes = NDArray[np.uint64]
Places = tuple[tuple[int, int], ...]
MOST_WORDS = 16_000
_FIRST_ROOM = 1_000
# A piece is what stands between blanks, or blanks without the first behind a piece.
_PIECE = re.compile(r"(?:(?<=\S) )?+(\S++|\s++)")
_KEYS = [ORTH, NORM, IS_SPACE]  # the tokenizer may give one word two norms: the key holds both


@dataclass(slots=True)
class Table:
    """What is known of words. Rows are only ever added; a full table is replaced by an empty one.

    Row 0 stands for no word: all zeros. Pieces are kept as the rows and the places of their tokens.
    """

    values: Floats
    is_space: NDArray[np.bool_]
    rows: dict[int, int] = field(default_factory=dict)
    pieces: dict[int, tuple[int, ...]] = field(default_factory=dict)
    places: dict[int, Places] = field(default_factory=dict)

    @classmethod
    def empty(cls, width: int) -> Table:
        """A table without words."""
        return cls(np.zeros((_FIRST_ROOM, width), np.float32), np.zeros(_FIRST_ROOM, bool))

    @property
    def is_full(self) -> bool:
        """Whether it holds all that it may."""
        return len(self.rows) > MOST_WORDS or len(self.pieces) > 2 * MOST_WORDS

    def add(self, keys: Sequence[int], values: Floats, is_space: NDArray[np.bool_]) -> None:
        """A row for each new key."""
        first = len(self.rows) + 1
        end = first + len(keys)
        if end > len(self.values):  # copied, not resized in place: a scan may be reading
            room = max(end, 2 * len(self.values))
            self.values, self.is_space = _grown(self.values, room), _grown(self.is_space, room)
        self.values[first:end], self.is_space[first:end] = values, is_space
        self.rows.update(zip(keys, range(first, end), strict=True))


class Tokens:
    """The tokens of one text, as rows of ``table``."""

    def __init__(self, text: str, keys: Sequence[int], table: Table) -> None:
        self._text, self._keys, self._table = text, keys, table
        self._pieces = [table.pieces[key] for key in keys]
        self.rows = np.array(list(chain.from_iterable(self._pieces)), np.intp)

    def __len__(self) -> int:
        return len(self.rows)

    def places(self, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Where runs of tokens (first, one past the last) stand in the text."""
        if not runs:
            return []
        starts = [match.start(1) for match in _PIECE.finditer(self._text)]
        firsts = list(accumulate(map(len, self._pieces), initial=0))

        def place(token: int) -> tuple[int, int]:
            at = bisect_right(firsts, token) - 1
            start, end = self._table.places[self._keys[at]][token - firsts[at]]
            return starts[at] + start, starts[at] + end

        return [(place(first)[0], place(end - 1)[1]) for first, end in runs]


class Words:
    """The tokens of texts as ``nlp``'s tokenizer makes them; thread-safe.

    ``compute`` gives the values of words from their ``columns``. Lexemes of ``nlp`` get these
    attributes only.
    """

    def __init__(
        self, nlp: Language, columns: Sequence[str], compute: Callable[[Attributes], Floats]
    ) -> None:
        self._nlp, self._compute = nlp, compute
        self._columns = [*(IDS[column] for column in columns), *_KEYS]
        vocab: Any = nlp.vocab
        vocab.lex_attr_getters = {
            attribute: getter
            for attribute, getter in vocab.lex_attr_getters.items()
            if attribute in self._columns
        }
        self._width = compute(np.zeros((1, len(columns)), np.uint64)).shape[1]
        self._table = Table.empty(self._width)
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._table.rows)

    def of(self, texts: Sequence[str]) -> tuple[list[Tokens], Table]:
        """The tokens of each text, and the table they are in."""
        cut = [_PIECE.findall(text) for text in texts]
        keys = [list(map(hash, pieces)) for pieces in cut]
        with self._lock:
            if self._table.is_full:
                self._table = Table.empty(self._width)
            table = self._table
            all_keys = chain.from_iterable(keys)
            known, pieces = table.pieces, chain.from_iterable(cut)
            new = {
                key: piece for key, piece in zip(all_keys, pieces, strict=True) if key not in known
            }
            if new:
                self._learn(table, new)
        return [Tokens(text, own, table) for text, own in zip(texts, keys, strict=True)], table

    def _learn(self, table: Table, pieces: dict[int, str]) -> None:
        """Add ``pieces`` to the table: words in one text, blanks each by itself."""
        words = {key: piece for key, piece in pieces.items() if not piece.isspace()}
        with self._nlp.memory_zone():
            self._add(table, words)
            for key in pieces.keys() - words.keys():
                self._add(table, {key: pieces[key]})

    def _add(self, table: Table, pieces: dict[int, str]) -> None:
        if not pieces:
            return
        doc: Any = self._nlp.make_doc(" ".join(pieces.values()))
        known: Attributes = doc.to_array(self._columns)
        orth, norm, is_space = known[:, -3], known[:, -2], known[:, -1].astype(bool)
        keys: list[int] = (orth ^ (norm << np.uint64(1))).tolist()
        new = {key: at for at, key in enumerate(keys) if key not in table.rows}
        if new:
            picked = list(new.values())
            columns = np.ascontiguousarray(known[picked, : -len(_KEYS)])
            table.add(list(new), self._compute(columns), is_space[picked])
        tokens, start, at = [(token.idx, token.idx + len(token)) for token in doc], 0, 0
        for key, piece in pieces.items():
            first, end = at, start + len(piece)
            while at < len(tokens) and tokens[at][0] < end:
                at += 1
            table.places[key] = tuple((s - start, e - start) for s, e in tokens[first:at])
            table.pieces[key] = tuple(table.rows[keys[i]] for i in range(first, at))
            start = end + 1


def _grown(values: Any, room: int) -> Any:
    grown = np.zeros((room, *values.shape[1:]), values.dtype)
    grown[: len(values)] = values
    return grown
