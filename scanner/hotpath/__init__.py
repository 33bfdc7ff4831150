"""The hot path: the findings of ``scanner.analyze``, in less time."""

from __future__ import annotations

from scanner.hotpath.analyze import HotAnalyzer

__all__ = ["HotAnalyzer"]
