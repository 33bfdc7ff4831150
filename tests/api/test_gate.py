"""The queue is bounded, late jobs are given up, and the service survives them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from api.gate import Gate, GateFullError, LateError

LONG = 30.0
SHORT = 0.05


@contextmanager
def a_gate(*, workers: int = 1, queue_size: int = 1) -> Iterator[Gate]:
    made = Gate(workers=workers, queue_size=queue_size)
    made.open()
    try:
        yield made
    finally:
        made.close()


class Hold:
    """A job that goes on until it is let go."""

    def __init__(self) -> None:
        self.began = threading.Event()
        self.let_go = threading.Event()

    def __call__(self) -> str:
        self.began.set()
        self.let_go.wait(LONG)
        return "held"


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(LONG):
        while not holds():  # noqa: ASYNC110  # what is waited for is set by threads
            await asyncio.sleep(0.001)


def test_gives_what_the_call_gives() -> None:
    with a_gate() as gate:
        assert asyncio.run(gate.run(lambda: 42, seconds=LONG)) == 42


def test_raises_what_the_call_raises() -> None:
    def fail() -> None:
        raise KeyError

    with a_gate() as gate, pytest.raises(KeyError):
        asyncio.run(gate.run(fail, seconds=LONG))


def test_the_loop_goes_on_while_a_job_runs() -> None:
    async def scene(gate: Gate) -> str:
        hold = Hold()
        job = asyncio.create_task(gate.run(hold, seconds=LONG))
        await until(hold.began.is_set)
        hold.let_go.set()  # reached only because the loop was free
        return await job

    with a_gate() as gate:
        assert asyncio.run(scene(gate)) == "held"


def test_a_full_queue_turns_away_at_once() -> None:
    async def scene(gate: Gate) -> None:
        hold = Hold()
        running = asyncio.create_task(gate.run(hold, seconds=LONG))
        await until(hold.began.is_set)
        waiting = asyncio.create_task(gate.run(lambda: "waited", seconds=LONG))
        await until(lambda: gate.waiting == 1)
        with pytest.raises(GateFullError):
            await gate.run(lambda: "never", seconds=LONG)
        hold.let_go.set()
        assert (await running, await waiting) == ("held", "waited")

    with a_gate() as gate:
        asyncio.run(scene(gate))


def test_who_waits_too_long_is_turned_away_and_never_run() -> None:
    async def scene(gate: Gate) -> None:
        hold, ran = Hold(), threading.Event()
        running = asyncio.create_task(gate.run(hold, seconds=LONG))
        await until(hold.began.is_set)
        with pytest.raises(GateFullError):
            await gate.run(ran.set, seconds=SHORT)
        hold.let_go.set()
        await running
        assert await gate.run(lambda: "next", seconds=LONG) == "next"
        assert not ran.is_set()

    # Two places: one who gave up leaves his when the worker comes to it.
    with a_gate(queue_size=2) as gate:
        asyncio.run(scene(gate))


def test_a_late_job_is_given_up_and_another_worker_takes_over() -> None:
    async def scene(gate: Gate) -> None:
        hold = Hold()
        with pytest.raises(LateError):
            await gate.run(hold, seconds=SHORT)
        assert (gate.stuck, gate.is_open) == (1, True)
        assert await gate.run(lambda: "on time", seconds=LONG) == "on time"
        hold.let_go.set()
        await until(lambda: gate.stuck == 0)
        assert await gate.run(lambda: "after", seconds=LONG) == "after"

    with a_gate() as gate:
        asyncio.run(scene(gate))


def test_stuck_workers_are_bounded_and_recover() -> None:
    async def scene(gate: Gate) -> None:
        holds = [Hold(), Hold()]
        for hold in holds:
            with pytest.raises(LateError):
                await gate.run(hold, seconds=SHORT)
        assert (gate.stuck, gate.is_open) == (2, False)
        with pytest.raises(GateFullError):
            await gate.run(lambda: "nobody there", seconds=SHORT)
        for hold in holds:
            hold.let_go.set()
        await until(lambda: gate.stuck == 0)
        assert gate.is_open
        assert await gate.run(lambda: "back", seconds=LONG) == "back"

    with a_gate() as gate:
        asyncio.run(scene(gate))


class Clock:
    """Stands still until a job moves it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += seconds


# What the jobs before took, how many wait now, whether one more is too many.
CROWDS = {
    "nobody waits": ([9.0], 0, False),
    "nothing is known": ([], 3, False),
    "short jobs": ([0.01] * 40, 3, False),
    "just half a second": ([0.25] * 3, 2, False),
    "more than half a second": ([0.25] * 3, 3, True),
    "one long job among short ones": ([*[0.01] * 20, 60.0], 3, False),
    "long jobs long ago": ([*[60.0] * 40, *[0.01] * 40], 3, False),
    "no place is left": ([0.01] * 3, 4, True),
}


@pytest.mark.parametrize("name", CROWDS)
def test_it_is_crowded_when_one_more_would_wait_long(name: str) -> None:
    took, waiting, is_crowded = CROWDS[name]
    clock = Clock()

    async def scene(gate: Gate) -> None:
        for seconds in took:
            await gate.run(lambda seconds=seconds: clock.forward(seconds), seconds=LONG)  # type: ignore[misc]  # default binds seconds
        hold = Hold()
        jobs = [asyncio.create_task(gate.run(hold, seconds=LONG))]
        await until(hold.began.is_set)
        jobs += [asyncio.create_task(gate.run(lambda: "", seconds=LONG)) for _ in range(waiting)]
        await until(lambda: gate.waiting == waiting)
        assert gate.is_crowded is is_crowded
        hold.let_go.set()
        await asyncio.gather(*jobs)
        assert not gate.is_crowded

    gate = Gate(workers=1, queue_size=4, clock=clock)
    gate.open()
    try:
        asyncio.run(scene(gate))
    finally:
        gate.close()


def test_many_jobs_all_come_back() -> None:
    async def scene(gate: Gate) -> list[int]:
        return await asyncio.gather(*(gate.run(lambda n=n: n, seconds=LONG) for n in range(200)))  # type: ignore[misc]  # default binds n

    with a_gate(workers=4, queue_size=200) as gate:
        assert asyncio.run(scene(gate)) == list(range(200))


def test_it_can_be_opened_again() -> None:
    gate = Gate(workers=2, queue_size=1)
    for _ in range(3):
        gate.open()
        assert asyncio.run(gate.run(lambda: "open", seconds=LONG)) == "open"
        gate.close()
