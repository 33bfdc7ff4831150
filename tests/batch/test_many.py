"""A hundred thousand files: what is under way, and what is kept of them, does not grow."""

from __future__ import annotations

import resource
import threading
from collections.abc import Iterator
from dataclasses import replace

from scanner.batch.crew import Crew
from scanner.batch.job import Job
from scanner.batch.journal import Journal
from scanner.batch.nursery import Nursery
from scanner.batch.outcome import Outcome
from scanner.batch.unread import unread
from scanner.batch.worker import STATM
from scanner.finding import GapReason
from scanner.pipeline import Scanner
from scanner.policy import Policy

FILES = 100_000
AT_MOST = 300  # begun and not yet taken: workers times 64, and what is at work
MOST_MEMORY = 8 << 20  # bytes; all outcomes together are 16 MB, their futures more


def resident() -> int:
    """The bytes this process holds."""
    return int(STATM.read_text(encoding="ascii").split()[1]) * resource.getpagesize()


def test_a_hundred_thousand_files_do_not_gather(scanner: Scanner) -> None:
    begun, lock = 0, threading.Lock()
    nothing = unread(GapReason.EMPTY, Policy.load(), "chatgpt")

    def names() -> Iterator[str]:
        for number in range(FILES):
            yield f"{number:06}.txt"

    def done(name: str) -> Outcome:
        nonlocal begun
        with lock:
            begun += 1
        return nothing.named(name)

    nursery = Nursery(lambda: scanner)
    journal = Journal()
    crew = Crew(nursery, Job(), scanner.policy, 4)
    before = resident()
    try:
        for taken, outcome in enumerate(crew.each(names(), done)):
            assert outcome.name == f"{taken:06}.txt"
            assert begun - taken <= AT_MOST
            journal.add(outcome)
        grown = resident() - before
    finally:
        nursery.close()
    assert journal.totals.files == FILES
    assert sum(1 for _ in journal) == FILES
    assert replace(nothing, name=f"{FILES - 1:06}.txt") == outcome
    assert grown < MOST_MEMORY
    journal.close()
