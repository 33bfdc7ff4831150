"""Tune the teacher, label sentences: ``python -m models.train.teacher --data DIR --out FILE``.

``make train`` runs it. About 25 minutes on one core with half-precision instructions, two hours
without; a run that was stopped goes on at the epoch it had reached.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import torch

from models.train import sample, sources, words
from models.train.encoder import Encoder
from models.train.loop import Run, Settings
from models.train.sample import Sample
from models.train.teacher.network import Tagger
from models.train.teacher.tags import Reader, batch, batches, best_path, labels
from models.train.teacher.tuning import tuned
from scanner.nlp.language import WORD_CLASSES
from scanner.nlp.lexicon import Lexicon

_PIECES = 1_500  # of a batch
_SURE = 0.8
_NAMED = re.compile(r"(?<=[^.!?:–-] )[A-ZÆØÅ]\w+")
_HOUSE = frozenset("EU De Dem Deres I Kommissionen Parlamentet Rådet Europa".split())  # noqa: SIM905
_SHORT, _LONG = 30, 320  # characters of a line
_TELL = 2_000  # sentences


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
    parser.add_argument("--table", type=Path, help="the word table; counted where there is none")
    parser.add_argument("--lines", type=int, default=16_000)
    parser.add_argument("--epochs", type=int, default=5)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    table = arguments.table or arguments.out.with_suffix(".npz")
    if not table.is_file():
        words.build(arguments.data, table)
    WORD_CLASSES.use(Lexicon.load(table))
    encoder = Encoder()
    reader, run = Reader(encoder), Run(Settings(data=arguments.data, seed=5))
    state = arguments.out.with_suffix(".checkpoint")
    network = tuned(encoder, reader, run, state, arguments.epochs)
    texts = lines(arguments.data, arguments.lines)
    found = []
    for one in labelled(network, reader, texts):
        found.append(one)
        if len(found) % _TELL == 0:
            print(f"teacher: {len(found)} of {len(texts)} sentences labelled", flush=True)
    part = arguments.out.with_suffix(".part")
    sample.write(part, found)
    part.replace(arguments.out)
    state.unlink()


if __name__ == "__main__":
    main()
