"""Results as JSON: one document, or one line for each text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from scanner.cli.report.scanned import Scanned


def as_json(all_scanned: Iterable[Scanned], *, show_values: bool) -> str:
    """One document with all texts."""
    told = [_told(scanned, show_values=show_values) for scanned in all_scanned]
    return json.dumps({"results": told}, ensure_ascii=False, indent=2)


def as_line(scanned: Scanned, *, show_values: bool) -> str:
    """One text on one line."""
    return json.dumps(_told(scanned, show_values=show_values), ensure_ascii=False)


def _told(scanned: Scanned, *, show_values: bool) -> dict[str, Any]:
    result = scanned.result
    return {
        "file": scanned.name,
        "destination": result.destination,
        "decision": result.decision.value,
        "findings": scanned.findings(show_values=show_values),
        "gaps": scanned.gaps(),
        "message": result.message._asdict(),
        "policy": {"id": result.policy_id, "version": result.policy_version},
    }
