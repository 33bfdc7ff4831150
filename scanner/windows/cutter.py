"""Windows out of a text that comes in pieces of any size."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scanner.windows.carry import Carry
from scanner.windows.window import WINDOW, Looked, Window

Look = Callable[[Window], Looked]


class Cutter:
    """Takes a text in pieces and gives its windows, each as soon as it is full.

    At most ``WINDOW`` code points wait for more; ``look`` looks at a window.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._carry = Carry()
        self._waiting = ""

    def feed(self, text: str) -> Iterator[Looked]:
        """The windows that are full now that ``text`` has come; take them all."""
        self._waiting += text
        start = 0
        while len(self._waiting) - start > WINDOW:
            piece = self._waiting[start : start + WINDOW]
            looked = self._look(Window(self._carry, piece, is_last=False))
            self._carry = looked.carry
            start += len(looked.settled)
            yield looked
        self._waiting = self._waiting[start:]

    def close(self) -> Looked:
        """The last window, of what is left; it is empty for an empty text."""
        text, self._waiting = self._waiting, ""
        return self._look(Window(self._carry, text, is_last=True))
