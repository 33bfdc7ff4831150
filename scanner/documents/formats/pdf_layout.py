"""Glyphs of a page laid out as lines, as a person reads them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from scanner.documents.formats.pdf_glyphs import Glyph

_WORD = 0.17  # of the size of the letters: from here on a gap is a blank
_RUN = 0.6  # from here on what follows may belong elsewhere
_COLUMN = 1.5  # from here on a gap parts two columns
_SAME_LINE = 0.35
_PROSE = 35  # letters of a line's piece, on average, that make columns of prose
_MIN_LINES = 4


def laid_out(glyphs: Sequence[Glyph]) -> Iterator[Glyph | str]:
    """The glyphs as a person reads them, with the blanks, tabs and line breaks between them."""
    lines = [_segments(line) for line in _lines(glyphs)]
    pieces = [piece for line in lines for piece in line]
    wide = [line for line in lines if len(line) > 1]
    is_prose = len(wide) >= _MIN_LINES and (
        sum(len(piece) for line in wide for piece in line) / sum(map(len, wide)) > _PROSE
    )
    if is_prose:
        middle = min(piece[0].x for line in wide for piece in line[1:])
        pieces.sort(key=lambda piece: piece[0].x >= middle)
        lines = [[piece] for piece in pieces]
    for line in lines:
        for number, piece in enumerate(line):
            if number:
                yield "\t"
            yield from _spaced(piece)
        yield "\n"


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[list[Glyph]]]:
    """The runs of glyphs on each line, from the top of the page down, from left to right."""
    line: list[list[Glyph]] = []
    for run in sorted(_runs(glyphs), key=lambda run: (-run[0].y, run[0].x)):
        if line and abs(run[0].y - line[0][0].y) > _SAME_LINE * max(run[0].size, 1.0):
            yield sorted(line, key=lambda run: run[0].x)
            line = []
        line.append(run)
    if line:
        yield sorted(line, key=lambda run: run[0].x)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs of one operator that follow each other closely."""
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if last is not None:
            near = max(1.0, glyph.size)
            if (
                glyph.operator != last.operator
                or glyph.stream != last.stream
                or abs(glyph.y - last.y) > _SAME_LINE * near
                or abs(glyph.x - last.x - last.width) > _RUN * near
            ):
                yield run
                run = []
        run.append(glyph)
        last = glyph
    if run:
        yield run


def _segments(line: Sequence[Sequence[Glyph]]) -> list[list[Glyph]]:
    """A line's glyphs, parted at wide gaps."""
    found: list[list[Glyph]] = []
    for run in line:
        last = found[-1][-1] if found else None
        if last is None or run[0].x - (last.x + last.width) > _COLUMN * max(run[0].size, 1.0):
            found.append([])
        found[-1] += run
    return found


def _spaced(piece: Sequence[Glyph]) -> Iterator[Glyph | str]:
    end = math.inf  # of the letter before; behind a blank there is none
    for glyph in piece:
        is_blank = glyph.text.isspace()
        if not is_blank and glyph.x - end > _WORD * max(glyph.size, 1.0):
            yield " "
        yield glyph
        end = math.inf if is_blank else glyph.x + glyph.width
