"""How fast a scan is, beside Presidio as it comes and others, in the same run on one core.

    python -m benchmarks.speed [--json FILE] [--plot FILE] [--rounds N]

The texts are the labelled ones of this folder, joined and cut at line ends. What each side finds is
counted before anything is timed; all sides take their turns in every round. "Cold" is a text that
is not known, in a process that has been running; ratios are of medians.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks import rates
from benchmarks.curve import curve
from benchmarks.peers import Count, engines_of_patterns, presidio, spacy_pipeline
from scanner import Scanner
from scanner.analyze import Analyzer
from scanner.doc import Doc
from scanner.hotpath import HotAnalyzer
from scanner.nlp.engine import NamesEngine
from scanner.policy import Policy
from scanner.recognizers import ALL
from scanner.recognizers.house import House

TEXTS = Path(__file__).parent / "texts" / "dev.jsonl"
SIZES = (250, 1_000, 4_000, 16_000)
_TELLING = 4_000  # characters in which every side finds something
_READY = """
import time; start = time.perf_counter()
from scanner import Scanner
Scanner.from_policy().scan("Hej Mette Holm, cpr 010158-5670")
import resource
pages = int(open("/proc/self/statm").read().split()[1])
print(time.perf_counter() - start, pages * resource.getpagesize() / 2**20)
"""


def texts(size: int, count: int) -> list[str]:
    """``count`` texts of about ``size`` code points, no two alike."""
    rows = [json.loads(line)["text"] for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    dice = random.Random(size)  # noqa: S311  # seeded on purpose
    found = []
    for _ in range(count):
        dice.shuffle(rows)
        joined = "\n\n".join(rows)
        while len(joined) < size:
            joined += "\n\n" + joined
        found.append(joined[:size].rpartition("\n")[0] or joined[:size])
    return found


def ms(call: Callable[[Any], object], given: Any) -> float:
    """Milliseconds of this thread's own time."""
    start = time.thread_time_ns()
    call(given)
    return (time.thread_time_ns() - start) / 1e6


def sides(analyzer: HotAnalyzer, plain: Analyzer) -> dict[str, Count]:
    """Who is timed, by name."""
    nlp = spacy_pipeline(TEXTS)
    return {
        "Sluse": lambda text: len(analyzer.analyze(Doc.from_text(text))[0]),
        "Sluse, plain path": lambda text: len(plain.analyze(Doc.from_text(text))[0]),
        "Presidio, stock": presidio(nlp),
        "spaCy nlp(text) alone": lambda text: len(nlp(text).ents),
        **engines_of_patterns(),
    }


def timed(
    rivals: dict[str, Count], analyzer: HotAnalyzer, size: int, rounds: int
) -> dict[str, dict[str, float]]:
    """Median milliseconds of each side on texts of ``size``, and how much it found."""
    sample = texts(size, max(3, rounds))
    counts = {name: sum(map(count, sample)) for name, count in rivals.items()}
    print(f"{size} characters: {counts}", file=sys.stderr, flush=True)
    if not counts["Sluse"] or counts["Sluse"] != counts["Sluse, plain path"]:
        raise SystemExit(f"the hot path and the plain one differ on {size}: {counts}")
    if size >= _TELLING and not counts["spaCy nlp(text) alone"]:
        raise SystemExit(f"spaCy's pipeline has learned nothing: {counts}")
    taken: dict[str, list[float]] = {name: [] for name in rivals}
    taken["Sluse, the same text again"] = []
    scan = Scanner(Policy.load(), analyzer).scan
    for text in sample:
        for name, count in rivals.items():
            analyzer.forget()
            taken[name].append(ms(count, text))
        scan(text)
        taken["Sluse, the same text again"].append(ms(scan, text))
    return {
        name: {"ms": round(statistics.median(found), 4), "found": counts.get(name, 0)}
        for name, found in taken.items()
    }


def ready() -> dict[str, float]:
    """Seconds from start to a first answer, and megabytes then, in a process of its own."""
    ran = subprocess.run([sys.executable, "-c", _READY], capture_output=True, text=True, check=True)
    seconds, memory = map(float, ran.stdout.split())
    return {"seconds": round(seconds, 2), "MB": round(memory)}


def measured(rounds: int) -> dict[str, Any]:
    """All figures."""
    engine = NamesEngine()
    engine.load()
    house = House(Policy.load())
    recognizers = [kind.for_house(house) for kind in ALL]
    analyzer, plain = HotAnalyzer(recognizers, engine), Analyzer(recognizers, engine)
    analyzer.wait()
    rivals = sides(analyzer, plain)
    return {
        "machine": platform.processor() or platform.machine(),
        "python": platform.python_version(),
        "commit": _commit(),
        "texts": {str(size): timed(rivals, analyzer, size, rounds) for size in SIZES},
        "MB/s, deterministic": rates.measured(rates.SIZES[3]),
        "ready": ready(),
    }


def _commit() -> str:
    ran = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False)  # noqa: S607  # whichever git is there
    return ran.stdout.strip()


def table(figures: dict[str, Any]) -> Iterable[str]:
    """The figures as lines."""
    sizes = figures["texts"]
    yield f"{'median ms (times Sluse)':30}" + "".join(f"{size:>20}" for size in sizes)
    for name in next(iter(sizes.values())):
        cells = (
            f"{row[name]['ms']:.3f} ({row[name]['ms'] / row['Sluse']['ms']:.2f})"
            for row in sizes.values()
        )
        yield f"{name:30}" + "".join(f"{cell:>20}" for cell in cells)
    yield from rates.table(figures["MB/s, deterministic"])
    yield f"ready in {figures['ready']['seconds']} s, {figures['ready']['MB']} MB"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--json", type=Path, help="where the figures go")
    parser.add_argument("--plot", type=Path, help="where the curve of latency goes (SVG)")
    parser.add_argument("--rounds", type=int, default=25, help="texts of each size")
    options = parser.parse_args()
    figures = measured(options.rounds)
    print("\n".join(table(figures)), flush=True)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(curve(figures["texts"]), encoding="utf-8")


if __name__ == "__main__":
    main()
