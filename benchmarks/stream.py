"""Streams: memory and speed over a long text, when the first text leaves, what a keystroke costs.

    python benchmarks/stream.py [--size 1GB] [--keys N] [--json FILE]

The text is business mail in Danish, made anew line by line; its values come from a few hundred, as
the mapping holds each once. Memory is the process's own, taken after each hundredth of the text.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scanner import LiveDoc, Scanner, ScanStream
from scanner.streaming.scan_stream import HOLD_BACK

UNITS = {"": 1, "kB": 10**3, "MB": 10**6, "GB": 10**9}
SENTENCES = [
    "Tak for mødet i tirsdags, det var rart at se jeres nye lokaler.",
    "Ansøgningsfristen er den 1. marts, og skemaet ligger på virk.dk.",
    "Vi skal have styr på likviditeten, før banken siger ja til en kassekredit.",
    "Regnskabet viser et overskud på 1,2 mio. kr., hvilket er lidt over budgettet.",
    "Jeg vender tilbage i næste uge med et forslag til en handlingsplan.",
]
NAMES = ["Mette Overgaard", "Bo Lundtoft", "Karen Riis", "Anders Holmgaard", "Lone Skovlod"]
FIRMS = ["Fjordlyst Bageri ApS", "Havn & Hede A/S", "Tømrer Lundtoft I/S", "Klitmøller Garn ApS"]
PIECE = 65_536  # characters fed at a time
STEPS = 100


def text(seed: int = 1) -> Iterator[str]:
    """Mails without end."""
    dice = random.Random(seed)  # noqa: S311  # no secret
    while True:
        name, firm = dice.choice(NAMES), dice.choice(FIRMS)
        body = " ".join(dice.choice(SENTENCES) for _ in range(dice.randint(3, 9)))
        phone = f"{dice.randint(20, 60)} {dice.randint(10, 19)} 33 44"
        yield f"Hej {name.split()[0]}\n\n{body}\n\n{firm} kan ringe på {phone}.\n\n"
        yield f"Med venlig hilsen\n{name}\n\n"


def pieces(size: int) -> Iterator[str]:
    """``size`` characters in pieces."""
    held, left = "", size
    for part in text():
        held += part
        while len(held) >= min(PIECE, left):
            piece, held = held[: min(PIECE, left)], held[min(PIECE, left) :]
            left -= len(piece)
            yield piece
            if not left:
                return


def resident() -> float:
    """Megabytes of memory that the process holds."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else float("nan")


def measure_stream(scanner: Scanner, size: int) -> dict[str, Any]:
    """One stream of ``size`` characters: memory over time, speed, findings."""
    stream = ScanStream(scanner)
    memory: list[float] = []
    fed = given = found = 0
    began = time.perf_counter()
    for piece in pieces(size):
        fed += len(piece)
        given += len(stream.feed(piece))
        found += len(stream.take())
        if fed * STEPS // size >= len(memory):
            memory.append(round(resident(), 1))
            show(f"{fed / 10**6:,.1f} of {size / 10**6:,.1f} M characters, {memory[-1]} MB")
    result = stream.close()
    seconds = time.perf_counter() - began
    settled = memory[len(memory) // 20 :]  # lists and caches have filled
    return {
        "characters": size,
        "seconds": round(seconds, 2),
        "characters_per_second": round(size / seconds),
        "findings": found + len(result.findings),
        "given_characters": given + len(result.tail),
        "memory_mb": {"first": settled[0], "last": settled[-1], "most": max(settled)},
        "memory_growth_mb": round(max(settled) - settled[0], 1),
    }


def measure_first(scanner: Scanner) -> dict[str, int]:
    """How many characters had come when the first text left, one at a time."""
    stream = ScanStream(scanner)
    sample = "".join(pieces(3 * HOLD_BACK))
    first = next(count for count, sign in enumerate(sample, 1) if stream.feed(sign))
    return {"hold_back": HOLD_BACK, "first_text_after": first}


def measure_keys(scanner: Scanner, keys: int, size: int = 4_000) -> dict[str, Any]:
    """Keystrokes all over a text of ``size`` characters, beside scans of the whole."""
    dice = random.Random(2)  # noqa: S311  # no secret
    live = LiveDoc(scanner, text="".join(pieces(size)))
    typed, whole = [], []
    at = size // 2
    for count in range(keys):
        if count % 20 == 0:
            at = dice.randrange(len(live.text))
        sign = dice.choice("aebdefghijklmnoprstuv   .,\n")
        began = time.perf_counter()
        live.replace(at, at, sign)
        typed.append(time.perf_counter() - began)
        at += 1
        if count % 20 == 0:
            began = time.perf_counter()
            result = scanner.scan(live.text)
            whole.append(time.perf_counter() - began)
            if result.findings != live.findings:
                raise SystemExit("the findings of the live text are not those of the whole")
    spread = statistics.quantiles(typed, n=100)
    return {
        "characters": size,
        "keys": keys,
        "median_ms": round(1000 * statistics.median(typed), 2),
        "p99_ms": round(1000 * spread[98], 2),
        "whole_scan_median_ms": round(1000 * statistics.median(whole), 2),
    }


def show(line: str) -> None:
    """Progress, where somebody looks."""
    if sys.stderr.isatty():
        print(f"\r{line}", end="", file=sys.stderr, flush=True)


def commit() -> str:
    """What is measured."""
    said = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False)  # noqa: S607  # git itself
    return said.stdout.strip()


def size_of(written: str) -> int:
    """Characters from "1GB", "20MB" or "5000"."""
    match = re.fullmatch(r"(\d+)\s*(kB|MB|GB)?", written)
    if not match:
        raise argparse.ArgumentTypeError("a number, perhaps with kB, MB or GB")
    return int(match[1]) * UNITS[match[2] or ""]


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", type=size_of, default=size_of("10MB"), help="of the stream")
    parser.add_argument("--keys", type=int, default=400, help="keystrokes")
    parser.add_argument("--json", type=Path, help="where the figures go")
    options = parser.parse_args()
    scanner = Scanner.from_policy()
    scanner.wait()  # as the service does, before it is ready
    figures = {
        "commit": commit(),
        "machine": f"{platform.machine()}, {platform.python_version()}",
        "first": measure_first(scanner),
        "keys": measure_keys(scanner, options.keys),
        "stream": measure_stream(scanner, options.size),
    }
    print(json.dumps(figures, indent=2))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
