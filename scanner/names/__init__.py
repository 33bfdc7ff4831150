"""Names of persons and private organizations, read together so that each place has one owner.

"Jensen & Søn" is a firm and no person, so both recognizers ask the same reader.
"""

from __future__ import annotations

from scanner.names.name import Kind, Name
from scanner.names.reader import NameReader

__all__ = ["Kind", "Name", "NameReader"]
