"""Every glyph that a page shows, with the operator that shows it; and glyphs laid out as lines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfminer.encodingdb import name2unicode
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import apply_matrix_pt, decode_text

Matrix = tuple[float, float, float, float, float, float]
Stream = tuple[int, int]  # object and generation of a form; (0, 0) is the page's own contents
PAGE: Stream = (0, 0)
INSTEAD = ("ActualText", "Alt", "E")
UNKNOWN = "\ufffd"
_WORD = 0.17  # of the size of the letters: from here on a gap is a blank
_RUN = 0.6  # from here on what follows may belong elsewhere
_COLUMN = 1.5  # from here on a gap parts two columns
_SAME_LINE = 0.35
_PROSE = 35  # letters of a line's piece, on average, that make columns of prose
_MIN_LINES = 4
_BLANK = ord(" ")


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


class Fonts(PDFResourceManager):
    """The fonts of a file, and the forms that were drawn with them.

    A glyph with a name of its own stands for no letter that is known.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rendered: set[Stream] = set()

    def get_font(self, objid: object, spec: Any) -> Any:
        """The font; without what pdfminer guesses where the file names glyphs as it likes."""
        font = super().get_font(objid, spec)
        encoding = resolve1(spec.get("Encoding"))
        if isinstance(encoding, dict) and "ToUnicode" not in spec:
            for code, name in _differences(encoding):
                if not _is_known(name):
                    font.cid2unicode.pop(code, None)
        return font


def _differences(encoding: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """The codes of an encoding and the names of the glyphs they are for."""
    code = 0
    for item in resolve1(encoding.get("Differences")) or ():
        if isinstance(item, int):
            code = item
        elif isinstance(item, PSLiteral):
            yield code, str(literal_name(item))
            code += 1


def _is_known(name: str) -> bool:
    try:
        name2unicode(name)
    except (KeyError, ValueError):
        return name == ".notdef"
    return True


class Recorder(PDFTextDevice):
    """Takes down the glyphs and pictures of a page."""

    def __init__(self, manager: Any) -> None:
        super().__init__(manager)
        self.glyphs: list[Glyph] = []
        self.pictures: list[tuple[float, float, float, float]] = []
        self.has_paths = False
        self.instead: list[str] = []
        self.streams: list[list[Any]] = []
        self._index = 0
        self._state: Any = None
        self._code_size = 0
        self._letters: dict[Any, dict[int, tuple[str, float]]] = {}
        self._turned: dict[tuple[float, float, float, float], tuple[float, ...]] = {}

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Note whose glyphs come now."""
        self._index = 0
        self._state = textstate
        codes = [obj for obj in seq if isinstance(obj, bytes)]
        count = sum(len(list(textstate.font.decode(obj))) for obj in codes)
        size = sum(map(len, codes))
        self._code_size = size // count if count and size % count == 0 else 0
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self, matrix: Matrix, font: Any, fontsize: float, scaling: float, _rise: float, cid: int,
        _ncs: Any, _graphicstate: Any,
    ) -> float:  # fmt: skip
        """Note a glyph."""
        text, width = self._letter(font, cid)
        space = self._state.charspace
        space += self._state.wordspace if cid == _BLANK and self._code_size == 1 else 0
        e, f = matrix[4:]
        along, across, cos, sin, turned = self._direction(matrix)
        stream, operator = self.streams[-1] if self.streams else (PAGE, 0)
        advance = float(width * fontsize * scaling)
        self.glyphs.append(
            Glyph(
                text,
                matrix,
                e * cos + f * sin,
                f * cos - e * sin + turned,
                advance * along,
                abs(fontsize) * across,
                stream,
                operator,
                self._index,
                -(width + (space / fontsize if fontsize else 0)) * 1000,
                self._code_size,
                fontsize,
            )
        )
        self._index += 1
        return advance

    def _letter(self, font: Any, cid: int) -> tuple[str, float]:
        """What a code stands for in a font, and its width."""
        known = self._letters.setdefault(font, {})
        found = known.get(cid)
        if found is None:
            try:
                text = font.to_unichr(cid)
            except PDFUnicodeNotDefined:
                text = UNKNOWN
            found = known[cid] = text, font.char_width(cid)
        return found

    def _direction(self, matrix: Matrix) -> tuple[float, ...]:
        """How large and which way letters are written, and by how much that parts their lines."""
        key = matrix[:4]
        found = self._turned.get(key)
        if found is None:
            a, b, c, d = key
            along, across = math.hypot(a, b) or 1.0, math.hypot(c, d) or 1.0
            cos, sin = a / along, b / along
            turned = round(math.atan2(sin, cos), 1) * 1e6
            found = self._turned[key] = along, across, cos, sin, turned
        return found

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


class Interpreter(PDFPageInterpreter):
    """Counts the operators that show text, stream by stream, as they stand in the source."""

    def render_contents(self, resources: Any, streams: Any, ctm: Any = None) -> None:
        """Go through the contents of the page, or of a form."""
        own = [stream for stream in streams if hasattr(stream, "attrs")]
        is_form = len(own) == 1 and "BBox" in own[0].attrs
        key = (own[0].objid, own[0].genno or 0) if is_form else PAGE
        if is_form:
            self.rsrcmgr.rendered.add(key)
        self.device.streams.append([key, -1])
        super().render_contents(resources, streams, *([] if ctm is None else [ctm]))
        self.device.streams.pop()

    def do_TJ(self, seq: Any) -> None:  # noqa: N802  # pdfminer's name
        """Show text."""
        self.device.streams[-1][1] += 1
        super().do_TJ(seq)


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
    for glyph in glyphs:
        if run:
            last = run[-1]
            gap = glyph.x - (last.x + last.width)
            is_next = (glyph.stream, glyph.operator) == (last.stream, last.operator)
            near = max(glyph.size, 1.0)
            if not is_next or abs(glyph.y - last.y) > _SAME_LINE * near or abs(gap) > _RUN * near:
                yield run
                run = []
        run.append(glyph)
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
    last: Glyph | None = None
    for glyph in piece:
        is_word = last is not None and not last.text.isspace() and not glyph.text.isspace()
        if last is not None and is_word:
            gap = glyph.x - (last.x + last.width)
            if gap > _WORD * max(glyph.size, 1.0):
                yield " "
        yield glyph
        last = glyph
