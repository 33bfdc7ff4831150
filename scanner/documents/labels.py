"""What keys and elements are called: "name" of "company" is a firm's, "creator" is an author."""

from __future__ import annotations

from scanner.names.label_words import FIRM_LABELS, NAME_LABELS, PARTY_LABELS, PERSON_LABELS

_CALLED = {
    "author": "forfatter",
    "creator": "forfatter",
    "definedName": "navngivet område",
    "desc": "alternativ tekst",
    "description": "beskrivelse",
    "title": "titel",
    "v": "værdi",
}
_TELLING = FIRM_LABELS | PARTY_LABELS | PERSON_LABELS


def header_of(key: str, group: str = "") -> str:
    """The header of a value under ``key`` in ``group``: its key, and the group where that tells."""
    if key.casefold() in NAME_LABELS and group.casefold() in _TELLING:
        return f"{group} {key}"
    return key


def called(tag: str) -> str:
    """What people call the element ``tag`` of Office's and OpenDocument's formats."""
    return _CALLED.get(tag, tag)
