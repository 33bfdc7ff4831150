"""The bounded queue in front of the scanner, and the threads that work it off.

The event loop only waits. A job that overruns its time is given up: its thread is counted as
stuck and another takes its place, up to ``workers`` of them, so that one text cannot take the
service down, and no number of texts can make it grow without bound.
"""

from __future__ import annotations

import asyncio
import queue
import statistics
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")

_RECENT = 31  # jobs by whose median the wait is foreseen: a single long one changes nothing
PATIENCE = 0.5  # seconds; Copilot Studio waits 1 in all, the hook little longer


class GateFullError(Exception):
    """No place in the queue, or none of the workers came to the job in time."""


class LateError(Exception):
    """The job overran its time."""


class _Job:
    def __init__(self, call: Callable[[], Any]) -> None:
        self.call = call
        self.future: Future[Any] = Future()
        self.started = 0.0
        self.is_given_up = False


class Gate:
    """Runs calls on ``workers`` threads, at most ``queue_size`` of them waiting, one at least.

    ``clock`` gives seconds, and is asked by several threads.
    """

    def __init__(
        self, *, workers: int, queue_size: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._workers = workers
        self._clock = clock
        self._took: deque[float] = deque(maxlen=_RECENT)
        self._places = max(queue_size, 1)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads = 0
        self._stuck = 0

    @property
    def waiting(self) -> int:
        """Jobs in the queue."""
        return self._jobs.qsize()

    @property
    def is_crowded(self) -> bool:
        """Whether one more would find no place, or is likely to wait for more than PATIENCE."""
        waiting = self.waiting
        if not waiting:
            return False
        return waiting >= self._places or self._foreseen(waiting) > PATIENCE

    def _foreseen(self, waiting: int) -> float:
        """Seconds until that many have been begun, if they take what those before them took."""
        took = tuple(self._took)
        return waiting * statistics.median(took) / self._workers if took else 0.0

    @property
    def stuck(self) -> int:
        """Threads that are still at a job nobody waits for any more."""
        return self._stuck

    @property
    def is_open(self) -> bool:
        """Whether a worker is left that can take a job."""
        return self._threads > self._stuck

    async def run(self, call: Callable[[], T], *, seconds: float) -> T:
        """What ``call`` gives; raises GateFullError or LateError, or what ``call`` raises.

        ``seconds`` is both how long it may wait and how long it may run.
        """
        if self.waiting >= self._places:  # only the event loop puts jobs there
            raise GateFullError
        job = _Job(call)
        self._jobs.put(job)
        result: asyncio.Future[T] = asyncio.wrap_future(job.future)
        await asyncio.wait({result}, timeout=seconds)
        if not result.done() and job.future.cancel():
            raise GateFullError
        if not result.done():
            await asyncio.wait({result}, timeout=job.started + seconds - self._clock())
        if not result.done() and self._give_up(job):
            raise LateError
        return await result

    def open(self) -> None:
        """Let the workers begin."""
        with self._lock:
            for _ in range(self._workers):
                self._start_worker()

    def close(self) -> None:
        """Let the workers go home; one that is stuck does not hold up the end of the process."""
        with self._lock:
            for _ in range(self._threads - self._stuck):
                self._jobs.put(None)

    def _start_worker(self) -> None:
        self._threads += 1
        threading.Thread(target=self._work, name="sluse-worker", daemon=True).start()

    def _give_up(self, job: _Job) -> bool:
        """Whether the job was given up; False when it came to an end just now."""
        with self._lock:
            if job.future.done():
                return False
            job.is_given_up = True
            self._stuck += 1
            if self._threads < 2 * self._workers:
                self._start_worker()
            return True

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job.started = self._clock()
            if job.future.set_running_or_notify_cancel() and not self._run(job):
                return
        with self._lock:
            self._threads -= 1

    def _run(self, job: _Job) -> bool:
        """Whether this thread is to go on working."""
        value, error = None, None
        try:
            value = job.call()
        except Exception as raised:  # noqa: BLE001  # handed to the one who waits
            error = raised
        with self._lock:
            self._took.append(self._clock() - job.started)
            if not job.is_given_up:
                _settle(job.future, value, error)
                return True
            self._stuck -= 1
            is_spare = self._threads - self._stuck > self._workers
            self._threads -= is_spare
            return not is_spare


def _settle(future: Future[Any], value: object, error: Exception | None) -> None:
    if error is None:
        future.set_result(value)
    else:
        future.set_exception(error)
