"""Text shown to people, always in Danish and English."""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """One message in both languages; it never holds text of the user's."""

    da: str
    en: str

    def __str__(self) -> str:
        return f"{self.da} / {self.en}"
