"""What ends a run before its end."""

from __future__ import annotations

from scanner.errors import SluseError


class BrokenOffError(SluseError):
    """The run cannot go on; what was done until then holds."""
