"""The training run: news, generated texts and plain manuals, anew each epoch; seeded, resumable."""

# ruff: noqa: PLR2004  # lengths of lines

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Adam, NumpyOps, Optimizer, fix_random_seed, set_current_ops

from models.train import checkpoint, gold, measure, sample, sources
from models.train.augment import augmented
from models.train.sample import UNKNOWN, Sample
from models.train.synth.documents import Writer
from models.train.synth.scene import World
from scanner.nlp.language import WORD_CLASSES

_CONFIG = Path(__file__).with_name("config.cfg")
META = {
    "lang": "da_sluse",
    "name": "names",
    "version": "0.2.0",
    "description": "Names of persons, firms and places in Danish text, cased or not.",
    "license": "CC BY-SA 4.0",
    "author": "Sluse",
}
_LONGEST = 400  # tokens of a training text


@dataclass
class Settings:
    """What a run may vary."""

    data: Path
    seed: int = 1
    epochs: int = 14
    texts: int = 3000  # generated texts an epoch
    gold_rounds: int = 3  # times the news is read an epoch
    manuals: int = 250  # lines of manuals an epoch, none with a name
    dropout: float = 0.25
    rate: float = 0.001
    rate_end: float = 0.0002
    batch_words: int = 1200
    silver: Path | None = None  # sentences that the teacher labelled
    silver_texts: int = 3000  # of them an epoch
    config: Path = _CONFIG
    gold_shares: dict[str, float] = field(
        default_factory=lambda: {
            "lower": 0.14,
            "upper": 0.05,
            "title": 0.01,
            "typos": 0.06,
            "marks": 0.06,
        }
    )
    synth_shares: dict[str, float] = field(
        default_factory=lambda: {
            "lower": 0.16,
            "upper": 0.05,
            "title": 0.02,
            "typos": 0.10,
            "marks": 0.10,
        }
    )


def example(nlp: Language, text: Sample) -> Example:
    """The sample as spaCy takes it; a label that cuts a token covers the whole token."""
    predicted = nlp.make_doc(text.text)
    words = [token.text for token in predicted]
    reference = Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in predicted])
    names: list[Span] = []
    missing: list[Span] = []
    taken = -1
    for start, end, label in text.labels:
        span = reference.char_span(start, end, label=label, alignment_mode="expand")
        if span is None or span.start < taken or not span.text.strip():
            continue
        taken = span.end
        (missing if label == UNKNOWN else names).append(span)
    reference.set_ents(names, missing=missing, default="outside")
    return Example(predicted, reference)


class Run:
    """One training run."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rng = Random(settings.seed)
        fix_random_seed(settings.seed)
        set_current_ops(NumpyOps(use_blis=False))
        table = WORD_CLASSES.lexicon
        everyday = frozenset(
            name.lower()
            for kind in ("fornavne-kvinder", "fornavne-maend")
            for name in sources.ranked(settings.data, kind)
            if table.common(name) >= 4
        )
        self.world = World(self.rng, settings.data, everyday, _is_name)
        self.writer = Writer(self.world)
        self.news = gold.news(settings.data, "train")
        self.manuals = [
            line
            for line in sources.split_text(settings.data, "business-software-docs-da")
            if 20 < len(line) < 400
        ]
        self.silver = [] if settings.silver is None else sample.read(settings.silver)
        self.nlp = load_model_from_config(load_config(settings.config), auto_fill=True)

    def _samples(self) -> list[Sample]:
        rng, settings = self.rng, self.settings
        samples = [
            augmented(text, rng, settings.gold_shares)
            for _ in range(settings.gold_rounds)
            for text in gold.grouped(self.news, rng)
        ]
        samples += [
            augmented(self.writer.text(), rng, settings.synth_shares) for _ in range(settings.texts)
        ]
        if self.silver:
            drawn = rng.sample(self.silver, min(len(self.silver), settings.silver_texts))
            samples += [augmented(text, rng, settings.gold_shares) for text in drawn]
        samples += [Sample(line) for line in rng.sample(self.manuals, settings.manuals)]
        rng.shuffle(samples)
        return samples

    def examples(self) -> Iterator[list[Example]]:
        """One epoch in batches."""
        examples = [example(self.nlp, text) for text in self._samples()]
        batch, words = [], 0
        for one in examples:
            if 0 < len(one.predicted) <= _LONGEST:
                batch.append(one)
                words += len(one.predicted)
            if words >= self.settings.batch_words:
                yield batch
                batch, words = [], 0
        if batch:
            yield batch

    def train(self, out: Path, dev: Path | None = None) -> Language:
        """Train and write the pipeline to ``out``; a run that was stopped goes on where it was."""
        settings = self.settings
        optimizer = Adam(settings.rate, L2=0.01, grad_clip=1.0, use_averages=True)
        done = self._start(optimizer, out)
        started = time.time()
        for epoch in range(done, settings.epochs):
            share = epoch / max(1, settings.epochs - 1)
            optimizer.learn_rate = settings.rate + (settings.rate_end - settings.rate) * share
            losses: dict[str, float] = {}
            for batch in self.examples():
                self.nlp.update(batch, sgd=optimizer, drop=settings.dropout, losses=losses)
            line = f"epoch {epoch + 1:3} loss {losses['ner']:9.0f} {time.time() - started:5.0f} s"
            if epoch % 4 == 3 or epoch == settings.epochs - 1:
                with self.nlp.use_params(optimizer.averages):
                    line += "  " + self.report(dev)
            checkpoint.save(_checkpoint(out), self.nlp, optimizer, self.rng, epoch + 1)
            print(line, flush=True)
        with self.nlp.use_params(optimizer.averages):
            shipped(self.nlp, settings.config).to_disk(out)
        _checkpoint(out).unlink()
        return spacy.load(out)

    def _start(self, optimizer: Optimizer, out: Path) -> int:
        """Initialize; the number of epochs that were finished before."""
        texts = [self.writer.text() for _ in range(100)] + self.news[:200]
        first = [example(self.nlp, text) for text in texts]
        self.nlp.initialize(lambda: first)
        file = _checkpoint(out)
        return checkpoint.load(file, self.nlp, optimizer, self.rng) if file.is_file() else 0

    def report(self, dev: Path | None) -> str:
        """The figures of the moment in a line."""
        figures = measure.figures(self.nlp, self.settings.data)
        parts = [f"{name} {score.f1:.3f}" for name, score in figures.items()]
        if dev is not None:
            parts += [
                f"{kind} {count['found']}/{count['gold']} false {count.get('false', 0)}"
                for kind, count in measure.domain(self.nlp, dev).items()
            ]
        return "  ".join(parts)


def _is_name(word: str) -> bool:
    """Whether the word table knows the word as a name or a place."""
    table = WORD_CLASSES.lexicon
    return table.first_name(word) > 0 or table.surname(word) > 0 or table.place(word)


def shipped(nlp: Language, config: Path) -> Language:
    """The same pipeline with a new vocabulary: no string of the training texts goes along."""
    clean = load_model_from_config(load_config(config), auto_fill=True)
    old: Any = nlp.get_pipe("ner")
    new: Any = clean.get_pipe("ner")
    new.from_bytes(old.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    clean.meta.update(META)
    return clean


def _checkpoint(out: Path) -> Path:
    return out.with_name(out.name + ".checkpoint")
