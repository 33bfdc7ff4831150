"""Tuning the encoder on the news and generated texts; seeded, and taken up again where it stopped.

The news is read twice an epoch, once as it stands and once with other case and slips, beside
generated texts, so that the teacher knows lower case, capitals and business too.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import torch
from torch.nn import functional

from models.train import gold
from models.train.augment import augmented
from models.train.encoder import Encoder
from models.train.loop import Texts
from models.train.sample import Sample
from models.train.student import precision
from models.train.teacher.network import Tagger
from models.train.teacher.sizes import Sizes
from models.train.teacher.tags import TAGS, Reader, Row, batch, batches

_TEXTS, _MANUALS = 700, 80
_RATE, _HEAD_RATE, _WARM = 1.7e-4, 8, 0.06
_PIECES = 1_500  # of a batch
_CASES = {"lower": 0.36, "upper": 0.2, "title": 0.03, "typos": 0.12, "marks": 0.08}
_TEXT_CASES = {"lower": 0.16, "upper": 0.07, "title": 0.02, "typos": 0.08, "marks": 0.08}
_TELL = 50  # batches


def epoch(material: Texts, number: int, reader: Reader, most: int) -> list[list[Row]]:
    """The texts of epoch ``number`` in at most ``most`` batches, the same in every run."""
    rng = Random(f"{material.settings.seed}-{number}")
    material.rng.seed(f"{material.settings.seed}-{number}-texts")
    texts = [*gold.grouped(material.news, rng)]
    texts += [augmented(text, rng, _CASES) for text in gold.grouped(material.news, rng)]
    texts += [augmented(material.writer.text(), rng, _TEXT_CASES) for _ in range(_TEXTS)]
    texts += [Sample(line) for line in rng.sample(material.manuals, _MANUALS)]
    rows = [row for row in map(reader.row, texts) if row.firsts]
    found = batches(sorted(rows, key=lambda row: len(row.ids) + rng.random() * 6), _PIECES)
    rng.shuffle(found)
    return found[:most]


class Tuning:
    """The network in training: its weights in full precision, the copy that runs, the optimizer."""

    def __init__(self, encoder: Encoder) -> None:
        torch.manual_seed(1)
        network = Tagger(encoder, len(TAGS))
        self.copies = [weight.detach().clone().requires_grad_() for weight in network.parameters()]
        self.network = network.to(precision()).train()
        names = [name for name, _ in network.named_parameters()]
        pairs = list(zip(names, self.copies, strict=True))
        head = [weight for name, weight in pairs if name.startswith("head")]
        body = [weight for name, weight in pairs if not name.startswith("head")]
        groups = [{"params": body, "weight_decay": 0.01}, {"params": head, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, lr=_RATE, betas=(0.9, 0.98), fused=True)

    def learn(self, rows: list[Row], share: float) -> None:
        """One step; ``share`` of all steps are done."""
        rate = _RATE * min(1, share / _WARM) * max(0.0, (1 - share) / (1 - _WARM))
        self.optimizer.param_groups[0]["lr"] = rate
        self.optimizer.param_groups[1]["lr"] = rate * _HEAD_RATE
        *given, tags = batch(rows)
        scores = self.network(*given).float()
        functional.cross_entropy(scores, tags, label_smoothing=0.02).backward()
        pairs = list(zip(self.network.parameters(), self.copies, strict=True))
        for weight, copy in pairs:
            copy.grad = None if weight.grad is None else weight.grad.float()
            weight.grad = None
        torch.nn.utils.clip_grad_norm_(self.copies, 1.0)
        self.optimizer.step()
        self._publish(pairs)

    @staticmethod
    def _publish(pairs: list[tuple[Any, Any]]) -> None:
        with torch.no_grad():
            for weight, copy in pairs:
                weight.copy_(copy)

    def save(self, file: Path, epochs: int) -> None:
        """Write the state after ``epochs`` epochs, whole or not at all."""
        state = {
            "epochs": epochs,
            "weights": self.copies,
            "optimizer": self.optimizer.state_dict(),
            "random": torch.get_rng_state(),
        }
        part = file.with_suffix(".part")
        torch.save(state, part)
        part.replace(file)

    def load(self, file: Path) -> int:
        """Take up what ``save`` wrote; the number of finished epochs."""
        state = torch.load(file)
        self.optimizer.load_state_dict(state["optimizer"])
        with torch.no_grad():
            for copy, saved in zip(self.copies, state["weights"], strict=True):
                copy.copy_(saved)
        self._publish(list(zip(self.network.parameters(), self.copies, strict=True)))
        torch.set_rng_state(state["random"])
        return int(state["epochs"])


def tuned(encoder: Encoder, reader: Reader, material: Texts, file: Path, sizes: Sizes) -> Tagger:
    """The tuned network; ``file`` keeps where it stands after each epoch."""
    epochs = sizes.epochs
    tuning = Tuning(encoder)
    done = tuning.load(file) if file.is_file() else 0
    for number in range(done, epochs):
        steps = epoch(material, number, reader, sizes.batches)
        for at, rows in enumerate(_told(steps, f"teacher: epoch {number + 1} of {epochs}")):
            tuning.learn(rows, (number + (at + 1) / len(steps)) / epochs)
        tuning.save(file, number + 1)
    return tuning.network.eval()


def _told(steps: list[list[Row]], what: str) -> Iterator[list[Row]]:
    """The steps, and how far they are."""
    started = time.monotonic()
    for at, rows in enumerate(steps, 1):
        yield rows
        if at % _TELL == 0 or at == len(steps):
            seconds = time.monotonic() - started
            print(f"{what}, {at} of {len(steps)} batches, {seconds:.0f} s", flush=True)
