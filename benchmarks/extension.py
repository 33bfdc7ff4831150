"""The browser extension: what it adds to the time from Enter until the site has the prompt.

    python -m benchmarks.extension [--runs N] [--characters N] [--json FILE]

A Chromium with the extension and one without send the same prompts in turn to a page of our own
with ProseMirror, on this machine. Every prompt is new, so that nothing is known of it beforehand;
all are public, so that nobody is asked. The service is a process of its own. The added delay is
the difference of the medians; exit code 1 when it is above 60 ms.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request  # noqa: TID251  # asks the service it started
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.extension.browser import Person, chromium, set_options
from tests.extension.sites import Vendor, fetch_editors, vendor_sites

MOST_MS = 60.0
SECONDS = 60
TYPED = 20  # characters
SENTENCES = [
    "Hvordan skriver man en god forretningsplan til en lille virksomhed?",
    "Forklar forskellen på likviditet og overskud med et enkelt eksempel.",
    "Ansøgningsfristen for puljen er den 1. marts, og skemaet ligger på virk.dk.",
    "Giv tre råd om prissætning til en ny butik i en mindre by.",
    "Hvad skal et budget for det første år indeholde?",
    "Skriv en kort dagsorden til et møde om eksport til Tyskland.",
    "Hvilke regler gælder for moms ved salg til andre lande i EU?",
]


def prompt(dice: random.Random, characters: int) -> str:
    """A public text of so many characters, that nobody has seen before."""
    text = f"Opgave {dice.randint(100, 999)}:"
    while len(text) < characters:
        text += f" {dice.choice(SENTENCES)} Brug {dice.randint(2, 99)} ord."
    return text[:characters].rstrip()


@contextmanager
def service(folder: Path) -> Iterator[str]:
    """The service as people start it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    told = {"SLUSE_PORT": str(port), "SLUSE_STATE_DIR": str(folder)}
    command = [str(Path(sys.executable).with_name("sluse")), "serve"]
    inherited = dict(os.environ)  # noqa: TID251  # what the service is started with
    with subprocess.Popen(
        command, env=inherited | told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(address)
            yield address
        finally:
            process.terminate()


def wait_for(address: str) -> None:
    """Until the service answers."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{address}/readyz", timeout=2).close()  # noqa: S310, TID251  # ours
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)


def write(person: Person, text: str) -> None:
    """All but the last words at once, since keys take their time; those key by key."""
    first, last = text[:-TYPED], text[-TYPED:]
    read = "return document.querySelector('#prompt-textarea').textContent"
    person.put(first)
    person.until(lambda: len(person.script(read)) >= len(first))
    person.type(last)


def milliseconds(person: Person, vendor: Vendor, text: str) -> float:
    """From Enter until the server has the text."""
    vendor.forget()
    person.focus("#prompt-textarea")
    write(person, text)
    time.sleep(0.1)
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13}
    start = time.perf_counter()
    person.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    mark = text[:40].encode()
    while not any(mark in body for body in vendor.bodies):
        if time.perf_counter() - start > SECONDS:
            raise TimeoutError(person.panel())
        time.sleep(0.0002)
    took = time.perf_counter() - start
    person.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyUp", **key})
    return took * 1000


def measure(runs: int, characters: int) -> dict[str, list[float]]:
    """The times with and without, prompt by prompt in turn."""
    dice = random.Random(1)  # noqa: S311  # no secret
    times: dict[str, list[float]] = {"with": [], "without": []}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        places = [folder / name for name in ("vendor", "house", "with", "without")]
        for place in places:
            place.mkdir()
        fetch_editors()
        vendor = stack.enter_context(vendor_sites(places[0]))
        address = stack.enter_context(service(places[1]))
        guarded = Person(stack.enter_context(chromium(vendor.port, profile=places[2])))
        bare = Person(stack.enter_context(chromium(vendor.port, profile=places[3], extension=None)))
        set_options(guarded, endpoint=address)
        people = {"with": guarded, "without": bare}
        for person in people.values():
            person.open("chatgpt.com")
        for run in range(runs + 3):  # the first three warm up
            text = prompt(dice, characters)
            for name, person in people.items():
                took = milliseconds(person, vendor, text)
                if run >= 3:  # noqa: PLR2004  # warm
                    times[name].append(took)
    return times


def commit() -> str:
    """The commit that is measured, with a plus when the tree differs from it."""
    command = ["git", "describe", "--always", "--dirty=+", "--abbrev=12"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--characters", type=int, default=1000)
    parser.add_argument("--json", type=Path, help="where the figures go")
    options = parser.parse_args()
    times = measure(options.runs, options.characters)
    median = {name: round(statistics.median(took), 1) for name, took in times.items()}
    tail = {name: round(statistics.quantiles(took, n=20)[-1], 1) for name, took in times.items()}
    added = round(median["with"] - median["without"], 1)
    figures = {
        "commit": commit(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "runs": options.runs,
        "characters": options.characters,
        "median_ms": median,
        "p95_ms": tail,
        "added_median_ms": added,
        "most_ms": MOST_MS,
    }
    print(json.dumps(figures, indent=2))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 1 if added > MOST_MS else 0


if __name__ == "__main__":
    sys.exit(main())
