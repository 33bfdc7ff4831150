"""Processes that look at texts beside this one: Python's threads share one core.

They are forked with all that is loaded, and so share its memory. They keep no word of a text, and
end with the process that has them. One that died is not replaced; what it was asked, and what there
is no free one for, is looked at here. One that comes to no end is killed, and its text is a gap.
"""

from __future__ import annotations

import atexit
import gc
import multiprocessing
import os
import select
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import Empty, LifoQueue
from typing import NamedTuple

from scanner.doc import Part
from scanner.finding import Gap, GapReason
from scanner.hotpath.kept import Known
from scanner.hotpath.wire import Question, answer_bytes, answer_from

Look = Callable[[Part, float | None], Known]
GRACE = 2.0  # seconds over its time after which one is held to hang
_HUNG = Known((), (Gap(GapReason.TIMEOUT, "text"),))


class _Helper(NamedTuple):
    """One of them, and the way to it."""

    process: BaseProcess
    connection: Connection
    says: select.poll  # made once: for each text it would cost as much as the rest of the way

    @classmethod
    def at(cls, process: BaseProcess, connection: Connection) -> _Helper:
        """The one at the other end of ``connection``."""
        says = select.poll()
        says.register(connection, select.POLLIN)
        return cls(process, connection, says)

    def ask(self, question: Question) -> Known | None:
        """What it says; None when it failed, EOFError or OSError when it is gone."""
        self.connection.send_bytes(question.to_bytes())
        seconds = question.seconds
        if not self.says.poll(None if seconds is None else 1000 * (seconds + GRACE)):
            self.process.kill()
            raise TimeoutError
        return answer_from(self.connection.recv_bytes())


class Helpers:
    """``count`` processes that do what ``look`` does; thread-safe.

    To be built while the process has one thread. In a process that was forked later it has none.
    """

    def __init__(self, look: Look, count: int) -> None:
        self._look = look
        self._owner = os.getpid()
        self._free: LifoQueue[_Helper] = LifoQueue()
        self._all: list[_Helper] = []
        context = multiprocessing.get_context("fork")
        gc.freeze()  # what is loaded stays shared
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(
                target=_run,
                args=(look, theirs, [*(helper.connection for helper in self._all), ours]),
                name="sluse-helper",
                daemon=True,
            )
            process.start()
            theirs.close()
            self._all.append(helper := _Helper.at(process, ours))
            self._free.put(helper)
        gc.unfreeze()
        atexit.register(self.close)

    def __repr__(self) -> str:
        return f"<Helpers: {len(self._all)}>"

    def look(self, part: Part, seconds: float | None) -> Known:
        """What ``look`` gives for ``part`` within ``seconds``."""
        known = None if os.getpid() != self._owner else self._asked(part, seconds)
        return self._look(part, seconds) if known is None else known

    def close(self) -> None:
        """Let them end; what is asked from now on is looked at here."""
        if os.getpid() != self._owner:
            return
        while self._all:
            self._all.pop().connection.close()

    def _asked(self, part: Part, seconds: float | None) -> Known | None:
        """What a free one says; None when there is none, or it failed."""
        try:
            helper = self._free.get_nowait()
            known = helper.ask(Question(part, seconds))
        except TimeoutError:
            return _HUNG
        except (Empty, EOFError, OSError):
            return None  # one that died is not put back
        self._free.put(helper)
        return known


def collect_seldom() -> None:
    """Have Python's collector go through all that is kept seldom.

    With what is known of some thousand texts that takes a twentieth of a second and more, in which
    the process does nothing else, and finds nothing: no cycle is made of it. By Python's own
    measure it would come every few hundred texts; so it comes every ten thousand or more.
    """
    gc.set_threshold(700, 10, 1_000)
    gc.enable()


def _run(look: Look, connection: Connection, others: list[Connection]) -> None:
    """Answer until nobody asks any more; the asker alone decides when that is."""
    collect_seldom()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    for other in others:
        other.close()
    while True:
        try:
            question = Question.from_bytes(connection.recv_bytes())
            connection.send_bytes(answer_bytes(_looked(look, *question)))
        except (EOFError, OSError):
            return


def _looked(look: Look, part: Part, seconds: float | None) -> Known | None:
    try:
        return look(part, seconds)
    except Exception:  # noqa: BLE001  # its message may hold user text; the asker looks for itself
        return None
