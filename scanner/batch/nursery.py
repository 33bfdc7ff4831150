"""The process that holds the model once and forks workers from it.

Forking costs milliseconds and shares the model's memory, so a worker that was killed is replaced
at once. The nursery has one thread and opens no file of the users'; it alone is the parent of the
workers, so it alone ends them, and no number of a process is used twice.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
import warnings
from multiprocessing import reduction
from multiprocessing.connection import Connection
from typing import Any, Literal

from scanner.batch.job import Job, Task
from scanner.batch.worker import Build, work
from scanner.errors import SettingsError, SluseError


class LostError(Exception):
    """The worker, or the nursery, ended without an answer."""


class LateError(Exception):
    """The worker overran its time."""


class Worker:
    """A worker as the one who hired it sees it."""

    def __init__(self, pid: int, connection: Connection, folder: str) -> None:
        self.pid = pid
        self.folder = folder
        self._connection = connection

    def examine(self, task: Task, seconds: float) -> bytes:
        """The answer to ``task``; raises LateError after ``seconds``, LostError when it died."""
        try:
            self._connection.send(task)
            if not self._connection.poll(seconds):
                raise LateError
            return self._connection.recv_bytes()
        except (EOFError, OSError):
            raise LostError from None

    def close(self) -> None:
        """Forget it, with all it left on the disk."""
        self._connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Nursery:
    """Starts workers with the scanner that ``build`` gives; may be shared by threads.

    ``method`` is "fork" where this process has but one thread, and its scanner is to be shared;
    else "spawn", for which ``build`` has to be picklable. Raises SettingsError when there is no
    scanner to be had.
    """

    def __init__(self, build: Build, method: Literal["fork", "spawn"] = "fork") -> None:
        context: Any = multiprocessing.get_context(method)
        self._connection, theirs = context.Pipe()
        self._lock = threading.Lock()
        self._process = context.Process(
            target=_run, args=(theirs, self._connection, build), name="sluse-nursery", daemon=True
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # threads: whoever forks has none
            self._process.start()
        theirs.close()
        self._is_ready = False

    @property
    def is_alive(self) -> bool:
        """Whether it can start workers."""
        return bool(self._process.is_alive())

    def hire(self, job: Job) -> Worker:
        """A new worker; raises LostError when the nursery is gone."""
        ours, theirs = multiprocessing.Pipe()
        folder = tempfile.mkdtemp(prefix="sluse-worker-")
        try:
            with self._lock:
                self._wait()
                self._connection.send((job, folder))
                reduction.send_handle(self._connection, theirs.fileno(), self._process.pid)
                pid = int(self._connection.recv())
        except (EOFError, OSError):
            ours.close()
            shutil.rmtree(folder, ignore_errors=True)
            raise LostError from None
        finally:
            theirs.close()
        return Worker(pid, ours, folder)

    def dismiss(self, worker: Worker) -> None:
        """End a worker and what it started, whatever they are at."""
        try:
            with self._lock:
                self._connection.send(worker.pid)
                self._connection.recv()
        except (EOFError, OSError):
            pass  # the nursery has gone, and its workers with it
        worker.close()

    def close(self) -> None:
        """End it and all its workers."""
        self._connection.close()
        self._process.join(5)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _wait(self) -> None:
        """Until the scanner is there."""
        if self._is_ready:
            return
        told = self._connection.recv()
        if told is not None:
            raise SettingsError(da=told[0], en=told[1])
        self._is_ready = True


def _run(connection: Connection, theirs: Connection, build: Build) -> None:
    """The nursery's own life: a scanner, then workers as they are asked for."""
    theirs.close()  # so that it hears when nobody is left at the other end
    signal.set_wakeup_fd(-1)  # that of the process it was forked from
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        scanner = build()
    except SluseError as error:
        connection.send(error.message)
        return
    gc.freeze()  # so that no worker copies the model by counting what it holds
    connection.send(None)
    workers: set[int] = set()
    try:
        while True:
            asked = connection.recv()
            if isinstance(asked, int):
                _end(asked, workers)
                connection.send(asked)
                continue
            job, folder = asked
            handle = reduction.recv_handle(connection)
            pid = os.fork()
            if not pid:
                connection.close()
                _worker(handle, scanner, job, folder)
            os.close(handle)
            workers.add(pid)
            connection.send(pid)
    except (EOFError, OSError):
        for pid in list(workers):
            _end(pid, workers)


def _worker(handle: int, scanner: object, job: Job, folder: str) -> None:
    """The life of a worker; it never comes back."""
    code = 1
    try:
        work(Connection(handle), scanner, job, folder)  # type: ignore[arg-type]  # as built
        code = 0
    except (OSError, MemoryError):
        pass  # nobody listens any more, or there is no room to answer in
    finally:
        os._exit(code)


def _end(pid: int, workers: set[int]) -> None:
    if pid not in workers:
        return
    workers.discard(pid)
    for end in (os.killpg, os.kill):
        try:
            end(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue
    os.waitpid(pid, 0)
