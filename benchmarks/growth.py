"""Growth: every recognizer, the views and the fields on hostile text of n and 4n characters.

    python benchmarks/growth.py [--size N] [--json FILE]

A pattern that is super-linear quadruples its time when the text doubles. The exponent is fitted
over the sizes; exit code 1 when one is above 1.5 and takes more than 50 ms.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scanner.fields import fields
from scanner.normalize import views
from scanner.policy import Policy
from scanner.recognizers import ALL, Recognizer
from scanner.recognizers.house import House

HARMLESS_SECONDS = 0.05
STEEPEST = 1.5
TEXTS = {
    "digits": "1",
    "letters": "a",
    "blanks": " ",
    "line ends": "\n",
    "dots": "a.",
    "at signs": "a@",
    "hyphens": "1-",
    "spaced digits": "1 ",
    "eight digits": "12345678 ",
    "dates": "150380-",
    "capitals": "Aa ",
    "initials": "A. ",
    "ampersands": "Aa & ",
    "brackets": "[(<{",
    "quotes": "\"'",
    "keys": "a=b;",
    "slashes": "\\\\a/",
    "base64": "QUJDREVG",
    "percent": "%41",
    "semicolons": ";",
    "prose": "Hej Anne, tak for mødet med Havn & Hede ApS i går på Vestergade 12. ",
}


def seconds(call: Callable[[str], Any], text: str) -> float:
    """The quickest of three calls."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        call(text)
        times.append(time.perf_counter() - start)
    return min(times)


def exponent(times: dict[int, float]) -> float:
    """The slope of log time over log size between the smallest and the largest text."""
    (small, first), (large, last) = min(times.items()), max(times.items())
    return math.log(last / first) / math.log(large / small)


def subjects() -> dict[str, Callable[[str], Any]]:
    """Everything that runs patterns over a text, by name."""
    house = House(Policy.default())
    found: dict[str, Callable[[str], Any]] = {"views": views, "fields": fields}
    return found | {kind.__name__: finder(kind.for_house(house)) for kind in ALL}


def finder(recognizer: Recognizer) -> Callable[[str], Any]:
    """All that ``recognizer`` finds in a text."""
    return lambda text: list(recognizer.find(text, None))


def main() -> int:
    """Measure, print the steepest, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", type=int, default=25_000, help="characters of the smallest text")
    parser.add_argument("--json", type=Path, help="where the figures go")
    options = parser.parse_args()
    rows = []
    for name, call in subjects().items():
        for kind, unit in TEXTS.items():
            texts = {k: (unit * (options.size * k // len(unit) + 1)) for k in (1, 4)}
            times = {len(text): seconds(call, text) for text in texts.values()}
            row = {
                "subject": name,
                "text": kind,
                "exponent": round(exponent(times), 2),
                "seconds": round(max(times.values()), 4),
            }
            rows.append(row)
    rows.sort(key=lambda row: -float(str(row["exponent"])))
    steep = [
        row
        for row in rows
        if float(str(row["exponent"])) > STEEPEST and float(str(row["seconds"])) > HARMLESS_SECONDS
    ]
    slow = sorted(rows, key=lambda row: -float(str(row["seconds"])))
    for row in [*steep, *slow[:12]]:
        print(
            f"{row['subject']:34}{row['text']:16}"
            f"exponent {row['exponent']:5}  {row['seconds']:8.4f} s for {4 * options.size:,}"
        )
    print("super-linear:", len(steep))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
