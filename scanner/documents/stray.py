"""Values where no text is expected: told by their shape, so that nothing else there is read."""

from __future__ import annotations

import re

from scanner.documents.decode import Decoded, is_text

_MAIL = re.compile(r"[\w.+\-]@[\w\-]+\.\w")
_NUMBER = re.compile(r"(?<!\d)\d{6}[-\u2010-\u2015\u2212 ]\d{4}(?!\d)")
_SHORTEST = 11  # code points of a number


def is_stray(text: str) -> bool:
    """Whether ``text`` holds a CPR number in its usual form or a mail address."""
    if "@" in text and _MAIL.search(text):
        return True
    return len(text) >= _SHORTEST and _NUMBER.search(text) is not None


def holds_stray(data: bytes) -> bool:
    """Whether ``data`` is a text with one of them."""
    return is_text(data) and is_stray(Decoded.of(data).text)
