"""The recognizer: vendors' forms, private keys, logins in addresses, named and spoken values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.message import Message
from scanner.nlp.artifacts import fields_of
from scanner.recognizers.base import Hit, Recognizer
from scanner.recognizers.secret.assigned import (
    COMMAND,
    PROMISED,
    PROMISED_LABEL,
    assigned,
    in_columns,
    in_commands,
)
from scanner.recognizers.secret.spoken import SPOKEN, spoken
from scanner.recognizers.secret.values import can_be_password, is_stand_in
from scanner.recognizers.secret.vendors import VENDORS, logins, private_keys, vendor_keys

_KEY = Message("har form som en nøgle", "has the form of a key")
_PRIVATE = Message("privat nøgle", "private key")
_LOGIN = Message("adgangskode i en adresse", "password in an address")
_NAMED = Message("feltet kaldes en hemmelighed", "the field is called a secret")
_SAID = Message("kaldes en kode i teksten", "called a password in the text")


class SecretRecognizer(Recognizer):
    """Values that open something."""

    entity_type: ClassVar[str] = "SECRET"
    triggers = (*SPOKEN, *VENDORS, PROMISED, COMMAND)
    labels = (PROMISED_LABEL,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Each value once, with the best reason."""
        best: dict[Span, Hit] = {}
        for hit in self._hits(text, artifacts):
            if hit.span not in best or best[hit.span].score < hit.score:
                best[hit.span] = hit
        yield from best.values()

    def _hits(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        for span in private_keys(text):
            yield Hit(span, 0.98, _PRIVATE)
        for span in vendor_keys(text):
            if not is_stand_in(span.of(text)):
                yield Hit(span, 0.95, _KEY)
        for span in logins(text):
            if can_be_password(span.of(text)):
                yield Hit(span, 0.9, _LOGIN)
        for span in assigned(text):
            yield Hit(span, 0.9, _NAMED)
        for span in in_commands(text):
            yield Hit(span, 0.85, _NAMED)
        for span in in_columns(text, fields_of(text, artifacts, PROMISED_LABEL)):
            yield Hit(span, 0.8, _NAMED)
        for span, score in spoken(text):
            yield Hit(span, score, _SAID)
