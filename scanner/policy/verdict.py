"""The verdict over a finding, a gap or a whole text."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What may happen, mildest first; ``max`` of several is the one that counts."""

    ALLOW = "allow"
    WARN = "warn"
    REDACT = "redact"
    BLOCK = "block"

    @property
    def rank(self) -> int:
        """0 for the mildest."""
        return _RANKS[self]

    def __lt__(self, other: str) -> bool:
        return self.rank < Verdict(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Verdict(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Verdict(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Verdict(other).rank


_RANKS = {verdict: rank for rank, verdict in enumerate(Verdict)}
