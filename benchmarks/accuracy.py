"""Accuracy on labelled texts: per entity type gold, found, typed, false; a JSON file beside it.

    python benchmarks/accuracy.py [--json FILE] [--verbose] [TEXTS.jsonl]

A gold span is *found* when findings cover 80 % of it, *typed* when findings of its own group do; a
finding is *false* when it touches no gold span (benchmarks/texts/GUIDE.md). Exit code 1 when a
target is missed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import platform
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scanner import Scanner

HERE = Path(__file__).parent
TEXTS = HERE / "texts" / "dev.jsonl"
COVER = 0.8
GROUPS = {
    "DK_CVR": "company number",
    "DK_P_NUMBER": "company number",
    "ID_DOCUMENT": "party number",
    "CUSTOMER_ID": "party number",
    "DK_BANK_ACCOUNT": "party number",
}
DOCUMENT_TYPES = ("SPECIAL_CATEGORY", "CONFIDENTIALITY_MARKING")
NAMES = ("PERSON", "ORGANIZATION")
UNSTRUCTURED = (*NAMES, "ADDRESS")
TARGETS = {
    "structured_recall": 0.98,
    "lowest_structured_label": 0.9,
    "names_recall": 0.88,
    "precision": 0.90,
}
MOST_CLEAN_FLAGGED = 2
LEAST_MARKINGS, LEAST_SPECIAL = 8, 10


@dataclass
class Tally:
    """Counts over all texts."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    typed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    documents: Counter[tuple[str, bool, bool]] = field(default_factory=Counter)
    findings: int = 0
    clean: int = 0
    clean_flagged: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def recall(self, types: Iterable[str]) -> float:
        """Share of the gold spans of ``types`` that were found."""
        types = list(types)
        return sum(self.found[t] for t in types) / max(1, sum(self.gold[t] for t in types))

    def structured(self) -> list[str]:
        """The labels that have a form of their own."""
        return [label for label in self.gold if label not in UNSTRUCTURED]


def covers(gold: dict[str, Any], findings: Iterable[Any]) -> bool:
    """Whether ``findings`` together cover enough of the gold span."""
    points: set[int] = set()
    for finding in findings:
        points.update(range(max(gold["start"], finding.start), min(gold["end"], finding.end)))
    return bool(len(points) >= COVER * (gold["end"] - gold["start"]))


def group(entity_type: str) -> str:
    """The entity types that count for each other."""
    return GROUPS.get(entity_type, entity_type)


def count(tally: Tally, row: dict[str, Any], findings: Sequence[Any]) -> None:
    """Add one text and what was found in it."""
    text, gold = row["text"], [s for s in row["spans"] if s["label"] != "AMBIGUOUS"]
    spans = [f for f in findings if f.entity_type not in DOCUMENT_TYPES]
    for span in gold:
        label = span["label"]
        tally.gold[label] += 1
        tally.found[label] += covers(span, spans)
        same = [f for f in spans if group(f.entity_type) == group(label)]
        tally.typed[label] += covers(span, same)
        if not covers(span, spans):
            tally.notes.append(f"missed {row['id']} {label} {text[span['start'] : span['end']]!r}")
    for finding in spans:
        tally.findings += 1
        if not any(finding.start < s["end"] and s["start"] < finding.end for s in row["spans"]):
            tally.false[finding.entity_type] += 1
            piece = text[finding.start : finding.end]
            tally.notes.append(f"false {row['id']} {finding.entity_type} {piece!r}")
    count_document(tally, row, gold, findings)


def count_document(
    tally: Tally, row: dict[str, Any], gold: Sequence[Any], findings: Sequence[Any]
) -> None:
    """Add what was said of the text as a whole."""
    is_labelled, got = set(row.get("document_labels", [])), {f.entity_type for f in findings}
    for entity_type in DOCUMENT_TYPES:
        tally.documents[entity_type, entity_type in is_labelled, entity_type in got] += 1
        if (entity_type in is_labelled) != (entity_type in got):
            tally.notes.append(
                f"document {row['id']} {entity_type} labelled={entity_type in is_labelled}"
            )
    if gold or is_labelled:
        if not findings:
            tally.leaks.append(row["id"])
    elif not row["spans"]:
        tally.clean += 1
        if findings:
            tally.clean_flagged.append(row["id"])


def figures(tally: Tally) -> dict[str, Any]:
    """The figures that the targets speak of."""
    structured = tally.structured()
    return {
        "structured_recall": round(tally.recall(structured), 4),
        "lowest_structured_label": round(min(tally.recall([label]) for label in structured), 4),
        "names_recall": round(tally.recall(NAMES), 4),
        "person_recall": round(tally.recall(["PERSON"]), 4),
        "organization_recall": round(tally.recall(["ORGANIZATION"]), 4),
        "recall": round(tally.recall(tally.gold), 4),
        "precision": round(1 - tally.false.total() / max(1, tally.findings), 4),
        "markings_found": tally.documents["CONFIDENTIALITY_MARKING", True, True],
        "markings_false": tally.documents["CONFIDENTIALITY_MARKING", False, True],
        "special_category_found": tally.documents["SPECIAL_CATEGORY", True, True],
        "special_category_false": tally.documents["SPECIAL_CATEGORY", False, True],
        "clean_texts": tally.clean,
        "clean_flagged": len(tally.clean_flagged),
        "reported_clean_with_something": len(tally.leaks),
    }


def missed_targets(result: dict[str, Any]) -> list[str]:
    """Which targets the figures miss."""
    missed = [name for name, least in TARGETS.items() if result[name] < least]
    if result["clean_flagged"] > MOST_CLEAN_FLAGGED:
        missed.append("clean_flagged")
    if result["reported_clean_with_something"]:
        missed.append("reported_clean_with_something")
    if result["markings_found"] < LEAST_MARKINGS:
        missed.append("markings_found")
    if result["special_category_found"] < LEAST_SPECIAL:
        missed.append("special_category_found")
    return missed


def table(tally: Tally) -> list[dict[str, Any]]:
    """A row for each label, most frequent first."""
    return [
        {
            "label": label,
            "gold": gold,
            "found": round(tally.found[label] / gold, 4),
            "typed": round(tally.typed[label] / gold, 4),
            "false": tally.false[label],
        }
        for label, gold in tally.gold.most_common()
    ]


def commit() -> str:
    """The commit that is measured, with a plus when the tree differs from it."""
    described = ["git", "describe", "--always", "--dirty=+"]
    return subprocess.run(described, capture_output=True, text=True, check=False).stdout.strip()


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("texts", nargs="?", type=Path, default=TEXTS)
    parser.add_argument("--json", type=Path, help="where the figures go")
    parser.add_argument("--destination", default="chatgpt")
    parser.add_argument("--verbose", action="store_true", help="list what was missed and false")
    options = parser.parse_args()
    data = options.texts.read_bytes()
    rows = [json.loads(line) for line in data.decode().splitlines() if line.strip()]
    scanner, tally = Scanner.from_policy(), Tally()
    for row in rows:
        count(tally, row, scanner.scan(row["text"], options.destination).findings)
    result, lines = figures(tally), table(tally)
    print(f"{'label':18}{'gold':>6}{'found':>8}{'typed':>8}{'false':>7}")
    for line in lines:
        print(
            f"{line['label']:18}{line['gold']:6}{line['found']:8.3f}{line['typed']:8.3f}{line['false']:7}"
        )
    for name, value in result.items():
        print(f"{name:32}{value}")
    others = {label: n for label, n in tally.false.items() if label not in tally.gold}
    print(f"{'false of other types':32}{others or 'none'}")
    if options.verbose:
        print("\n".join(sorted(tally.notes)))
        print("flagged:", *tally.clean_flagged, "leaked:", *tally.leaks)
    missed = missed_targets(result)
    print("targets:", "missed " + ", ".join(missed) if missed else "all met")
    if options.json:
        report = {
            "date": dt.datetime.now(dt.UTC).date().isoformat(),
            "commit": commit(),
            "machine": f"{platform.machine()}, Python {platform.python_version()}",
            "texts": len(rows),
            "texts_sha256": hashlib.sha256(data).hexdigest(),
            "labels": lines,
            **result,
        }
        options.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
