"""Figures of a pipeline: strict F1 over PER+ORG+LOC, and cover of names."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from models.train import gold
from models.train.augment import lower, upper
from models.train.sample import Label, Sample

_KINDS = ("PER", "ORG", "LOC")
_EVAL = {"PERSON": "PER", "ORGANIZATION": "ORG"}
_COVERED = 0.8


class Score(NamedTuple):
    """Strict F1, precision and recall; cover: share of gold inside any predicted name."""

    f1: float
    precision: float
    recall: float
    cover: float


def predict(nlp: Language, samples: list[Sample]) -> list[list[Label]]:
    """The names ``nlp`` finds, with -s of the genitive, as spans of the text."""
    docs = nlp.pipe((sample.text for sample in samples), batch_size=64)
    return [[Label(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in docs]


def strict(nlp: Language, samples: list[Sample]) -> dict[str, Score]:
    """Scores by label and over all three ("POL")."""
    found = predict(nlp, samples)
    return {
        name: _score(samples, found, kinds)
        for name, kinds in (("POL", _KINDS), *((kind, (kind,)) for kind in _KINDS))
    }


def _score(samples: list[Sample], found: list[list[Label]], kinds: tuple[str, ...]) -> Score:
    right = wanted = given = covered = 0
    for sample, names in zip(samples, found, strict=True):
        gold_names = {label for label in sample.labels if label.label in kinds}
        mine = {label for label in names if label.label in kinds}
        inside = {
            at for label in names if label.label in _KINDS for at in range(label.start, label.end)
        }
        right += len(gold_names & mine)
        wanted, given = wanted + len(gold_names), given + len(mine)
        covered += sum(inside.issuperset(range(a, b)) for a, b, _ in gold_names)
    precision, recall = right / max(1, given), right / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return Score(f1, precision, recall, covered / max(1, wanted))


def domain(nlp: Language, file: Path, *, show: bool = False) -> dict[str, dict[str, int]]:
    """PER and ORG against a file of the evaluation: gold, found (any name covers 80 %), typed, false."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    found = predict(nlp, [Sample(row["text"]) for row in rows])
    counts = {kind: Counter[str]() for kind in _EVAL.values()}
    for row, names in zip(rows, found, strict=True):
        text = row["text"]
        people = [label for label in names if label.label in {"PER", "ORG"}]
        for span in row["spans"]:
            kind = _EVAL.get(span["label"])
            if kind is None:
                continue
            size = span["end"] - span["start"]
            hit = _overlap(span, people) >= _COVERED * size
            counts[kind]["gold"] += 1
            counts[kind]["found"] += hit
            counts[kind]["typed"] += (
                _overlap(span, [n for n in people if n.label == kind]) >= _COVERED * size
            )
            if show and not hit:
                print("MISS", row["id"], kind, text[span["start"] : span["end"]])
        for name in people:
            if not any(name.start < s["end"] and s["start"] < name.end for s in row["spans"]):
                counts[name.label]["false"] += 1
                if show:
                    print(
                        "FALSE",
                        row["id"],
                        name.label,
                        repr(text[max(0, name.start - 20) : name.start]),
                        text[name.start : name.end],
                    )
    return {kind: dict(count) for kind, count in counts.items()}


def _overlap(span: dict[str, int], names: list[Label]) -> int:
    return sum(max(0, min(span["end"], n.end) - max(span["start"], n.start)) for n in names)


def figures(nlp: Language, data: Path) -> dict[str, Score]:
    """F1 over PER+ORG+LOC of every development set."""
    sets = {
        "news": gold.news(data, "dev"),
        "twitter": gold.web(data, "twitter"),
        "arto": gold.web(data, "arto"),
    }
    sets["news lower"] = [lower(sample) for sample in sets["news"]]
    sets["news upper"] = [upper(sample) for sample in sets["news"]]
    return {name: strict(nlp, samples)["POL"] for name, samples in sets.items()}
