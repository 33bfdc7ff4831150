"""The same job on many machines, through Ray.

Each actor loads the model once and has a worker of its own that may be killed, as on one machine.
An actor takes a few files at a time, and only so many are under way that memory does not grow with
their number. When an actor is lost, its files are done again by the others, and another is asked
for in its place. The files have to be reachable from every machine under the same path or address;
copies and what is remembered are kept by the one who asked.
"""

from __future__ import annotations

import os
import tempfile
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from scanner.batch.broken import BrokenOffError
from scanner.batch.crew import Crew
from scanner.batch.examine import digest_at
from scanner.batch.job import Job, Task
from scanner.batch.keeping import Keeping
from scanner.batch.nursery import Nursery
from scanner.batch.outcome import Outcome
from scanner.batch.remote import fetched, part_of_extra
from scanner.batch.walk import Source
from scanner.pipeline import Scanner
from scanner.policy import Policy
from scanner.settings import Settings

_AT_ONCE = 2  # files an actor has, so that it need not wait for the next
_AHEAD = 64  # files done beyond the one that is waited for, per actor
_LOSSES = 100  # actors that may be lost before something else is wrong


@dataclass(frozen=True, slots=True)
class Errand:
    """One file; ``is_new`` once it is known that nothing came of it before."""

    number: int
    source: Source
    is_new: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one file, as JSON; its copy and the mapping of that, where they were made."""

    outcome: dict[str, Any] = field(repr=False)
    copy: bytes = field(default=b"", repr=False)
    mapping: bytes = field(default=b"", repr=False)


class Station:
    """What runs as an actor."""

    def __init__(
        self, build: Callable[[], Scanner], policy: Policy, job: Job, *, maps: bool
    ) -> None:
        self._job = job
        self._maps = maps
        self._crew = Crew(Nursery(build, "spawn"), job, policy)

    def ready(self) -> None:
        """Answer once the actor is there."""

    def digest(self, source: Source) -> str:
        """What knows the bytes of a file again."""
        with fetched(source, self._job.limits.file) as path:
            return digest_at(Path(path))

    def examine(self, source: Source) -> Answer:
        """What came of one file. The copy goes the way of the answer: no folder is shared."""
        with (
            fetched(source, self._job.limits.file) as path,
            tempfile.TemporaryDirectory(prefix="sluse-copy-") as folder,
        ):
            copy, mapping = Path(folder) / "copy", Path(folder) / "mapping"
            task = Task(path, str(copy), str(mapping) if self._maps else "")
            outcome = self._crew.examine(task if self._job.redacts else Task(path))
            made = (file.read_bytes() if file.exists() else b"" for file in (copy, mapping))
            return Answer(outcome.to_json(), *made)


@dataclass
class Cluster:
    """The actors of one run; ``outcomes`` is its way."""

    start: Callable[[], Any]
    wanted: int
    ray: Any
    keeping: Keeping
    free: deque[Any] = field(default_factory=deque)
    under_way: dict[Any, tuple[Any, Errand | None]] = field(default_factory=dict)
    again: deque[Errand] = field(default_factory=deque)
    done: dict[int, Outcome] = field(default_factory=dict)
    is_read: bool = False
    losses: int = 0

    def outcomes(self, sources: Iterable[Source]) -> Generator[Outcome]:
        """What came of each source, in order; raises BrokenOffError when actors keep dying."""
        for _ in range(self.wanted):
            self._hire()
        is_new = not self.keeping.asks_first
        todo = (Errand(number, source, is_new) for number, source in enumerate(sources))
        following = 0
        while True:
            self._feed(todo)
            while following in self.done:
                yield self.done.pop(following)
                following += 1
            if self.is_read and not self.again and not self._has_work:
                return
            self._wait()

    @property
    def _has_work(self) -> bool:
        return any(errand is not None for _, errand in self.under_way.values())

    def _feed(self, todo: Iterator[Errand]) -> None:
        """Give files to the actors that are free, lost ones first."""
        while self.free:
            if self.again:
                self._give(self.again.popleft())
            elif self.is_read or len(self.done) > self.wanted * _AHEAD:
                return
            elif (errand := next(todo, None)) is not None:
                self._give(errand)
            else:
                self.is_read = True

    def _hire(self) -> None:
        actor = self.start()
        self.under_way[actor.ready.remote()] = (actor, None)

    def _give(self, errand: Errand) -> None:
        actor = self.free.popleft()
        ask = actor.examine if errand.is_new else actor.digest
        self.under_way[ask.remote(errand.source)] = (actor, errand)

    def _wait(self) -> None:
        """Take in what is ready next."""
        [ready], _ = self.ray.wait(list(self.under_way), num_returns=1)
        actor, errand = self.under_way.pop(ready)
        try:
            told = self.ray.get(ready)
        except self.ray.exceptions.RayActorError:
            self._lose(actor, errand)
            return
        except self.ray.exceptions.ObjectLostError:  # it was done, and lay where a machine is gone
            self.free.append(actor)
            self.again.extend([errand] if errand else [])
            return
        if errand is None:
            self.free.extend([actor] * _AT_ONCE)
            return
        self.free.append(actor)
        outcome = self._before(errand, told) if isinstance(told, str) else self._after(errand, told)
        if outcome:
            self.done[errand.number] = outcome

    def _before(self, errand: Errand, digest: str) -> Outcome | None:
        """What came of a file before; without that it is done after all."""
        outcome = self.keeping.before(errand.source, digest)
        if outcome is None:
            self.again.append(replace(errand, is_new=True))
        return outcome

    def _after(self, errand: Errand, told: Answer) -> Outcome:
        """What came of a file now; its copy is put where it belongs."""
        outcome = Outcome.from_json(told.outcome).named(errand.source.name)
        if self.keeping.copies:
            outcome = self.keeping.copies.received(errand.source, outcome, told.copy, told.mapping)
        self.keeping.note(outcome)
        return outcome

    def _lose(self, actor: Any, errand: Errand | None) -> None:
        """An actor is gone: what it had is done again, and another is asked for."""
        if errand is not None:
            self.again.append(errand)
        self.free = deque(other for other in self.free if other is not actor)
        if any(other is actor for other, _ in self.under_way.values()):
            return  # its other files come back the same way, and the last one asks
        self.losses += 1
        if self.losses > _LOSSES:
            raise BrokenOffError(
                da="Klyngen mister hele tiden arbejdere. Resten er ikke undersøgt.",
                en="The cluster keeps losing workers. The rest was not examined.",
            )
        self._hire()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A job for the Ray cluster at ``address`` with ``actors``, 0 for one a core."""

    address: str
    job: Job
    actors: int = 0


def cluster_at(
    wanted: Wanted, settings: Settings, build: Callable[[Settings], Scanner], keeping: Keeping
) -> Cluster:
    """The run that is ``wanted``; raises BrokenOffError when no cluster is there."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # noqa: TID251  # Ray's own switch: nothing calls out
    ray = part_of_extra("ray")
    try:
        ray.init(address=wanted.address, log_to_driver=False, logging_level="ERROR")
    except (ConnectionError, ValueError, RuntimeError):
        raise BrokenOffError(
            da=f"Der svarer ingen Ray-klynge på {wanted.address}.",
            en=f"No Ray cluster answers at {wanted.address}.",
        ) from None
    policy = Policy.load(settings.policy)
    actor = ray.remote(num_cpus=1)(Station)
    cores = int(ray.cluster_resources().get("CPU", 1))
    maps = keeping.copies is not None and keeping.copies.mappings is not None
    start = partial(actor.remote, partial(build, settings), policy, wanted.job, maps=maps)
    return Cluster(start, wanted.actors or cores, ray, keeping)
