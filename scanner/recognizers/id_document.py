"""ID_DOCUMENT: passports, driving licences, residence and health cards; machine readable zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.identifiers import mrz
from scanner.message import Message
from scanner.nlp.artifacts import fields_of
from scanner.recognizers.base import Hit, Recognizer, whole
from scanner.sought import sought

_DOCUMENT = (
    r"(?:(?:rejse|diplomat|nød|fremmed|konventions)?pas(?:set)?|passport|(?:prøve)?kørekort(?:et)?"
    r"|førerbevis|opholds(?:kort|tilladelse|bevis)(?:et|n)?|arbejdstilladelse(?:n)?"
    r"|(?:sundheds|sygesikrings|id-?|identitets|legitimations|grænsegænger|registrerings)"
    r"(?:kort|bevis)(?:et)?|rejsedokument(?:et)?|(?:driving|driver'?s?)[ ]licen[cs]e"
    r"|residence[ ](?:card|permit)|(?:national[ ])?identity[ ]card|id[ ]card|work[ ]permit"
    r"|health[ ](?:insurance[ ])?card|travel[ ]document|brp|ehic|visum|(?:gult?e?|blåt?e?)[ ]kort)"
)
_NUMBER_WORD = r"(?:(?:-?[ ]?(?:nr|no|num|nummer(?:et)?|number|id))(?![^\W_])\.?)"
_NUMBER = (
    r"(?=[A-Z0-9 ]{0,6}\d)"
    r"(?P<number>[A-Z]{0,3}[ \-]?\d(?:[ \-]?\d){5,19}[A-Z]?|[A-Z]{1,4}\d[A-Z0-9]{5,8})(?![^\W_])"
)
# "pas nr. 123456789", "Kørekort B, nr. 12345678", "passport (Latvia): AB1234567".
_SAID = sought(
    rf"(?<![^\W_])(?:(?i:{_DOCUMENT})(?:"
    rf"(?:[ ]?\()?(?i:[ ]?{_NUMBER_WORD})?(?:[ ]?(?:[:=#(]|er|is|med))?"
    rf"|[^\d\n.;]{{1,30}}[ ](?i:{_NUMBER_WORD})[ ]?:?|[ ]\([^()\d]{{1,20}}\):?)"
    rf"|(?i:(?:pas|kørekort|passport)(?:nr|nummer|number|no)\.?)[ ]?(?:[:=(]|er|is)?)"
    rf"[ \"']{{0,3}}{_NUMBER}",
    sign=rf"(?<![^\W_])(?i:{_DOCUMENT})[^\d]{{0,80}}\d",  # quickly compiled
)
# The European health card: 80, the code of Denmark, twenty digits in all (Decision S2).
_EUROPEAN = sought(r"(?<![^\W_])80208(?:[ ]?\d){15}(?![^\W_])")
# Field 5 of a driving licence of the EU is its number (Directive 2006/126/EC, annex I).
_FIFTH = sought(r"^[ \t]{0,4}5\.[ \t]{1,4}(?P<number>\d{4} ?\d{4})(?!\d)", re.MULTILINE)
_LICENCE = re.compile(
    r"kørekort|driving licence|førerbevis|permis de conduire|(?m:^)[ \t]{0,4}4[a-d]\.",
    re.IGNORECASE,
)
_CARD = 400  # code points of a card
_NOT_IDS = re.compile(r"\d{4} \d{2} \d{2}|\d{2} \d{2} \d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d\d-\d\d")
_LABEL = re.compile(rf"{_DOCUMENT}(?:[ _.\-]?(?:nr|no|nummer|number|id))?", re.IGNORECASE)
_IN_LABEL = whole(_LABEL)
_VALUE = re.compile(rf"{_NUMBER}\s*")
_MRZ = sought(r"(?<![A-Z0-9<])[A-Z0-9<]{30,44}(?![A-Z0-9<])")
_NAMES_ABOVE = re.compile(r"[A-Z]<?[A-Z<]{2,4}[A-Z<]{25,39}\n$|[A-Z]<[A-Z<]{28,42}\n$")
_LINES_BELOW = re.compile(r"(?:\n[A-Z0-9<]{30}(?![A-Z0-9<])){1,2}")
_CALLED = Message("nummer på et ID-dokument", "number of an identity document")
_ZONE = Message("maskinlæsbar linje, kontrolcifre passer", "machine readable line, valid")


class IdDocumentRecognizer(Recognizer):
    """Numbers that the text calls those of an identity document, and machine readable lines."""

    entity_type: ClassVar[str] = "ID_DOCUMENT"
    triggers = (_SAID, _EUROPEAN, _FIFTH, _MRZ)
    labels = (_IN_LABEL,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """By label before the number, by field, by check digits of a machine readable line."""
        for match in _SAID.finditer(text):
            if not _NOT_IDS.fullmatch(match["number"]):
                yield Hit(Span(*match.span("number")), 0.85, _CALLED)
        for field in fields_of(text, artifacts, _IN_LABEL):
            if _LABEL.fullmatch(field.label):
                value = _VALUE.match(field.span.of(text))
                if value and not _NOT_IDS.fullmatch(value["number"]):
                    start = field.span.start
                    yield Hit(Span(start, start + value.end("number")), 0.85, _CALLED)
        yield from _cards(text)
        for match in _MRZ.finditer(text):
            if "<" in match[0] and mrz.is_valid(match[0]):
                above = _NAMES_ABOVE.search(text, max(0, match.start() - 45), match.start())
                start = above.start() if above else match.start()
                below = _LINES_BELOW.match(text, match.end())
                yield Hit(Span(start, below.end() if below else match.end()), 0.95, _ZONE)


def _cards(text: str) -> Iterator[Hit]:
    """The numbers of cards that have a form or a place of their own."""
    for match in _EUROPEAN.finditer(text):
        yield Hit(Span(*match.span()), 0.85, _CALLED)
    for match in _FIFTH.finditer(text):
        if _LICENCE.search(text, max(0, match.start() - _CARD), match.start()):
            yield Hit(Span(*match.span("number")), 0.8, _CALLED)
