"""The words after ``sluse hook``, as ``sluse hook install`` writes them."""

from __future__ import annotations

from hook.clients import NAMES
from hook.service import ADDRESS, is_address
from hook.verdict import KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 5.0
_MOST_SECONDS = 25.0  # less than the 30 that clients wait


class UsageError(Exception):
    """An option that cannot be used."""


class Options:
    """How the hook was called; an instance holds the defaults until ``read`` is through."""

    def __init__(self) -> None:
        self.client = ""
        self.event = ""
        self.destination = ""
        self.address = ADDRESS
        self.key_file = ""
        self.seconds = SECONDS

    def read(self, arguments: Sequence[str]) -> None:
        """Take ``--name value`` pairs over; raises UsageError."""
        for option, value in zip(arguments[::2], arguments[1::2], strict=False):
            self._set(option, value)
        if len(arguments) % 2:
            raise UsageError

    def _set(self, option: str, value: str) -> None:
        if option == "--seconds":
            self.seconds = _seconds(value)
            return
        good = {
            "--client": value in NAMES,
            "--event": value in KINDS,
            "--destination": bool(value),
            "--address": is_address(value),
            "--key-file": bool(value),
        }
        if not good.get(option):
            raise UsageError
        setattr(self, option.removeprefix("--").replace("-", "_"), value)


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        raise UsageError from None
    if not 0 < seconds <= _MOST_SECONDS:
        raise UsageError
    return seconds
