"""One text that comes in pieces: through the gate, into events, into the books."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import BaseModel

from api.audit import Entry
from api.judge import Caller
from api.schemas import (
    EndEvent,
    FindingEvent,
    OffsetUnit,
    Places,
    PolicyName,
    TextEvent,
    Words,
    gap_answers,
)
from api.service import Service
from scanner import ScanStream
from scanner.passage import Passed

PIECE = 4_000  # bytes that are handed on at a time: no more than one window is settled by them


@dataclass(frozen=True, slots=True)
class Wish:
    """How a stream is to be answered; ``mode`` is one of ScanStream's."""

    mode: str
    unit: OffsetUnit
    mapping: bool


class Flow:
    """A stream on its way. Every step runs at the gate, none on the event loop."""

    def __init__(self, service: Service, caller: Caller, wish: Wish) -> None:
        self._service, self._caller, self._wish = service, caller, wish
        self._stream = ScanStream(
            service.scanner, caller.destination, wish.mode, timeout=service.seconds
        )
        self._places = Places(wish.unit)
        self._started = time.perf_counter()
        self._entities: Counter[str] = Counter()
        self._characters = self._bytes = 0
        self._is_written_down = False

    @property
    def is_stopped(self) -> bool:
        """Whether nothing more will leave."""
        return self._stream.is_stopped

    async def feed(self, piece: bytes) -> list[BaseModel]:
        """What there is to tell now; raises ProblemError when there is no room or time."""
        self._bytes += len(piece)
        return await self._service.run(lambda: self._told(self._stream.settle(piece)))

    async def close(self) -> list[BaseModel]:
        """The rest and the verdict, once they are in the books."""
        told = await self._service.run(lambda: self._told(self._stream.end()))
        result = self._stream.result()
        await self._write_down()
        end = EndEvent(
            decision=result.decision.value,
            gaps=gap_answers(result.gaps),
            message=Words.of(result.message),
            policy=PolicyName(id=result.policy_id, version=result.policy_version),
            mapping=dict(result.mapping) if self._wish.mapping else None,
        )
        return [*told, end]

    async def break_off(self) -> None:
        """Keep the row of what has passed until the stream was broken off, if anything has."""
        if self._characters and not self._is_written_down:
            await self._write_down()

    async def _write_down(self) -> None:
        self._is_written_down = True
        policy = self._service.scanner.policy
        entry = Entry(
            key_id=self._caller.key_id,
            operation=self._caller.operation,
            destination=self._service.known_destination(self._caller),
            decision=self._stream.decision.value,
            entities=dict(self._entities),
            gaps=dict(Counter(gap.reason.value for gap in self._stream.gaps)),
            characters=self._characters,
            size_bytes=self._bytes,
            duration_ms=round((time.perf_counter() - self._started) * 1000, 3),
            policy_id=policy.id,
            policy_version=policy.version,
        )
        await self._service.write_down([entry])

    def _told(self, settled: Iterable[Passed]) -> list[BaseModel]:
        told: list[BaseModel] = []
        for passed in settled:
            self._characters += len(passed.source)
            self._entities.update(ruling.entity_type for ruling in passed.rulings)
            found = self._places.of(passed.source, passed.rulings)
            told += [FindingEvent(**dict(finding)) for finding in found]
            if passed.text:
                told.append(TextEvent(text=passed.text))
        self._stream.take()
        return told
