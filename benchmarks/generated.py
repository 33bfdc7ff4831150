"""Generated texts: identifiers, names, tables and noise, mixed by a seeded chance."""

from __future__ import annotations

import random
from collections.abc import Iterator

_PIECES = """\
Hej Mette Holm|Kære alle|Venlig hilsen|Mvh Bo|Nordlys Bageri ApS|firmaet Fjordbyg
cpr 010158-5670|CPR-nr.: 150380 1234|det er 0101585670|sidste fire cifre er 1234
født den 1. maj 1975|CVR 13585628|DK13585628|P-nr. 1003388394|EAN 5790000435951
faktura 12345678|sag 24/01234|j.nr. 2024-1234|kundenr. K-204817|medlem 4711|tlf. 28 40 98 27
+45 28409827|+46 8 123 456 78|ring til 28409827|mail bo@nordlys.example
snabel-a bo (at) nordlys punktum example|https://intern.hus.dk/sag|\\\\fs01\\faelles\\x
https://hus.sharepoint.com/sites/x|10.44.18.207|2001:db8:4f::1c2|16:03:08
reg. 1234 konto 1234567|konto 1234 12345678|DK50 0040 0440 1162 43|4571 1234 5678 9012
+71<123456789012347+87654321<|pas nr. 123456789|AB 12 345|nummerplade AB12345
Vestergade 12, 3. th., 8000 Aarhus C|Hovedgaden 4|12 High Street, London|hun er gravid
Henrik har diabetes|er medlem af 3F|dømt for vold|FORTROLIGT|Dette notat er fortroligt
til internt brug|TLP:AMBER|Emne: [Fortroligt] Løn|password: Sommer2024!|koden er hx72Kp!q
AKIAIOSFODNN7EXAMPLA|api_key=8f3kd92kslq02|wifi / Sol8822!|Navn;CPR;Tlf
Bo Holm;010158-5670;28409827|Navn: Mette Holm|Konto\tBeløb|1234567\t100,00
"name": "Bo Holm",|<navn>Bo Holm</navn>
INSERT INTO k (navn, cpr) VALUES ('Bo', '0101585670')|[PERSON_1]|[DK_CPR_2]
vi mødes på tirsdag|budgettet for 2026 er 1.250.000 kr.|se side 12|version 2.4.1.3|100 stk
nul en nul en fem otte fem seks syv nul|0 1 0 1 5 8 - 5 6 7 0|010158-\n5670
MjgwMSAwMTAxNTgtNTY3MCBjcHI=|%30%31%30%31%35%38-5670|0\u200b10158-5670|０１０１５８-5670
ſag 24/01234|K\u212aundenr 4711|ıd 12345678|Æblevej 3|å å å|😀 🎉|e\u0301|Gazprom Газпром
\u0660\u0661\u0660\u0661\u0665\u0668-5670|ﬁrma|ẞ""".replace("\n", "|").split("|")
_JOINTS = (" ", " ", " ", ", ", ". ", "\n", "\n\n", ": ", "; ", "\t", "", " - ")
_NOISE, _TYPO, _CAPITALS, _SMALL = 0.1, 0.25, 0.35, 0.45  # shares, each with those before it
_SIGNS = "abcdefæøåABCÆØÅ0123456789 .,:;-/()@#\n\t'\"%&|<>=_*+"


def generated(count: int, seed: int = 1) -> Iterator[str]:
    """``count`` texts of up to about 400 code points, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # seeded on purpose
    for _ in range(count):
        yield "".join(_piece(chance) + chance.choice(_JOINTS) for _ in range(chance.randint(1, 12)))


def _piece(chance: random.Random) -> str:
    piece = chance.choice(_PIECES)
    kind = chance.random()
    if kind < _NOISE:
        return "".join(chance.choices(_SIGNS, k=chance.randint(1, 20)))
    if kind < _TYPO and piece:
        at = chance.randrange(len(piece))
        return piece[:at] + chance.choice(_SIGNS) + piece[at + chance.randint(0, 1) :]
    if kind < _CAPITALS:
        return piece.upper()
    return piece.lower() if kind < _SMALL else piece
