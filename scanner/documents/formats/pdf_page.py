"""A page of a PDF as it was read, what is to be taken from it, and the slots that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scanner.doc import Edit, Part
from scanner.documents.formats.pdf_cut import Note
from scanner.documents.formats.pdf_glyphs import Glyph, Matrix
from scanner.documents.formats.pdf_layout import laid_out

_ALONE = re.compile(r"(?<![^\n\t])[\d\-](?![^\n\t])")
_NUMBER = 10  # digits of a CPR number


@dataclass(slots=True)
class Page:
    """A page as it was read, and what is to be taken from it."""

    number: int
    glyphs: list[Glyph]
    ctm: Matrix
    gone: list[Glyph] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class PageSlot:
    """What glyphs of a page say; ``glyphs`` has one entry for each letter, None for blanks."""

    part: Part
    page: Page
    glyphs: tuple[Glyph | None, ...] = field(repr=False)
    has_notes: bool = True

    def put(self, edits: Sequence[Edit]) -> None:
        """Take the glyphs out, and write the other words in their place."""
        for edit in edits:
            found = [glyph for glyph in self.glyphs[edit.span.start : edit.span.end] if glyph]
            gone = tuple(dict.fromkeys(found))
            self.page.gone += gone
            if self.has_notes:
                self.page.notes.append(Note(edit.text, gone))


@dataclass(frozen=True, slots=True)
class InsteadSlot:
    """What is to be read instead of what a page shows; a page that is written has none."""

    part: Part
    page: Page

    def put(self, _edits: Sequence[Edit]) -> None:
        """Write the page anew."""
        self.page.is_cut = True


def page_slot(own: Page, glyphs: list[Glyph], place: str, *, has_notes: bool = True) -> PageSlot:
    """The slot of ``glyphs`` as they are laid out."""
    letters: list[str] = []
    sources: list[Glyph | None] = []
    for item in laid_out(glyphs):
        if isinstance(item, str):
            letters.append(item)
            sources.append(None)
        else:
            letters.append(item.text)
            sources += [item] * len(item.text)
    return PageSlot(Part("".join(letters), place), own, tuple(sources), has_notes)


def upright_slots(slot: PageSlot) -> Iterator[PageSlot]:
    """The digits of ``slot`` that stand alone below each other, read from the top down.

    What stands beside them parts them in the page's own lines.
    """
    columns: dict[int, list[Glyph]] = {}
    for match in _ALONE.finditer(slot.part.text):
        glyph = slot.glyphs[match.start()]
        if glyph is not None:
            columns.setdefault(round(glyph.x / max(glyph.size, 1.0)), []).append(glyph)
    for glyphs in columns.values():
        if len(glyphs) >= _NUMBER:
            glyphs.sort(key=lambda glyph: -glyph.y)
            text = "\n".join(glyph.text for glyph in glyphs)
            sources = [each for glyph in glyphs for each in (glyph, None)][:-1]
            place = f"{slot.part.place}, lodret"
            yield PageSlot(Part(text, place), slot.page, tuple(sources))
