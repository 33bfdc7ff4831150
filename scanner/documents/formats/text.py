"""Plain text: notes, Markdown, YAML, logs, source code; whatever is readable as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scanner.doc import Part
from scanner.documents.decode import Decoded, is_text
from scanner.documents.format import Format
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.splice import Run, Spliced, TextSlot, as_is

_PIECE = 8_000  # code points after which a piece ends at the next good place
_LONGEST = 200_000  # a line longer than that is cut at a blank
_BREAK = re.compile(r"\n[ \t]*\r?\n|\n")


def _matches(sniff: Sniff) -> bool:
    return not sniff.is_printed and is_text(sniff.data)


def _open(data: bytes, reading: Reading) -> Spliced:
    return Spliced("text", Decoded.of(data, reading.encoding), _slots)


def _slots(text: str, splices: list[tuple[int, int, str]]) -> Iterator[TextSlot]:
    start, line = 0, 1
    while start < len(text):
        end = _end(text, start)
        piece = text[start:end].replace("\r\n", " \n").replace("\r", "\n")
        yield TextSlot(Part(piece, line=line), (Run(start, end, text[start:end]),), as_is, splices)
        line += piece.count("\n")
        start = end


def _end(text: str, start: int) -> int:
    """Where the piece from ``start`` on ends: after a blank line, a line, or a word."""
    if len(text) - start <= _PIECE:
        return len(text)
    least, most = start + _PIECE, min(len(text), start + _LONGEST)
    blank = text.find("\n\n", least, least + _PIECE)
    if blank >= 0:
        return blank + 2
    for mark in ("\n", " "):
        if (found := text.find(mark, least, most)) >= 0:
            return found + 1
    return most


TEXT = Format("text", "text/plain", _matches, _open, is_writable=True)
