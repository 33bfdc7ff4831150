"""The training run: news, generated texts, plain manuals, and sentences with the teacher's shares.

Anew each epoch; seeded, resumable.
"""

# ruff: noqa: PLR2004  # lengths of lines

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import torch
from spacy.language import Language
from torch.nn import functional

from models.train import gold, measure, sources
from models.train.augment import augmented
from models.train.lessons import Lesson, Lessons, Reader
from models.train.rough import Rough
from models.train.sample import Sample
from models.train.student import Student, batch, precision
from models.train.synth.documents import Writer
from models.train.synth.scene import World
from scanner.nlp.language import WORD_CLASSES, SluseDanish
from scanner.nlp.network import Network
from scanner.nlp.tagger import FACTORY, Tagger

META = {
    "name": "names",
    "version": "0.5.0",
    "description": "Names of persons, firms and places in Danish text, cased or not.",
    "license": "CC BY-SA 4.0",
    "author": "Sluse",
}
_LONGEST = 400  # words of a training text
_WARM = 0.03  # of all steps
_DECAY = 0.01


@dataclass
class Settings:
    """What a run may vary."""

    data: Path
    seed: int = 1
    epochs: int = 12
    texts: int = 5500  # generated texts an epoch
    rough: int = 3000  # posts and chat lines made of the news an epoch
    gold_rounds: int = 3  # times the news is read an epoch
    manuals: int = 250  # lines of manuals an epoch, none with a name
    rate: float = 0.002
    batch_words: int = 1500
    silver: Path | None = None  # sentences with the teacher's shares
    silver_texts: int = 34_000  # of them an epoch
    silver_known: float = 0.5  # weight of the labels a sentence was made with, the teacher's: rest
    silver_cases: tuple[float, ...] = (0.74, 0.18, 0.08)  # as written, lower case, capitals
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


# Settings of a run that shows that all works.
SMALL: dict[str, Any] = {"epochs": 1, "texts": 100, "rough": 60, "gold_rounds": 1, "manuals": 20}


class Texts:
    """The raw material of a run: news, manuals, and a writer of texts."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.rng = Random(settings.seed)
        table = WORD_CLASSES.lexicon
        everyday = frozenset(
            name.lower()
            for kind in ("fornavne-kvinder", "fornavne-maend")
            for name in sources.ranked(settings.data, kind)
            if table.common(name) >= 4
        )
        self.world = World(self.rng, settings.data, everyday, _is_name)
        self.writer = Writer(self.world)
        self.rough = Rough(self.world)
        self.news = gold.news(settings.data, "train")
        self.manuals = [
            line
            for line in sources.split_text(settings.data, "business-software-docs-da")
            if 20 < len(line) < 400
        ]

    def samples(self) -> list[Sample]:
        """The texts of an epoch whose labels are known."""
        rng, settings = self.rng, self.settings
        samples = [
            augmented(text, rng, settings.gold_shares)
            for _ in range(settings.gold_rounds)
            for text in gold.grouped(self.news, rng)
        ]
        samples += [
            augmented(self.writer.text(), rng, settings.synth_shares) for _ in range(settings.texts)
        ]
        samples += [self.rough.of(rng.choice(self.news)) for _ in range(settings.rough)]
        return samples + [Sample(line) for line in rng.sample(self.manuals, settings.manuals)]


class Run:
    """One training run."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.texts = Texts(settings)
        self.reader = Reader()
        self.silver = None
        if settings.silver is not None:
            self.silver = Lessons.read(settings.silver, settings.silver_known)
        torch.set_num_threads(1)
        torch.manual_seed(settings.seed)
        self.student = Student(WORD_CLASSES.vectors.shape[1])
        self.optimizer = torch.optim.AdamW(
            self.student.parameters(), settings.rate, (0.9, 0.98), weight_decay=_DECAY, fused=True
        )

    def _lessons(self) -> list[Lesson]:
        rng, settings = self.texts.rng, self.settings
        lessons = [self.reader.lesson(sample) for sample in self.texts.samples()]
        if self.silver:
            count = min(len(self.silver), settings.silver_texts)
            cases = rng.choices(range(3), settings.silver_cases, k=count)
            drawn = rng.sample(range(len(self.silver)), count)
            lessons += [self.silver.lesson(*pair) for pair in zip(drawn, cases, strict=True)]
        rng.shuffle(lessons)
        return [lesson for lesson in lessons if 0 < len(lesson.shares) <= _LONGEST]

    def batches(self) -> Iterator[list[Lesson]]:
        """One epoch."""
        drawn: list[Lesson] = []
        words = 0
        for lesson in self._lessons():
            drawn.append(lesson)
            words += len(lesson.shares)
            if words >= self.settings.batch_words:
                yield drawn
                drawn, words = [], 0
        if drawn:
            yield drawn

    def train(self, out: Path, dev: Path | None = None) -> Language:
        """Train and write the pipeline to ``out``; a run that was stopped goes on where it was."""
        settings, file = self.settings, out.with_name(out.name + ".checkpoint")
        done = self._load(file) if file.is_file() else 0
        started = time.time()
        for epoch in range(done, settings.epochs):
            steps = list(self.batches())
            total = 0.0
            for at, lessons in enumerate(steps):
                self._rate((epoch + at / len(steps)) / settings.epochs)
                total += self._learn(lessons)
            line = (
                f"epoch {epoch + 1:3} loss {total / len(steps):.4f} {time.time() - started:5.0f} s"
            )
            if epoch % 3 == 2 or epoch == settings.epochs - 1:
                line += "  " + report(self.pipeline(), settings.data, dev)
            self._save(file, epoch + 1)
            print(line, flush=True)
        nlp = self.pipeline()
        nlp.to_disk(out)
        file.unlink()
        return nlp

    def _rate(self, share: float) -> None:
        rate = self.settings.rate * min(1.0, share / _WARM) * (1 - share) / (1 - _WARM)
        for group in self.optimizer.param_groups:
            group["lr"] = rate

    def _learn(self, lessons: list[Lesson]) -> float:
        """One step; the loss of a word."""
        self.student.train()
        *given, shares = batch(lessons)
        with torch.autocast("cpu", precision()):
            scores = self.student(*given)
        scores = functional.log_softmax(scores.float(), -1)
        loss = -(shares * scores).sum() / shares.sum().clamp(min=1)
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.student.parameters(), 1.0)
        self.optimizer.step()
        return float(loss.detach())

    def pipeline(self) -> Language:
        """The network of the moment as a pipeline; no string of the training texts is in it."""
        nlp = SluseDanish(meta=dict(META), batch_size=64)
        tagger: Any = nlp.add_pipe(FACTORY, name="ner")
        assert isinstance(tagger, Tagger)  # noqa: S101  # for types
        tagger.network = Network(self.student.arrays())
        return nlp

    def _save(self, file: Path, epochs: int) -> None:
        state = {
            "epochs": epochs,
            "weights": self.student.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "random": (self.texts.rng.getstate(), torch.get_rng_state()),
        }
        part = file.with_suffix(".part")
        torch.save(state, part)
        part.replace(file)

    def _load(self, file: Path) -> int:
        state = torch.load(file, weights_only=False)  # our own file
        self.student.load_state_dict(state["weights"])
        self.optimizer.load_state_dict(state["optimizer"])
        drawn, torch_state = state["random"]
        self.texts.rng.setstate(drawn)
        torch.set_rng_state(torch_state)
        return int(state["epochs"])


def report(nlp: Language, data: Path, dev: Path | None) -> str:
    """The figures of ``nlp`` in a line."""
    parts = [f"{name} {score.f1:.3f}" for name, score in measure.figures(nlp, data).items()]
    if dev is not None:
        parts += [
            f"{kind} {count['found']}/{count['gold']} false {count.get('false', 0)}"
            for kind, count in measure.domain(nlp, dev).items()
        ]
    return "  ".join(parts)


def _is_name(word: str) -> bool:
    """Whether the word table knows the word as a name or a place."""
    table = WORD_CLASSES.lexicon
    return table.first_name(word) > 0 or table.surname(word) > 0 or table.place(word)
