"""The service under load: prompts of 1,000 characters in an open loop, beside Presidio's service.

    python -m benchmarks.load [--seconds N] [--json FILE]

A request is sent when its time has come, whether those before it are answered or not, and its
latency counts from that time. No two prompts are alike, so nothing is remembered; Sluse is asked
at 100 a second with half of them seen before, too. Each service
has two workers; whoever asks shares the two cores with them. What a service carries is the highest
rate at which 99 of 100 are answered within the limit and none is refused; then Sluse gets twice
the first rate that was too much, and after it a quarter of that: it is to refuse with 503, and to
be itself again.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import os
import platform
import re
import statistics
import subprocess
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import httpx

from benchmarks.presidio_service import presidio_service  # its classes come before the scanner's

from benchmarks.hook import service  # isort: skip
from benchmarks.speed import TEXTS, texts

CHARACTERS = 1_000
WORKERS = 2
RATES = (10, 15, 20, 30, 40, 50, 60, 80, 100, 125, 150, 200)
LIMITS_MS = (50, 200)
GOAL_RATE = 100
BUSY = 503


@dataclass(frozen=True)
class Round:
    """What came of one rate: how many a second were asked, their latencies in ms, their answers."""

    rate: float
    ms: Sequence[float]
    statuses: Counter[int]

    @property
    def is_lossless(self) -> bool:
        """Whether every prompt was judged."""
        return set(self.statuses) <= {200}

    def percentile(self, share: float) -> float:
        """The latency that ``share`` of the answers keep to, in ms."""
        return sorted(self.ms)[max(0, math.ceil(share * len(self.ms)) - 1)]

    def row(self) -> dict[str, Any]:
        """Its figures."""
        return {
            "rate": self.rate,
            "median_ms": round(statistics.median(self.ms), 1),
            "p99_ms": round(self.percentile(0.99), 1),
            "answers": {str(status): number for status, number in sorted(self.statuses.items())},
        }


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
    latencies: list[float] = []
    statuses: Counter[int] = Counter()
    clock = asyncio.get_running_loop().time
    limits = httpx.Limits(max_connections=2_000, max_keepalive_connections=200)
    async with httpx.AsyncClient(limits=limits, timeout=60) as client:

        async def one(due: float) -> None:
            try:
                answer = await client.post(door.url, json={"text": next(source), **door.more})
                is_rude = answer.status_code == BUSY and "retry-after" not in answer.headers
                statuses[0 if is_rude else answer.status_code] += 1
            except httpx.HTTPError:
                statuses[0] += 1
            latencies.append((clock() - due) * 1000)

        start = clock()
        async with asyncio.TaskGroup() as group:
            for number in range(int(rate * seconds)):
                due = start + number / rate
                await asyncio.sleep(max(0, due - clock()))
                group.create_task(one(due))
    return Round(rate, latencies, statuses)


async def carried(door: Door, seconds: float, source: Iterator[str]) -> list[Round]:
    """Rates from low to high, until 99 of 100 no longer keep to the widest limit."""
    await asked(door, RATES[0], 3, source)  # warm
    rounds: list[Round] = []
    for rate in RATES:
        rounds.append(await asked(door, rate, seconds, source))
        if not rounds[-1].is_lossless or rounds[-1].percentile(0.99) > max(LIMITS_MS):
            break
    return rounds


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
            f"p99 {row['p99_ms']:8.1f} ms  {row['answers']}",
            flush=True,
        )


def measured(seconds: float) -> dict[str, Any]:
    """Everything, as JSON."""
    source = prompts()
    with presidio_service(TEXTS, WORKERS) as address:
        door = Door(f"{address}/analyze", {"language": "da"})
        theirs = asyncio.run(carried(door, seconds, source))
    show("Presidio's service", theirs)
    with service(SLUSE_WORKERS=str(WORKERS)) as addresses:
        door = Door(f"{addresses['port']}/v1/scan", {"destination": "chatgpt"})
        ours = asyncio.run(carried(door, seconds, source))
        show("Sluse", ours)
        goal = asyncio.run(asked(door, GOAL_RATE, seconds, source))
        show("Sluse, the goal", [goal])
        seen = asyncio.run(asked(door, GOAL_RATE, seconds, half_seen(source)))
        show("Sluse, half seen before", [seen])
        most = ours[-1].rate  # the first that was too much, else the highest there is
        flood = asyncio.run(asked(door, 2 * most, seconds, source))
        show("Sluse, twice what it carries", [flood])
        after = asyncio.run(asked(door, most / 2, seconds, source))
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
