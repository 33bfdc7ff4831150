"""Tune the teacher, label sentences: ``python -m models.train.teacher --data DIR --out FILE``.

``make train`` runs it. About 40 minutes on one core with half-precision instructions, hours
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
from numpy.typing import NDArray

from models.train import augment, lessons, sources, vocabulary, words
from models.train.encoder import Encoder
from models.train.lessons import Labelled, coupled
from models.train.loop import Settings, Texts
from models.train.perturb import Neighbours, Perturbed
from models.train.sample import Sample
from models.train.teacher.network import Tagger
from models.train.teacher.sizes import Sizes
from models.train.teacher.tags import KINDS, Reader, batch, batches
from models.train.teacher.tuning import tuned
from scanner.nlp.language import WORD_CLASSES
from scanner.nlp.lexicon import Lexicon

_PIECES = 1_500  # of a batch
_NAMED = re.compile(r"(?<=[^.!?:–-] )[A-ZÆØÅ]\w+")
_HOUSE = frozenset("EU De Dem Deres I Kommissionen Parlamentet Rådet Europa".split())  # noqa: SIM905
_SHORT, _LONG = 30, 320  # characters of a line
_TELL = 4_000  # sentences
_CASES = (lambda sample: sample, augment.lower, augment.upper)


def lines(data: Path, count: int) -> list[str]:
    """Lines of plain text in which a name may stand."""
    every = sources.split_text(data, "europarl-da-sample")
    fit = (line for line in every if _SHORT < len(line) < _LONG)
    named = [line for line in fit if set(_NAMED.findall(line)) - _HOUSE]
    return Random(3).sample(named, min(count, len(named)))


def changed_news(texts: Texts, count: int, rough: int) -> list[Sample]:
    """Sentences of the news with other words and other names; ``rough`` more as posts and chat."""
    data = texts.settings.data
    known = vocabulary.vocabulary(
        data, words.first_names(data), words.surnames(data), words.place_words(data), words.VECTORS
    )
    neighbours = Neighbours([sample.text for sample in texts.news], [word for word, _ in known])
    drawn = Perturbed(texts.news, texts.world, neighbours)
    changed = [drawn.sample() for _ in range(count)]
    return changed + [texts.rough.of(drawn.sample()) for _ in range(rough)]


def labelled(
    network: Tagger, reader: Reader, texts: list[Sample], plain: list[str]
) -> Iterator[Labelled]:
    """What the teacher says of ``texts`` beside their labels, and of ``plain``, which have none."""
    student = lessons.Reader()
    every = [(text, True) for text in texts] + [(Sample(line), False) for line in plain]
    rows_of = [(sample, own, reader.row(Sample(sample.text))) for sample, own in every]
    rows_of = sorted((one for one in rows_of if one[2].firsts), key=lambda one: len(one[2].ids))
    known = {id(row): (sample, own) for sample, own, row in rows_of}
    for rows in batches([row for *_, row in rows_of], _PIECES):
        *given, _ = batch(rows)
        with torch.no_grad():
            shares = torch.softmax(network(*given).float(), -1).numpy()
        at = 0
        for row in rows:
            mine = shares[at : at + len(row.firsts)]
            at += len(row.firsts)
            sample, own = known[id(row)]
            doc = student.doc(sample.text)
            filled = [number for number, token in enumerate(doc) if token.text.strip()]
            if len(filled) == len(mine):
                said = np.zeros((len(doc), len(lessons.TAGS)), np.float16)
                said[filled] = coupled(mine, KINDS)
                labels = lessons.taught(doc, sample) if own else np.zeros_like(said)
                yield Labelled(_in_cases(student, sample.text), said, labels)


def _in_cases(student: lessons.Reader, text: str) -> NDArray[np.uint64]:
    """The words in each case; as they are written where the case would cut them otherwise."""
    docs = [student.doc(change(Sample(text)).text) for change in _CASES]
    cut = [[(token.idx, len(token)) for token in doc] for doc in docs]
    fit = [doc if places == cut[0] else docs[0] for doc, places in zip(docs, cut, strict=True)]
    return np.stack([student.keys(doc) for doc in fit])


def main() -> None:
    """Tune, label, write."""
    parser = argparse.ArgumentParser(prog="models.train.teacher", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--table", type=Path, required=True, help="the word table")
    Sizes.ask(parser)
    arguments = parser.parse_args()
    sizes = Sizes.of(arguments)
    torch.set_num_threads(1)
    WORD_CLASSES.use(Lexicon.load(arguments.table))
    encoder = Encoder()
    reader, texts = Reader(encoder), Texts(Settings(data=arguments.data, seed=5))
    state = arguments.out.with_suffix(".checkpoint")
    network = tuned(encoder, reader, texts, state, sizes)
    texts.rng.seed("changed")
    changed = changed_news(texts, sizes.changed, sizes.rough)
    plain = lines(arguments.data, sizes.lines)
    found = []
    for one in labelled(network, reader, changed, plain):
        found.append(one)
        if len(found) % _TELL == 0:
            count = len(changed) + len(plain)
            print(f"teacher: {len(found)} of {count} sentences labelled", flush=True)
    lessons.write(arguments.out, found)
    state.unlink()


if __name__ == "__main__":
    main()
