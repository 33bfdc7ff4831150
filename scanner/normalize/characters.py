"""Code points that are written differently and mean the same, each for one other code point.

Digits of any script, the hyphen and space families, quotation marks, full-width and mathematical
letters, line ends (Unicode Character Database, by way of ``unicodedata``).
"""

from __future__ import annotations

import re
import unicodedata

_ALIKE = {
    "-": "‐‑‒–—―⁃−﹘﹣－⁻₋‿",
    "'": "‘’‚‛ʼ′´＇",
    '"': "“”„‟″«»＂",
    "/": "⁄∕／",
    ".": "․。．‧∙",
    "|": "│∣｜",
    "\n": "\x0b\x0c\x85\u2028\u2029",
}
_ASCII_FOR = {ord(odd): plain for plain, odds in _ALIKE.items() for odd in odds}
_REPLACEMENT = "\ufffd"
_MATHEMATICAL = range(0x1D400, 0x1D800)
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_SUPERSCRIPTS = "¹²³"
_NOT_PLAIN = re.compile(r"[^\n\t\x20-\x7e\xa1-\xaa\xac\xae-\xb3\xb5-\xba\xbc-\xff]+")
_PLAIN = bytes(code for code in range(0x100) if not _NOT_PLAIN.match(chr(code)))


class _Table(dict[int, str]):
    """A translation table that works out each code point once."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain(chr(code))
        return plain


def _plain(character: str) -> str:
    code = ord(character)
    if code in _ASCII_FOR:
        return _ASCII_FOR[code]
    category = unicodedata.category(character)
    if category == "Cs":
        return _REPLACEMENT
    if category == "Zs":
        return " "
    if category in {"Nd", "No"} and character not in _SUPERSCRIPTS:
        digit = unicodedata.digit(character, None)
        return character if digit is None else str(digit)
    if code in _FULL_WIDTH or code in _MATHEMATICAL:
        folded = unicodedata.normalize("NFKC", character)
        return folded if len(folded) == 1 else character
    return character


_TABLE = _Table()


def has_plain_characters(text: str) -> bool:
    """Whether ``text`` is all Latin-1 of which every code point is its own plain twin."""
    try:
        return not text.encode("latin-1").translate(None, _PLAIN)
    except UnicodeEncodeError:
        return False


def odd_characters(text: str) -> str:
    """The code points of ``text`` that are not known to be plain, in order."""
    return "".join(_NOT_PLAIN.findall(text))


def plain_characters(text: str) -> str:
    """``text`` with every code point as its plain twin; the length stays."""
    return _NOT_PLAIN.sub(lambda run: run[0].translate(_TABLE), text)
