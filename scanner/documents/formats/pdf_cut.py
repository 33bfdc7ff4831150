"""Glyphs taken out of the operators of a PDF, and other words written where they stood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pikepdf
from pdfminer.fontmetrics import FONT_METRICS

from scanner.documents.formats.pdf_glyphs import INSTEAD, Glyph, Matrix
from scanner.documents.unreadable import NotWritableError

_FONT = pikepdf.Name("/SluseF")
_WIDTHS: dict[str, float] = FONT_METRICS["Helvetica"][1]
_SHOWN = frozenset({"Tj", "TJ", "'", '"'})
_NARROWEST = 35  # percent: less cannot be read
_DEFAULT_WIDTH = 556


@dataclass(frozen=True, slots=True)
class Note:
    """Words to write where ``glyphs`` stood."""

    text: str = field(repr=False)
    glyphs: tuple[Glyph, ...] = field(repr=False)


def cut(source: Any, glyphs: Iterable[Glyph]) -> bytes:
    """The contents of ``source`` (a page or a form) without ``glyphs``; the rest stays in place.

    Raises NotWritableError when the operators are not those that were read.
    """
    by_operator: dict[int, dict[int, Glyph]] = {}
    for glyph in glyphs:
        by_operator.setdefault(glyph.operator, {})[glyph.index] = glyph
    out: list[Any] = []
    number = -1
    for instruction in pikepdf.parse_content_stream(source):
        operator = str(instruction.operator)
        if operator in _SHOWN and len(instruction.operands) > 0:
            number += 1
            if gone := by_operator.pop(number, None):
                out += _without(operator, list(instruction.operands), gone)
                continue
        out.append(_untold(instruction) if operator == "BDC" else instruction)
    if by_operator:
        raise NotWritableError("pdf")
    return bytes(pikepdf.unparse_content_stream(out))


def _untold(instruction: Any) -> Any:
    """A mark of content without what is to be read instead of it."""
    properties = instruction.operands[-1]
    if isinstance(properties, pikepdf.Dictionary):
        for key in INSTEAD:
            if f"/{key}" in properties:
                del properties[f"/{key}"]
    return ([*instruction.operands[:-1], properties], instruction.operator)


def _without(operator: str, operands: list[Any], gone: dict[int, Glyph]) -> list[Any]:
    """The instructions in place of one that shows ``gone`` among others."""
    before: list[Any] = []
    if operator == '"':
        before = [([operands[0]], pikepdf.Operator("Tw")), ([operands[1]], pikepdf.Operator("Tc"))]
    if operator in {"'", '"'}:
        before.append(([], pikepdf.Operator("T*")))
    shown = list(operands[0]) if operator == "TJ" else [operands[-1]]
    array: list[Any] = []
    index = 0
    size = next(iter(gone.values())).code_size
    for item in shown:
        if not isinstance(item, pikepdf.String):
            array.append(item)
            continue
        data = bytes(item)
        if not size or len(data) % size:
            raise NotWritableError("pdf")
        kept = b""
        for start in range(0, len(data), size):
            if glyph := gone.pop(index, None):
                array += [pikepdf.String(kept)] * bool(kept)
                array.append(Decimal(f"{glyph.cut:.3f}"))
                kept = b""
            else:
                kept += data[start : start + size]
            index += 1
        array += [pikepdf.String(kept)] * bool(kept)
    if gone:
        raise NotWritableError("pdf")
    return [*before, ([pikepdf.Array(array)], pikepdf.Operator("TJ"))]


def write_notes(page: Any, notes: Sequence[Note], ctm: Matrix) -> None:
    """Write ``notes`` on the page, each as wide as what stood there; ``ctm`` is that of reading."""
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    name = page.add_resource(font, pikepdf.Name.Font, _FONT)
    lines = [_line(note, str(name), _inverse(ctm)) for note in notes if note.glyphs and note.text]
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(("\nQ\n" + "\n".join(lines)).encode("latin-1"), prepend=False)


def _line(note: Note, font: str, back: Matrix) -> str:
    first = note.glyphs[0]
    on_line = [glyph for glyph in note.glyphs if abs(glyph.y - first.y) < 1]
    across = first.size / abs(first.font_size) if first.font_size else 1.0
    room = (on_line[-1].x + on_line[-1].width - first.x) or 1.0
    needed = sum(_WIDTHS.get(sign, _DEFAULT_WIDTH) for sign in note.text) / 1000 * first.size
    percent = max(_NARROWEST, min(100, round(room / (needed or 1.0) * 100)))
    a, b, c, d, e, f = _multiplied(first.matrix, back)
    place = " ".join(f"{number:.4f}" for number in (a, b, c, d, e, f))
    code = note.text.encode("cp1252", "replace").hex()
    size = first.size / (across or 1.0)
    return f"q BT {font} {size:.3f} Tf {percent} Tz {place} Tm <{code}> Tj ET Q"


def _multiplied(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)  # fmt: skip


def _inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    det = a * d - b * c or 1.0
    return (d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det)
