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
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS, IS_SPACE, NORM, ORTH  # type: ignore[import-not-found]  # compiled
from spacy.language import Language

from scanner.nlp.cutter import Cutter

Floats = NDArray[np.float32]
Attributes = NDArray[np.uint64]
Places = tuple[tuple[int, int], ...]
MOST_WORDS = 16_000
_MORE = 1_000  # words that one text may add to a table that is nearly full
# A piece is what stands between blanks, or blanks without the first behind a piece.
_PIECE = re.compile(r"(?:(?<=\S) )?+(\S++|\s++)")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_KEYS = [ORTH, NORM, IS_SPACE]  # the tokenizer may give one word two norms: the key holds both


@dataclass(slots=True)
class Table:
    """What is known of words. A full table is emptied: its memory stays, and stays the same.

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
        room = MOST_WORDS + _MORE
        return cls(np.zeros((room, width), np.float32), np.zeros(room, bool))

    @property
    def is_full(self) -> bool:
        """Whether it holds all that it may."""
        return len(self.rows) > MOST_WORDS or len(self.pieces) > 2 * MOST_WORDS

    def add(self, keys: Sequence[int], values: Floats, is_space: NDArray[np.bool_]) -> None:
        """A row for each new key; one text of very many words makes the table larger for a time."""
        first = len(self.rows) + 1
        end = first + len(keys)
        if end > len(self.values):
            self.values, self.is_space = _grown(self.values, end), _grown(self.is_space, end)
        self.values[first:end], self.is_space[first:end] = values, is_space
        self.rows.update(zip(keys, range(first, end), strict=True))

    def forget(self) -> None:
        """Empty the table; texts that were read before keep the places of their tokens."""
        room = MOST_WORDS + _MORE
        if len(self.values) > room:
            self.values, self.is_space = self.values[:room].copy(), self.is_space[:room].copy()
        self.rows, self.pieces, self.places = {}, {}, {}


class Tokens:
    """Where the tokens of one text stand; ``lengths`` are how many each of its pieces has."""

    def __init__(
        self, text: str, keys: Sequence[int], lengths: Sequence[int], places: dict[int, Places]
    ) -> None:
        self._text, self._keys, self._lengths, self._places = text, keys, lengths, places
        self._count = sum(lengths)

    def __len__(self) -> int:
        return self._count

    def places(self, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Where runs of tokens (first, one past the last) stand in the text."""
        if not runs:
            return []
        starts = [match.start(1) for match in _PIECE.finditer(self._text)]
        firsts = list(accumulate(self._lengths, initial=0))

        def place(token: int) -> tuple[int, int]:
            at = bisect_right(firsts, token) - 1
            start, end = self._places[self._keys[at]][token - firsts[at]]
            return starts[at] + start, starts[at] + end

        return [(place(first)[0], place(end - 1)[1]) for first, end in runs]


class Read(NamedTuple):
    """Texts as their words: ``values`` has a row for each token, and empty rows round each text."""

    tokens: list[Tokens]
    values: Floats
    at: NDArray[np.intp]  # the row of each token
    is_space: NDArray[np.bool_]  # of each token


class Words:
    """The tokens of texts as ``nlp``'s tokenizer makes them; thread-safe.

    ``compute`` gives the values of words from their ``columns``. Lexemes of ``nlp`` get these
    attributes only.
    """

    def __init__(
        self, nlp: Language, columns: Sequence[str], compute: Callable[[Attributes], Floats]
    ) -> None:
        self._compute = compute
        self._columns = [*(IDS[column] for column in columns), *_KEYS]
        self._cutter = Cutter(nlp, self._columns)
        self._table = Table.empty(compute(np.zeros((1, len(columns)), np.uint64)).shape[1])
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._table.rows)

    def of(self, texts: Sequence[str], pad: int = 0) -> Read:
        """The tokens of each text and their values; ``pad`` empty rows before and behind each."""
        cut = [_PIECE.findall(text) for text in texts]
        keys = [list(map(hash, pieces)) for pieces in cut]
        with self._lock:  # until the values are copied: rows are used again
            table = self._table
            if table.is_full:
                table.forget()
            try:
                rows = [list(map(table.pieces.__getitem__, own)) for own in keys]
            except KeyError:
                pieces = zip(chain.from_iterable(keys), chain.from_iterable(cut), strict=True)
                self._learn(table, {k: piece for k, piece in pieces if k not in table.pieces})
                rows = [list(map(table.pieces.__getitem__, own)) for own in keys]
            tokens = [
                Tokens(text, own, list(map(len, its)), table.places)
                for text, own, its in zip(texts, keys, rows, strict=True)
            ]
            words = list(chain.from_iterable(chain.from_iterable(rows)))
            at = _rows([len(own) for own in tokens], pad)
            padded = np.zeros(len(words) + pad * (len(texts) + 1), np.intp)
            padded[at] = words
            values = np.take(table.values, padded, axis=0)
            return Read(tokens, values, at, table.is_space[padded[at]])

    def _learn(self, table: Table, pieces: dict[int, str]) -> None:
        """Add ``pieces`` to the table: words in one text, blanks each by itself.

        Numbers, which are many in a table, come without the tokenizer: each is one token.
        """
        numbers = {key: piece for key, piece in pieces.items() if _NUMBER.fullmatch(piece)}
        words = {key: piece for key, piece in pieces.items() if not piece.isspace()}
        with self._cutter.zone():
            self._add_numbers(table, numbers)
            self._add(table, {key: words[key] for key in words.keys() - numbers.keys()})
            for key in pieces.keys() - words.keys():
                self._add(table, {key: pieces[key]})

    def _add_numbers(self, table: Table, pieces: dict[int, str]) -> None:
        if not pieces:
            return
        rows = self._rows_of(table, self._cutter.attributes(pieces.values(), self._columns))
        for (key, piece), row in zip(pieces.items(), rows, strict=True):
            table.places[key], table.pieces[key] = ((0, len(piece)),), (row,)

    def _add(self, table: Table, pieces: dict[int, str]) -> None:
        if not pieces:
            return
        doc: Any = self._cutter.doc(" ".join(pieces.values()))
        rows = self._rows_of(table, doc.to_array(self._columns))
        tokens, start, at = [(token.idx, token.idx + len(token)) for token in doc], 0, 0
        for key, piece in pieces.items():
            first, end = at, start + len(piece)
            while at < len(tokens) and tokens[at][0] < end:
                at += 1
            table.places[key] = tuple((s - start, e - start) for s, e in tokens[first:at])
            table.pieces[key] = tuple(rows[first:at])
            start = end + 1

    def _rows_of(self, table: Table, known: Attributes) -> list[int]:
        """The row of each token by what its lexeme carries; new ones are added."""
        orth, norm, is_space = known[:, -3], known[:, -2], known[:, -1].astype(bool)
        keys: list[int] = (orth ^ (norm << np.uint64(1))).tolist()
        new = {key: at for at, key in enumerate(keys) if key not in table.rows}
        if new:
            picked = list(new.values())
            columns = np.ascontiguousarray(known[picked, : -len(_KEYS)])
            table.add(list(new), self._compute(columns), is_space[picked])
        return [table.rows[key] for key in keys]


def _grown(values: Any, room: int) -> Any:
    grown = np.zeros((room, *values.shape[1:]), values.dtype)
    grown[: len(values)] = values
    return grown


def _rows(lengths: Sequence[int], pad: int) -> NDArray[np.intp]:
    """The row of each token when ``pad`` empty rows stand around every text."""
    shifts = np.repeat(np.arange(1, len(lengths) + 1) * pad, lengths)
    places: NDArray[np.intp] = np.arange(len(shifts)) + shifts
    return places
