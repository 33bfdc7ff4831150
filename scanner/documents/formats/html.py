"""HTML: a slot per block of text, attribute, comment and script; tables under their headers."""

from __future__ import annotations

import base64
import binascii
import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from scanner.doc import Part
from scanner.documents.decode import Decoded
from scanner.documents.format import Format, Inner
from scanner.documents.formats.html_tokens import Attribute, Token, attributes, tokens
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.splice import Encode, Run, Spliced, TextSlot, as_is
from scanner.documents.stray import is_stray
from scanner.documents.tables import headers

_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp
    small span strike strong sub sup time tt u var wbr o:p""".split()  # noqa: SIM905  # reads better
)
# Attributes that say how something looks or behaves, and hold no text of anybody's.
_LOOKS = frozenset(
    """class style width height colspan rowspan border cellpadding cellspacing align valign lang dir
    charset type rel bgcolor color size face target http-equiv xmlns""".split()  # noqa: SIM905  # the same
)
_TAGS = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|table|meta|span|h[1-6])\b", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w\-]+)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u(?![dD][89a-fA-F])([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})")
_FORMAL = re.compile(r"<(?:!doctype|\?xml)\b|<!\[(?:if|endif)", re.IGNORECASE)
_NAMING = frozenset({"name", "property", "itemprop"})
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_DATA = re.compile(r"data:[\w.+\-/]*(?:;[\w=\-]+)*;base64,")


def _matches(sniff: Sniff) -> bool:
    start = sniff.text.lstrip("\ufeff \t\r\n")
    return start.startswith("<") and not start.startswith("<?xml") and bool(_TAGS.search(start))


@dataclass(slots=True)
class _Cell:
    """Where a slot stands: its table, the row and the column in it."""

    table: int
    row: int
    column: int


@dataclass(slots=True)
class _Page:
    """The slots of a page as they come, blocks of text gathered from their runs."""

    text: str
    splices: list[tuple[int, int, str]]
    found: list[TextSlot | Inner] = field(default_factory=list)
    cells: dict[int, _Cell] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    open_cells: list[_Cell] = field(default_factory=list)
    tables: int = 0
    rows: int = 0
    tag: str = "body"
    pre: int = 0
    lines: list[int] = field(default_factory=list)

    def slots(self) -> Iterator[TextSlot | Inner]:
        """All slots, the cells of tables with their headers."""
        self.lines = [match.start() for match in re.finditer("\n", self.text)]
        for token in tokens(self.text):
            self._take(token)
        self._flush()
        self._label()
        return iter(self.found)

    def _take(self, token: Token) -> None:
        if token.kind == "text":
            self._run(token)
        elif token.tag == "script" and token.kind == "verbatim":
            self._add(tuple(self._script(token)), token.tag, as_is)
        elif token.kind in {"comment", "verbatim"}:
            name = "kommentar" if token.kind == "comment" else token.tag
            encode = _escape if token.tag in {"title", "textarea"} else as_is
            raw = self.text[token.start : token.end]
            text = html.unescape(raw) if encode is _escape else raw
            self._add((Run(token.start, token.end, text),), name, encode)
        elif token.kind in {"open", "close"}:
            if token.tag == "br":
                self.runs.append(Run(token.start, token.end, "\n"))
            elif token.tag not in _INLINE:
                self._flush()
                self._structure(token)
            self._attributes(token)
        elif token.kind == "other":
            self._other(token)

    def _other(self, token: Token) -> None:
        """A declaration, an instruction, a CDATA section: read unless it tells but a format."""
        raw = self.text[token.start : token.end]
        if not _FORMAL.match(raw) or is_stray(raw):
            self._add((Run(token.start, token.end, raw),), "erklæring", as_is)

    def _script(self, token: Token) -> Iterator[Run]:
        """The text of a script, its escapes as the letters they stand for."""
        at = token.start
        for match in _ESCAPE.finditer(self.text, token.start, token.end):
            if at < match.start():
                yield Run(at, match.start(), self.text[at : match.start()])
            yield Run(match.start(), match.end(), chr(int(match[1] or match[2], 16)))
            at = match.end()
        yield Run(at, token.end, self.text[at : token.end])

    def _run(self, token: Token) -> None:
        text = html.unescape(self.text[token.start : token.end])
        text = text if self.pre else _BLANKS.sub(" ", text)
        self.runs.append(Run(token.start, token.end, text))

    def _structure(self, token: Token) -> None:
        """Keep count of tables, rows and cells."""
        is_open = token.kind == "open"
        if is_open:
            self.tag = token.tag
        if token.tag == "pre":
            self.pre = max(0, self.pre + (1 if is_open else -1))
        elif token.tag == "table" and is_open:
            self.tables += 1
            self.open_cells.append(_Cell(self.tables, 0, -1))
        elif token.tag == "table" and self.open_cells:
            self.open_cells.pop()
        elif token.tag == "tr" and is_open and self.open_cells:
            self.rows += 1
            self.open_cells[-1] = _Cell(self.open_cells[-1].table, self.rows, -1)
        elif token.tag in {"td", "th"} and is_open and self.open_cells:
            last = self.open_cells[-1]
            self.open_cells[-1] = replace(last, column=last.column + 1)

    def _flush(self) -> None:
        """The block of text is over."""
        runs, self.runs = self.runs, []
        if any(run.text.strip() for run in runs):
            if self.open_cells and self.open_cells[-1].column >= 0:
                self.cells[len(self.found)] = self.open_cells[-1]
            self._add(tuple(runs), self.tag, _escape)

    def _add(self, runs: tuple[Run, ...], name: str, encode: Encode, header: str = "") -> None:
        line = bisect_left(self.lines, runs[0].start) + 1
        text = "".join(run.text for run in runs)
        part = Part(text, f"linje {line} <{name}>", header)
        self.found.append(TextSlot(part, runs, encode, self.splices))

    def _attributes(self, token: Token) -> None:
        found = list(attributes(self.text, token))
        label = next((self._value(a) for a in found if a.name in _NAMING), "")
        for attribute in found:
            value = self._value(attribute)
            if not value.strip() or (attribute.name in _LOOKS and not is_stray(value)):
                continue
            if packed := _DATA.match(value):
                self._embedded(value[packed.end() :])
                continue
            header = label if attribute.name in {"value", "content"} else ""
            run = Run(attribute.start, attribute.end, value)
            encode = _attribute if attribute.quote else _bare
            self._add((run,), f"{token.tag} {attribute.name}", encode, header)

    def _value(self, attribute: Attribute) -> str:
        return html.unescape(self.text[attribute.start : attribute.end])

    def _embedded(self, packed: str) -> None:
        try:
            data = base64.b64decode(packed)
        except (binascii.Error, ValueError):
            data = packed.encode("utf-8", "replace")
        self.found.append(Inner("indlejret fil", data))

    def _label(self) -> None:
        """Give the cells their headers."""
        for table in range(1, self.tables + 1):
            inside = {at: cell for at, cell in self.cells.items() if cell.table == table}
            grid: dict[int, dict[int, str]] = {}
            for at, cell in inside.items():
                row = grid.setdefault(cell.row, {})
                slot = self.found[at]
                if isinstance(slot, TextSlot):
                    row[cell.column] = f"{row.get(cell.column, '')} {slot.part.text}".strip()
            width = 1 + max((column for row in grid.values() for column in row), default=0)
            under = headers([[row.get(at, "") for at in range(width)] for row in grid.values()])
            by_row = dict(zip(grid, under, strict=True))
            for at, cell in inside.items():
                slot = self.found[at]
                if isinstance(slot, TextSlot):
                    header = by_row[cell.row][cell.column]
                    slot.part = replace(slot.part, header=header, row=cell.row)


def _escape(text: str) -> str:
    return html.escape(text, quote=False).replace("\xa0", "&nbsp;")


def _attribute(text: str) -> str:
    return html.escape(text)


def _bare(text: str) -> str:
    return f'"{html.escape(text)}"'


def _open(data: bytes, reading: Reading) -> Spliced:
    told = _CHARSET.search(data[:4096])
    declared = reading.encoding or (told[1].decode("ascii") if told else "")
    source = Decoded.of(data, declared)
    return Spliced(
        "html", source, lambda text, splices: _Page(text, splices).slots(), "xmlcharrefreplace"
    )


HTML = Format("html", "text/html", _matches, _open, is_writable=True)
