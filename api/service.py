"""What every route that touches a text does: wait for the scanner, write down, count, answer."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from anyio import to_thread
from sqlalchemy.exc import SQLAlchemyError

from api.audit import AuditStore, Entry
from api.gate import Gate, GateFullError, LateError
from api.judge import Caller, Judge
from api.metrics import Metrics
from api.problems import RETRY, Kinds, ProblemError
from api.requests import RedactRequest, RestoreRequest
from api.schemas import (
    GapAnswer,
    OffsetUnit,
    PolicyName,
    RedactAnswer,
    ScanAnswer,
    Words,
    redact_answer,
    scan_answer,
)
from scanner.finding import GapReason
from scanner.message import Message
from scanner.restoring import restore

if TYPE_CHECKING:
    from scanner import Scanner

T = TypeVar("T")
A = TypeVar("A", bound=ScanAnswer)

_GRACE = 1.0
_TOO_DEEP = Message(
    "Indholdet har for mange lag inden i hinanden.", "The content is nested too deeply."
)
_LATE = Message(
    "Teksten blev ikke undersøgt til ende i tide og er ikke godkendt. Del den op, og prøv igen.",
    "The text was not examined to the end in time and is not approved. Split it and try again.",
)


@dataclass(frozen=True)
class Service:
    """The scanner behind its gate, with the books it keeps.

    A text may take ``seconds``; ``key`` is that of the operators hash and encrypt.
    """

    scanner: Scanner
    gate: Gate
    audit: AuditStore
    metrics: Metrics
    seconds: float
    key: bytes | None = field(default=None, repr=False)

    async def scan(
        self, caller: Caller, text: str, unit: OffsetUnit, *, is_all: bool = False
    ) -> tuple[ScanAnswer, Entry]:
        """The verdict on one text, and the row for the books.

        With ``is_all`` the row has been written down; otherwise it is up to the caller, who writes
        all rows of an answer or none.
        """

        def call() -> ScanAnswer:
            result = self.scanner.scan(text, caller.destination, timeout=self.seconds)
            return scan_answer(text, result, unit)

        return await self._decide(caller, text, call, ScanAnswer, is_all=is_all)

    async def redact(
        self, caller: Caller, asked: RedactRequest, *, is_all: bool = False
    ) -> tuple[RedactAnswer, Entry]:
        """As ``scan``, with the text redacted."""

        def call() -> RedactAnswer:
            redaction = self.scanner.redact(
                asked.text,
                caller.destination,
                operator=asked.operator.value,
                key=self.key,
                known=asked.known,
                timeout=self.seconds,
            )
            return redact_answer(asked.text, redaction, asked.offset_unit, mapping=asked.mapping)

        return await self._decide(caller, asked.text, call, RedactAnswer, is_all=is_all)

    async def restore(self, asked: RestoreRequest) -> str:
        """The text with the values of the mapping back in it."""
        try:
            return await self.run(partial(restore, asked.text, asked.mapping))
        except LateError:
            raise ProblemError(Kinds.BUSY, headers=RETRY) from None

    async def ask(self, caller: Caller, call: Callable[[Judge], T]) -> T:
        """What ``call`` makes of the texts it has judged, each of which is written down.

        Raises ProblemError, or what ``call`` raises.
        """
        judge = Judge(self.scanner, caller, self.seconds)
        try:
            return await self.run(partial(call, judge))
        except LateError:
            judge.entries.append(judge.late())
            raise ProblemError(Kinds.BUSY, detail=_LATE, headers=RETRY) from None
        except RecursionError:
            raise ProblemError(Kinds.BROKEN_JSON, detail=_TOO_DEEP) from None
        finally:
            if judge.entries:
                await self.write_down(judge.entries)

    async def write_down(self, entries: list[Entry]) -> None:
        """Keep the rows; what cannot be written down is not answered."""
        await to_thread.run_sync(self._record, entries)
        for entry in entries:
            self.metrics.decided(entry)

    def _record(self, entries: list[Entry]) -> None:
        try:
            self.audit.record(entries)
        except SQLAlchemyError:
            raise _not_recorded() from None

    def known_destination(self, caller: Caller) -> str:
        """The destination as the books have it: an unknown one could be text."""
        known = caller.destination in self.scanner.policy.destinations
        return caller.destination if known else "other"

    async def _decide(
        self, caller: Caller, text: str, call: Callable[[], A], shape: type[A], *, is_all: bool
    ) -> tuple[A, Entry]:
        started = time.perf_counter()
        turn = count()  # whoever comes first writes the row: the job, or who has given it up

        def judged() -> tuple[A, Entry]:
            given = call()
            entry = self._entry(caller, text, given, time.perf_counter() - started)
            if is_all and next(turn) == 0:
                self._record([entry])  # here, where it costs no change of threads
            return given, entry

        try:
            given, entry = await self.run(judged)
        except LateError:
            given = self._late(shape, caller)
            entry = self._entry(caller, text, given, time.perf_counter() - started)
            if is_all and next(turn) > 0:  # it is at the books, and may come to no end there
                raise _not_recorded() from None
            if is_all:
                await to_thread.run_sync(self._record, [entry])
        if is_all:
            self.metrics.decided(entry)
        return given, entry

    async def run(self, call: Callable[[], T]) -> T:
        """What ``call`` gives at the gate; raises ProblemError when it is full, or LateError."""
        try:
            return await self.gate.run(call, seconds=self.seconds + _GRACE)
        except GateFullError:
            self.metrics.refused()
            raise ProblemError(Kinds.BUSY, headers=RETRY) from None

    def _late(self, shape: type[A], caller: Caller) -> A:
        policy = self.scanner.policy
        return shape(
            decision=policy.destination(caller.destination).gap.action.value,
            findings=[],
            gaps=[GapAnswer(reason=GapReason.TIMEOUT.value, where="scanner")],
            message=Words.of(_LATE),
            policy=PolicyName(id=policy.id, version=policy.version),
        )

    def _entry(self, caller: Caller, text: str, given: ScanAnswer, seconds: float) -> Entry:
        return Entry(
            key_id=caller.key_id,
            operation=caller.operation,
            destination=self.known_destination(caller),
            decision=given.decision,
            entities=dict(Counter(finding.entity_type for finding in given.findings)),
            gaps=dict(Counter(gap.reason for gap in given.gaps)),
            characters=len(text),
            size_bytes=len(text.encode()),
            duration_ms=round(seconds * 1000, 3),
            policy_id=given.policy.id,
            policy_version=given.policy.version,
        )


def _not_recorded() -> ProblemError:
    return ProblemError(Kinds.NO_AUDIT, headers={"Retry-After": "30"})


async def in_order(jobs: list[Callable[[], Coroutine[None, None, T]]], *, at_once: int) -> list[T]:
    """The results of all jobs in their order, ``at_once`` of them running at a time.

    Raises the first problem, after which no further job is begun.
    """
    places = asyncio.Semaphore(at_once)

    async def one(job: Callable[[], Coroutine[None, None, T]]) -> T:
        async with places:
            return await job()

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(job)) for job in jobs]
    except* ProblemError as failed:
        raise failed.exceptions[0] from None
    return [task.result() for task in tasks]
