"""DK_P_NUMBER: numbers of production units (P-numbers), told from CPR numbers by their label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.identifiers import p_number
from scanner.message import Message
from scanner.recognizers.base import ContextWords, Hit, Recognizer
from scanner.sought import sought

_SUPPORTING = frozenset(
    """p-nr p-nummer p-nummeret p-numre p-numrene p-no p-number p-enhed p-enheden p-enheder
    p-enhedsnummer produktionsenhed produktionsenheden produktionsenheder produktionsenhedsnummer
    produktionsenhedsnr productionunit productionunitnumber production_unit p_nummer
    arbejdssted""".split()  # noqa: SIM905  # a word list
) | {"production unit", "p nr", "p nummer", "production unit number"}
_OPPOSING = frozenset(
    """cpr cpr-nr cpr-nummer personnummer konto kontonr kontonummer ordre ordrenr faktura
    fakturanr telefon tlf varenr kundenr""".split()  # noqa: SIM905  # a word list
)
_CANDIDATE = sought(
    r"(?:(?<![^\W_])|(?<=pnr))(?<!\d[.\-/])"
    r"(?:1\.0\d\d\.\d{3}\.\d{3}|10(?:\d{8}|\d\d[ .\-]?\d{3}[ .\-]?\d{3}"
    r"|[ .\-]\d\d[ .\-]\d\d[ .\-]\d\d[ .\-]\d\d|\d\d[ ]\d{4}[ ]\d\d|\d[ ]\d{3}[ ]\d{4}"
    r"|\d\d[ ]\d\d[ ]\d\d[ ]\d\d))"
    r"(?![^\W_])(?![.\-/]\d)",
    re.IGNORECASE,
)


class PNumberRecognizer(Recognizer):
    """Ten digits from 10…; the label decides, modulus 11 adds to it."""

    entity_type: ClassVar[str] = "DK_P_NUMBER"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING, _OPPOSING)
    triggers = (_CANDIDATE,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:  # noqa: ARG002  # text alone
        """What is written as a P-number; without a label it stays below the threshold."""
        for match in _CANDIDATE.finditer(text):
            if p_number.is_valid(match[0]):
                reason = Message("P-nummer, modulus 11 passer", "P-number, modulus 11 holds")
                yield Hit(Span(*match.span()), 0.4, reason)
            else:
                reason = Message("ligner et P-nummer", "written as a P-number")
                yield Hit(Span(*match.span()), 0.2, reason)
