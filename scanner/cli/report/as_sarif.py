"""Results as SARIF 2.1.0 (OASIS), for code scanning and editors; no values.

Source: docs.oasis-open.org/sarif/sarif/v2.1.0. Columns count code points.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from scanner.batch.journal import Journal
from scanner.batch.outcome import Found, Outcome
from scanner.documents.places import told
from scanner.finding import Gap
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


def as_sarif(journal: Journal, policy: Policy, destination: str) -> Iterator[str]:
    """One SARIF log with one run."""
    types = dict.fromkeys([*policy.entities, *journal.totals.types])
    rules = {entity_type: index for index, entity_type in enumerate(types)}
    driver = {
        "name": "Sluse",
        "version": version("sluse"),
        "rules": [_rule(name, policy, destination) for name in rules],
    }
    yield f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{\n'
    yield f'"tool": {json.dumps({"driver": driver}, ensure_ascii=False)},\n'
    yield '"columnKind": "unicodeCodePoints",\n"results": ['
    yield from _listed(
        _result(outcome, found, rules) for outcome in journal for found in outcome.findings
    )
    is_whole = journal.is_whole and not journal.totals.gaps
    yield f'],\n"invocations": [{{"executionSuccessful": {json.dumps(is_whole)},\n'
    yield '"toolExecutionNotifications": ['
    yield from _listed(_note(outcome, gap) for outcome in journal for gap in outcome.gaps)
    yield "]}]}]}\n"


def _listed(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    comma = "\n"
    for item in items:
        yield comma + json.dumps(item)
        comma = ",\n"


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


def _result(outcome: Outcome, found: Found, rules: dict[str, int]) -> dict[str, Any]:
    place = f" ({_place(found.place)})" if found.place else ""
    made: dict[str, Any] = {
        "ruleId": found.entity_type,
        "ruleIndex": rules[found.entity_type],
        "level": _LEVELS[found.action],
        "message": {"text": f"{found.entity_type}{place}: {found.reason}"},
        "locations": [_location(outcome.name, found)],
    }
    if found.key:
        made["partialFingerprints"] = {"value/v1": found.key}
    if found.is_known:
        made["suppressions"] = [{"kind": "external"}]
    return made


def _location(name: str, found: Found | None = None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(name)}}
    made: dict[str, Any] = {"physicalLocation": physical}
    if found and found.line:
        physical["region"] = {"startLine": found.line, "endLine": found.end_line}
        if found.column:
            physical["region"] |= {"startColumn": found.column, "endColumn": found.end_column}
    if found and found.place:
        made["logicalLocations"] = [{"fullyQualifiedName": found.place}]
    return made


def _note(outcome: Outcome, gap: Gap) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": f"{gap.reason.value}: {_place(gap.where) or 'text'}"},
        "locations": [_location(outcome.name)],
    }


def _place(place: str) -> str:
    """``place`` in both languages, once where they are the same."""
    danish, english = told(place)
    return danish if danish == english else f"{danish} / {english}"


def _uri(name: str) -> str:
    """A relative reference, or a file URI for an absolute path; any bytes a name may have."""
    path = Path(name)
    quoted = quote(os.fsencode(path.as_posix()))
    return f"file://{quoted}" if path.is_absolute() else quoted
