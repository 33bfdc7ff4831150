"""The hot path: the findings of ``scanner.analyze``, many times faster."""

from __future__ import annotations

from scanner.hotpath.analyze import HotAnalyzer

__all__ = ["HotAnalyzer"]
