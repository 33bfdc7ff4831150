"""The mappings of calls under way: in memory only, for minutes, and for the key that asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock
from time import monotonic

from cachetools import TTLCache

SECONDS = 600.0
CHARACTERS = 20_000_000  # of all mappings together; the oldest give way

_Call = tuple[str, str]


class Mappings:
    """One mapping for each call; a call whose id is used twice has none, so that none is mixed."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._lock = Lock()
        self._kept: TTLCache[_Call, Mapping[str, str]] = TTLCache(
            CHARACTERS, SECONDS, timer=clock, getsizeof=_size
        )

    def __repr__(self) -> str:
        return f"<Mappings of {len(self._kept)} calls>"

    def keep(self, key_id: str, call_id: str, mapping: Mapping[str, str]) -> None:
        """Remember ``mapping`` for the answer."""
        call = (key_id, call_id)
        with self._lock:
            is_taken = call in self._kept and self._kept[call] != mapping
            kept = {} if is_taken else mapping
            if _size(kept) <= CHARACTERS:
                self._kept[call] = kept
            else:
                self._kept.pop(call, None)

    def find(self, key_id: str, call_id: str) -> Mapping[str, str]:
        """The mapping of the call; empty when there is none, or not any more."""
        with self._lock:
            return self._kept.get((key_id, call_id), {})


def _size(mapping: Mapping[str, str]) -> int:
    return 1 + sum(len(name) + len(value) for name, value in mapping.items())
