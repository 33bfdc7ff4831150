"""IBAN, ISO 13616: country, two check digits (ISO 7064 mod 97-10), national account number.

Lengths and structures are those of the IBAN registry that SWIFT publishes.
"""

from __future__ import annotations

import re

from scanner.identifiers.sums import without

SEPARATORS = " \t\xa0.-"
# Country and national part: n digits, a letters, c either.
_REGISTRY = """
AD:n8c12 AE:n19 AL:n8c16 AT:n16 AZ:a4c20 BA:n16 BE:n12 BG:a4n6c8 BH:a4c14 BI:n23 BR:n23a1c1
BY:c4n4c16 CH:n5c12 CR:n18 CY:n8c16 CZ:n20 DE:n18 DJ:n23 DK:n14 DO:c4n20 EE:n16 EG:n25
ES:n20 FI:n14 FK:a2n12 FO:n14 FR:n10c11n2 GB:a4n14 GE:a2n16 GI:a4c15 GL:n14 GR:n7c16 GT:c24
HN:a4n20 HR:n17 HU:n24 IE:a4n14 IL:n19 IQ:a4n15 IS:n22 IT:a1n10c12 JO:a4n4c18 KW:a4c22
KZ:n3c13 LB:n4c20 LC:a4c24 LI:n5c12 LT:n16 LU:n3c13 LV:a4c13 LY:n21 MC:n10c11n2 MD:c20
ME:n18 MK:n3c10n2 MN:n16 MR:n23 MT:a4n5c18 MU:a4n19a3 NI:a4n20 NL:a4n10 NO:n11 OM:n3c16
PK:a4c16 PL:n24 PS:a4c21 PT:n21 QA:a4c21 RO:a4c16 RS:n18 RU:n14c15 SA:n2c18 SC:a4n20a3
SD:n14 SE:n20 SI:n15 SK:n20 SM:a1n10c12 SO:n19 ST:n21 SV:a4n20 TL:n19 TN:n20 TR:n6c16
UA:n6c19 VA:n18 VG:a4n16 XK:n16 YE:a4n4c18
"""
_KINDS = {"n": "[0-9]", "a": "[A-Z]", "c": "[A-Z0-9]"}


def _structure(entry: str) -> re.Pattern[str]:
    return re.compile(
        "".join(f"{_KINDS[kind]}{{{n}}}" for kind, n in re.findall(r"([nac])(\d+)", entry))
    )


def _length(entry: str) -> int:
    return 4 + sum(map(int, re.findall(r"\d+", entry)))


_ENTRIES = dict(entry.split(":") for entry in _REGISTRY.split())
LENGTHS = {country: _length(entry) for country, entry in _ENTRIES.items()}
_STRUCTURES = {country: _structure(entry) for country, entry in _ENTRIES.items()}


def compact(text: str) -> str:
    """The characters without separators, letters in upper case."""
    return without(text, SEPARATORS).upper()


def validate(number: str) -> str:
    """The compact number; ValueError when it is none."""
    compacted = compact(number)
    structure = _STRUCTURES.get(compacted[:2])
    if structure is None or not structure.fullmatch(compacted, 4):
        raise ValueError("not the structure of a country's IBAN")
    if not re.fullmatch("[0-9]{2}", compacted[2:4]):
        raise ValueError("no check digits")
    digits = "".join(str(int(character, 36)) for character in compacted[4:] + compacted[:4])
    if int(digits) % 97 != 1:
        raise ValueError("mod 97 does not hold")
    return compacted


def is_valid(number: str) -> bool:
    """Whether ``validate`` accepts the number."""
    try:
        validate(number)
    except ValueError:
        return False
    return True
