"""A text that is being written: edits through the gate, changes out, one row at the end."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from itertools import count

from api.audit import Entry
from api.judge import Caller
from api.problems import Kinds, ProblemError
from api.requests import EditMessage, OpenMessage
from api.schemas import (
    ChangeAnswer,
    LiveFinding,
    Words,
    convert,
    finding_answer,
    gap_answers,
    to_codepoints,
)
from api.service import Service
from scanner import Change, LiveDoc, Result, Ruling
from scanner.errors import InputError
from scanner.passage import moved

LONGEST = 200_000  # code points of a live text


class OutOfStepError(Exception):
    """The edit does not fit the text: the two sides have different ones."""


class Live:
    """One live text; nothing of it is kept when the session ends."""

    def __init__(self, service: Service, caller: Caller, opened: OpenMessage) -> None:
        self._service, self._caller, self._opened = service, caller, opened
        self._unit = opened.offset_unit
        self._doc: LiveDoc | None = None
        self._result: Result | None = None
        self._keys: dict[Ruling, int] = {}
        self._next = count(1)
        self._started = time.perf_counter()

    async def open(self) -> ChangeAnswer:
        """The findings of the text as it is; raises ProblemError or LateError."""
        return await self._timed(self._open)

    async def edit(self, asked: EditMessage) -> ChangeAnswer:
        """What the edit changed; raises ProblemError, LateError or OutOfStepError."""
        return await self._timed(lambda: self._edit(asked))

    async def write_down(self) -> None:
        """Keep the row of the text as it was last looked at."""
        if self._doc is None or self._result is None:
            return
        found = Counter(finding.entity_type for finding in self._result.findings)
        entry = Entry(
            key_id=self._caller.key_id,
            operation=self._caller.operation,
            destination=self._service.known_destination(self._caller),
            decision=self._result.decision.value,
            entities=dict(found),
            gaps=dict(Counter(gap.reason.value for gap in self._result.gaps)),
            characters=len(self._doc.text),
            size_bytes=len(self._doc.text.encode()),
            duration_ms=round((time.perf_counter() - self._started) * 1000, 3),
            policy_id=self._result.policy_id,
            policy_version=self._result.policy_version,
        )
        await self._service.write_down([entry])

    async def _timed(self, step: Callable[[], ChangeAnswer]) -> ChangeAnswer:
        began = time.perf_counter()
        answer = await self._service.run(step)
        self._service.metrics.edited(time.perf_counter() - began)
        return answer

    def _open(self) -> ChangeAnswer:
        text = self._opened.text
        _check_size(len(text))
        self._doc = LiveDoc(
            self._service.scanner, self._caller.destination, text, timeout=self._service.seconds
        )
        return self._told(self._opened.id, self._doc, Change(self._doc.findings, ()))

    def _edit(self, asked: EditMessage) -> ChangeAnswer:
        doc = self._doc
        if doc is None:
            raise OutOfStepError
        try:
            start, end = to_codepoints(doc.text, (asked.start, asked.end), self._unit)
            _check_size(len(doc.text) + len(asked.text) - (end - start))
            change = doc.replace(start, end, asked.text)
        except InputError:
            raise OutOfStepError from None
        by = len(asked.text) - (end - start)
        removed = set(change.removed)
        gone = [key for ruling, key in self._keys.items() if ruling in removed]
        self._keys = {
            moved(ruling, by) if ruling.start >= end else ruling: key
            for ruling, key in self._keys.items()
            if ruling not in removed
        }
        return self._told(asked.id, doc, change, gone)

    def _told(
        self, message_id: int, doc: LiveDoc, change: Change, gone: list[int] | None = None
    ) -> ChangeAnswer:
        self._keys |= {ruling: next(self._next) for ruling in change.added}
        bounds = {bound for each in change.added for bound in (each.start, each.end)}
        at = convert(doc.text, bounds, self._unit)
        self._result = doc.result()
        return ChangeAnswer(
            id=message_id,
            added=[
                LiveFinding(
                    **dict(finding_answer(each, at[each.start], at[each.end])),
                    key=self._keys[each],
                )
                for each in change.added
            ],
            removed=gone or [],
            decision=self._result.decision.value,
            gaps=gap_answers(self._result.gaps),
            message=Words.of(self._result.message),
        )


def _check_size(size: int) -> None:
    if size > LONGEST:
        raise ProblemError(Kinds.TOO_LARGE)
