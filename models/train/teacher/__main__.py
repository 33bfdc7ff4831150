"""Tune the teacher, label sentences: ``python -m models.train.teacher --data DIR --out FILE``.

About 25 minutes on one core with half-precision instructions. The news is read twice an epoch,
once as it stands and once with other case and slips, beside generated texts, so that the teacher
knows lower case, capitals and business too.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from models.train import gold, sample, sources, words
from models.train.augment import augmented
from models.train.encoder import Encoder
from models.train.loop import Run, Settings
from models.train.sample import Sample
from models.train.teacher.network import Tagger
from models.train.teacher.tags import TAGS, Reader, Row, batch, batches, best_path, labels
from scanner.nlp.language import WORD_CLASSES
from scanner.nlp.lexicon import Lexicon

_EPOCHS, _TEXTS, _MANUALS = 5, 700, 80
_RATE, _HEAD_RATE, _WARM = 1.7e-4, 8, 0.06
_PIECES = 1_500  # of a batch
_SURE = 0.8
_CASES = {"lower": 0.36, "upper": 0.2, "title": 0.03, "typos": 0.12, "marks": 0.08}
_TEXT_CASES = {"lower": 0.16, "upper": 0.07, "title": 0.02, "typos": 0.08, "marks": 0.08}
_NAMED = re.compile(r"(?<=[^.!?:–-] )[A-ZÆØÅ]\w+")
_HOUSE = frozenset("EU De Dem Deres I Kommissionen Parlamentet Rådet Europa".split())  # noqa: SIM905
_SHORT, _LONG = 30, 320  # characters of a line


def epoch(run: Run, rng: Random, reader: Reader) -> list[list[Row]]:
    """The texts of an epoch in batches."""
    texts = [*gold.grouped(run.news, rng)]
    texts += [augmented(text, rng, _CASES) for text in gold.grouped(run.news, rng)]
    texts += [augmented(run.writer.text(), rng, _TEXT_CASES) for _ in range(_TEXTS)]
    texts += [Sample(line) for line in rng.sample(run.manuals, _MANUALS)]
    rows = [row for row in map(reader.row, texts) if row.firsts]
    found = batches(sorted(rows, key=lambda row: len(row.ids) + rng.random() * 6), _PIECES)
    rng.shuffle(found)
    return found


def tuned(encoder: Encoder, reader: Reader, run: Run) -> Tagger:
    """The encoder tuned on news and generated texts; the weights are kept in full precision."""
    torch.manual_seed(1)
    rng, network = Random(run.settings.seed), Tagger(encoder, len(TAGS))
    copies = [weight.detach().clone().requires_grad_() for weight in network.parameters()]
    network = network.to(torch.bfloat16).train()
    names = [name for name, _ in network.named_parameters()]
    head = [w for name, w in zip(names, copies, strict=True) if name.startswith("head")]
    body = [w for name, w in zip(names, copies, strict=True) if not name.startswith("head")]
    groups = [{"params": body, "weight_decay": 0.01}, {"params": head, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=_RATE, betas=(0.9, 0.98), fused=True)
    first, step = epoch(run, rng, reader), 0
    total = len(first) * _EPOCHS
    for number in range(_EPOCHS):
        for rows in first if not number else epoch(run, rng, reader):
            step += 1
            left = max(0.0, (total - step) / (total * (1 - _WARM)))
            rate = _RATE * min(1, step / (_WARM * total)) * left
            optimizer.param_groups[0]["lr"] = rate
            optimizer.param_groups[1]["lr"] = rate * _HEAD_RATE
            _learn(network, copies, optimizer, rows)
        print(f"teacher: epoch {number + 1} of {_EPOCHS}", flush=True)
    return network.eval()


def _learn(network: Tagger, copies: list[Any], optimizer: Any, rows: list[Row]) -> None:
    *given, tags = batch(rows)
    loss = functional.cross_entropy(network(*given).float(), tags, label_smoothing=0.02)
    loss.backward()
    pairs = list(zip(network.parameters(), copies, strict=True))
    for weight, copy in pairs:
        copy.grad = None if weight.grad is None else weight.grad.float()
        weight.grad = None
    torch.nn.utils.clip_grad_norm_(copies, 1.0)
    optimizer.step()
    with torch.no_grad():
        for weight, copy in pairs:
            weight.copy_(copy)


def lines(data: Path, count: int) -> list[str]:
    """Lines of plain text in which a name may stand."""
    every = sources.split_text(data, "europarl-da-sample")
    fit = (line for line in every if _SHORT < len(line) < _LONG)
    named = [line for line in fit if set(_NAMED.findall(line)) - _HOUSE]
    return Random(3).sample(named, min(count, len(named)))


def labelled(network: Tagger, reader: Reader, texts: list[str]) -> Iterator[Sample]:
    """The texts with the names the teacher sees; where it is not sure, UNKNOWN."""
    pairs = sorted(
        ((text, reader.row(Sample(text))) for text in texts), key=lambda p: len(p[1].ids)
    )
    known = {id(row): text for text, row in pairs if row.firsts}
    for rows in batches([row for _, row in pairs if row.firsts], _PIECES):
        *given, _ = batch(rows)
        with torch.no_grad():
            shares = torch.softmax(network(*given).float(), -1).numpy()
        at = 0
        for row in rows:
            mine = shares[at : at + len(row.firsts)]
            at += len(row.firsts)
            tags = best_path(np.log(mine + 1e-9))
            sure = [bool(share[tag] > _SURE) for share, tag in zip(mine, tags, strict=True)]
            yield Sample(known[id(row)], labels(tags, row, sure))


def main() -> None:
    """Tune, label, write."""
    parser = argparse.ArgumentParser(prog="models.train.teacher", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=16_000)
    arguments = parser.parse_args()
    table = arguments.out.with_suffix(".npz")
    if not table.is_file():
        words.build(arguments.data, table)
    WORD_CLASSES.use(Lexicon.load(table))
    encoder = Encoder()
    reader = Reader(encoder)
    network = tuned(encoder, reader, Run(Settings(data=arguments.data, seed=5)))
    texts = lines(arguments.data, arguments.lines)
    sample.write(arguments.out, list(labelled(network, reader, texts)))


if __name__ == "__main__":
    main()
