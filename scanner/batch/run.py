"""A run: sources in, outcomes out; what was done before is not done again."""

from __future__ import annotations

import hashlib
import json
import stat
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from scanner.batch.copies import Copies
from scanner.batch.crew import Crew
from scanner.batch.job import Job, Task
from scanner.batch.outcome import Outcome
from scanner.batch.remote import address_of, fetched, remote_sources
from scanner.batch.state import State
from scanner.batch.walk import Choice, Source, sources
from scanner.errors import InputError
from scanner.message import Message
from scanner.settings import Settings


@dataclass
class Run:
    """What a run works with. ``trouble`` is why nothing is remembered any more."""

    crew: Crew
    state: State | None = None
    copies: Copies | None = None
    is_resumed: bool = False
    trouble: Message | None = None

    def outcomes(self, sources: Iterable[Source]) -> Generator[Outcome]:
        """What came of each source, in order. Where the state has no room, ``trouble`` says so."""
        return self.crew.each(sources, self.one)

    def one(self, source: Source) -> Outcome:
        """What came of one source."""
        with fetched(source, self.crew.job.limits.file) as path:
            before = self._before(source, path)
            if before:
                return replace(before, name=source.name, is_read_before=True)
            task = self.copies.task(path) if self.copies else Task(path)
            outcome = self.crew.examine(task).named(source.name)
        if self.copies:
            outcome = self.copies.placed(source, task, outcome)
        self._note(outcome)
        return outcome

    def _note(self, outcome: Outcome) -> None:
        if self.state is None:
            return
        try:
            self.state.note(outcome)
        except InputError as error:
            self.state, self.trouble = None, error.message

    def _before(self, source: Source, path: str) -> Outcome | None:
        if not (self.state and self.is_resumed):
            return None
        digest = _digest(Path(path))
        found = self.state.find(digest) if digest else None
        if found and self.copies and not self.copies.has(source, found):
            return None
        return found


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


def _digest(path: Path) -> str:
    """As ``examine.digest_of`` has it; "" for what cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=32)).hexdigest()
    except OSError:
        return ""
