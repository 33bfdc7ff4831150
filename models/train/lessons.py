"""Texts as the network takes them, and what is taught of each word: a share for each tag."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDS  # type: ignore[import-not-found]  # compiled
from spacy.tokens import Doc

from models.train.sample import UNKNOWN, Sample
from scanner.nlp.language import SluseDanish
from scanner.nlp.network import COLUMNS
from scanner.nlp.tags import KINDS, TAGS

_KEYS = [IDS[column] for column in COLUMNS]


class Lesson(NamedTuple):
    """A text's words (words × columns) and shares (words × tags); zeros teach nothing."""

    attributes: NDArray[np.uint64]
    shares: NDArray[np.float16]


class Reader:
    """Cuts texts into words as the scanner does."""

    def __init__(self) -> None:
        self._nlp = SluseDanish()

    def doc(self, text: str) -> Doc:
        """The words of ``text``."""
        return self._nlp.make_doc(text)

    @staticmethod
    def keys(doc: Doc) -> NDArray[np.uint64]:
        """The attributes of the words of ``doc``."""
        keys: Any = doc.to_array(_KEYS)
        return keys.astype(np.uint64).reshape(-1, len(_KEYS))

    def lesson(self, sample: Sample) -> Lesson:
        """``sample`` with all of a word's share on its tag; none where the label is unknown."""
        doc = self.doc(sample.text)
        return Lesson(self.keys(doc), taught(doc, sample))


def taught(doc: Doc, sample: Sample) -> NDArray[np.float16]:
    """Shares by the labels of ``sample``; a label that cuts a word covers the whole word."""
    shares = np.zeros((len(doc), len(TAGS)), np.float16)
    shares[:, 0] = 1
    taken = 0
    for start, end, label in sample.labels:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or span.start < taken or not span.text.strip():
            continue
        taken = span.end
        shares[span.start : span.end] = 0
        if label != UNKNOWN:
            for at in range(span.start, span.end):
                shares[at, TAGS.index(f"{_place(at, span.start, span.end - 1)}-{label}")] = 1
    return shares


def _place(at: int, first: int, last: int) -> str:
    if first == last:
        return "U"
    return "B" if at == first else "L" if at == last else "I"


def coupled(shares: NDArray[np.float32], kinds: Sequence[str]) -> NDArray[np.float16]:
    """Shares of "outside" and of begin and inside of each of ``kinds`` as shares of all tags.

    A name goes on behind a word as surely as the next word is inside one of that kind.
    """
    found = np.zeros((len(shares), len(TAGS)), np.float32)
    found[:, 0] = shares[:, 0]
    for number, kind in enumerate(kinds):
        begins, inside = shares[:, 1 + 2 * number], shares[:, 2 + 2 * number]
        following = np.append(inside[1:], np.float32(0))
        further = np.minimum(1, following / np.maximum(begins + inside, np.float32(1e-9)))
        at = 1 + 4 * KINDS.index(kind)
        found[:, at], found[:, at + 3] = begins * further, begins * (1 - further)
        found[:, at + 1], found[:, at + 2] = inside * further, inside * (1 - further)
    return found.astype(np.float16)


class Lessons:
    """Many lessons in a file: one after the other, the words in each case they may stand in."""

    def __init__(self, lengths: Any, cases: Any, shares: Any) -> None:
        self._ends = np.cumsum(lengths)
        self._lengths, self._cases, self._shares = lengths, cases, shares

    def __len__(self) -> int:
        return len(self._lengths)

    def lesson(self, number: int, case: int) -> Lesson:
        """Lesson ``number`` as written (0), in lower case (1) or in capitals (2)."""
        end = self._ends[number]
        rows = slice(end - self._lengths[number], end)
        return Lesson(self._cases[case, rows], self._shares[rows])

    @classmethod
    def read(cls, file: Path, trust: float) -> Lessons:
        """Read what ``write`` wrote; known labels weigh ``trust``, the teacher's the rest."""
        with np.load(file) as arrays:
            lengths, cases, shares, known = (
                arrays[name] for name in ("lengths", "cases", "shares", "known")
            )
        labelled = known.any(axis=1)
        shares[labelled] += np.float16(trust) * (known[labelled] - shares[labelled])
        return cls(lengths, cases, shares)


class Labelled(NamedTuple):
    """A text's words in each case (cases × words × columns), the teacher's shares, known labels.

    Where nothing is known of a word its row of ``known`` is zeros.
    """

    cases: NDArray[np.uint64]
    shares: NDArray[np.float16]
    known: NDArray[np.float16]


def write(file: Path, lessons: Iterable[Labelled]) -> None:
    """Write lessons as ``Lessons.read`` takes them."""
    cases, shares, known = zip(*lessons, strict=True)
    part = file.with_name(f"{file.stem}.part.npz")
    np.savez(
        part,
        lengths=np.array([len(own) for own in shares]),
        cases=np.concatenate(cases, axis=1),
        shares=np.concatenate(shares),
        known=np.concatenate(known),
    )
    part.replace(file)
