"""The hot path against the plain one on generated texts: `python -m benchmarks.equal 10000`.

Prints how many findings were compared, and every text's number and seed where they differ; the
exit code is 1 then.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks.generated import generated
from scanner.analyze import Analyzer
from scanner.doc import Doc
from scanner.hotpath import HotAnalyzer
from scanner.nlp.engine import NamesEngine
from scanner.policy import Policy
from scanner.recognizers import ALL
from scanner.recognizers.house import House


def main() -> int:
    """Compare, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--json", type=Path, help="where the figures go")
    options = parser.parse_args()
    house, engine = House(Policy.load()), NamesEngine()
    engine.load()
    recognizers = [kind.for_house(house) for kind in ALL]
    plain, hot = Analyzer(recognizers, engine), HotAnalyzer(recognizers, engine)
    hot.wait()
    findings = differing = 0
    for number, text in enumerate(generated(options.count, options.seed)):
        expected = plain.analyze(Doc.from_text(text))
        findings += len(expected[0])
        if hot.analyze(Doc.from_text(text)) != expected:
            differing += 1
            print(f"text {number} of seed {options.seed} differs: {text!r}")
    print(f"{options.count} texts, {findings} findings, {differing} texts differ")
    if options.json:
        figures = {"machine": platform.machine(), "commit": _commit(), "seed": options.seed}
        figures |= {"texts": options.count, "findings": findings, "differing": differing}
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 1 if differing else 0


def _commit() -> str:
    ran = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False)  # noqa: S607  # whichever git is there
    return ran.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
