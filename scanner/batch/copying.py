"""The redacted copy: written, read again from the disk, scanned, and kept only when clean."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from scanner.batch.found import found_in
from scanner.batch.job import Job, Task
from scanner.batch.outcome import Copy, CopyState
from scanner.documents.read import read, write
from scanner.documents.unreadable import NotWritableError
from scanner.pipeline import DocRedaction, Scanner
from scanner.policy import Verdict


def write_copy(data: bytes, done: DocRedaction, task: Task, job: Job, scanner: Scanner) -> Copy:
    """Write the copy of ``data`` that may leave; what stands in its way is told, never raised."""
    if not task.copy:
        return Copy()
    if done.edits is None:
        return Copy(CopyState.WITHHELD, done.gaps[0].where if done.gaps else "")
    is_changed = any(done.edits)
    path = Path(task.copy)
    try:
        new = write(data, done.edits, job.reading()) if is_changed else data
        path.write_bytes(new)
        copy = _checked(path, done, job, scanner) if is_changed else Copy(CopyState.UNCHANGED)
        if copy.state.is_there and task.mapping:
            write_private(Path(task.mapping), _told(done.mapping))
    except NotWritableError as error:
        copy = Copy(CopyState.NOT_WRITABLE, error.where)
    except OSError as error:
        copy = Copy(CopyState.DISK, os.strerror(error.errno or 0))
    if not copy.state.is_there:
        path.unlink(missing_ok=True)
    return copy


def write_private(path: Path, data: bytes) -> None:
    """A file that its owner alone may read; raises OSError."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(opened, "wb") as file:
        file.write(data)


def _told(mapping: Mapping[str, str]) -> bytes:
    """The way back from placeholders to values."""
    told = json.dumps(dict(mapping), ensure_ascii=False, indent=2) + "\n"
    return told.encode("utf-8", "surrogatepass")


def _checked(path: Path, done: DocRedaction, job: Job, scanner: Scanner) -> Copy:
    """Whether what stands on the disk may leave: nothing found in it, nothing newly unreadable."""
    again = read(path.read_bytes(), job.reading())
    unread = [gap for gap in again.gaps if gap not in done.gaps]
    if unread:
        return Copy(CopyState.VALUE_LEFT, unread[0].where)
    result = scanner.scan_doc(again.doc, job.destination, timeout=job.limits.seconds)
    left = [ruling for ruling in result.findings if ruling.action >= Verdict.REDACT]
    if left:
        (found,) = found_in(again.doc, left[:1], job)
        line = f"linje {found.line}" if found.line else ""
        return Copy(CopyState.VALUE_LEFT, ", ".join(filter(None, (found.place, line))))
    if result.gaps:
        return Copy(CopyState.VALUE_LEFT, result.gaps[0].where)
    return Copy(CopyState.WRITTEN)
