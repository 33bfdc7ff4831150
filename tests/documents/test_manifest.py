"""The samples: every value is found in its place, every problem is a gap, every copy is clean.

Persons, firms and numbers in them are invented.
"""

from __future__ import annotations

import re

import pytest

from scanner.finding import GapReason

from .conftest import MANIFEST, SAMPLES, Scan

LATER = {"pdf"}
READ = [
    name
    for name, entry in MANIFEST.items()
    if entry["must_report"] in {"ok", "clean", "needs_ocr"} and name.rpartition(".")[2] not in LATER
]


def squeezed(text: str) -> str:
    """``text`` without blanks, as values are compared."""
    return re.sub(r"\s+", "", text)


def shares(value: str, found: str) -> bool:
    """Whether one holds the other: a title before a name, or a firm found by its last words."""
    return value in found or found in value


@pytest.mark.parametrize("name", READ)
def test_every_value_is_found_in_its_place(name: str, scan_file: Scan) -> None:
    scanned = scan_file((SAMPLES / name).read_bytes())
    missing = [
        value
        for value in MANIFEST[name]["values"]
        if value["label"] != "AMBIGUOUS"
        and not any(
            shares(squeezed(value["string"]), squeezed(text))
            and entity_type == value["label"]
            and re.search(value["place"], place)
            for text, entity_type, place in scanned.found
        )
    ]
    assert missing == []
    assert scanned.result.gaps == ()
    assert scanned.result.is_clean is (MANIFEST[name]["must_report"] == "clean")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("13_oedelagt.docx", GapReason.CORRUPT),
        ("14_tom.txt", GapReason.EMPTY),
        ("20_laast.xlsx", GapReason.ENCRYPTED),
    ],
)
def test_what_cannot_be_read_is_a_gap(name: str, reason: GapReason, scan_file: Scan) -> None:
    scanned = scan_file((SAMPLES / name).read_bytes())
    assert reason in {gap.reason for gap in scanned.result.gaps}
    assert not scanned.result.is_clean
