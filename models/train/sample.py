"""A labelled text."""

from __future__ import annotations

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
