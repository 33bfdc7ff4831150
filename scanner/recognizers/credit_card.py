"""CREDIT_CARD: payment card numbers, by the schemes' first digits and the Luhn check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.identifiers import card
from scanner.message import Message
from scanner.recognizers.base import ContextWords, Hit, Recognizer
from scanner.sought import sought

_SUPPORTING = frozenset(
    """kort kortet kortnr kortnummer kortnummeret betalingskort kreditkort kreditkortnummer dankort
    dankortet visa visakort mastercard visadankort amex firmakort firmakortet hævekort maestro card
    cardnumber card_number pan creditcard firmakreditkort cvc cvv udløb udløbsdato
    exp""".split()  # noqa: SIM905  # a word list
) | {"visa/dankort", "card number", "card no", "credit card", "debit card", "kort nr"}
_OPPOSING = frozenset(
    """imei ean gln gtin stregkode barcode tracking trackingnr pakke pakkenr pakkenummer sporing
    forsendelse ordre ordrenr ordrenummer order faktura fakturanr varenr serienr serienummer iccid
    simkort timestamp doi isbn""".split()  # noqa: SIM905  # a word list
)
_NO_DIGIT = re.compile(r"\D")
_CANDIDATE = sought(
    r"(?<![^\W_])(?<!\d[.\-/:,])[2-6]"
    r"(?:\d{12,18}|\d{3}(?P<mark>[ .\-/_*·•])\d{4}(?P=mark)\d{4}(?P=mark)\d{4}(?:(?P=mark)\d{1,3})?"
    r"|\d{3}[ ]{2}\d{4}[ ]{2}\d{4}[ ]{2}\d{4}|\d{3}[ \-]\d{6}[ \-]\d{4,5}|\d{7}[ \-]\d{8})"
    r"(?![^\W_])(?![.\-/]\d)(?! \d{4}(?!\d))"
)


class PaymentCardRecognizer(Recognizer):
    """Twelve to nineteen digits, running or in the groups that cards bear."""

    entity_type: ClassVar[str] = "CREDIT_CARD"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING, _OPPOSING)
    triggers = (_CANDIDATE,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:  # noqa: ARG002  # text alone
        """Valid numbers; those in groups say more than running digits."""
        for match in _CANDIDATE.finditer(text):
            if card.is_valid(_NO_DIGIT.sub("", match[0])):
                is_grouped = not match[0].isdigit()
                reason = Message("kortnummer, kontrolciffer passer", "card number, valid")
                yield Hit(Span(*match.span()), 0.9 if is_grouped else 0.65, reason)
