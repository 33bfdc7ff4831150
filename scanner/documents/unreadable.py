"""What a reader raises when it cannot go on: it becomes a gap at the place it was raised."""

from __future__ import annotations

from scanner.finding import GapReason


class UnreadableError(Exception):
    """The file, or the file within it, cannot be read; ``reason`` says why."""

    def __init__(self, reason: GapReason, where: str = "") -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.where = where


class NotWritableError(Exception):
    """No redacted copy can be made; ``where`` is the place, ``name`` the format there."""

    def __init__(self, name: str, where: str = "") -> None:
        super().__init__(name)
        self.name = name
        self.where = where
