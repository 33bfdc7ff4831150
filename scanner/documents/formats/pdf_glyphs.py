"""Every glyph that a page shows, with the operator that shows it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.utils import apply_matrix_pt, decode_text, mult_matrix

Matrix = tuple[float, float, float, float, float, float]
Stream = tuple[int, int]  # object and generation of a form; (0, 0) is the page's own contents
PAGE: Stream = (0, 0)
INSTEAD = ("ActualText", "Alt", "E")
UNKNOWN = "\ufffd"
_BLANK = ord(" ")
# A code, what it stands for, and its width, in parts of the size of the letters
_Code = tuple[int, str, float]


@dataclass(slots=True, eq=False)  # thousands a page: a frozen one takes three times as long to make
class Glyph:
    """One glyph: its text, where it stands on the page, and which code of which operator it is.

    ``x`` and ``y`` are where it begins and ``width`` how far it goes, along its own baseline;
    ``cut`` is what a TJ array needs in its place (thousandths), ``code_size`` its bytes.
    """

    text: str = field(repr=False)
    matrix: Matrix
    x: float
    y: float
    width: float
    size: float
    stream: Stream
    operator: int
    index: int
    cut: float
    code_size: int
    font_size: float


class Recorder(PDFTextDevice):
    """Takes down the glyphs and pictures of a page."""

    def __init__(self, manager: Any) -> None:
        super().__init__(manager)
        self.glyphs: list[Glyph] = []
        self.pictures: list[tuple[float, float, float, float]] = []
        self.has_paths = False
        self.instead: list[str] = []
        self.streams: list[list[Any]] = []
        self._codes: dict[Any, dict[int, _Code]] = {}

    def render_string(self, textstate: Any, seq: Any, _ncs: Any, _graphicstate: Any) -> None:
        """Note the glyphs of an operator, each where it stands (ISO 32000-1, 9.4.4)."""
        items = [self._read(textstate.font, item) for item in seq]
        code_size = _code_size(seq, items)
        a, b, c, d, e, f = mult_matrix(textstate.matrix, self.ctm)
        along, height, cos, sin, turned = _direction(a, b, c, d)
        size = textstate.fontsize
        height *= abs(size)
        stream, operator = self.streams[-1] if self.streams else (PAGE, 0)
        gap = textstate.charspace / size if size else 0
        blank = textstate.wordspace / size if size and code_size == 1 else 0
        for index, (cid, text, width, advance, x, y) in enumerate(_placed(textstate, items)):
            left, up = x * a + y * c + e, x * b + y * d + f
            self.glyphs.append(
                Glyph(
                    text,
                    (a, b, c, d, left, up),
                    left * cos + up * sin,
                    up * cos - left * sin + turned,
                    advance * along,
                    height,
                    stream,
                    operator,
                    index,
                    (width + gap + (blank if cid == _BLANK else 0)) * -1000,
                    code_size,
                    size,
                )
            )

    def _read(self, font: Any, item: Any) -> list[_Code] | float:
        """The codes of a text; a number, which moves what follows, stays."""
        if not isinstance(item, bytes):
            return item if isinstance(item, (int, float)) else 0
        known = self._codes.setdefault(font, {})
        return [
            known.get(cid) or known.setdefault(cid, _code(font, cid)) for cid in font.decode(item)
        ]

    def render_image(self, _name: str, _stream: Any) -> None:
        """Note where a picture stands."""
        points = [apply_matrix_pt(self.ctm, corner) for corner in ((0, 0), (1, 0), (0, 1), (1, 1))]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.pictures.append((min(xs), min(ys), max(xs), max(ys)))

    def begin_tag(self, _tag: Any, props: Any = None) -> None:
        """Note what is to be read instead of what is shown."""
        for key in INSTEAD if isinstance(props, dict) else ():
            if isinstance(props.get(key), bytes):
                self.instead.append(decode_text(props[key]))

    def paint_path(self, *_args: Any) -> None:
        """Note that something is drawn."""
        self.has_paths = True


def _code(font: Any, cid: int) -> _Code:
    """What a code stands for in a font, and its width."""
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        text = UNKNOWN
    return cid, text, font.char_width(cid)


def _code_size(seq: Sequence[Any], items: Sequence[list[_Code] | float]) -> int:
    """The bytes of each code of an operator; 0 when they are not alike."""
    size = sum(len(item) for item in seq if isinstance(item, bytes))
    count = sum(len(item) for item in items if isinstance(item, list))
    return size // count if count and size % count == 0 else 0


def _direction(a: float, b: float, c: float, d: float) -> tuple[float, float, float, float, float]:
    """How large and which way letters are written, and by how much that parts their lines."""
    along, across = math.hypot(a, b) or 1.0, math.hypot(c, d) or 1.0
    cos, sin = a / along, b / along
    return along, across, cos, sin, round(math.atan2(sin, cos), 1) * 1e6


def _placed(
    state: Any, items: Sequence[list[_Code] | float]
) -> Iterator[tuple[int, str, float, float, float, float]]:
    """Each code, how far it goes, and where it begins; ``state`` is where they end then."""
    scaling = state.scaling * 0.01
    step, gap = state.fontsize * scaling, state.charspace * scaling
    blank = 0 if state.font.is_multibyte() else state.wordspace * scaling
    is_upright = state.font.is_vertical()
    across, at = state.linematrix if is_upright else state.linematrix[::-1]
    before: float = 0
    for item in items:
        if not isinstance(item, list):
            at -= item * 0.001 * step
            before = gap
            continue
        for cid, text, width in item:
            at += before
            advance = width * step
            x, y = (across, at) if is_upright else (at, across)
            yield cid, text, width, advance, x, y
            at += advance + (blank if cid == _BLANK else 0)
            before = gap
    state.linematrix = (across, at) if is_upright else (at, across)
