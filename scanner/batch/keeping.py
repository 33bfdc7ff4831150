"""What a run keeps: outcomes, so that a file need not be done again, and the copies it makes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scanner.batch.copies import Copies
from scanner.batch.outcome import Outcome
from scanner.batch.state import State
from scanner.batch.walk import Source
from scanner.errors import InputError
from scanner.message import Message


@dataclass
class Keeping:
    """``trouble`` is why nothing is remembered any more. May be used by threads."""

    state: State | None = None
    copies: Copies | None = None
    is_resumed: bool = False
    trouble: Message | None = None

    @property
    def asks_first(self) -> bool:
        """Whether a file that was done before is not done again."""
        return self.is_resumed and self.state is not None

    def before(self, source: Source, digest: str) -> Outcome | None:
        """What came of the same bytes before, when the copy of then is still there too."""
        if not (self.is_resumed and self.state and digest):
            return None
        found = self.state.find(digest)
        if found is None or (self.copies and not self.copies.has(source, found)):
            return None
        return replace(found, name=source.name, is_read_before=True)

    def note(self, outcome: Outcome) -> None:
        """Remember what came of a file. Where there is no room for it, ``trouble`` says so."""
        if self.state is None:
            return
        try:
            self.state.note(outcome)
        except InputError as error:
            self.state, self.trouble = None, error.message
