"""What docs/scale.md says of time and price, computed from benchmarks/batch.json.

`python -m benchmarks.scale` writes it anew; `make bench-batch` does so after it has measured.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FIGURES = Path(__file__).parent / "batch.json"
PAGE = Path(__file__).parent.parent / "docs" / "scale.md"
BEGIN, END = "<!-- from benchmarks/batch.json -->\n", "<!-- end -->\n"
MILLIONS = 10
CORES = (2, 32, 128)
CORE_HOUR = 0.30  # kr.
LONG = 20_000  # characters: ten pages


def figures(told: dict[str, Any]) -> str:
    """The part of the page that is computed."""
    documents, rate = told["documents"], told["one worker"]["documents/s"]
    share = min(1.0, told["efficiency"] / 2)  # of a core that a worker gets of it beside another
    hours = MILLIONS * 1e6 / rate / 3600 / share
    size, characters = told["bytes"] / documents / 1000, told["characters"] / documents
    lines = [
        f"Measured: {documents:,} documents, {size:.1f} kB and {characters:,.0f} characters each.",
        f"One worker does {rate} documents/s, two do {told['two workers']['documents/s']}:",
        f"{told['efficiency']} times as much. A worker holds {told['worker peak MB']} MB at most.",
        f"Machine: {told['machine']}; commit {told['commit']}.",
        "",
        "| cores | ten million documents | price |",
        "| ---: | ---: | ---: |",
        *(
            f"| {count} | {hours / count:,.1f} hours | {hours * CORE_HOUR:,.0f} kr. |"
            for count in CORES
        ),
        "",
        f"Ten pages ({LONG:,} characters) cost what {LONG / characters:.0f} of these documents do.",
        "",
        "Presidio, given the text of the same documents and so without reading any, takes in one",
        "process, as a multiple of all that one worker does:",
        "",
        *(f"- {how}: {times} ×" for how, times in told["times presidio"].items()),
    ]
    return "\n".join(lines) + "\n"


def page(text: str, told: dict[str, Any]) -> str:
    """``text`` with the figures of ``told`` between its marks."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + figures(told) + END + after


def main() -> None:
    """Write the page."""
    told = json.loads(FIGURES.read_text(encoding="utf-8"))
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), told), encoding="utf-8")


if __name__ == "__main__":
    main()
