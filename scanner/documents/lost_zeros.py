"""CPR numbers that a spreadsheet took for numbers: the leading zero is gone, and comes back here.

Below a header that says CPR the recognizer knows nine digits by itself. In a column that says
nothing they count when most of the column's numbers of nine or ten digits are CPR numbers with a
check digit: of any other numbers one in a hundred is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from scanner.identifiers import cpr

_LONG = re.compile(r"[0-9]{9,10}")
_SHORT = re.compile(r"[1-9][0-9]{8}")
ENOUGH = 50  # rows of a table that settle what a column holds


@dataclass(slots=True)
class LostZeros:
    """Which columns of a table hold CPR numbers, by its first rows."""

    _long: Counter[Hashable] = field(default_factory=Counter)
    _fitting: Counter[Hashable] = field(default_factory=Counter)

    def note(self, cells: Iterable[tuple[Hashable, str]]) -> None:
        """Count cells, each with its column, of the first rows."""
        for column, text in cells:
            number = text.strip()
            if _LONG.fullmatch(number):
                self._long[column] += 1
                self._fitting[column] += _is_cpr(number.zfill(cpr.LENGTH))

    def restored(self, column: Hashable, text: str) -> str:
        """The number in ``text`` as it was before it lost its zero; else ``text``."""
        number = text.strip()
        if not _SHORT.fullmatch(number) or 2 * self._fitting[column] < self._long[column]:
            return text
        return f"0{number}" if _is_cpr(f"0{number}") else text


def _is_cpr(number: str) -> bool:
    return cpr.is_valid(number) and cpr.has_check_digit(number)
