"""MB/s of the deterministic part: all recognizers, with a register, without the names model.

    python -m benchmarks.rates [--most CHARACTERS] [--json FILE]

On one core, window by window as a text is looked at, nothing remembered. The texts: log lines that
hold no value, access logs with an address in each line, prose without values, and labelled texts
full of them; each varied, and for log and prose also one line again and again.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from presidio_analyzer.nlp_engine import NoOpNlpEngine

from scanner.doc import Doc
from scanner.hotpath import HotAnalyzer
from scanner.nlp.artifacts import Artifacts
from scanner.policy import Policy
from scanner.recognizers import ALL
from scanner.recognizers.house import House
from scanner.register import Register, RegisterEditor
from scanner.windows import WINDOW

TEXTS = Path(__file__).parent / "texts" / "dev.jsonl"
KEY = bytes(range(32))
ENTRIES = 100_000
SIZES = (1_000, 8_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
NAMES = {"PersonRecognizer", "OrganizationRecognizer", "SpecialCategoryRecognizer"}
LOG = "2026-11-25 16:03:08,114 INFO worker-3 request id=8f3kd92k path=/v1/scan status=200 ms=12\n"
PROSE = "Tak for mødet i tirsdags. Vi vender tilbage med et forslag til en plan i næste uge.\n"
SENTENCES = """
Tak for mødet i tirsdags, det var rart at se jeres nye lokaler.
Vi vender tilbage med et forslag til en plan i næste uge.
Ansøgningsfristen er den 1. marts, og skemaet ligger på hjemmesiden.
Vi skal have styr på likviditeten, før banken siger ja til en kassekredit.
Regnskabet viser et overskud på 1,2 mio. kr., hvilket er lidt over budgettet.
Kan du sende referatet rundt, når du har læst det igennem?
Det er vigtigt, at alle i afdelingen kender de nye regler for brug af værktøjet.
Hvis prisen stiger med mere end 10 procent, skal vi tale om det igen.
Vores erfaring er, at kunderne helst vil have et kort svar med det samme.
Punkt 4 på dagsordenen udgår, og resten flyttes frem til efter frokost.
Der er stadig plads på kurset, som begynder kl. 9 og slutter kl. 15.
Markedet er blevet mindre, men konkurrenterne er heller ikke så mange som før.
""".strip().splitlines()


class _NoModel(NoOpNlpEngine):
    """No names model: what is left is deterministic."""

    def __init__(self) -> None:
        super().__init__([{"lang_code": "da", "model_name": "none"}])

    def process_text(self, text: str, language: str = "da") -> Artifacts:  # noqa: ARG002  # one
        return Artifacts(text, (), self)


def log_lines(dice: random.Random) -> Iterator[str]:
    """What a service writes about itself: times, ids, figures; nobody's values."""
    while True:
        hour, minute, second = dice.randrange(24), dice.randrange(60), dice.randrange(60)
        at = f"2026-11-{dice.randrange(1, 29):02} {hour:02}:{minute:02}:{second:02}"
        start = f"{at},{dice.randrange(1000):03} {dice.choice(('INFO', 'DEBUG', 'WARN'))}"
        identity = "".join(dice.choices("0123456789abcdef", k=16))
        path, cache = dice.choice(("scan", "redact", "stream")), dice.choice(("hit", "miss"))
        request = f"request id={identity[:8]} path=/v1/{path} status=200 ms={dice.randrange(900)}"
        size, depth, pause = dice.randrange(99_999), dice.randrange(300), dice.randrange(9_000)
        access = f"api.access method=POST size={size} trace={identity} cache={cache}"
        retry = f"pool retry {depth % 5} of 5, depth {depth}, next try in {pause} ms"
        said = dice.choice((f"worker-{depth % 16} {request}", access, retry))
        yield f"{start} {said}\n"


def access_lines(dice: random.Random) -> Iterator[str]:
    """What a web server writes: an address (RFC 5737) in every line."""
    while True:
        network = dice.choice(("192.0.2", "198.51.100", "203.0.113"))
        at = f"{dice.randrange(24):02}:{dice.randrange(60):02}:{dice.randrange(60):02}"
        yield (
            f"{network}.{dice.randrange(1, 255)} - - [25/Nov/2026:{at} +0100] "
            f'"GET /v1/scan?page={dice.randrange(999)} HTTP/1.1" 200 {dice.randrange(99_999)}\n'
        )


def sentences(dice: random.Random) -> Iterator[str]:
    """Prose without values, in paragraphs."""
    while True:
        yield " ".join(dice.choices(SENTENCES, k=dice.randint(2, 7))) + "\n\n"


def labelled(dice: random.Random) -> Iterator[str]:
    """The labelled texts, shuffled anew each time."""
    rows = [json.loads(line)["text"] for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    while True:
        dice.shuffle(rows)
        yield from (f"{row}\n\n" for row in rows)


def again(line: str) -> Callable[[random.Random], Iterator[str]]:
    """The same line without end."""
    return lambda _: iter(lambda: line, None)


KINDS: dict[str, Callable[[random.Random], Iterator[str]]] = {
    "log": log_lines,
    "log, one line": again(LOG),
    "access log": access_lines,
    "prose": sentences,
    "prose, one line": again(PROSE),
    "labelled texts": labelled,
}


def windows(kind: str, size: int) -> Iterator[str]:
    """``size`` characters of the kind, in pieces as a long text is looked at."""
    held = ""
    for line in KINDS[kind](random.Random(1)):  # noqa: S311  # seeded on purpose
        held += line
        while len(held) >= min(WINDOW, size):
            piece, held = held[: min(WINDOW, size)], held[min(WINDOW, size) :]
            size -= len(piece)
            yield piece
            if not size:
                return


def register(folder: Path) -> Register:
    """A register of invented persons, firms, customer numbers and telephones."""
    dice = random.Random(3)  # noqa: S311  # seeded on purpose

    def name() -> str:
        parts = (dice.choice("bdfghjklmnprstv") + dice.choice("aeiouyæøå") for _ in range(3))
        return "".join(parts).title()

    editor = RegisterEditor(KEY, lambda _: False)
    for _ in range(ENTRIES // 4):
        editor.add(f"{name()} {name()}", "PERSON")
        editor.add(f"{name()} {name()} ApS", "ORGANIZATION")
        editor.add(f"K-{dice.randrange(10**6):06}", "CUSTOMER_ID")
        editor.add(f"{dice.randrange(2 * 10**7, 10**8)}", "PHONE_NUMBER")
    editor.save(folder / "register.db")
    return Register.load(folder / "register.db", KEY)


def measured(most: int) -> dict[str, dict[str, float]]:
    """MB/s for each kind of text, up to ``most`` characters of it."""
    engine = _NoModel()
    engine.load()
    with tempfile.TemporaryDirectory() as folder:
        house = House(Policy.load(), register=register(Path(folder)))
        recognizers = [kind.for_house(house) for kind in ALL]
        chosen = {
            "all recognizers": recognizers,
            "without rules for names": [r for r in recognizers if r.name not in NAMES],
        }
        return {
            f"{which}, {kind}": _rates(analyzer, kind, most)
            for which, some in chosen.items()
            for analyzer in [HotAnalyzer(some, engine)]
            for kind in KINDS
        }


def _rates(analyzer: HotAnalyzer, kind: str, most: int) -> dict[str, float]:
    analyzer.wait()
    _look_at_all(analyzer, list(windows(kind, WINDOW)))  # warm
    rates = {}
    for size in (size for size in SIZES if size <= most):
        if size <= SIZES[2]:
            pieces = list(windows(kind, size))
            taken = min(_look_at_all(analyzer, pieces) for _ in range(3))
        else:
            taken = sum(_look_at_all(analyzer, [piece]) for piece in windows(kind, size))
        rates[f"{size} characters"] = round(size / taken / 1e6, 3)
    return rates


def _look_at_all(analyzer: HotAnalyzer, pieces: Sequence[str]) -> float:
    """Seconds of this thread's own time."""
    start = time.thread_time()
    for piece in pieces:
        analyzer.forget()  # some are alike
        analyzer.analyze(Doc.from_text(piece))
    return time.thread_time() - start


def table(figures: dict[str, dict[str, float]]) -> Iterator[str]:
    """The figures as lines."""
    for name, rates in figures.items():
        yield f"MB/s {name}: " + ", ".join(f"{size} {rate}" for size, rate in rates.items())


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--most", type=int, default=SIZES[3], help="characters of a text")
    parser.add_argument("--json", type=Path, help="where the figures go")
    options = parser.parse_args()
    figures: dict[str, Any] = measured(options.most)
    print("\n".join(table(figures)), flush=True)
    if options.json:
        machine = f"{platform.machine()}, Python {platform.python_version()}"
        told = {"machine": machine, "MB/s": figures}
        options.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
