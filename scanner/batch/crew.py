"""Workers at work: files in, outcomes out, in order; whoever dies or dawdles is replaced."""

from __future__ import annotations

import json
import queue
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from scanner.batch.broken import BrokenOffError
from scanner.batch.job import Job, Task
from scanner.batch.nursery import LateError, LostError, Nursery, Worker
from scanner.batch.outcome import Outcome
from scanner.batch.unread import unread
from scanner.finding import GapReason
from scanner.policy import Policy

T = TypeVar("T")
_TRIES = 2
_AHEAD = 64  # files begun or done beyond the one that is waited for, per worker
_GRACE = 2.0  # seconds in which a worker that is out of time may tell what it has


class StoppedError(Exception):
    """The crew was told to stop."""


class Crew:
    """``size`` workers of a nursery, all at the same job. Its methods may be called by threads."""

    def __init__(self, nursery: Nursery, job: Job, policy: Policy, size: int = 1) -> None:
        self.job = job
        self._nursery = nursery
        self._policy = policy
        self._size = size
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._is_stopped = threading.Event()

    def examine(self, task: Task) -> Outcome:
        """What came of one file: a worker that dies over it is tried twice, then it is a gap.

        Raises BrokenOffError when no worker can be had, and StoppedError after ``stop``.
        """
        for _ in range(_TRIES):
            worker = self._worker()
            try:
                answer = worker.examine(task, self.job.limits.seconds + _GRACE)
                told = json.loads(answer)
                outcome = Outcome.from_json(told["outcome"])
            except LateError:
                self._nursery.dismiss(worker)
                return self._gap(GapReason.TIMEOUT)
            except (LostError, ValueError, KeyError, TypeError):
                self._nursery.dismiss(worker)
                continue
            if told["is_last"]:
                self._nursery.dismiss(worker)
            else:
                self._idle.put(worker)
            return outcome
        return self._gap(GapReason.READER_FAILED)

    def each(self, items: Iterable[T], do: Callable[[T], Outcome]) -> Generator[Outcome]:
        """``do`` for each of ``items``, on as many threads as there are workers, in order.

        Only so many are begun ahead that memory does not grow with their number.
        """
        ahead: deque[Future[Outcome]] = deque()
        with ThreadPoolExecutor(self._size, thread_name_prefix="sluse-crew") as threads:
            try:
                for item in items:
                    ahead.append(threads.submit(do, item))
                    if len(ahead) >= self._size * _AHEAD:
                        yield ahead.popleft().result()
                while ahead:
                    yield ahead.popleft().result()
            except BaseException:
                self.stop()
                threads.shutdown(wait=False, cancel_futures=True)
                raise

    def stop(self) -> None:
        """End all workers, whatever they are at."""
        self._is_stopped.set()
        self._nursery.close()

    def close(self) -> None:
        """Let the idle workers go."""
        while not self._idle.empty():
            self._nursery.dismiss(self._idle.get())

    def _worker(self) -> Worker:
        if self._is_stopped.is_set():
            raise StoppedError
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            pass
        try:
            return self._nursery.hire(self.job)
        except LostError:
            if self._is_stopped.is_set():
                raise StoppedError from None
            raise BrokenOffError(
                da="Processen, der starter arbejderne, er død. Resten er ikke undersøgt.",
                en="The process that starts workers has died. The rest was not examined.",
            ) from None

    def _gap(self, reason: GapReason) -> Outcome:
        if self._is_stopped.is_set():
            raise StoppedError
        return unread(reason, self._policy, self.job.destination)
