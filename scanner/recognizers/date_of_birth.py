"""DATE_OF_BIRTH: dates that are said to be birth dates, and CPR numbers with masked ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.identifiers import birth_date
from scanner.message import Message
from scanner.nlp.artifacts import fields_of
from scanner.recognizers.base import Hit, Recognizer, whole
from scanner.sought import sought

_DATE = re.compile(birth_date.PATTERN, re.IGNORECASE)
# What may stand between "født" and the date: a place, a weekday, "den", a colon.
_BETWEEN = re.compile(r"[^\d\n;!?]{0,45}\n?[^\d\n;!?]{0,12}")
_CLOSE = re.compile(r"[ \t]{0,2}(?:d\.|den)?[ \t]{0,2}")
# The sign of it is a digit within reach.
_SAID = sought(
    r"(?<![^\W_])(?:(?P<sure>født|fødselsdato(?:en|er)?|fødselsdag(?:en)?|fødsdag|fødedato|fødtes"
    r"|kom til verden|geb\.|geboren|född"
    r"|born|birthday|dob|d\.o\.b\.?|(?:date|day) of birth|birth ?date"
    r")|f\.(?: ?d\.)?:?|(?:(?<=, )|(?<=\())(?-i:f)(?= \d)|(?:(?<=\()|(?<=[^\W\d_] ))\*)(?![^\W_])",
    re.IGNORECASE,
    sign=rf"(?:født|föd|føds|føde|til verden|geb|born|birth|dob|d\.o\.b)[^\d]{{0,80}}\d"
    rf"|(?:f\.(?: ?d\.)?:?|[,(] ?f|[( ]\*){_CLOSE.pattern}\d",
)
_SENTENCE_END = re.compile(r"[a-zæøå)]{3}\. ?[A-ZÆØÅ]|[.!?]\n")
_OTHER_EVENT = re.compile(
    r"\b(?:stiftet|åbnet|åbner|oprettet|lanceret|ansat|ansættelse|start\w*|udløb\w*|udstedt|gyldig|mødet?|frist\w*|indgået"
    r"|fra|til|død|døde|died|gift|uddannet|ankom\w*|pr\.|per|since|siden|issued|expires|employed)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:fødselsdato|fødselsdag|fødselsdatoer|fødedato|født(?: den)?|f\.?d(?:ato)?|dob|d\.o\.b"
    r"|date[ _\-]?of[ _\-]?birth|birth[ _\-]?da(?:te|y)|born|foedselsdato|foedt|fodselsdato"
    r"|dateofbirth|fødsdag)(?:[ _.\-(].{0,20})?"
)
_IN_LABEL = whole(_LABEL)
_MASKED = sought(
    r"(?<![^\W_])(?<!\d[.\-/])(\d{6}) ?[\-–]? ?(?:[xX]{4}|[*•·#?_]{4}|\.{4}|…)(?![^\W_])"
)


class DateOfBirthRecognizer(Recognizer):
    """Only what the text calls a birth date: any other date is left alone."""

    entity_type: ClassVar[str] = "DATE_OF_BIRTH"
    triggers = (_SAID, _MASKED)
    labels = (_IN_LABEL,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Dates after "født" and its like, under such a label, and the open half of a CPR."""
        said = Message("dato efter »født« eller lignende", 'date after "born" or the like')
        for match in _SAID.finditer(text):
            if span := _date_after(text, match):
                yield Hit(span, 0.9, said)
        under = Message("dato under »fødselsdato«", 'date below "date of birth"')
        for field in fields_of(text, artifacts, _IN_LABEL):
            date = _DATE.match(field.span.of(text)) if _LABEL.fullmatch(field.label) else None
            if date and birth_date.is_valid(date[0]):
                yield Hit(Span(field.span.start, field.span.start + date.end()), 0.9, under)
        masked = Message("CPR-nummer, løbenummer skjult", "CPR number, last digits masked")
        for match in _MASKED.finditer(text):
            if birth_date.is_valid(match[1]):
                yield Hit(Span(*match.span()), 0.85, masked)


def _date_after(text: str, said: re.Match[str]) -> Span | None:
    """The first date after the word, if only a place, a weekday or "den" stands between."""
    between = (_BETWEEN if said["sure"] else _CLOSE).match(text, said.end())
    if between is None or not text[between.end() : between.end() + 1].isdigit():
        return None
    if _SENTENCE_END.search(between[0]) or _OTHER_EVENT.search(between[0]):
        return None
    for start in _starts(between):
        date = _DATE.match(text, start)
        if date and birth_date.is_valid(date[0]):
            return Span(*date.span())
    return None


def _starts(between: re.Match[str]) -> Iterator[int]:
    """Where a date may begin: at a month's name in between, or at the first digit."""
    for word in re.finditer(r"\b[a-zæøå]{3,9}\.? $", between[0], re.IGNORECASE):
        yield between.start() + word.start()
    yield between.end()
