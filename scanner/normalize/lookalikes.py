"""Cyrillic and Greek letters inside Latin words, read as the Latin letters they look like.

Words wholly in another script stay as they are: a name in Cyrillic is a name. The pairs follow
Unicode Technical Standard 39 (confusables) as far as letters of Danish words go.
"""

from __future__ import annotations

import re

_CYRILLIC = dict(
    zip("АВЕЅІЈКМНОРСТУХаеіјорсухѕһԁԛԝғ", "ABESIJKMHOPCTYXaeijopcyxshdqwf", strict=True)
)
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ", "ABEZHIKMNOPTYXaikvopux", strict=True))
_TWINS = str.maketrans(_CYRILLIC | _GREEK)
_OTHER = re.compile(r"[Ͱ-ӿԀ-ԯ]")
_WORD = re.compile(rf"[^\W_]*{_OTHER.pattern}[^\W_]*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def latin_words(text: str) -> str:
    """``text`` with look-alike letters of mixed words replaced one for one; the length stays."""
    return _WORD.sub(_latin, text) if not text.isascii() and _OTHER.search(text) else text


def _latin(word: re.Match[str]) -> str:
    return word[0].translate(_TWINS) if _LATIN.search(word[0]) else word[0]
