"""The contents of pages and forms: parsed by qpdf, carried out by pdfminer's interpreter.

qpdf parses in a tenth of the time, and copies are written by its operators: so what is counted here
is what is cut there. Contents that it refuses are parsed by pdfminer.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import pikepdf
from pdfminer.encodingdb import name2unicode
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1, stream_value
from pdfminer.psparser import LIT, PSLiteral, literal_name

from scanner.documents.formats.pdf_glyphs import PAGE, Stream


class _Step(NamedTuple):
    """One operator, by the name of what carries it out, and its operands as pdfminer has them."""

    method: str
    operands: list[Any]


class Fonts(PDFResourceManager):
    """The fonts of a file, its contents, and the forms that were drawn.

    A glyph with a name of its own stands for no letter that is known.
    """

    def __init__(self, pdf: Any) -> None:
        super().__init__()
        self.rendered: set[Stream] = set()
        self._pdf = pdf
        self._aside = pikepdf.new()  # odd tokens in contents are no damage of the file

    def get_font(self, objid: object, spec: Any) -> Any:
        """The font; without what pdfminer guesses where the file names glyphs as it likes."""
        font = super().get_font(objid, spec)
        encoding = resolve1(spec.get("Encoding"))
        if isinstance(encoding, dict) and "ToUnicode" not in spec:
            for code, name in _differences(encoding):
                if not _is_known(name):
                    font.cid2unicode.pop(code, None)
        return font

    def steps(self, streams: Iterable[PDFStream]) -> list[_Step] | None:
        """The operators of ``streams`` read as one; None where qpdf cannot read them."""
        try:
            data = b"\n".join(
                self._pdf.get_object((each.objid, each.genno or 0)).read_bytes() for each in streams
            )
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # operands without an operator
                parsed = pikepdf.parse_content_stream(pikepdf.Stream(self._aside, data))
            return [_step(each) for each in parsed]
        except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, Warning):
            return None


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

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out the operators of ``streams``, but for one that is being carried out."""
        found = map(stream_value, streams)
        own = [each for each in found if each.objid not in {None, *self.parent_stream_ids}]
        steps = self.rsrcmgr.steps(own)
        if steps is None:
            super().execute(streams)
            return
        self.stream_ids = {each.objid for each in own}
        for method, operands in steps:
            do = getattr(self, method, None)
            if do is None:
                continue
            self.argstack = operands
            count = do.__code__.co_argcount - 1
            if not count:
                do()
            elif len(operands) >= count:
                do(*operands[-count:])

    def do_TJ(self, seq: Any) -> None:  # noqa: N802  # pdfminer's name
        """Show text."""
        self.device.streams[-1][1] += 1
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, seq, None, None)


def _step(instruction: Any) -> _Step:
    """An operator of qpdf's as pdfminer carries it out."""
    if isinstance(instruction, pikepdf.ContentStreamInlineImage):
        return _Step("do_EI", [PDFStream({"W": 1, "H": 1}, b"")])
    name = str(instruction.operator)
    if not name.isalnum():
        name = name.replace("*", "_a").replace('"', "_w").replace("'", "_q")
    return _Step(f"do_{name}", [_plain(each) for each in instruction.operands])


def _plain(operand: Any) -> Any:
    """What qpdf gives as pdfminer has it."""
    if isinstance(operand, pikepdf.Object):
        plain = _PLAIN.get(operand._type_code)  # noqa: SLF001  # its kind
        return plain(operand) if plain else None
    return float(operand) if isinstance(operand, Decimal) else operand


_PLAIN: dict[Any, Callable[[Any], Any]] = {
    pikepdf.ObjectType.string: bytes,
    pikepdf.ObjectType.name_: lambda name: LIT(str(name)[1:]),
    pikepdf.ObjectType.array: lambda array: list(map(_plain, array)),
    pikepdf.ObjectType.dictionary: lambda found: {
        key[1:]: _plain(value) for key, value in found.items()
    },
}


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
