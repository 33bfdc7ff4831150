"""Results as text, JSON, NDJSON or SARIF."""

from __future__ import annotations

from enum import StrEnum

from scanner.cli.report.scanned import Scanned

__all__ = ["Format", "Scanned"]


class Format(StrEnum):
    """How results are written."""

    TEXT = "text"
    JSON = "json"
    NDJSON = "ndjson"
    SARIF = "sarif"
