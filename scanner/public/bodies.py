"""Names of authorities in English, told by their words: "Danish Agency for X and Y"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_TOPIC = r"(?:the )?[A-Z][a-z]+(?:(?:,? (?:and|for|of) (?:the )?|,? )[A-Z][a-z]+){0,6}"


def body_pattern(words: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """Names of authorities in English: "Danish Agency for X and Y", "Ministry of X", "AI Board"."""
    whose, alone, nouns = ("|".join(words[key]) for key in ("whose", "alone", "nouns"))
    joined = r"(?:and|for|of|on|the)(?= (?:the )?[A-Z])"
    return re.compile(
        rf"(?:(?:{whose})(?: (?:{joined}|[A-Z][a-z]+)){{0,6}}? (?:{nouns})"
        rf"(?: (?:of|for|on) {_TOPIC})?"
        rf"|(?:{alone}) (?:of|for) {_TOPIC})(?![^\W_]|-| [A-Z])"
    )
