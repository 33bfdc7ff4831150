"""The same job on many machines, through Ray.

Each actor loads the model once and has a worker of its own that may be killed, as on one machine.
An actor takes a few files at a time, and only so many are under way that memory does not grow with
their number. When an actor is lost, its files are done again by the others, and another is asked
for in its place. The files have to be reachable from every machine under the same path or address.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from scanner.batch.broken import BrokenOffError
from scanner.batch.crew import Crew
from scanner.batch.job import Job, Task
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


class Station:
    """What runs as an actor."""

    def __init__(self, build: Callable[[], Scanner], policy: Policy, job: Job) -> None:
        self._job = job
        self._crew = Crew(Nursery(build, "spawn"), job, policy)

    def ready(self) -> None:
        """Answer once the actor is there."""

    def examine(self, source: Source) -> dict[str, Any]:
        """What came of one file, as JSON."""
        with fetched(source, self._job.limits.file) as path:
            return self._crew.examine(Task(path)).named(source.name).to_json()


@dataclass
class Cluster:
    """The actors of one run; ``outcomes`` is its way."""

    start: Callable[[], Any]
    wanted: int
    ray: Any
    free: deque[Any] = field(default_factory=deque)
    under_way: dict[Any, tuple[Any, tuple[int, Source] | None]] = field(default_factory=dict)
    again: deque[tuple[int, Source]] = field(default_factory=deque)
    done: dict[int, Outcome] = field(default_factory=dict)
    is_read: bool = False
    losses: int = 0

    def outcomes(self, sources: Iterable[Source]) -> Generator[Outcome]:
        """What came of each source, in order; raises BrokenOffError when actors keep dying."""
        for _ in range(self.wanted):
            self._hire()
        todo = enumerate(sources)
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
        return any(item is not None for _, item in self.under_way.values())

    def _feed(self, todo: Iterator[tuple[int, Source]]) -> None:
        """Give files to the actors that are free, lost ones first."""
        while self.free:
            if self.again:
                self._give(self.again.popleft())
            elif self.is_read or len(self.done) > self.wanted * _AHEAD:
                return
            elif (item := next(todo, None)) is not None:
                self._give(item)
            else:
                self.is_read = True

    def _hire(self) -> None:
        actor = self.start()
        self.under_way[actor.ready.remote()] = (actor, None)

    def _give(self, item: tuple[int, Source]) -> None:
        actor = self.free.popleft()
        self.under_way[actor.examine.remote(item[1])] = (actor, item)

    def _wait(self) -> None:
        """Take in what is ready next."""
        [ready], _ = self.ray.wait(list(self.under_way), num_returns=1)
        actor, item = self.under_way.pop(ready)
        try:
            told = self.ray.get(ready)
        except self.ray.exceptions.RayActorError:
            self._lose(actor, item)
            return
        if item is None:
            self.free.extend([actor] * _AT_ONCE)
            return
        self.done[item[0]] = Outcome.from_json(told)
        self.free.append(actor)

    def _lose(self, actor: Any, item: tuple[int, Source] | None) -> None:
        """An actor is gone: what it had is done again, and another is asked for."""
        if item is not None:
            self.again.append(item)
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


def cluster_at(
    address: str, settings: Settings, build: Callable[[Settings], Scanner], job: Job, wanted: int
) -> Cluster:
    """A run on the Ray cluster at ``address`` with ``wanted`` actors, 0 for one a core."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # noqa: TID251  # Ray's own switch: nothing calls out
    ray = part_of_extra("ray")
    try:
        ray.init(address=address, log_to_driver=False, logging_level="ERROR")
    except (ConnectionError, ValueError, RuntimeError):
        raise BrokenOffError(
            da=f"Der svarer ingen Ray-klynge på {address}.",
            en=f"No Ray cluster answers at {address}.",
        ) from None
    policy = Policy.load(settings.policy)
    actor = ray.remote(num_cpus=1)(Station)
    cores = int(ray.cluster_resources().get("CPU", 1))
    start = partial(actor.remote, partial(build, settings), policy, job)
    return Cluster(start, wanted or cores, ray)
