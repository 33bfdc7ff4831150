"""What a run keeps: outcomes, so that a file need not be done again, and the copies it makes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from scanner.batch.copies import Copies
from scanner.batch.examine import digest_at
from scanner.batch.outcome import Outcome
from scanner.batch.state import State
from scanner.batch.walk import Source
from scanner.errors import InputError
from scanner.message import Message

MOST_SEEN = 1_000_000  # files of a run whose content is known again


@dataclass
class Keeping:
    """``trouble`` is why nothing is remembered any more. May be used by threads.

    Of a run that goes on, no file is done again that was done before; of any other, none whose
    bytes are those of a file before it: folders that people share are full of copies.
    """

    state: State | None = None
    copies: Copies | None = None
    is_resumed: bool = False
    trouble: Message | None = None
    _sizes: set[int] = field(default_factory=set)
    _seen: set[int] = field(default_factory=set)

    @property
    def asks_first(self) -> bool:
        """Whether a file that was done before is not done again."""
        return self.is_resumed and self.state is not None

    def digest(self, path: Path) -> str:
        """That of the file at ``path`` where it may have been done; "" where it has not."""
        if self.asks_first:
            return digest_at(path)
        try:
            is_new = path.stat().st_size not in self._sizes
        except OSError:
            return ""
        return "" if is_new else digest_at(path)

    def before(self, source: Source, digest: str) -> Outcome | None:
        """What came of the same bytes before, when the copy of then is still there too."""
        if not (self.state and digest and (self.is_resumed or _short(digest) in self._seen)):
            return None
        found = self.state.find(digest)
        if found is None or (self.copies and not self.copies.has(source, found)):
            return None
        return replace(found, name=source.name, is_read_before=self.is_resumed)

    def note(self, outcome: Outcome) -> None:
        """Remember what came of a file. Where there is no room for it, ``trouble`` says so."""
        if self.state is None:
            return
        try:
            self.state.note(outcome)
        except InputError as error:
            self.state, self.trouble = None, error.message
            return
        if outcome.digest and len(self._seen) < MOST_SEEN:
            self._seen.add(_short(outcome.digest))
            self._sizes.add(outcome.size)


def _short(digest: str) -> int:
    """What is enough of ``digest`` to ask for what is kept under it."""
    return int(digest[:16], 16)
