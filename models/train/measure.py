"""Figures of a pipeline: strict F1 over PER+ORG+LOC, and cover of names."""

# ruff: noqa: E501  # lines that print a row of a table

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

import spacy
from spacy.language import Language

from models.train import gold, sources
from models.train.augment import lower, upper
from models.train.origins import DANISH, ORIGINS, Origin
from models.train.sample import Builder, Label, Sample
from scanner.nlp.language import WORD_CLASSES
from scanner.nlp.lexicon import TABLE, Lexicon

_KINDS = ("PER", "ORG", "LOC")
_EVAL = {"PERSON": "PER", "ORGANIZATION": "ORG"}
_COVERED = 0.8
_MARK = re.compile(r"\[([PO]):([^\]]+)\]")


Finder = Callable[[list[Sample]], list[list[Label]]]  # the names of each text


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


_FRAMES = (
    "Vi afventer svar fra {}, før budgettet kan lukkes.", "{} har sendt bilagene i dag.",
    "Hej {}, kan du nå det inden fredag?", "Lejemålet er overtaget af {} pr. 1. maj.",
    "Navn: {}", "Skriv en venlig påmindelse til {} om mødet.", "Ordstyrer var {}, og alle var enige.",
    "Please ask {} to sign the offer.", "sagen ligger hos {} nu", "Mvh {}",
)  # fmt: skip


def origins(find: Finder, least: float = 1, names: int = 240) -> dict[str, dict[str, float]]:
    """Share of names by origin of which ``least`` is found: full, first only, last only, in sentences.

    And full and first in lower case.
    """
    rng = Random(7)
    table: dict[str, dict[str, float]] = {}
    groups = {"danish": DANISH, **ORIGINS, "unheard": _unheard(rng)}
    for origin, lists in groups.items():
        pairs = [(rng.choice(lists.first), rng.choice(lists.last)) for _ in range(names)]
        forms = {
            "full": [f"{first} {last}" for first, last in pairs],
            "first": [first for first, _ in pairs],
            "last": [last for _, last in pairs],
        }
        forms["full lower"] = [name.lower() for name in forms["full"]]
        forms["first lower"] = [name.lower() for name in forms["first"]]
        table[origin] = {
            form: _frames_cover(find, least, rng, drawn) for form, drawn in forms.items()
        }
    return table


def _unheard(rng: Random) -> Origin:
    """Names on no list: halves of names of different origins."""
    first = [name for lists in ORIGINS.values() for name in lists.first]
    last = [name for lists in ORIGINS.values() for name in lists.last]

    def mixed(names: list[str]) -> tuple[str, ...]:
        pairs = [(rng.choice(names), rng.choice(names)) for _ in range(100)]
        return tuple(one[: len(one) // 2 + 1] + two[len(two) // 2 :].lower() for one, two in pairs)

    return Origin(mixed(first), mixed(last))


def _frames_cover(find: Finder, least: float, rng: Random, names: list[str]) -> float:
    samples, found = [], 0
    for name in names:
        frame = rng.choice(_FRAMES)
        start = frame.index("{}")
        text = frame.format(name)
        text = text.lower() if name.islower() else text
        samples.append(Sample(text, (Label(start, start + len(name), "PER"),)))
    for sample, named in zip(samples, find(samples), strict=True):
        inside = {at for start, end, kind in named if kind in _KINDS for at in range(start, end)}
        start, end, _ = sample.labels[0]
        found += len(inside.intersection(range(start, end))) >= least * (end - start)
    return found / len(names)


def marked(text: str) -> Sample:
    """A text whose persons stand as ``[P:name]`` and whose firms stand as ``[O:name]``."""
    builder, end = Builder(), 0
    for mark in _MARK.finditer(text):
        builder.add(text[end : mark.start()])
        builder.add(mark[2], "PER" if mark[1] == "P" else "ORG")
        end = mark.end()
    builder.add(text[end:])
    return builder.sample()


def check(nlp: Language) -> dict[str, dict[str, int]]:
    """PER and ORG of the texts in ``check.txt``: gold, found (80 % covered), false."""
    text = Path(__file__).with_name("check.txt").read_text(encoding="utf-8")
    samples = [marked(part.strip("\n")) for part in text.split("====\n")]
    counts = {kind: Counter[str]() for kind in ("PER", "ORG")}
    for sample, found in zip(samples, predict(nlp, samples), strict=True):
        names = [name for name in found if name.label in counts]
        for start, end, kind in sample.labels:
            counts[kind]["gold"] += 1
            counts[kind]["found"] += _overlap({"start": start, "end": end}, names) >= _COVERED * (
                end - start
            )
        for name in names:
            counts[name.label]["false"] += not any(
                name.start < label.end and label.start < name.end for label in sample.labels
            )
    return {kind: dict(count) for kind, count in counts.items()}


def false_names(nlp: Language, data: Path, lines: int = 1500) -> dict[str, float]:
    """PER and ORG in 1,000 words of manuals that were not trained on, where no name stands."""
    texts = sources.split_text(data, "business-software-docs-da", held=True)[:lines]
    found = predict(nlp, [Sample(text) for text in texts])
    words = sum(len(text.split()) for text in texts)
    counts = Counter(label.label for names in found for label in names)
    return {kind: 1000 * counts[kind] / words for kind in ("PER", "ORG")}


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


def main() -> None:
    """Print every figure of the pipeline at MODEL: ``python -m models.train.measure MODEL DATA [DEV]``."""
    model, data, *dev = map(Path, sys.argv[1:])
    WORD_CLASSES.use(Lexicon.load(model / TABLE))
    nlp = spacy.load(model)
    for name, score in figures(nlp, data).items():
        print(
            f"{name:12} F1 {score.f1:.3f}  precision {score.precision:.3f}  recall {score.recall:.3f}  cover {score.cover:.3f}"
        )
    for label, score in strict(nlp, gold.news(data, "dev")).items():
        print(f"news {label:7} F1 {score.f1:.3f}  cover {score.cover:.3f}")
    print("false names in 1,000 words of manuals:", false_names(nlp, data))
    print("texts of check.txt:", check(nlp))
    for origin, row in origins(partial(predict, nlp)).items():
        print(f"{origin:12}", "  ".join(f"{form} {cover:.2f}" for form, cover in row.items()))
    for file in dev:
        print(file.name, domain(nlp, file, show=True))


if __name__ == "__main__":
    main()
