"""How fast a folder is scanned, by one worker and by two, beside Presidio on the same texts.

A folder of generated documents (Word, Excel, PowerPoint, PDF, mail, archives, text) is scanned
through the workers as ``sluse scan`` does it. Before anything is timed, each value that was put in
is looked for in what is read, and what one process finds has to be what the workers find. Presidio
analyzes the extracted text of every third document in one process, three times: as it comes, with
its own recognizers and a pipeline of spaCy's own architecture (as in ``benchmarks.speed``); the
same with our names model, which takes spaCy about half the time; and with our recognizers over all
views, which is the same job without the hot path. It reads no file, and what it is given is text
already: reading is in our time alone. All in one run. Workers are timed by the wall; how many times
Presidio takes is told by processor time, which other work on the machine lengthens less.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    CryptoRecognizer,
    DateRecognizer,
    EmailRecognizer,
    IbanRecognizer,
    IpRecognizer,
    PhoneRecognizer,
    SpacyRecognizer,
    UrlRecognizer,
)

from benchmarks import peers
from benchmarks.documents import TEXTS, generate
from scanner import Scanner
from scanner.analyze import Analyzer
from scanner.batch.crew import Crew
from scanner.batch.examine import examine
from scanner.batch.job import Job, Task
from scanner.batch.nursery import Nursery
from scanner.batch.outcome import Outcome
from scanner.batch.walk import Choice, Source, sources
from scanner.doc import Doc
from scanner.documents.read import read
from scanner.documents.reading import Reading
from scanner.layout import Layout
from scanner.nlp.engine import NamesEngine
from scanner.nlp.lexicon import model_path
from scanner.policy import Policy
from scanner.recognizers import ALL
from scanner.recognizers.house import House

T = TypeVar("T")

DOCUMENTS = 2_000
_STOCK = (
    CreditCardRecognizer, CryptoRecognizer, DateRecognizer, EmailRecognizer, IbanRecognizer,
    IpRecognizer, PhoneRecognizer, SpacyRecognizer, UrlRecognizer,
)  # fmt: skip
_COUNTED = 200  # documents whose findings are counted beforehand
_EVERY = 3  # of so many documents Presidio gets one


class Scanned(NamedTuple):
    """Seconds, those of processors (the workers' warming too), outcomes, a worker's bytes."""

    seconds: float
    processor: float
    outcomes: list[Outcome]
    held: int


def scanned(scanner: Scanner, found: list[Source], size: int) -> Scanned:
    """All of ``found`` through so many workers."""
    nursery = Nursery(lambda: scanner)
    crew = Crew(nursery, Job(), scanner.policy, size)
    list(crew.each(found[: 2 * size], lambda source: crew.examine(Task(source.path))))  # warm
    begun, started = processor(), time.perf_counter()
    outcomes = list(crew.each(found, lambda source: crew.examine(Task(source.path))))
    seconds = time.perf_counter() - started
    held = max((resident(pid) for pid in workers(nursery)), default=0)
    crew.close()
    nursery.close()
    return Scanned(seconds, processor() - begun, outcomes, held)


def processor() -> float:
    """Seconds that this process and those it has seen end kept processors busy."""
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def workers(nursery: Nursery) -> list[int]:
    """The workers that live now."""
    parent = nursery._process.pid  # noqa: SLF001  # to look at its children
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    return [int(pid) for pid in children.split()]


def resident(pid: int) -> int:
    """The most bytes a process has held in memory, those it shares among them."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    return 0


def stock(texts: list[str]) -> float:
    """Seconds of Presidio as it comes, over a pipeline of spaCy's own architecture."""
    analyzer = peers.analyzer(peers.spacy_pipeline(TEXTS))
    return timed(lambda text: analyzer.analyze(text, language="da"), texts)


def with_our_model(texts: list[str]) -> float:
    """Seconds of Presidio with its own recognizers, and our names model run by spaCy."""
    names = {"lang_code": "da", "model_name": str(model_path())}
    engine = SpacyNlpEngine(models=[names])
    engine.load()
    registry = RecognizerRegistry(supported_languages=["da"])
    for kind in _STOCK:  # named: load_predefined_recognizers would find ours too
        registry.add_recognizer(kind(supported_language="da"))
    analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["da"])
    analyzer.analyze("Skriv til bo@example.dk.", language="da")
    return timed(lambda text: analyzer.analyze(text, language="da"), texts)


def plain(docs: list[Doc]) -> float:
    """Seconds of Presidio at our job: our recognizers over all views, without the hot path."""
    house, engine = House(Policy.load()), NamesEngine()
    engine.load()
    analyzer = Analyzer([kind.for_house(house) for kind in ALL], engine)
    analyzer.analyze(Doc.from_text("Skriv til bo@example.dk."))
    return timed(lambda doc: analyzer.analyze(Layout.of(doc).doc), docs)


def timed(do: Callable[[T], object], items: Sequence[T]) -> float:
    """Seconds of a processor for doing it for each."""
    started = time.process_time()
    for item in items:
        do(item)
    return time.process_time() - started


def main() -> None:
    """Measure, print, and write the JSON where it is wanted."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, default=DOCUMENTS)
    asked.add_argument("--json", type=Path)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        planted = generate(folder, options.documents)
        told = measured(folder, planted)
    print(json.dumps(told, indent=2))
    if options.json:
        options.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def measured(folder: Path, planted: list[list[str]]) -> dict[str, Any]:
    """All figures over the documents in ``folder``, which hold the values ``planted``."""
    found = list(sources([folder], Choice.of([], [])))
    size = sum(Path(source.path).stat().st_size for source in found)
    docs = [read(Path(source.path).read_bytes(), Reading()).doc for source in found]
    texts = ["\n".join(part.text for part in doc.parts) for doc in docs]
    check_read(found, texts, planted)
    expected = counted(found)
    reading = timed(lambda source: read(Path(source.path).read_bytes(), Reading()), found)
    scanner = Scanner.from_policy()
    one, two = scanned(scanner, found, 1), scanned(scanner, found, 2)
    outcomes = one.outcomes
    told = [kinds(outcome) for outcome in outcomes[: len(expected)]]
    if outcomes != two.outcomes or told != expected:
        raise SystemExit("one worker, two, and none do not come to the same")
    few = slice(None, None, _EVERY)
    share = sum(map(len, texts[few])) / sum(map(len, texts))  # of the characters
    presidio = {
        "as it comes": stock(texts[few]) / share,
        "its own recognizers, our model": with_our_model(texts[few]) / share,
        "our recognizers": plain(docs[few]) / share,
    }
    return {
        "documents": len(found),
        "bytes": size,
        "characters": sum(map(len, texts)),
        "findings": sum(len(outcome.findings) for outcome in outcomes),
        "values put in": sum(map(len, planted)),
        "gaps": sum(len(outcome.gaps) for outcome in outcomes),
        "one worker": rates(len(found), size, one.seconds),
        "two workers": rates(len(found), size, two.seconds),
        "efficiency": round(one.seconds / two.seconds, 2),
        "reading only, one process": rates(len(found), size, reading),
        "presidio, text only": {
            how: rates(len(found), size, seconds) for how, seconds in presidio.items()
        },
        "presidio measured on one document of": _EVERY,
        "times presidio": {
            how: round(seconds / one.processor, 2) for how, seconds in presidio.items()
        },
        "core hours for ten million": round(1e7 * one.seconds / len(found) / 3600),
        "worker peak MB": round(max(one.held, two.held) / 2**20),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.python_version()}",
        "commit": commit(),
    }


def check_read(found: list[Source], texts: list[str], planted: list[list[str]]) -> None:
    """Stop when a value that was put into a document is not among what was read from it."""
    for source, text, values in zip(found, texts, planted, strict=True):
        read_as = " ".join(text.split())
        lost = [value for value in values if " ".join(value.split()) not in read_as]
        if lost:
            raise SystemExit(f"{source.relative}: {len(lost)} of {len(values)} values are not read")


def counted(found: list[Source]) -> list[Counter[str]]:
    """The entity types in the first documents, by a scanner of this process without workers."""
    scanner = Scanner.from_policy()
    return [kinds(examine(Task(source.path), Job(), scanner)) for source in found[:_COUNTED]]


def kinds(outcome: Outcome) -> Counter[str]:
    """How many findings of each type."""
    return Counter(each.entity_type for each in outcome.findings)


def rates(documents: int, size: int, seconds: float) -> dict[str, float]:
    """What a time means."""
    return {
        "seconds": round(seconds, 2),
        "documents/s": round(documents / seconds, 1),
        "MB/s": round(size / 1e6 / seconds, 3),
    }


def commit() -> str:
    """What was measured."""
    command = ["git", "describe", "--always", "--dirty"]  # git itself
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
