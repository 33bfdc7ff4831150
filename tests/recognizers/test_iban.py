"""Published examples of the registry and of banks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.recognizers.iban import IbanCodeRecognizer

Found = Callable[[IbanCodeRecognizer, str], list[str]]

FOUND = [
    ("IBAN: DK5000400440116243", ["DK5000400440116243"]),
    ("DK50 0040 0440 1162 43", ["DK50 0040 0440 1162 43"]),
    ("dk50-0040-0440-1162-43", ["dk50-0040-0440-1162-43"]),
    ("IBANDK5000400440116243", ["DK5000400440116243"]),
    ("SE45 5000 0000 0583 9825 7466", ["SE45 5000 0000 0583 9825 7466"]),
    ("GB29 NWBK 6016 1331 9268 19", ["GB29 NWBK 6016 1331 9268 19"]),
    ("DK5000400440116243.", ["DK5000400440116243"]),
    ("FO62 6460 0001 6316 34, tak", ["FO62 6460 0001 6316 34"]),
    ("(IBAN DK50 0040 0440 1162 43 hos banken)", ["DK50 0040 0440 1162 43"]),
    ("til DK50.0040.0440.1162.43", ["DK50.0040.0440.1162.43"]),
    ("GL8964710001000206", ["GL8964710001000206"]),
    ("iban NO93 8601 1117 947", ["NO93 8601 1117 947"]),
    ("DE89370400440532013000", ["DE89370400440532013000"]),
]
NEAR_MISSES = [
    "DK9912344231123456",
    "se 45 linjer",
    "om 55.000 euro pr. bedrift. Der",
    "DK50 0040 0440 1162 44",
    "se 12345678901234567890",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(found: Found, text: str, expected: list[str]) -> None:
    assert found(IbanCodeRecognizer(), text) == expected


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_leaves_alone(found: Found, text: str) -> None:
    assert found(IbanCodeRecognizer(), text) == []
