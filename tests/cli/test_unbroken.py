from __future__ import annotations

import os
import signal

import pytest

from scanner.cli.unbroken import unbroken


def step(presses: int, done: list[str]) -> None:
    with unbroken():
        for _ in range(presses):
            os.kill(os.getpid(), signal.SIGINT)
        done.append("the rest of the step")


@pytest.mark.parametrize(("presses", "is_done"), [(1, True), (2, False)])
def test_ctrl_c_waits_for_the_end_of_a_step_once(presses: int, *, is_done: bool) -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        step(presses, done)
    assert bool(done) is is_done


def test_a_step_without_it_leaves_things_as_they_were() -> None:
    before = signal.getsignal(signal.SIGINT)
    with unbroken():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
