"""A run: sources in, outcomes out; what was done before is not done again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from scanner.batch.crew import Crew
from scanner.batch.job import Job, Task
from scanner.batch.keeping import Keeping
from scanner.batch.outcome import Outcome
from scanner.batch.remote import address_of, fetched, remote_sources
from scanner.batch.walk import Choice, Source, sources
from scanner.settings import Settings


@dataclass
class Run:
    """What a run works with."""

    crew: Crew
    keeping: Keeping = field(default_factory=Keeping)

    def outcomes(self, sources: Iterable[Source]) -> Generator[Outcome]:
        """What came of each source, in order."""
        return self.crew.each(sources, self.one)

    def one(self, source: Source) -> Outcome:
        """What came of one source."""
        copies = self.keeping.copies
        with fetched(source, self.crew.job.limits.file) as path:
            before = self.keeping.before(source, self.keeping.digest(Path(path)))
            if before:
                return before
            task = copies.task(path) if copies else Task(path)
            outcome = self.crew.examine(task).named(source.name)
        if copies:
            outcome = copies.placed(source, task, outcome)
        self.keeping.note(outcome)
        return outcome


def all_sources(roots: Sequence[Path], choice: Choice) -> Iterator[Source]:
    """The files at and below ``roots``, those elsewhere last."""
    yield from sources([root for root in roots if not address_of(root)], choice)
    for address in filter(None, map(address_of, roots)):
        yield from remote_sources(address, choice)


def terms_of(settings: Settings, job: Job, today: str) -> str:
    """All that an outcome depends on besides the content; ``today`` for approvals that end."""
    policy = settings.policy.read_bytes() if settings.policy else b""
    register = settings.register.stat() if settings.register else None
    told = [
        version("sluse"),
        hashlib.sha256(policy).hexdigest(),
        settings.model,
        [register.st_size, register.st_mtime_ns] if register else None,
        job.destination,
        job.redacts,
        job.ocr,
        hashlib.sha256(job.value_key).hexdigest(),
        today,
    ]
    return json.dumps(told)
