"""Restores JSON while it streams, so that it is JSON afterwards whatever the values hold.

A model writes a tool call's arguments in pieces that may end anywhere, within an escape too. Only
what stands inside a string is restored, decoded, and written as JSON has it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress

from scanner.restoring import RestoreStream

_SPECIAL = re.compile(r'["\\]')
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[^u])", re.DOTALL)
_LONGEST = 6
_LONE = re.compile(r"[\ud800-\udfff]")


class JsonRestoreStream:
    """As RestoreStream, for a JSON document."""

    def __init__(self, mapping: Mapping[str, str]) -> None:
        self._mapping = mapping
        self._string: RestoreStream | None = None
        self._left = ""

    def feed(self, text: str) -> str:
        """What nothing to come can change, now that ``text`` has come too."""
        text, self._left = self._left + text, ""
        pieces: list[str] = []
        at = 0
        while at < len(text) and not self._left:
            read = self._outside if self._string is None else self._inside
            piece, at = read(text, at)
            pieces.append(piece)
        return "".join(pieces)

    def close(self) -> str:
        """What was held back; the stream is then as new."""
        piece = _escaped(self._string.close()) if self._string else ""
        piece, self._string, self._left = piece + self._left, None, ""
        return piece

    def _outside(self, text: str, at: int) -> tuple[str, int]:
        quote = text.find('"', at)
        if quote < 0:
            return text[at:], len(text)
        self._string = RestoreStream(self._mapping)
        return text[at : quote + 1], quote + 1

    def _inside(self, text: str, at: int) -> tuple[str, int]:
        assert self._string is not None  # noqa: S101  # that is what inside means
        special = _SPECIAL.search(text, at)
        end = special.start() if special else len(text)
        if end > at:
            return _escaped(self._string.feed(text[at:end])), end
        if text[at] == '"':
            rest, self._string = self._string.close(), None
            return _escaped(rest) + '"', at + 1
        escape = _ESCAPE.match(text, at)
        if escape is None and len(text) - at < _LONGEST:
            self._left = text[at:]
            return "", at
        with suppress(ValueError):
            decoded: str = json.loads(f'"{escape[0]}"') if escape else ""
            if escape:
                return _escaped(self._string.feed(decoded)), escape.end()
        return _escaped(self._string.close()) + text[at], at + 1  # no JSON: as it came


def _escaped(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)[1:-1]
    return _LONE.sub(lambda lone: f"\\u{ord(lone[0]):04x}", written)
