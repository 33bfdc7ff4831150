"""One text with its result, and where findings stand in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from scanner.cli.mask import masked
from scanner.decide import Ruling
from scanner.pipeline import Result


@dataclass(frozen=True)
class Scanned:
    """A text with its name and its result."""

    name: str
    text: str = field(repr=False)
    result: Result

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(at + 1 for at, char in enumerate(self.text) if char == "\n")]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of a code point, both from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def value(self, ruling: Ruling) -> str:
        """What was found."""
        return self.text[ruling.start : ruling.end]

    def preview(self, ruling: Ruling) -> str:
        """What was found, masked."""
        return masked(self.value(ruling))

    def findings(self, *, show_values: bool) -> list[dict[str, Any]]:
        """The findings as JSON."""
        return [self._finding(ruling, show_values=show_values) for ruling in self.result.findings]

    def gaps(self) -> list[dict[str, str]]:
        """The gaps as JSON."""
        return [{"reason": gap.reason.value, "where": gap.where} for gap in self.result.gaps]

    def _finding(self, ruling: Ruling, *, show_values: bool) -> dict[str, Any]:
        line, column = self.position(ruling.start)
        shown = {"value": self.value(ruling)} if show_values else {"preview": self.preview(ruling)}
        return {
            "entity_type": ruling.entity_type,
            "start": ruling.start,
            "end": ruling.end,
            "line": line,
            "column": column,
            "score": ruling.score,
            "recognizer": ruling.recognizer,
            "action": ruling.action.value,
            "reason": ruling.reason._asdict(),
            "clause": ruling.clause,
            "approval": ruling.approval,
            **shown,
        }
