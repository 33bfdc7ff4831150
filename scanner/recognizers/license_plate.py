"""DK_LICENSE_PLATE: number plates; what merely looks like one (DS 12 345, TV 12 345) is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.message import Message
from scanner.nlp.artifacts import fields_of
from scanner.recognizers.base import ContextWords, Hit, Recognizer, whole
from scanner.sought import sought

_SUPPORTING = frozenset(
    """nummerplade nummerpladen nummerplader nrplade nr-plade registreringsnummer
    registreringsnumre indregistreringsnummer indregistreret reg-nr reg bil bilen bilens biler
    firmabil firmabilen varebil varebilen vogn vognen vognens køretøj køretøjet køretøjer
    køretøjets varevogn varevognen kassevogn kassevognen personbil personbilen kører kørte
    lastbil lastbilen trailer traileren motorcykel motorcyklen mc p-plads parkering
    parkeret parkeringsbøde kørebog leasingbil plate car vehicle van truck tesla audi bmw volvo
    p-tilladelse p-tilladelser parkeringstilladelse parkeringslicens påhængsvogn påhængsvognen
    campingvogn campingvognen knallert knallerten toyota ford skoda peugeot mercedes vw volkswagen
    opel renault kia hyundai citroën""".split()  # noqa: SIM905  # a word list
) | {"license plate", "licence plate", "number plate", "reg nr"}
_OPPOSING = frozenset(
    """standard norm varenr varenummer vare model type artikel artikelnr del reservedel typenr
    produkt produktnr ordre ordrenr faktura fakturanr tegning tegningsnr patent rute tog fly flight
    bs bekendtgørelse serienr kontonr konto kurs gate fejlkode fejlkoder alarmkode typegodkendelse
    godkendelse part pos farve farvekode lydniveau vægt mål dimension hulafstand""".split()  # noqa: SIM905  # a word list
)
# Letters that begin standards, currencies, courts, countries and codes in the shape of a plate.
_NOT_PLATES = frozenset(
    """BR BS CE CO DK DN DS EF EN EP EU GB ID IP KL KR LB NO NR OK PC PO PR PS SE TR TV UK US
    VS""".split()  # noqa: SIM905  # a word list
)
_UNIT = r"(?! ?(?:[mck]?m|[mk]?g|[mkc]?l|t|k?w|k?v|k?hz|db|kr|dkk|eur|stk|timer|pct|%)(?![^\W_]))"
_GROUPED = sought(
    rf"(?<![^\W_])(?<![A-Z] )([A-Z]{{2}}) \d\d \d{{3}}(?![^\W_])(?![ .,\-/]\d)(?i:{_UNIT})"
)
_TIGHT = sought(r"(?<![^\W_])([A-Z]{2})(?: ?\d{5}|[\-.]\d\d[\-. ]\d{3}|\d\d \d{3})(?![^\W_])")
_LOOSE = sought(r"(?<![^\W_])([a-zæøåA-ZÆØÅ]{2})[ \-]?\d\d[ \-.]?\d{3}(?![^\W_])")
# As trailers and mopeds have it (SKAT, Den juridiske vejledning, nummerplader).
_SHORT = sought(
    r"(?:trailer|påhængsvogn|campingvogn|knallert|motorcykel|nummerplade)(?:e?n|s|ens)?"
    r"[^\d\n]{0,25}?(?<![^\W_])(?P<plate>[A-ZÆØÅ]{2}[ \-]?\d{4})(?![^\W_])(?![ .,\-/]\d)"
)
# "E 01 101" beside "ER 10 552": the codes of a machine
_SERIES = re.compile(r"(?<![^\W_])(?<![A-Z] )[A-Z] \d\d \d{3}(?![^\W_])")
_LABELLED = sought(
    r"(?:nummerplade(?:n|r)?|nr\.?-?plade(?:n)?|indregistreringsnummer|registreringsnummer"
    r"|(?:licen[sc]e|number) plate|plate no\.?|bilens reg\.?(?: ?nr)?\.?)"
    r"(?:[ ]?(?:er|nr\.?|is|:|=|\(|-)){0,2}[ \"'»]{0,2}"
    r"(?P<plate>[A-ZÆØÅ]{1,3}[ \-]?[A-Z]{0,2}[ \-]?\d{1,4}(?: ?\d{1,3})?"
    r"|(?=[A-ZÆØÅ0-9]*[A-ZÆØÅ])[A-ZÆØÅ0-9]{2,7})(?![^\W_])"
)
_LABEL = re.compile(
    r"(?:bilens |bil )?(?:nummerplade|nr\.?-?plade|(?:ind)?registreringsn(?:umme)?r|reg\.?-?nr"
    r"|(?:licen[sc]e|number)[ _]?plate|plate|licenseplate|køretøj)"
)
_IN_LABEL = whole(_LABEL)
_VALUE = re.compile(r"[A-ZÆØÅ]{1,3}[ \-]?\d{2}[ \-]?\d{1,3}|[A-ZÆØÅ]{2,7}\d{0,2}", re.IGNORECASE)


class LicensePlateRecognizer(Recognizer):
    """Two letters and five digits; with a label also personal and foreign plates."""

    entity_type: ClassVar[str] = "DK_LICENSE_PLATE"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING, _OPPOSING)
    triggers = (_GROUPED, _TIGHT, _LOOSE, _SHORT, _LABELLED)
    labels = (_IN_LABEL,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Plates by their grouping, or by what they are called."""
        shape = Message("ser ud som en nummerplade", "has the form of a number plate")
        grouped = list(_GROUPED.finditer(text))
        are_codes = bool(grouped) and _SERIES.search(text) is not None
        has_plate = not are_codes and any(match[1] not in _NOT_PLATES for match in grouped)
        for match in grouped:
            known = are_codes or match[1] in _NOT_PLATES
            yield Hit(Span(*match.span()), 0.15 if known else 0.7, shape)
        for pattern, score in ((_TIGHT, 0.55 if has_plate else 0.3), (_LOOSE, 0.15)):
            for match in pattern.finditer(text):
                known = match[1].upper() in _NOT_PLATES
                yield Hit(Span(*match.span()), 0.15 if known else score, shape)
        for match in _SHORT.finditer(text):
            if match["plate"][:2] not in _NOT_PLATES:
                yield Hit(Span(*match.span("plate")), 0.7, shape)
        called = Message("kaldes en nummerplade", "called a number plate")
        for match in _LABELLED.finditer(text):
            yield Hit(Span(*match.span("plate")), 0.9, called)
        for field in fields_of(text, artifacts, _IN_LABEL):
            value = field.span.of(text)
            has_digit = any(map(str.isdigit, value))
            is_kind = field.label == "køretøj" and not has_digit  # "Trailer"
            if _LABEL.fullmatch(field.label) and _VALUE.fullmatch(value) and not is_kind:
                yield Hit(field.span, 0.85, called)
