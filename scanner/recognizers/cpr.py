"""DK_CPR: CPR numbers in every spelling, replacement numbers, X- and D-eCPR."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import ClassVar, Self

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.identifiers import cpr, ecpr
from scanner.identifiers.cpr_shapes import (
    CANDIDATE,
    DATED,
    LABELLED,
    SPOKEN,
    Candidate,
    Shape,
    candidates,
    dated,
    labelled,
    spoken,
)
from scanner.message import Message
from scanner.nlp.artifacts import fields_of
from scanner.recognizers.base import ContextWords, Hit, Recognizer
from scanner.recognizers.house import House
from scanner.sought import sought

_SUPPORTING = frozenset(
    """cpr cpr-nr cpr-nummer cpr-nummeret cpr-numre cpr-numrene cprs personnummer personnummeret
    personnumre personnr fødselsnummer fødselsnr personal-id personid person-id sygesikring
    sygesikringsnummer sygesikringsnr sundhedskort sundhedskortnummer erstatningspersonnummer
    erstatningsnummer erstatnings-cpr ecpr e-cpr ssn født fødselsdato borger borgeren patient
    patienten pt klient klienten medarb medarbejder medarbejderen ansøger ansøgeren""".split()  # noqa: SIM905  # a word list
) | {
    *("cpr nr", "cpr nummer", "cpr no", "cpr number", "person nr", "person nummer"),
    *("civil registration number", "danish id", "national id", "personal id number"),
    *("social security number", "personal identification number", "reel ejer"),
}
_OPPOSING = frozenset(
    """p-nr p-nummer p-numre p-enhed produktionsenhed produktionsenhedsnummer productionunit
    ordre ordrer ordren ordrenr ordrenummer order orders faktura fakturaer fakturanr
    fakturanummer invoice bilag bilagsnr bilagsnummer kreditnota varenr varenummer tilbud
    tilbudsnr serienr serienummer imei ean gln konto kontonr kontonummer account tracking
    trackingnr pakke pakkenr pakkenummer forsendelse version build isbn doi timestamp
    tidsstempel epoch telefon tlf mobil kvittering rekvisition vare varer artikel artikelnr
    batch part partnr part-no tegning tegningsnr drawing checksum tjeksum lot løbenr
    betalings-id""".split()  # noqa: SIM905  # a word list
)
_ECPR = sought(r"(?<![^\W_])[0-3]\d[01]\d{3}[ \-]?[01567][A-Z]{2}\d(?![^\W_])")
_BARE = re.compile(r"(?<!\d)\d{10}(?!\d)")
_LOST_ZERO = re.compile(r"\d{5}[ \-]?\d{4}")
_LABEL = re.compile(r"cpr|person(?:nr|nummer|\.)|fødselsn")
_LAST_FOUR = sought(
    r"(?:sidste|last)\s{1,2}(?:fire|4|four)(?:\s{1,2}(?:cifre|tal|digits))?"
    r"(?:\s{1,2}(?:er|are|is|i\s(?:cpr|personnummeret)\w{0,12}))?\s{0,2}:?\s{0,2}(\d{4})(?!\d)",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(r"(?<![\d.,\-/])(\d{6})[^\d\n.]{1,20}\Z")
_LAST_LABEL = re.compile(r"(?:sidste|last) (?:fire|4|four)|kontrolcifre")
_BIRTH = re.compile(r"født|fødselsdato|\bf\.|cpr|fødselsdag|personnummer|\bborn\b", re.IGNORECASE)
_BASE = {Shape.HYPHEN: 0.75, Shape.BLANK: 0.55, Shape.SPLIT: 0.45, Shape.BARE: 0.3}
_CHECKED = {Shape.HYPHEN: 1.0, Shape.BLANK: 0.9, Shape.SPLIT: 0.85, Shape.BARE: 0.6}
_TRUSTED = 0.8
_GLUE_COST = 0.2
_CHAIN_COST = 0.3
_TABLE_SIZE = 20
_FEW = 3
_TABLE_SHARE = 0.15
_EXPECTED = 0.5
_NEAR_LABEL = 400  # code points
_LONGEST_NAME = 60
_OTHER_NUMBERS = re.compile(
    r"(?:vare|ordre|faktura|konto|kunde|sags|telefon|serie|bilag|pakke|løbe|p-|styk|reference"
    r"|sporings|batch|journal|bestillings|rekvisitions|måler|parti)-?(?:nr|numre|nummer|id)"
    r"|(?:ordrer|tlf|ean|gln|order|item|account|phone|serial|batch)(?![^\W_])"
)
_AFTER_NAME = re.compile(
    r"(?<![^\W_])[A-ZÆØÅ][a-zæøåéü]{1,20}(?: [A-ZÆØÅ][a-zæøåéü]{1,20}){1,3}[\"']?[,;:|\t]?"
    r" {0,2}[(\"']?$"
)
_WINDOW = 100
_FOUR = re.compile(r"\d{4}")


class CprRecognizer(Recognizer):
    """Danish CPR numbers; ``today`` gives the day after which nobody is born (None: no limit)."""

    entity_type: ClassVar[str] = "DK_CPR"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING, _OPPOSING)
    triggers = (CANDIDATE, DATED, LABELLED, SPOKEN, _ECPR, _LAST_FOUR)
    labels = (_LABEL, _LAST_LABEL)

    def __init__(self, today: Callable[[], date] | None = None) -> None:
        super().__init__()
        self._today = today

    @classmethod
    def for_house(cls, house: House) -> Self:
        """Told the day, so that nobody is born after it."""
        return cls(house.today)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Numbers with a birth date; modulus 11 raises the score and never rejects."""
        today = self._today() if self._today else None
        in_number_table, in_birth_table = _tables(text)
        written = list(candidates(text))
        for candidate in written:
            if cpr.is_valid(candidate.number, today):
                score = _score(candidate, in_number_table=in_number_table)
                is_open = score < _EXPECTED and not (candidate.chained or candidate.is_doubtful)
                if is_open and _is_expected(text, candidate.span.start, in_table=in_birth_table):
                    score = max(score, _EXPECTED)
                yield Hit(candidate.span, score, cpr.explain(candidate.number))
        for match in _ECPR.finditer(text):
            if ecpr.is_valid(match[0]):
                reason = Message("erstatningsnummer (eCPR)", "replacement number (eCPR)")
                yield Hit(Span(*match.span()), 0.6, reason)
        yield from _grouped(text, written, today)
        yield from _lost_zeros(text, artifacts, today)
        yield from _last_four(text, artifacts)


def _is_expected(text: str, start: int, *, in_table: bool) -> bool:
    """Whether CPR numbers are spoken of a little before, or a whole name stands right before.

    ``in_table``: all such numbers of the text can be, so that it is enough if none is called else.
    """
    before = text[max(0, start - _NEAR_LABEL) : start].lower()
    if in_table and not _OTHER_NUMBERS.search(before):
        return True
    labels = list(_LABEL.finditer(before))
    if labels and not _OTHER_NUMBERS.search(before, labels[-1].end()):
        return True
    return bool(_AFTER_NAME.search(text, max(0, start - _LONGEST_NAME), start))


def _grouped(text: str, written: Sequence[Candidate], today: date | None) -> Iterator[Hit]:
    """Numbers in odd groups, which a label or a spoken hyphen tells, beside those ``written``."""
    reason = Message("ti cifre efter CPR", "ten digits after CPR")
    starts = [candidate.span.start for candidate in written]
    for span, number in (*labelled(text), *spoken(text), *dated(text)):
        before = bisect_left(starts, span.end) - 1
        is_new = before < 0 or written[before].span.end <= span.start
        if is_new and cpr.is_valid(number, today):
            yield Hit(span, 0.6, reason)


def _score(candidate: Candidate, *, in_number_table: bool) -> float:
    score = (_CHECKED if cpr.has_check_digit(candidate.number) else _BASE)[candidate.shape]
    if candidate.chained:
        score -= _CHAIN_COST
    elif candidate.is_doubtful or (candidate.is_long and score < _TRUSTED):
        score = _BASE[Shape.SPLIT]
    if candidate.is_glued:
        score -= _GLUE_COST
    if cpr.is_replacement(candidate.number) and candidate.shape is not Shape.HYPHEN:
        score -= 0.2
    if in_number_table and candidate.shape is Shape.BARE:
        score -= 0.3
    return round(max(0.0, score), 2)


def _tables(text: str) -> tuple[bool, bool]:
    """Whether the text has many ten-digit numbers and few can be CPR numbers; whether all can.

    Of other numbers three in a hundred can, or all those that begin with the date of an order:
    "all" asks for three days and years.
    """
    numbers = _BARE.findall(text)
    if len(numbers) < _FEW:
        return False, False
    can_be = [number for number in numbers if cpr.is_valid(number)]
    is_other = len(numbers) >= _TABLE_SIZE and len(can_be) < _TABLE_SHARE * len(numbers)
    kinds = [{number[begin : begin + 2] for number in can_be} for begin in (0, 4)]
    return is_other, len(can_be) == len(numbers) and min(map(len, kinds)) >= _FEW


def _lost_zeros(text: str, artifacts: NlpArtifacts | None, today: date | None) -> Iterator[Hit]:
    """Nine digits under a CPR label: a spreadsheet took the leading zero."""
    for field in fields_of(text, artifacts, _LABEL):
        written = field.span.of(text)
        is_short = _LABEL.search(field.label) and _LOST_ZERO.fullmatch(written)
        if is_short and cpr.is_valid("0" + written, today):
            reason = Message("under CPR, uden første nul", "below CPR, leading zero lost")
            yield Hit(field.span, 0.85, reason)


def _last_four(text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
    """The last four digits, told apart from the birth date in running text or in columns."""
    reason = Message("de sidste fire cifre af et CPR-nummer", "last four digits of a CPR")
    for match in _LAST_FOUR.finditer(text):
        start = max(0, match.start() - _WINDOW)
        date = _DATE_BEFORE.search(text, start, match.start())
        if date and cpr.is_valid(date[1] + match[1]):
            yield Hit(Span(date.start(1), match.end(1)), 0.8, reason)
        elif _BIRTH.search(text, start, match.start()):
            yield Hit(Span(*match.span(1)), 0.8, reason)
    for field in fields_of(text, artifacts, _LAST_LABEL):
        is_four = _LAST_LABEL.search(field.label) and _FOUR.fullmatch(field.span.of(text))
        if is_four and _BIRTH.search(text, 0, field.span.start):
            yield Hit(field.span, 0.8, reason)
