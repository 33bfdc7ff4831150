"""No value is lost, and none comes twice, wherever the border of a window falls.

Numbers and names are invented; the CPR number is of the range that is not given out.
"""

from __future__ import annotations

import pytest

from scanner import Scanner

pytestmark = pytest.mark.usefixtures("small_windows")

PROSE = (
    "Ansøgningsfristen er sidst i marts, og skemaet ligger på virk.dk. Vi har lukket fredag. " * 8
)
LINES = "Fristen er fredag.\nSkemaet ligger på nettet.\n\nVi holder lukket på søndag.\n" * 9
FILLERS = {"prose": PROSE, "lines": LINES, "unbroken": "ø" * 640}
VALUES = {
    "cpr": ("DK_CPR", "010158-5670"),
    "cpr over two lines": ("DK_CPR", "010158-\n5670"),
    "spelled": ("DK_CPR", "nul en nul en fem otte fem seks syv nul"),
    "mail": ("EMAIL_ADDRESS", "vinga.skovlod@fjordlyst.example"),
    "iban": ("IBAN_CODE", "DK50 0040 0440 1162 43"),
    "card": ("CREDIT_CARD", "4111 1111 1111 1111"),
    "key": ("SECRET", "password: Sommer-2031!x"),
    "address": ("ADDRESS", "Kastanievej 12, 8000 Aarhus C"),
    "firm": ("ORGANIZATION", "Klitmøller Garn ApS"),
    "header": ("DK_CPR", "CPR-nr.:\n010158-5670"),
}


@pytest.mark.parametrize("filler", FILLERS)
@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_found_once_wherever_it_stands(
    remembering: Scanner, name: str, filler: str
) -> None:
    entity_type, value = VALUES[name]
    text = FILLERS[filler]
    for at in range(100, 420, 16):
        whole = f"{text[:at]}, {value}; og {text[at:]}"
        safe = remembering.redact(whole)
        found = [
            each
            for each in safe.findings
            if each.entity_type == entity_type and value.endswith(whole[each.end - 3 : each.end])
        ]
        last = value.rpartition(" ")[2].rpartition("\n")[2]
        assert last not in safe.text, at
        assert len(found) == 1 or filler == "unbroken", at


def test_without_the_text_before_a_window_it_would_be_lost(remembering: Scanner) -> None:
    """The negative control: cut just anywhere, the value is in neither piece."""
    pieces = [f"{PROSE[:100]} 010158-", f"5670 {PROSE[:100]}"]
    assert [
        each
        for piece in pieces
        for each in remembering.scan(piece).findings
        if each.entity_type == "DK_CPR"
    ] == []
