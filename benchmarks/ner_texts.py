"""Persons and firms of the labelled texts through the whole scanner, rules and model together.

``names-heldout.jsonl`` was only counted until the end of November 2026;
``dev.jsonl`` and ``names-tuning.jsonl`` were read while rules were written, so theirs flatter.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.accuracy import covers
from scanner import Scanner

HERE = Path(__file__).parent / "texts"
FILES = ("dev", "names-tuning", "names-heldout")
TYPES = ("PERSON", "ORGANIZATION")


def whole_scanner() -> dict[str, dict[str, Any]]:
    """For each file recall and precision of persons and of firms, and clean texts flagged."""
    scanner = Scanner.from_policy()
    return {name: _figures(scanner, _rows(HERE / f"{name}.jsonl")) for name in FILES}


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _figures(scanner: Scanner, rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    counts: Counter[tuple[str, str]] = Counter()
    clean, flagged, texts = 0, [], 0
    for row in rows:
        findings = [
            finding
            for finding in scanner.scan(row["text"]).findings
            if finding.entity_type in TYPES
        ]
        _count(counts, row["spans"], findings)
        texts += 1
        if not row["spans"] and not row.get("document_labels"):
            clean += 1
            flagged += [row["id"]] if findings else []
    report: dict[str, Any] = {"texts": texts, "clean": clean, "clean flagged": flagged}
    for kind in TYPES:
        found, given = counts[kind, "found"], counts[kind, "given"]
        report[kind] = {
            "gold": counts[kind, "gold"],
            "recall": round(found / max(1, counts[kind, "gold"]), 3),
            "false": counts[kind, "false"],
            "precision": round(1 - counts[kind, "false"] / max(1, given), 3),
        }
    return report


def _count(counts: Counter[tuple[str, str]], spans: list[Any], findings: list[Any]) -> None:
    for span in spans:
        if span["label"] in TYPES:
            counts[span["label"], "gold"] += 1
            counts[span["label"], "found"] += covers(span, findings)
    for finding in findings:
        touches = any(finding.start < s["end"] and s["start"] < finding.end for s in spans)
        counts[finding.entity_type, "given"] += 1
        counts[finding.entity_type, "false"] += not touches
