"""The gold sentences as labelled raw texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from models.train import sources
from models.train.sample import Label, Sample, join

LABELS = ("PER", "LOC", "ORG", "MISC")
_NO_BLANK_BEFORE = frozenset(".,;:!?)]}%'»")
_NO_BLANK_AFTER = frozenset("([{«")


def _texts(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")


def news(data: Path, split: str) -> list[Sample]:
    """The news: DaN+'s labels over the raw text of the same sentences in Universal NER."""
    tagged = sources.gold(data / "ner" / f"danplus_news-{split}.tsv")
    texts = _texts(data / "ner" / f"uner_da_ddt-{split}.iob2")
    return [_sample(words, tags, text) for (words, tags), text in zip(tagged, texts, strict=True)]


def universal(data: Path, split: str) -> list[Sample]:
    """The news with the labels of Universal NER."""
    file = data / "ner" / f"uner_da_ddt-{split}.iob2"
    return [
        _sample(words, tags, text)
        for (words, tags), text in zip(sources.gold(file), _texts(file), strict=True)
    ]


def web(data: Path, name: str) -> list[Sample]:
    """Twitter or the youth forum; their words set together again."""
    tagged = sources.gold(data / "ner" / f"danplus_{name}-dev.tsv")
    return [_sample(words, tags, _text(words)) for words, tags in tagged]


def _text(words: list[str]) -> str:
    text = ""
    for word in words:
        blank = not text or text[-1] in _NO_BLANK_AFTER or word[0] in _NO_BLANK_BEFORE
        text += word if blank else f" {word}"
    return text


def _sample(words: list[str], tags: list[str], text: str) -> Sample:
    labels: list[Label] = []
    at = 0
    for word, tag in zip(words, tags, strict=True):
        start = text.index(word, at)
        at = start + len(word)
        kind = tag[2:]
        if kind in LABELS:
            if tag[0] == "I" and labels and labels[-1].label == kind:
                labels[-1] = labels[-1]._replace(end=at)
            else:
                labels.append(Label(start, at, kind))
    return Sample(text, tuple(labels))


def grouped(samples: list[Sample], rng: Random) -> list[Sample]:
    """The samples in random order, now and then several as one text."""
    shuffled = rng.sample(samples, len(samples))
    texts = []
    while shuffled:
        count = rng.choice((1, 1, 1, 2, 3))
        texts.append(join(shuffled[:count], rng.choice((" ", " ", "\n"))))
        shuffled = shuffled[count:]
    return texts
