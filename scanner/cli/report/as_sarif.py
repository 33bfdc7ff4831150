"""Results as SARIF 2.1.0 (OASIS), for code scanning and editors; no values.

Source: docs.oasis-open.org/sarif/sarif/v2.1.0. Columns and offsets count code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scanner.cli.report.scanned import Scanned
from scanner.decide import Ruling
from scanner.policy import Policy, Verdict

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {
    Verdict.ALLOW: "none",
    Verdict.WARN: "warning",
    Verdict.REDACT: "error",
    Verdict.BLOCK: "error",
}


def as_sarif(all_scanned: Sequence[Scanned], policy: Policy, destination: str) -> str:
    """One SARIF log with one run."""
    found = (ruling for scanned in all_scanned for ruling in scanned.result.findings)
    types = [*policy.entities, *(ruling.entity_type for ruling in found)]
    rules = {entity_type: index for index, entity_type in enumerate(dict.fromkeys(types))}
    run = {
        "tool": {
            "driver": {
                "name": "Sluse",
                "version": version("sluse"),
                "rules": [_rule(name, policy, destination) for name in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(all_scanned)],
        "results": [
            _result(scanned, ruling, rules[ruling.entity_type])
            for scanned in all_scanned
            for ruling in scanned.result.findings
        ],
    }
    return json.dumps(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2
    )


def _rule(entity_type: str, policy: Policy, destination: str) -> dict[str, Any]:
    entity = policy.entities.get(entity_type)
    rule = policy.rule(destination, entity_type)
    clause = policy.clauses[rule.clause]
    title = f"{entity.title.da} / {entity.title.en}" if entity else entity_type
    help_text = f"{clause.title.da}: {clause.text.da}\n{clause.title.en}: {clause.text.en}"
    return {
        "id": entity_type,
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{title} → {destination}: {rule.action.value}"},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": _LEVELS[rule.action]},
    }


def _result(scanned: Scanned, ruling: Ruling, index: int) -> dict[str, Any]:
    line, column = scanned.position(ruling.start)
    last_line, last_column = scanned.position(ruling.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": last_line,
        "endColumn": last_column,
        "charOffset": ruling.start,
        "charLength": ruling.end - ruling.start,
    }
    return {
        "ruleId": ruling.entity_type,
        "ruleIndex": index,
        "level": _LEVELS[ruling.action],
        "message": {"text": f"{ruling.entity_type}: {ruling.reason}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(scanned.name)},
                    "region": region,
                }
            }
        ],
    }


def _invocation(all_scanned: Iterable[Scanned]) -> dict[str, Any]:
    notes = [
        {
            "level": "error",
            "message": {"text": f"{gap.reason.value}: {gap.where or 'text'}"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(scanned.name)}}}],
        }
        for scanned in all_scanned
        for gap in scanned.result.gaps
    ]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _uri(name: str) -> str:
    """A relative reference, or a file URI for an absolute path."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
