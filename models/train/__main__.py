"""From the data to the shipped weights, in one command.

    python -m models.train --data DIR [--silver FILE] [--out models/da_sluse_names-0.5.0] [--seed 1]
        [--seeds N] [--dev FILE] [--small]

DIR holds ``lists/``, ``ner/`` and ``text/``. First the words are counted, then a teacher is tuned
and tells each tag's share in many sentences (``models.train.teacher``), then the network is
trained. A run that was stopped goes on where it was: what is finished stays, teacher and network go
on at the epoch they had reached. ``--silver`` takes the sentences of an earlier run. ``--seeds``
trains the next seeds too and tells mean and spread. ``--dev`` is a file of the evaluation: only
measured on. ``--small`` goes the whole way with a fiftieth of everything, into ``build/``, in some
minutes: it shows that every step works, and its weights are of no use.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import spacy

from models.train import measure, words
from models.train.loop import META, SMALL, Run, Settings, report
from models.train.teacher.sizes import Sizes
from scanner.nlp.language import WORD_CLASSES
from scanner.nlp.lexicon import DIGEST, TABLE, Lexicon, digests

_NAME = f"da_sluse_names-{META['version']}"
_FEW_VECTORS = 4_000


def main() -> None:
    """Count the word table, train, write the digests."""
    models = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(prog="models.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=Settings.seed)
    parser.add_argument("--seeds", type=int, default=1, help="train so many, ship the first")
    parser.add_argument("--dev", type=Path)
    parser.add_argument("--small", action="store_true", help="the whole way, with little of all")
    arguments = parser.parse_args()
    arguments.out = arguments.out or (Path("build") if arguments.small else models) / _NAME
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    if not (out / TABLE).is_file():
        vectors = _FEW_VECTORS if arguments.small else words.VECTORS
        print(f"{words.build(arguments.data, out / TABLE, vectors)} words counted", flush=True)
    WORD_CLASSES.use(Lexicon.load(out / TABLE))
    sizes = Sizes.small() if arguments.small else Sizes()
    arguments.silver = arguments.silver or _silver(arguments.data, out, sizes)
    rows = [_trained(arguments, arguments.seed + number) for number in range(arguments.seeds)]
    for name in rows[0]:
        values = [row[name] for row in rows]
        spread = f"{min(values):.3f} to {max(values):.3f}"
        print(f"{name:12} mean of {len(values)}: {statistics.mean(values):.3f} ({spread})")
    seal(out)
    spacy.load(out)
    print(f"{out} is sealed and loads")


def _silver(data: Path, out: Path, sizes: Sizes) -> Path:
    """The sentences that the teacher labels, in a process of its own: it takes much memory."""
    file = out.with_name(f"{out.name}-silver.npz")
    if not file.is_file():
        module = [sys.executable, "-m", "models.train.teacher"]
        paths = ["--data", str(data), "--out", str(file), "--table", str(out / TABLE)]
        subprocess.run([*module, *paths, *sizes.options()], check=True)  # noqa: S603  # our own
    return file


def _trained(arguments: argparse.Namespace, seed: int) -> dict[str, float]:
    """Train with ``seed``; POL F1 by development set. Only the first seed's weights are kept."""
    fewer = SMALL if arguments.small else {}
    settings = Settings(data=arguments.data, silver=arguments.silver, seed=seed, **fewer)
    run, out = Run(settings), arguments.out
    if seed != arguments.seed:
        out = out.with_name(f"{out.name}-seed-{seed}")
    nlp = run.train(out, arguments.dev)
    print(f"seed {seed}: {report(nlp, arguments.data, arguments.dev)}", flush=True)
    scores = measure.figures(nlp, arguments.data)
    if seed != arguments.seed:
        shutil.rmtree(out)
    return {name: score.f1 for name, score in scores.items()}


def seal(out: Path) -> None:
    """Write the SHA-256 of every file of the model."""
    lines = [f"{digest}  {name}\n" for name, digest in digests(out).items()]
    (out / DIGEST).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
