"""Signs of patterns: what one pass of Hyperscan over a text can tell of many patterns at once.

Where it sees no sign of a pattern, the pattern does not match.
"""

from __future__ import annotations

from scanner.signs.fold import folded
from scanner.signs.look import Look, Signs, may_differ
from scanner.signs.relax import relaxed

__all__ = ["Look", "Signs", "folded", "may_differ", "relaxed"]
