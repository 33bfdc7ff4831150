"""Files that are sent: kept on the disk while they are looked at, each by a worker of its own."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Self

from anyio import to_thread
from fastapi import Request
from starlette.types import Message

from api.gate import Gate
from api.problems import Kinds, ProblemError
from scanner import Scanner
from scanner.batch.crew import Crew
from scanner.batch.job import Job, Task
from scanner.batch.nursery import Nursery
from scanner.batch.outcome import Outcome
from scanner.documents.reading import Limits
from scanner.settings import Settings

_FORM_BYTES = 16_384  # what a form has besides its file
_AT_ONCE = 2  # files looked at, however many texts are
_CLOSE = {"Connection": "close"}
_TRIES = 2  # as a crew has it


@dataclass
class Files:
    """Looks at files; it lives between ``open`` and ``close``."""

    scanner: Scanner
    limits: Limits
    gate: Gate
    _nursery: Nursery | None = field(default=None, repr=False)

    @classmethod
    def of(cls, settings: Settings, scanner: Scanner) -> Self:
        """As ``settings`` want it."""
        limits = Limits(
            file=settings.max_file_bytes,
            inflated=max(Limits().inflated, settings.max_file_bytes),
            seconds=settings.file_timeout_seconds,
        )
        gate = Gate(workers=min(settings.workers, _AT_ONCE), queue_size=settings.queue_size)
        return cls(scanner, limits, gate)

    @property
    def seconds(self) -> float:
        """How long a file may take, with all that goes wrong on the way."""
        return _TRIES * (self.limits.seconds + 5)

    @property
    def body_bytes(self) -> int:
        """How large a request may be: the file and the form around it."""
        return self.limits.file + _FORM_BYTES

    def open(self) -> None:
        """Make ready. Before any thread is begun: the workers are forked from this process."""
        scanner = self.scanner
        self._nursery = Nursery(lambda: scanner)
        self.gate.open()

    def close(self) -> None:
        """End all that is on its way."""
        self.gate.close()
        if self._nursery:
            self._nursery.close()

    async def examine(self, task: Task, job: Job) -> Outcome:
        """What came of one file; raises GateFullError, LateError or BrokenOffError."""
        return await self.gate.run(lambda: self._one(task, job), seconds=self.seconds)

    def _one(self, task: Task, job: Job) -> Outcome:
        assert self._nursery  # noqa: S101  # opened with the service
        crew = Crew(self._nursery, job, self.scanner.policy)
        try:
            return crew.examine(task)
        finally:
            crew.close()


def limited(request: Request, max_bytes: int, seconds: float = 30.0) -> Request:
    """``request`` with its body counted as it comes.

    Reading it raises ProblemError beyond ``max_bytes``, and when the sender pauses too long.
    """
    size, is_whole = 0, False

    async def counted() -> Message:
        nonlocal size, is_whole
        if is_whole:
            return await request.receive()  # only that the sender has gone
        try:
            async with asyncio.timeout(seconds):
                message = await request.receive()
        except TimeoutError:
            raise ProblemError(Kinds.SLOW_BODY, headers=_CLOSE) from None
        size += len(message.get("body", b""))
        is_whole = not message.get("more_body", False)
        if size > max_bytes:
            raise ProblemError(Kinds.FILE_TOO_LARGE, headers=_CLOSE)
        return message

    return Request(request.scope, counted)


@asynccontextmanager
async def on_disk(file: BinaryIO) -> AsyncIterator[Path]:
    """``file`` in a folder of its own, which goes whatever happens."""
    folder = await to_thread.run_sync(lambda: Path(tempfile.mkdtemp(prefix="sluse-file-")))
    try:
        path = folder / "file"
        await to_thread.run_sync(_write, file, path)
        yield path
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(file: BinaryIO, path: Path) -> None:
    file.seek(0)
    with path.open("wb") as there:
        shutil.copyfileobj(file, there)
