"""The hook: how long a client waits for it, beside what starting Python alone takes.

    python benchmarks/hook.py [--runs N] [--json FILE]

Starts the service, then the hook as a client does, on a clean prompt of 1,000 characters, one
with names and one with a CPR number, over the port and over the Unix socket. ``start`` is the same
Python doing nothing. What counts is the median; the goal is 120 ms.
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
from typing import Any

SLUSE = str(Path(sys.executable).with_name("sluse"))
GOAL_MS = 120.0
CLEAN = "Hvornår skal momsen indberettes, og hvordan ansøger man om udsættelse? " * 14
PROMPTS = {
    "clean": CLEAN,
    "names": CLEAN + "Skriv til Ravnhild Skjoldmose.",
    "cpr": CLEAN + "Mit CPR-nummer er 010158-5670.",
}


@contextmanager
def service() -> Iterator[dict[str, str]]:
    """A running service; its addresses."""
    with tempfile.TemporaryDirectory() as folder:
        socket = f"{folder}/sluse.sock"
        environment = {
            "PATH": "",
            "SLUSE_PORT": "0",
            "SLUSE_STATE_DIR": folder,
            "SLUSE_UNIX_SOCKET": socket,
            "SLUSE_LOG_LEVEL": "error",
        }
        with subprocess.Popen([SLUSE, "serve"], stdout=subprocess.PIPE, env=environment) as process:
            greeting = process.stdout.readline().decode() if process.stdout else ""
            port = re.findall(r":(\d+) ", greeting)[0]
            yield {"port": f"http://127.0.0.1:{port}", "socket": f"unix:{socket}"}
            process.terminate()


def timed(command: list[str], stdin: bytes, runs: int) -> dict[str, float]:
    """Median and 95th percentile of the wall time, in milliseconds, after three runs."""
    taken = []
    for _ in range(runs + 3):
        began = time.perf_counter()
        subprocess.run(command, input=stdin, capture_output=True, check=True)
        taken.append((time.perf_counter() - began) * 1000)
    ordered = sorted(taken[3:])
    return {
        "median_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(ordered[int(len(ordered) * 0.95)], 1),
    }


def measure(runs: int) -> dict[str, Any]:
    """Every prompt over every address, and Python alone."""
    rows: dict[str, Any] = {"start": timed([sys.executable, "-c", "pass"], b"", runs)}
    with service() as addresses:
        for way, address in addresses.items():
            for name, prompt in PROMPTS.items():
                told = {"sessionId": "s", "timestamp": 1, "cwd": "/", "prompt": prompt}
                command = [SLUSE, "hook", "--client", "copilot", "--event", "prompt"]
                command += ["--address", address]
                rows[f"{name}, {way}"] = timed(command, json.dumps(told).encode(), runs)
    return rows


def main() -> int:
    """Print the table; 1 when a median is above the goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rows = measure(options.runs)
    for name, row in rows.items():
        print(f"{name:<16}{row['median_ms']:>8.1f} ms median {row['p95_ms']:>8.1f} ms p95")
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
