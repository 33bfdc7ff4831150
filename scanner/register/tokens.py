"""The words of a text as the register compares them: the one normalization of both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from unicodedata import combining, normalize

AMPERSAND = "&"
GENITIVE = "s"
_TOKEN = re.compile(rf"[^\W_]+|{AMPERSAND}")
_SPELLINGS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ð": "d", "þ": "th", "ł": "l"}
)
# What may stand between two words of one value; a dot ends a sentence unless an initial or a
# shortened word stands before it.
BETWEEN = frozenset(" \u00a0\n-‐‑.,/'’´&+@()")
GAP = 4
_SHORTENED = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters and digits, its place, and its folded form."""

    start: int
    end: int
    folded: str = field(repr=False)


def fold(word: str) -> str:
    """``word`` whatever its case and spelling: æ as ae, ø as oe, å as aa, é as e."""
    low = word.casefold()
    if low.isascii():
        return low
    spelled = normalize("NFC", low).translate(_SPELLINGS)
    bare = "".join(char for char in normalize("NFKD", spelled) if not combining(char))
    return "".join(filter(str.isalnum, bare.casefold()))


def tokens(text: str) -> list[Token]:
    """The tokens of ``text`` in order; "&" reads as "og"."""
    places = (match.span() for match in _TOKEN.finditer(text))
    return [token for place in places if (token := token_at(text, *place)).folded]


def token_at(text: str, start: int, end: int) -> Token:
    """The token at that place of ``text``."""
    word = text[start:end]
    return Token(start, end, "og" if word == AMPERSAND else fold(word))


def is_joined(text: str, token: Token, following: Token) -> bool:
    """Whether the two may belong to one value: little stands between them, and no sentence ends."""
    size = following.start - token.end
    if size == 1 and text[token.end] == " ":
        return True
    gap = text[token.end : following.start]
    if size > GAP or not BETWEEN.issuperset(gap) or gap.count("\n") > 1:
        return False
    ends = gap[:1] == "." and gap[1:2] in {" ", "\n", "\u00a0"}
    return not ends or token.end - token.start <= _SHORTENED
