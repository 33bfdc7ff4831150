"""What a key is called where the key alone says too little: "name" of "company" is a firm's."""

from __future__ import annotations

from scanner.names.label_words import FIRM_LABELS, NAME_LABELS, PARTY_LABELS, PERSON_LABELS

_TELLING = FIRM_LABELS | PARTY_LABELS | PERSON_LABELS


def header_of(key: str, group: str = "") -> str:
    """The header of a value under ``key`` in ``group``: its key, and the group where that tells."""
    if key.casefold() in NAME_LABELS and group.casefold() in _TELLING:
        return f"{group} {key}"
    return key
