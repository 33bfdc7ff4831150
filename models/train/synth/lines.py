"""Templates as text, one a line."""

from __future__ import annotations


def lines(text: str) -> tuple[str, ...]:
    """The lines of ``text`` that hold something, without blanks round them."""
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())
