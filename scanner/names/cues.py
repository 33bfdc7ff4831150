"""Cues: what a word must be for a rule to look at its place.

A rule declares, beside itself, a cheap necessary condition of one word. All are asked once for each
word, the answers kept with what else is known of it. A rule still tests all it wants: a cue saves
it the other places of the text, and changes nothing (a test compares with every place looked at).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Rated(NamedTuple):
    """A word in lower case and the levels the rules know it by (``levels``)."""

    low: str
    first_name: int
    surname: int
    common: int
    place: bool
    firm: int


Cue = int
_CONDITIONS: list[Callable[[Rated], bool]] = []


def cue(condition: Callable[[Rated], bool]) -> Cue:
    """Declare a cue; ``condition`` may ask for the word alone."""
    _CONDITIONS.append(condition)
    return len(_CONDITIONS) - 1


def cues_of(word: Rated) -> tuple[Cue, ...]:
    """All cues that ``word`` gives."""
    return tuple(at for at, condition in enumerate(_CONDITIONS) if condition(word))
