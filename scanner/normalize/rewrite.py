"""A view made from another by replacing pieces of its text, with the map back kept exactly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from scanner.doc import Piece, Span, View, ViewKind


class Edit(NamedTuple):
    """What stands in the new view for ``span`` of the old one."""

    span: Span
    text: str


def rewritten(base: View, kind: ViewKind, edits: Iterable[Edit]) -> View | None:
    """The view in which ``edits`` (disjoint, in order) are made; ``None`` when there are none."""
    texts: list[str] = []
    pieces: list[Piece] = []
    changed: list[Span] = []
    length = position = 0
    for edit in edits:
        if edit.span.start > position:
            pieces.append(Piece(length, Span(position, edit.span.start), aligned=True))
            texts.append(base.text[position : edit.span.start])
            length += edit.span.start - position
        if edit.text:
            pieces.append(Piece(length, edit.span, aligned=False))
            texts.append(edit.text)
        # What stood beside a dropped code point has come together: both neighbours count as new.
        changed.append(Span(max(0, length - 1), length + len(edit.text) + 1))
        length += len(edit.text)
        position = edit.span.end
    if not changed:
        return None
    if position < len(base.text):
        pieces.append(Piece(length, Span(position, len(base.text)), aligned=True))
        texts.append(base.text[position:])
    return View(kind, "".join(texts), base, tuple(pieces), tuple(changed))
