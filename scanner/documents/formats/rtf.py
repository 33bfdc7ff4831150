"""RTF: paragraphs, headers, notes, comments, fields, properties, pictures; only read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from scanner.documents.format import Format, Inner
from scanner.documents.member import NameSlot
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.stray import is_stray
from scanner.documents.unreadable import NotWritableError
from scanner.finding import GapReason

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z'])|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\"
)
# What tells of looks, and is nobody's text.
_SKIPPED = frozenset(
    """fonttbl colortbl stylesheet themedata colorschememapping latentstyles listtable rsidtbl
    listoverridetable generator xmlnstbl mmathPr pgptbl sn fchars lchars panose falt revtbl2
    nonshppict filetbl atndate atnref datafield wgrffmtfilter pnseclvl levelnumbers leveltext
    blipuid picprop atrfstart atrfend pgdsctbl""".split()  # noqa: SIM905  # reads better
)
_FILES = frozenset({"pict", "objdata", "datastore"})
_OWN = {
    "header": "sidehoved", "headerl": "sidehoved", "headerr": "sidehoved", "headerf": "sidehoved",
    "footer": "sidefod", "footerl": "sidefod", "footerr": "sidefod", "footerf": "sidefod",
    "footnote": "fodnote", "annotation": "kommentar", "atnauthor": "kommentar, forfatter",
    "atnid": "kommentar, initialer", "fldinst": "felt", "info": "egenskaber", "title": "egenskaber",
    "author": "egenskaber, forfatter", "operator": "egenskaber, gemt af", "company": "egenskaber",
    "manager": "egenskaber", "subject": "egenskaber", "keywords": "egenskaber",
    "doccomm": "egenskaber", "category": "egenskaber", "hlinkbase": "egenskaber",
    "userprops": "egenskaber", "propname": "egenskaber", "staticval": "egenskaber",
    "shptxt": "tekstboks", "sv": "figur", "bkmkstart": "bogmærke", "bkmkend": "bogmærke",
    "formfield": "formularfelt", "ffdeftext": "formularfelt", "ffl": "formularfelt",
    "docvar": "variabel", "revtbl": "rettelse", "template": "skabelon", "objclass": "objekt",
}  # fmt: skip
_BREAKS = {
    "par": "\n", "line": "\n", "row": "\n", "sect": "\n", "page": "\n", "tab": "\t", "cell": "\t",
    "nestcell": "\t", "nestrow": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
}  # fmt: skip
_SIGNS = {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
_HEX = re.compile(r"[0-9a-fA-F\s]*")
_ENDS = frozenset({"par", "row", "sect", "page", "nestrow"})
_CHARSETS = {0: 1252, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 238: 1250}  # noqa: E501  # one table  # fmt: skip


@dataclass(slots=True)
class _Group:
    """What holds between two braces."""

    destination: str = ""
    label: str = ""
    buffer: list[str] = field(default_factory=list)
    fallback: int = 1
    codepage: int = 0
    is_start: bool = True
    is_new: bool = False
    is_starred: bool = False


@dataclass(slots=True)
class _Rtf:
    data: bytes
    reading: Reading
    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    codepage: int = 1252
    fonts: dict[int, int] = field(default_factory=dict)
    font: int = 0
    skip: int = 0
    paragraphs: int = 0

    def slots(self) -> Iterator[NameSlot | Inner]:
        """The texts as they end."""
        position = 0
        while match := _TOKEN.match(self.data, position):
            position = match.end()
            if match["word"] == b"bin":
                position += max(0, int(match["number"] or 0))
                self.reading.gap(GapReason.UNREADABLE, "objekt")
            elif match["word"]:
                yield from self._word(match["word"].decode(), match["number"])
            elif match["brace"] == b"{":
                top = self.groups[-1]
                inside = _Group(top.destination, top.label, top.buffer, top.fallback, top.codepage)
                self.groups.append(inside)
            elif match["brace"] == b"}":
                yield from self._close()
            else:
                self._text(match)
        if len(self.groups) > 1 or position < len(self.data.rstrip(b"\0\r\n ")):
            self.reading.gap(GapReason.CORRUPT)
        while len(self.groups) > 1:
            yield from self._close()
        yield from self._flush(self.groups[0])

    def _word(self, word: str, number: bytes | None) -> Iterator[NameSlot | Inner]:
        top = self.groups[-1]
        opens = (word in _OWN and top.is_start) or top.is_starred
        if word in _SKIPPED or word in _FILES or opens:
            top.is_starred = False
            top.destination, top.label = word, _OWN.get(word, top.label)
            top.buffer, top.is_new = [], True
        elif word == "u":
            self._put(chr(int(number or 0) % 0x10000))
            self.skip = top.fallback
        elif word == "uc":
            top.fallback = int(number or 1)
        elif word == "ansicpg":
            self.codepage = int(number or self.codepage)
        elif word == "f":
            self.font = int(number or 0)
            top.codepage = self.fonts.get(self.font, 0)
        elif word == "fcharset":
            self.fonts[self.font] = _CHARSETS.get(int(number or 0), 0)
        elif word in _BREAKS:
            self._put(_BREAKS[word])
            if word in _ENDS and top.destination not in _FILES:
                yield from self._flush(top)
        top.is_start = False

    def _text(self, match: re.Match[bytes]) -> None:
        if match["sign"] == b"*":
            self.groups[-1].is_starred = True
            return
        self.groups[-1].is_start = False
        if match["sign"]:
            self._put(_SIGNS.get(match["sign"], ""))
            return
        raw = bytes.fromhex(match["hex"].decode()) if match["hex"] else match["text"] or b""
        gone = min(self.skip, len(raw))
        self.skip -= gone
        codepage = self.groups[-1].codepage or self.codepage
        try:
            self._put(raw[gone:].decode(f"cp{codepage}", "replace"))
        except LookupError:
            self._put(raw[gone:].decode("cp1252", "replace"))

    def _put(self, text: str) -> None:
        self.groups[-1].buffer.append(text)

    def _close(self) -> Iterator[NameSlot | Inner]:
        if len(self.groups) == 1:
            self.reading.gap(GapReason.CORRUPT)
            return
        group = self.groups.pop()
        if group.is_new:
            yield from self._flush(group)

    def _flush(self, group: _Group) -> Iterator[NameSlot | Inner]:
        joined = "".join(group.buffer)
        text = joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        group.buffer.clear()
        if group.destination in _FILES:
            yield from self._file(text)
        elif group.destination in _SKIPPED:
            for told in (text, _unpacked(text)):
                if is_stray(told):
                    yield NameSlot.of(told, group.destination, "rtf")
        elif text.strip() and not (
            group.destination == "sv" and text.isascii() and text[0].isdigit()
        ):
            self.paragraphs += 1
            yield NameSlot.of(text, group.label or f"afsnit {self.paragraphs}", "rtf")

    def _file(self, text: str) -> Iterator[Inner]:
        digits = re.sub(r"[^0-9a-fA-F]", "", text)
        if digits:
            self.reading.member()
            self.reading.spend(len(digits) // 2)
            yield Inner("indlejret fil", bytes.fromhex(digits[: len(digits) // 2 * 2]))

    def save(self) -> bytes:
        """Raises NotWritableError."""
        raise NotWritableError("rtf")


def _unpacked(text: str) -> str:
    """What ``text`` is when its digits are those of bytes."""
    digits = re.sub(r"[^0-9a-fA-F]", "", text) if _HEX.fullmatch(text) else ""
    return bytes.fromhex(digits[: len(digits) // 2 * 2]).decode("cp1252", "replace")


def _open(data: bytes, reading: Reading) -> _Rtf:
    return _Rtf(data, reading)


def _matches(sniff: Sniff) -> bool:
    return sniff.head.lstrip(b"\xef\xbb\xbf\r\n ").startswith(b"{\\rtf")


RTF = Format("rtf", "application/rtf", _matches, _open)
