"""Texts as sub-words with a tag for each word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import torch

from models.train.encoder import Encoder
from models.train.sample import UNKNOWN, Sample
from scanner.nlp.language import SluseDanish

KINDS = ("PER", "ORG", "LOC", "MISC")
TAGS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
IGNORED = -100
_LONGEST = 250  # sub-words of a text that are read


class Row(NamedTuple):
    """A text's sub-words, the places of its words' first ones, the words' tags and spans."""

    ids: list[int]
    firsts: list[int]
    tags: list[int]
    spans: list[tuple[int, int]]


class Reader:
    """Cuts texts into words as the student does, and these into sub-words."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._nlp = SluseDanish()
        self._cut: dict[tuple[str, bool], list[int]] = {}

    def row(self, sample: Sample) -> Row:
        """``sample`` as the network takes it."""
        ids, firsts, spans, blank = [self._encoder.begin], [], [], True
        for token in self._nlp.make_doc(sample.text):
            if len(ids) > _LONGEST:
                break
            if token.text.strip():
                firsts.append(len(ids))
                spans.append((token.idx, token.idx + len(token)))
                ids += self._pieces(token.text, blank)
            blank = bool(token.whitespace_) or not token.text.strip()
        return Row([*ids, self._encoder.end], firsts, _tags(sample, spans), spans)

    def _pieces(self, word: str, blank: bool) -> list[int]:  # noqa: FBT001  # a key of the table
        if (word, blank) not in self._cut:
            self._cut[word, blank] = self._encoder.pieces(word, blank=blank)
        return self._cut[word, blank]


def _tags(sample: Sample, spans: Sequence[tuple[int, int]]) -> list[int]:
    tags = [0] * len(spans)
    for start, end, label in sample.labels:
        touched = [at for at, (a, b) in enumerate(spans) if a < end and b > start]
        for number, at in enumerate(touched):
            unknown = label == UNKNOWN
            tags[at] = IGNORED if unknown else TAGS.index(f"{'I' if number else 'B'}-{label}")
    return tags


def batch(rows: Sequence[Row], padding: int = 1) -> tuple[Any, Any, Any, Any]:
    """Sub-words, lengths, flat places of first sub-words, and tags."""
    length = max(len(row.ids) for row in rows)
    ids = torch.full((len(rows), length), padding, dtype=torch.long)
    for number, row in enumerate(rows):
        ids[number, : len(row.ids)] = torch.tensor(row.ids)
    firsts = [number * length + at for number, row in enumerate(rows) for at in row.firsts]
    tags = [tag for row in rows for tag in row.tags]
    return (
        ids,
        torch.tensor([len(row.ids) for row in rows]),
        torch.tensor(firsts),
        torch.tensor(tags),
    )


def batches(rows: Sequence[Row], most: int) -> list[list[Row]]:
    """Rows of like length together, at most ``most`` sub-words with padding."""
    found: list[list[Row]] = [[]]
    for row in rows:
        if found[-1] and len(row.ids) * (len(found[-1]) + 1) > most:
            found.append([])
        found[-1].append(row)
    return found
