"""All outcomes of a run on the disk, and their sums in memory: a report can be told from them."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from scanner.batch.broken import BrokenOffError
from scanner.batch.outcome import Outcome


@dataclass
class Totals:
    """The sums over a run. ``types`` and ``folders`` count new findings."""

    files: int = 0
    size: int = 0
    clean: int = 0
    with_findings: int = 0
    with_gaps: int = 0
    read_before: int = 0
    known: int = 0
    copies: int = 0
    copies_lacking: int = 0
    decisions: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    folders: Counter[str] = field(default_factory=Counter)
    gaps: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count one file."""
        new = outcome.new_findings
        self.files += 1
        self.size += outcome.size
        self.clean += outcome.is_clean
        self.with_findings += bool(new)
        self.with_gaps += bool(outcome.gaps)
        self.read_before += outcome.is_read_before
        self.known += len(outcome.findings) - len(new)
        self.copies += outcome.copy.state.is_there
        self.copies_lacking += outcome.lacks_copy
        self.decisions[outcome.decision.value] += 1
        self.types.update(found.entity_type for found in new)
        self.gaps.update(gap.reason.value for gap in outcome.gaps)
        self.formats[outcome.format or "?"] += 1
        if new:
            self.folders[str(PurePath(outcome.name).parent)] += len(new)

    @property
    def findings(self) -> int:
        """All new findings."""
        return sum(self.types.values())


class Journal:
    """The outcomes in order. They lie in a file without a name, gone when the process is.

    It is read from the beginning each time, by one reader at a time.
    """

    def __init__(self) -> None:
        self.totals = Totals()
        self.is_whole = True
        self._file = tempfile.TemporaryFile("w+", encoding="ascii")  # noqa: SIM115  # closed below

    def add(self, outcome: Outcome) -> None:
        """Note one outcome; raises BrokenOffError when there is no room."""
        try:
            self._file.write(json.dumps(outcome.to_json()) + "\n")
        except OSError as error:
            folder = tempfile.gettempdir()
            raise BrokenOffError(
                da=f"Rapporten kan ikke samles i {folder}: {error.strerror}.",
                en=f"The report cannot be gathered in {folder}: {error.strerror}.",
            ) from None
        self.totals.add(outcome)

    def __iter__(self) -> Iterator[Outcome]:
        self._file.flush()
        self._file.seek(0)
        while line := self._file.readline():
            yield Outcome.from_json(json.loads(line))

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
