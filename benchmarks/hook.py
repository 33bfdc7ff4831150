"""The hook: how long a client waits for it, beside what starting Python alone takes.

    python benchmarks/hook.py [--runs N] [--json FILE]

Starts the service, then the hook as a client does, on a clean prompt of 1,000 characters, one
with names and one with a CPR number, over the port and over the Unix socket; each a little other
than the one before, so that the service has not seen it. ``start`` is the same Python doing
nothing. They take turns, so that a busy machine is busy for all of them; ``cpu`` is the time of
the processor alone, which hardly feels that, and ``× start`` compares the wall times. What counts
is the median of the wall time; the goal is 120 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

SLUSE = str(Path(sys.executable).with_name("sluse"))
GOAL_MS = 120.0
CLEAN = "Hvornår skal momsen indberettes, og hvordan ansøger man om udsættelse? " * 14
PROMPTS = {
    "clean": CLEAN,
    "names": CLEAN + "Skriv til Ravnhild Skjoldmose.",
    "cpr": CLEAN + "Mit CPR-nummer er 010158-5670.",
}


@contextmanager
def service(**settings: str) -> Iterator[dict[str, str]]:
    """A running service, with ``settings`` more by environment; its addresses."""
    with tempfile.TemporaryDirectory() as folder:
        socket = f"{folder}/sluse.sock"
        environment = {
            "PATH": "",
            "SLUSE_PORT": "0",
            "SLUSE_STATE_DIR": folder,
            "SLUSE_UNIX_SOCKET": socket,
            "SLUSE_LOG_LEVEL": "error",
            **settings,
        }
        with subprocess.Popen([SLUSE, "serve"], stdout=subprocess.PIPE, env=environment) as process:
            greeting = process.stdout.readline().decode() if process.stdout else ""
            port = re.findall(r":(\d+) ", greeting)[0]
            yield {"port": f"http://127.0.0.1:{port}", "socket": f"unix:{socket}"}
            process.terminate()


def call(command: list[str], stdin: bytes) -> tuple[float, float]:
    """Wall time and processor time of one run, in milliseconds."""
    before = getrusage(RUSAGE_CHILDREN)
    began = time.perf_counter()
    subprocess.run(command, input=stdin, capture_output=True, check=True)
    took = time.perf_counter() - began
    after = getrusage(RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took * 1000, spent * 1000


def asked(prompt: str, number: int) -> bytes:
    """What Copilot CLI tells its hooks."""
    told = {"sessionId": "s", "timestamp": 1, "cwd": "/", "prompt": f"{number} spørger: {prompt}"}
    return json.dumps(told).encode()


def timed(calls: dict[str, tuple[list[str], str]], runs: int) -> dict[str, dict[str, float]]:
    """Medians and the 95th percentile of every call, which take turns; three runs warm up."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in calls}
    for run in range(runs + 3):
        for at, (name, (command, prompt)) in enumerate(calls.items()):
            taken[name].append(call(command, asked(prompt, run * len(calls) + at)))
    return {name: _row(times[3:]) for name, times in taken.items()}


def _row(times: list[tuple[float, float]]) -> dict[str, float]:
    wall = sorted(took for took, _ in times)
    return {
        "median_ms": round(statistics.median(wall), 1),
        "p95_ms": round(wall[int(len(wall) * 0.95)], 1),
        "cpu_ms": round(statistics.median(spent for _, spent in times), 1),
    }


def measure(runs: int) -> dict[str, dict[str, float]]:
    """Every prompt over every address, and Python alone."""
    calls = {"start": ([sys.executable, "-c", "pass"], "")}
    with service() as addresses:
        for way, address in addresses.items():
            for name, prompt in PROMPTS.items():
                command = [SLUSE, "hook", "--client", "copilot", "--event", "prompt"]
                command += ["--address", address]
                calls[f"{name}, {way}"] = (command, prompt)
        rows = timed(calls, runs)
    for row in rows.values():
        row["times_start"] = round(row["median_ms"] / rows["start"]["median_ms"], 2)
    return rows


def main() -> int:
    """Print the table; 1 when a median is above the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rows = measure(options.runs)
    for name, row in rows.items():
        print(
            f"{name:<16}{row['median_ms']:>8.1f} ms median {row['p95_ms']:>8.1f} ms p95"
            f"{row['cpu_ms']:>8.1f} ms cpu {row['times_start']:>6.2f} × start"
        )
    if options.json:
        commit = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607  # the developer's own git
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        machine = (
            f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        )
        told = {"commit": commit, "machine": machine, "runs": options.runs, "rows": rows}
        options.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    return int(max(row["median_ms"] for row in rows.values()) > GOAL_MS)


if __name__ == "__main__":
    raise SystemExit(main())
