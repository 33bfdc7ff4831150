"""A text folded to one byte a code point, so that a trigger can be looked for in it.

Lower case, digits of any script as ASCII ones, everything beyond Latin-1 as one byte.
"""

from __future__ import annotations

import codecs
import unicodedata

_OTHER = 0xFF
ANY = frozenset(range(256))


class _Folds(dict[int, str]):
    """What each code point is folded to, worked out once."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _fold(chr(code))
        return plain


def _fold(char: str) -> str:
    if char in "İı":
        return "i"  # to ``re`` both are a case of i
    if char == "ſ":
        return "s"
    if (digit := unicodedata.decimal(char, None)) is not None:
        return str(digit)
    lower = char.lower()
    return lower if len(lower) == 1 and ord(lower) < _OTHER else chr(_OTHER)


_FOLDS = _Folds()


def folded(text: str) -> bytes:
    """``text`` folded: one byte for each code point."""
    return text.replace("İ", "i").lower().encode("latin-1", _HANDLER)  # its lower case are two


def _of_others(error: UnicodeError) -> tuple[bytes, int]:
    """The bytes of a run that Latin-1 lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    run = error.object[error.start : error.end]
    return run.translate(_FOLDS).encode("latin-1"), error.end


_HANDLER = "sluse-folded"
codecs.register_error(_HANDLER, _of_others)


def fold_code(code: int) -> int:
    """The byte that a code point is folded to."""
    return ord(_FOLDS[code])


DIGITS = frozenset(range(ord("0"), ord("9") + 1))
# Bytes that a word character, a blank, or what is neither letter nor digit may be folded to.
WORDS = frozenset(
    {code for code in range(256) if chr(code).isalnum() and not chr(code).isupper()}
    | {ord("_"), _OTHER}
)
SPACES = frozenset({code for code in range(256) if chr(code).isspace()} | {_OTHER})
NO_LETTERS = frozenset({code for code in range(256) if not chr(code).isalnum()} | {_OTHER})
