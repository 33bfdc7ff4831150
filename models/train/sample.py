"""A labelled text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

# A label for "may be either": the model is neither taught nor punished there.
UNKNOWN = "?"


class Label(NamedTuple):
    """A half-open code-point span and its label: PER, ORG, LOC, MISC or UNKNOWN."""

    start: int
    end: int
    label: str


class Sample(NamedTuple):
    """A text and its labels, in order, not overlapping."""

    text: str
    labels: tuple[Label, ...] = ()


class Builder:
    """Puts a text together piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._labels: list[Label] = []
        self._length = 0

    def add(self, piece: str, label: str = "") -> None:
        """Append ``piece``, as a name if ``label`` is given."""
        if label and piece:
            self._labels.append(Label(self._length, self._length + len(piece), label))
        self._pieces.append(piece)
        self._length += len(piece)

    def sample(self) -> Sample:
        """The text so far."""
        return Sample("".join(self._pieces), tuple(self._labels))


def join(samples: list[Sample], between: str) -> Sample:
    """The samples one after the other."""
    text, labels = "", []
    for number, sample in enumerate(samples):
        text += between if number else ""
        labels += [Label(len(text) + a, len(text) + b, label) for a, b, label in sample.labels]
        text += sample.text
    return Sample(text, tuple(labels))


def read(file: Path) -> list[Sample]:
    """The samples of a file with a JSON list a line: the text, its labels."""
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [Sample(text, tuple(Label(*label) for label in labels)) for text, labels in rows]


def write(file: Path, samples: list[Sample]) -> None:
    """Write the samples as ``read`` takes them."""
    lines = (json.dumps(sample, ensure_ascii=False) + "\n" for sample in samples)
    file.write_text("".join(lines), encoding="utf-8")
