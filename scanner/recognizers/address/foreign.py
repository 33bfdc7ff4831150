"""Addresses whose number or kind of street comes first: "12 High Street", "Via Roma 4", "ul. …"."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.doc import Span
from scanner.sought import sought

_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[^\W\d_]|['’.\-]){1,24}"
_ENGLISH = sought(
    rf"(?<![\w.,\-/])\d{{1,5}}[A-Za-z]?[ ](?:[NSEW]\.?[ ])?(?:{_NAME}[ ]){{1,3}}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Square|Sq|Court|Ct|Way|Boulevard|Blvd|Place"
    r"|Pl|Terrace|Close|Crescent|Row|Quay|Gardens|Mews|Parkway|Highway|Hwy|Grove|Wharf)(?!\w)\.?"
    r"(?P<rest>(?:,[ ](?:Suite|Apt\.?|Unit|Floor)[ ]\w{1,5})?"
    rf"(?:,[ ]{_NAME}(?:[ ](?![A-Z]{{1,2}}\d){_NAME}){{0,2}}){{0,2}}"
    r"(?:,?[ ](?:[A-Z]{2}[ ]\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}))?)"
)
_SOUTHERN = (
    r"(?:Via|Viale|Piazza|Corso|Calle|Avenida|Av\.|Plaza|Paseo|Rua|Carrer|ul\.|al\.|os\.)[ ]"
    rf"(?:(?:de|del|della|di|da|la|los|las|el|dei|do|d')[ ]?){{0,2}}{_NAME}(?:[ ]{_NAME}){{0,2}}"
    r",?[ ]\d{1,4}[A-Za-z]?(?:[/\-]\d{1,4})?"
)
_FRENCH = (
    r"\d{1,4}(?:[ ]?(?:bis|ter))?,?[ ](?:rue|avenue|boulevard|bd|place|chemin|quai|allée|impasse"
    r"|route|cours|square)[ ]"
    rf"(?:(?:de|du|des|la|le|les|l'|d')[ ]?){{0,2}}{_NAME}(?:[ \-]{_NAME}){{0,3}}"
)
_LATIN = sought(
    rf"(?<!\w)(?:{_SOUTHERN}|{_FRENCH})"
    rf"(?P<rest>,?[ ](?:[A-Z]{{1,2}}-)?\d{{2}}-?\d{{2,3}}(?:-\d{{3}})?[ ]{_NAME}(?:[ ]\d{{1,2}})?)?"
)
_BALTIC = sought(
    rf"(?<!\w)(?:{_NAME}[ ]){{1,2}}"
    r"(?:iela|gatve|bulvāris|prospekts|gatvė|tänav|tn\.|mnt\.|pst\.)"
    rf"[ ]\d{{1,4}}[A-Za-z]?(?:[/\-]\d{{1,4}})?"
    rf"(?P<rest>,[ ](?:(?:[A-Z]{{2}}-)?\d{{4,5}}[ ])?{_NAME}"
    r"(?:,?[ ](?:[A-Z]{2}-)?\d{4,5})?)?"
)
_BOX = sought(
    r"(?<![\w])(?:Postboks|Postbox|P\.?O\.? ?Box)[ ]\d{1,5},?[ \n](?:DK-)?\d{4}[ ]"
    r"[A-ZÆØÅ][^\W\d_]{1,25}(?:[ ][A-ZÆØÅ]{1,2}(?!\w))?"
)

FOREIGN = (_ENGLISH, _LATIN, _BALTIC, _BOX)


def foreign(text: str) -> Iterator[tuple[Span, float]]:
    """Each such address, and how surely it is one."""
    for match in _ENGLISH.finditer(text):
        yield Span(*match.span()), 0.85 if match["rest"] else 0.65
    for pattern in (_LATIN, _BALTIC):
        for match in pattern.finditer(text):
            yield Span(*match.span()), 0.9 if match["rest"] else 0.7
    for match in _BOX.finditer(text):
        yield Span(*match.span()), 0.8
