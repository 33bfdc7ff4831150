"""From the data to the shipped weights, in one command.

    python -m models.train --data DIR [--out models/da_sluse_names-0.1.0] [--seed 1] [--dev FILE]

DIR holds ``lists/``, ``ner/`` and ``text/``. A run that was stopped goes on at the epoch it had
reached; the word table is counted once. ``--dev`` is a file of the evaluation: only measured on.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from models.train import words
from models.train.loop import META, Run, Settings
from scanner.nlp.language import WORD_CLASSES
from scanner.nlp.lexicon import DIGEST, TABLE, Lexicon, digests


def main() -> None:
    """Count the word table, train, write the digests."""
    version = META["version"]
    models = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(prog="models.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=models / f"da_sluse_names-{version}")
    parser.add_argument("--seed", type=int, default=Settings.seed)
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--dev", type=Path)
    arguments = parser.parse_args()
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    if not (out / TABLE).is_file():
        print(f"{words.build(arguments.data, out / TABLE)} words counted", flush=True)
    WORD_CLASSES.table = Lexicon.load(out / TABLE)
    settings = Settings(data=arguments.data, seed=arguments.seed, epochs=arguments.epochs)
    run = Run(settings)
    run.nlp = run.train(out, arguments.dev)
    print(run.report(arguments.dev))
    seal(out)


def seal(out: Path) -> None:
    """Write the SHA-256 of every file of the model."""
    lines = [f"{digest}  {name}\n" for name, digest in digests(out).items()]
    (out / DIGEST).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
