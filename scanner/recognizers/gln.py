"""DK_GLN: EAN location numbers (GLN) of private receivers; those of public bodies are public."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.identifiers import gln
from scanner.message import Message
from scanner.recognizers.base import ContextWords, Hit, Recognizer
from scanner.sought import sought

_SUPPORTING = frozenset(
    """ean ean-nr ean-nummer ean-numre ean-lokationsnummer gln gln-nr gln-nummer gln-lokationsnummer
    lokationsnummer lokationsnr e-faktura efaktura elektronisk nemhandel endpointid
    peppol""".split()  # noqa: SIM905  # a word list
) | {"ean nr", "ean nummer", "gln nr", "gln nummer", "location number", "global location number"}
_OPPOSING = frozenset(
    """stregkode barcode varenr varenummer vare produkt produkter artikel artikelnr gtin upc ean-13
    sku""".split()  # noqa: SIM905  # a word list
)
_CANDIDATE = sought(
    r"(?<![^\W_])(?<!\d[.\-/])579(?:\d{10}|\d[ ]\d{4}[ ]\d{4}[ ]\d|\d[ ]\d{3}[ ]\d{3}[ ]\d{3}"
    r"|\d[ .\-]\d{2,6}[ .\-]\d{2,6}[ .\-]?\d{1,3}|[ ]\d{4}[ ]\d{5}[ ]\d|[ ]\d{5}[ ]\d{5})"
    r"(?![^\W_])(?![.\-/]\d)"
)


class GlnRecognizer(Recognizer):
    """Thirteen digits from 579 with a GS1 check digit; the label decides."""

    entity_type: ClassVar[str] = "DK_GLN"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING, _OPPOSING)
    triggers = (_CANDIDATE,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:  # noqa: ARG002  # text alone
        """Valid numbers of others than public bodies; alone they stay below the threshold."""
        for match in _CANDIDATE.finditer(text):
            number = gln.compact(match[0])
            if gln.is_valid(number) and not gln.is_public_body(number):
                reason = Message("EAN-lokationsnummer, kontrolciffer passer", "GLN, valid")
                yield Hit(Span(*match.span()), 0.35, reason)
