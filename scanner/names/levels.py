"""Levels of the lexicon, 0 to 9, by what they mean to the rules.

For names: how many people bear them. For ordinary words: how often plain text has them.
"""

from __future__ import annotations

KNOWN = 2
USUAL = 3
FREQUENT = 4
STRONG = 5
EVERYDAY = 6
