"""iCalendar and vCard (RFC 5545, RFC 6350): one slot per property, folded lines joined."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Callable, Iterator

from scanner.doc import Part
from scanner.documents.decode import Decoded
from scanner.documents.format import Format, Inner
from scanner.documents.reading import Reading
from scanner.documents.sniff import Sniff
from scanner.documents.splice import Run, Spliced, TextSlot
from scanner.documents.stray import is_stray

Splices = list[tuple[int, int, str]]

_START = re.compile(r"\s*BEGIN:V(?:CALENDAR|CARD|EVENT)\b", re.IGNORECASE)
_LINE = re.compile(
    r"[^\r\n:]*;ENCODING=QUOTED-PRINTABLE[^\r\n:]*:(?:[^\r\n]*=\r?\n)*[^\r\n]*"
    r"|[^\r\n]+(?:\r?\n[ \t][^\r\n]*)*",
    re.IGNORECASE,
)
_FOLD = re.compile(r"\r?\n[ \t]")
_ESCAPE = re.compile(r"\\([nN,;\\:])")
_PACKED = re.compile(r";ENCODING=(?:BASE64|B)\b", re.IGNORECASE)
_FRAME = frozenset({"BEGIN", "END", "VERSION", "PRODID"})
_HEADERS = {
    "ATTENDEE": "deltager",
    "ORGANIZER": "kontaktperson",
    "FN": "fulde navn",
    "N": "navn",
    "TEL": "telefon",
    "EMAIL": "mail",
    "ADR": "adresse",
    "BDAY": "fødselsdato",
    "ORG": "firma",
    "LOCATION": "sted",
}


def _matches(sniff: Sniff) -> bool:
    return _START.match(sniff.text) is not None


def _open(data: bytes, reading: Reading) -> Spliced:
    return Spliced("calendar", Decoded.of(data, reading.encoding), _slots)


def _slots(text: str, splices: Splices) -> Iterator[TextSlot | Inner]:
    line = 1
    position = 0
    for match in _LINE.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        name, _, value = match[0].partition(":")
        key = name.partition(";")[0].strip().rpartition(".")[2].upper()
        if key in _FRAME and not is_stray(value):
            continue
        if ":" not in match[0]:
            whole = Part("", f"linje {line}")
            yield _slot(text, match.start(), match.end(), whole, splices)
            continue
        start = match.start() + len(name) + 1
        if name.partition(";")[2]:
            yield _slot(text, match.start(), start - 1, Part("", f"linje {line} {key}"), splices)
        if unpack := _packed(name):
            yield unpack(text, start, match.end(), splices)
            continue
        header = _HEADERS.get(key, "")
        yield _slot(text, start, match.end(), Part("", f"linje {line} {key}", header), splices)


def _inner(text: str, start: int, end: int, splices: Splices) -> Inner:
    """The file in a line, or the line itself where it is none."""

    def put(data: bytes) -> None:
        splices.append((start, end, base64.b64encode(data).decode()))

    packed = _FOLD.sub("", text[start:end])
    try:
        return Inner("vedhæftet fil", base64.b64decode(packed, validate=True), put=put)
    except (binascii.Error, ValueError):
        return Inner("vedhæftet fil", packed.encode("utf-8", "replace"), "text")


def _printable(text: str, start: int, end: int, splices: Splices) -> Inner:
    """The text in a line of vCard 2.1."""

    def put(data: bytes) -> None:
        written = quopri.encodestring(data, quotetabs=True).decode("ascii").replace("\n", "=0A=\n")
        splices.append((start, end, written.replace("==0A=\n", "=\n").removesuffix("=0A=\n")))

    packed = text[start:end].encode("utf-8", "replace")
    return Inner("tekst", quopri.decodestring(packed) or b" ", "text", put=put)


def _page(text: str, start: int, end: int, splices: Splices) -> Inner:
    """The description in HTML in a line."""

    def put(data: bytes) -> None:
        splices.append((start, end, _escaped(data.decode("utf-8"))))

    plain = _ESCAPE.sub(_unescaped, _FOLD.sub("", text[start:end]))
    return Inner("beskrivelse", plain.encode("utf-8", "replace") or b" ", "html", put=put)


def _packed(name: str) -> Callable[[str, int, int, Splices], Inner] | None:
    """How the value behind ``name`` is read where it is no plain text."""
    found = (unpack for pattern, unpack in _UNPACK if pattern.search(name))
    return next(found, None)


def _slot(text: str, start: int, end: int, part: Part, splices: Splices) -> TextSlot:
    """The piece of a line without its folds, unescaped."""
    ends = [(m.start(), m.end()) for m in _FOLD.finditer(text, start, end)]
    runs = []
    for stop, following in [*ends, (end, end)]:
        runs.append(Run(start, stop, _ESCAPE.sub(_unescaped, text[start:stop])))
        start = following
    joined = "".join(run.text for run in runs)
    return TextSlot(Part(joined, part.place, part.header), tuple(runs), _escaped, splices)


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


_UNPACK = (
    (_PACKED, _inner),
    (re.compile(r";ENCODING=QUOTED-PRINTABLE\b", re.IGNORECASE), _printable),
    (re.compile(r";FMTTYPE=\"?text/html\b", re.IGNORECASE), _page),
)
CALENDAR = Format("calendar", "text/calendar", _matches, _open, is_writable=True)
