"""The legal form at the edge of a firm's name, which may be left out or added.

Source: ISO 20275, Danish legal forms, and those of the neighbours.
"""

from __future__ import annotations

import re

_FORMS = (
    r"aps|a/s|i/s|k/s|p/s|g/s|s/i|ivs|a\.?m\.?b\.?a\.?|f\.?m\.?b\.?a\.?|s\.?m\.?b\.?a\.?"
    r"|aktieselskab(?:et)?|anpartsselskab(?:et)?|interessentskab(?:et)?|kommanditselskab(?:et)?"
    r"|gmbh|ltd\.?|limited|llc|inc\.?|asa|oyj?|b\.?v\.?|plc"
)
# Without a stroke these two are words as well.
_CAPITALS = r"A\.?S\.?|I\.?S\.?|K\.?S\.?|AB|SE"
_FORM = rf"(?:(?i:{_FORMS})|{_CAPITALS})"
_AT_END = re.compile(rf"(?:[ ,]{{1,3}}{_FORM}){{1,2}}$")
_AT_START = re.compile(r"^(?i:a/s|i/s|k/s|aktieselskabet|anpartsselskabet)[ ]")
_AFTER = re.compile(rf"[ \u00a0,]{{1,3}}{_FORM}(?![^\W_])")
_BEFORE = re.compile(r"(?<![^\W_])(?i:a/s|i/s|k/s|aktieselskabet|anpartsselskabet)[ \u00a0]$")
_LONGEST = 20


def without_form(name: str) -> str:
    """``name`` without the legal form at its end or start; all of it when nothing else is there."""
    bare = _AT_START.sub("", _AT_END.sub("", name))
    return bare if any(map(str.isalnum, bare)) else name


def form_after(text: str, end: int) -> int | None:
    """Where the legal form that follows a name ends, or None."""
    match = _AFTER.match(text, end)
    return match.end() if match else None


def form_before(text: str, start: int) -> int | None:
    """Where the legal form that stands before a name starts, or None."""
    first = max(0, start - _LONGEST)
    match = _BEFORE.search(text[first:start])
    return first + match.start() if match else None
