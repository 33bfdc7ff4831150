"""The hot path: the findings of ``scanner.analyze``, in less time."""

from __future__ import annotations

from scanner.hotpath.analyze import LASTING, HotAnalyzer
from scanner.hotpath.kept import Kept

__all__ = ["LASTING", "HotAnalyzer", "Kept"]
