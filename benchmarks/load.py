"""The service under load: prompts of 1,000 characters in an open loop, beside Presidio's service.

    python -m benchmarks.load [--seconds N] [--json FILE]

A request is sent when its time has come, whether those before it are answered or not, and its
latency counts from that time; that of the refused is told beside it. No two prompts are alike, so
nothing is remembered; Sluse is asked at 100 a second with half of them seen before, too. Each
service has two workers; whoever asks shares the two cores with them, at half a millisecond a
request. What a service carries is the highest rate at which 99 of 100 are answered within the limit
and none is refused; then Sluse gets twice the first rate that was too much, and after it a quarter
of that: it is to refuse with 503, and to be itself again.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import os
import platform
import re
import subprocess
from collections import defaultdict, deque
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import uvloop

from benchmarks.presidio_service import presidio_service  # its classes come before the scanner's

from benchmarks.client import Client  # isort: skip
from benchmarks.hook import service  # isort: skip
from benchmarks.speed import TEXTS, texts

CHARACTERS = 1_000
WORKERS = 2
RATES = (10, 15, 20, 30, 40, 50, 60, 80, 100, 125, 150, 175, 200, 250, 300)
LIMITS_MS = (50, 200)
GOAL_RATE = 100
T = TypeVar("T")
OK, BUSY, LOST = 200, 503, 0


@dataclass(frozen=True)
class Round:
    """What came of one rate: how many a second were asked, and of each answer its ms by status."""

    rate: float
    ms: Mapping[int, Sequence[float]]

    @property
    def is_lossless(self) -> bool:
        """Whether every prompt was judged."""
        return set(self.ms) <= {OK}

    def percentile(self, share: float, status: int = OK) -> float:
        """The latency that ``share`` of the answers of that status keep to, in ms."""
        taken = sorted(self.ms[status])
        return taken[max(0, math.ceil(share * len(taken)) - 1)]

    def row(self) -> dict[str, Any]:
        """Its figures."""
        row = {
            "rate": self.rate,
            "median_ms": round(self.percentile(0.5), 1),
            "p99_ms": round(self.percentile(0.99), 1),
            "answers": {str(status): len(taken) for status, taken in sorted(self.ms.items())},
        }
        if BUSY in self.ms:
            row["refused_p99_ms"] = round(self.percentile(0.99, BUSY), 1)
        return row


@dataclass(frozen=True)
class Door:
    """Where a service is asked, and how."""

    url: str
    more: dict[str, str]


def prompts() -> Iterator[str]:
    """Texts of which no two are alike."""
    sample = texts(CHARACTERS, 200)
    for number in count():
        yield f"{sample[number % len(sample)]}\nNotat {number}."


def half_seen(source: Iterator[str]) -> Iterator[str]:
    """Each of ``source``, and between them those of a while ago again."""
    recent: deque[str] = deque(maxlen=50)
    for text in source:
        recent.append(text)
        yield from (text, recent[0])


def memory() -> dict[str, list[float]]:
    """Megabytes of each process started here: resident, and its share of what is shared."""
    started = _family(os.getpid())[1:]
    told = [Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii") for pid in started]
    return {
        name: [round(int(size) / 1024, 1) for text in told for size in _sizes(text, field)]
        for name, field in (("resident_mb", "Rss"), ("share_mb", "Pss"))
    }


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *(each for child in children for each in _family(int(child)))]


def _sizes(text: str, field: str) -> list[str]:
    return re.findall(rf"^{field}:\s+(\d+) kB", text, re.MULTILINE)


async def asked(door: Door, rate: float, seconds: float, source: Iterator[str]) -> Round:
    """Ask ``rate`` times a second for ``seconds``."""
    taken: defaultdict[int, list[float]] = defaultdict(list)
    clock = asyncio.get_running_loop().time
    client = Client(door.url)

    async def one(due: float) -> None:
        try:
            async with asyncio.timeout(60):
                answer = await client.post({"text": next(source), **door.more})
            is_rude = answer.status == BUSY and "retry-after" not in answer.headers
            status = LOST if is_rude else answer.status
        except (OSError, EOFError):
            status = LOST
        taken[status].append((clock() - due) * 1000)

    start = clock()
    async with asyncio.TaskGroup() as group:
        for number in range(int(rate * seconds)):
            due = start + number / rate
            await asyncio.sleep(max(0, due - clock()))
            group.create_task(one(due))
    client.close()
    return Round(rate, taken)


async def carried(door: Door, seconds: float, source: Iterator[str]) -> list[Round]:
    """Rates from low to high, until 99 of 100 no longer keep to the widest limit."""
    await asked(door, RATES[0], 3, source)  # warm
    rounds: list[Round] = []
    for rate in RATES:
        rounds.append(await asked(door, rate, seconds, source))
        if not rounds[-1].is_lossless or rounds[-1].percentile(0.99) > max(LIMITS_MS):
            break
    return rounds


def run(rounds: Coroutine[Any, Any, T]) -> T:
    """What the coroutine gives, in the loop that costs least."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(rounds)


def capacity(rounds: Sequence[Round], limit_ms: float) -> float:
    """The highest rate within the limit, 0 when there is none."""
    good = (one.rate for one in rounds if one.is_lossless and one.percentile(0.99) <= limit_ms)
    return max(good, default=0)


def show(name: str, rounds: Sequence[Round]) -> None:
    """A line for each rate."""
    for one in rounds:
        row = one.row()
        print(
            f"{name:28} {row['rate']:6.0f}/s  median {row['median_ms']:8.1f} ms  "
            f"p99 {row['p99_ms']:8.1f} ms  {row['answers']}"
            + (f"  refused p99 {row['refused_p99_ms']:.1f} ms" if BUSY in one.ms else ""),
            flush=True,
        )


def measured(seconds: float) -> dict[str, Any]:
    """Everything, as JSON."""
    source = prompts()
    with presidio_service(TEXTS, WORKERS) as address:
        door = Door(f"{address}/analyze", {"language": "da"})
        theirs = run(carried(door, seconds, source))
    show("Presidio's service", theirs)
    with service(SLUSE_WORKERS=str(WORKERS)) as addresses:
        door = Door(f"{addresses['port']}/v1/scan", {"destination": "chatgpt"})
        ours = run(carried(door, seconds, source))
        show("Sluse", ours)
        goal = run(asked(door, GOAL_RATE, seconds, source))
        show("Sluse, the goal", [goal])
        seen = run(asked(door, GOAL_RATE, seconds, half_seen(source)))
        show("Sluse, half seen before", [seen])
        most = ours[-1].rate  # the first that was too much, else the highest there is
        flood = run(asked(door, 2 * most, seconds, source))
        show("Sluse, twice what it carries", [flood])
        after = run(asked(door, most / 2, seconds, source))
        show("Sluse, a quarter of it afterwards", [after])
        held = memory()
    return {
        "carried": {
            f"p99 {limit} ms": {
                "sluse": capacity(ours, limit),
                "presidio": capacity(theirs, limit),
            }
            for limit in LIMITS_MS
        },
        "sluse": [one.row() for one in ours],
        "presidio": [one.row() for one in theirs],
        f"{GOAL_RATE} a second": goal.row(),
        f"{GOAL_RATE} a second, half of them seen before": seen.row(),
        "memory": held,
        "twice": flood.row(),
        "a quarter afterwards": after.row(),
    }


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=10, help="seconds for each rate")
    parser.add_argument("--json", type=Path, help="where the figures go")
    given = parser.parse_args()
    figures = measured(given.seconds)
    print(json.dumps(figures["carried"], indent=1))
    if given.json:
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607  # git of the path
            capture_output=True, text=True, check=False,
        ).stdout.strip()  # fmt: skip
        machine = (
            f"{platform.processor() or platform.machine()}, Python {platform.python_version()}"
        )
        told = {"machine": machine, "commit": commit, "characters": CHARACTERS, **figures}
        given.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
