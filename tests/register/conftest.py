"""A register in a temporary place, and the way to ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from scanner.register import Register, RegisterEditor, matches

KEY = bytes(range(32))
EVERYDAY = frozenset({"bølge", "hus", "og", "have", "nr", "solen", "firma"})

Build = Callable[[Iterable[tuple[str, str]]], Register]


def is_everyday(word: str) -> bool:
    return word.lower() in EVERYDAY


def found(register: Register, text: str) -> list[tuple[str, str]]:
    """What is found, with its type."""
    return [(match.span.of(text), match.entity_type) for match in matches(register, text)]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Builds a register of (value, entity type) pairs, through its file."""

    def make(values: Iterable[tuple[str, str]]) -> Register:
        editor = RegisterEditor(KEY, is_everyday)
        for value, entity_type in values:
            editor.add(value, entity_type)
        editor.save(tmp_path / "register.db")
        return Register.load(tmp_path / "register.db", KEY)

    return make
