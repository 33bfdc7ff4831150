"""Headers of tables: which label belongs to which cell, the same for every format."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scanner.names.label_words import FIRM_LABELS, NAME_LABELS, PARTY_LABELS, PERSON_LABELS
from scanner.names.word_set import word_set

_LABEL = re.compile(r"[^\W\d_][^\d@;|\t\n]{0,39}")
_FORM = 2
_KNOWN = (
    FIRM_LABELS
    | NAME_LABELS
    | PARTY_LABELS
    | PERSON_LABELS
    | word_set("""
    cpr cpr_nr cprnr personnummer cvr cvr_nr cvrnr p_nr telefon telefonnummer tlf mobil phone
    mail e_mail email adresse address postnr by city konto kontonr kontonummer reg_nr iban
    fødselsdato født dato date kundenr kundenummer id nr titel stilling afdeling""")
)


def headers(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The header of each cell of ``rows``, "" where it has none.

    The first row is the header when all its cells read as labels and no two are alike. A table of
    two columns whose first column holds labels ("Navn | Mette") is a form: there the left cell is
    the header of the right one.
    """
    first = [cell.strip() for cell in rows[0]] if rows else []
    left = [row[0].strip() for row in rows] if all(len(row) == _FORM for row in rows) else []
    if _are_labels(left) and (not _are_labels(first) or _known(left) > _known(first)):
        return [["", label.rstrip(": ")] for label in left]
    if len(rows) > 1 and _are_labels(first):
        return [[""] * len(first), *([*first, *[""] * len(row)][: len(row)] for row in rows[1:])]
    return [[""] * len(row) for row in rows]


def is_header(row: Sequence[str]) -> bool:
    """Whether the cells of ``row`` read as labels: short, words only, no two alike."""
    return _are_labels([cell.strip() for cell in row])


def is_known_header(row: Sequence[str]) -> bool:
    """Whether all cells of ``row`` read as labels, and one is such as the scanner knows."""
    named = [cell.strip() for cell in row]
    return all(named) and _are_labels(named) and _known(named) > 0


def _are_labels(cells: Sequence[str]) -> bool:
    named = [cell for cell in cells if cell]
    return (
        bool(named)
        and len({cell.casefold() for cell in named}) == len(named)
        and all(_LABEL.fullmatch(cell) for cell in named)
    )


def _known(cells: Sequence[str]) -> int:
    """How many of ``cells`` are labels that the scanner knows, or end as labels do."""
    keys = (re.sub(r"[ .\-]+", "_", cell.casefold().rstrip(":. ")) for cell in cells)
    return sum(key in _KNOWN for key in keys) + sum(cell.endswith(":") for cell in cells)
