"""The process that opens files: it takes one task after another, and may be killed at any time."""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import tempfile
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from threadpoolctl import threadpool_limits

from scanner.batch.examine import examine
from scanner.batch.job import Job, Task
from scanner.finding import GapReason
from scanner.pipeline import Scanner

_GROWTH = 192 << 20  # bytes by which it may have grown before another takes its place
# A document is hundreds of thousands of small objects that live until its end.
_COLLECTED = (50_000, 20, 50)
_STATM_RESIDENT, _STATM_DATA = 1, 5
STATM = Path("/proc/self/statm")


def work(connection: Connection, scanner: Scanner, job: Job, folder: str) -> None:
    """Answer tasks until the connection ends; temporary files go to ``folder``.

    An answer is JSON, so that a parser that was taken over cannot have its master run anything.
    """
    _settle(job, folder)
    begun = _memory(_STATM_RESIDENT)
    while True:
        try:
            task: Task = connection.recv()
        except EOFError:
            return
        outcome = examine(task, job, scanner)
        is_last = _memory(_STATM_RESIDENT) - begun > _GROWTH or any(
            gap.reason is GapReason.OUT_OF_MEMORY for gap in outcome.gaps
        )
        answer = {"outcome": outcome.to_json(), "is_last": is_last}
        connection.send_bytes(json.dumps(answer).encode())


def _settle(job: Job, folder: str) -> None:
    """Own process group, no core file (it would hold text), a lid on the memory, one core."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    tempfile.tempdir = folder
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if STATM.exists():
        most = _memory(_STATM_DATA) + job.limits.memory
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    threadpool_limits(1)
    gc.set_threshold(*_COLLECTED)


def _memory(column: int) -> int:
    """Bytes this process holds, by a column of statm; 0 where the system has no such file."""
    if not STATM.exists():
        return 0
    pages = STATM.read_text(encoding="ascii").split()[column]
    return int(pages) * resource.getpagesize()


Build = Callable[[], Scanner]
