"""One file, from its bytes to what came of it and to its redacted copy. Runs in a worker."""

from __future__ import annotations

import hashlib
import stat
import time
from pathlib import Path
from typing import Any

from scanner.batch.copying import write_copy
from scanner.batch.found import found_in
from scanner.batch.job import Job, Task
from scanner.batch.outcome import Outcome
from scanner.batch.unread import unread
from scanner.decide import FILE
from scanner.documents.read import read
from scanner.documents.unreadable import UnreadableError
from scanner.finding import GapReason
from scanner.pipeline import Scanner

_SCANNING = 0.9  # of the time there is; the rest is for telling what was found until then


def examine(task: Task, job: Job, scanner: Scanner) -> Outcome:
    """What is in the file, and its redacted copy written where the task wants it."""
    end = time.monotonic() + job.limits.seconds * _SCANNING
    try:
        data = _bytes(task.path, job.limits.file)
    except UnreadableError as error:
        return unread(error.reason, scanner.policy, job.destination)
    try:
        return _scanned(data, task, job, scanner, end)
    except MemoryError:
        return unread(GapReason.OUT_OF_MEMORY, scanner.policy, job.destination, size=len(data))


def digest_of(data: bytes) -> str:
    """What knows the bytes of a file again; not secret, and never kept without a key over it."""
    return hashlib.blake2b(data, digest_size=32).hexdigest()


def digest_at(path: Path) -> str:
    """As ``digest_of`` has it for the file at ``path``; "" for what cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=32)).hexdigest()
    except OSError:
        return ""


def _scanned(data: bytes, task: Task, job: Job, scanner: Scanner, end: float) -> Outcome:
    contents = read(data, job.reading())
    left = max(0.0, end - time.monotonic())
    told = {"format": contents.format, "size": len(data), "digest": digest_of(data)}
    how: dict[str, Any] = {"gaps": contents.gaps, "noun": FILE, "timeout": left}
    if not job.redacts:
        result = scanner.scan_doc(contents.doc, job.destination, **how)
        return Outcome.of(result, found_in(contents.doc, result.findings, job), **told)
    done = scanner.redact_doc(contents.doc, job.destination, **how)
    copy = write_copy(data, done, task, job, scanner)
    return Outcome.of(done, found_in(contents.doc, done.findings, job), copy=copy, **told)


def _bytes(path: str, most: int) -> bytes:
    """The file; raises UnreadableError that says why not."""
    file = Path(path)
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(GapReason.UNREADABLE)
        if status.st_size > most:
            raise UnreadableError(GapReason.TOO_LARGE)
        with file.open("rb") as opened:
            data = opened.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableError(GapReason.VANISHED) from None
    except OSError:
        raise UnreadableError(GapReason.UNREADABLE) from None
    if len(data) > most:
        raise UnreadableError(GapReason.TOO_LARGE)
    return data
