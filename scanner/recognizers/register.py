"""What stands in the register of own data: customers, firms, numbers, whatever was imported.

What it finds: each imported value, under the entity type it was imported as. Looks like: the
value in any case, with æ or ae, with a genitive -s, with or without its legal form; a number with
any grouping. Does not match: a part of a word; an everyday word in lower case ("bølge") that a
firm is called; a number of five digits or less without a label. Check: none, it is exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.message import Message
from scanner.recognizers.base import ContextWords, Hit, Recognizer
from scanner.recognizers.house import House
from scanner.register import Register, matches

_LABELS = frozenset(
    {"kunde", "kunden", "kundens", "kundenr", "kundenummer", "kundenummeret", "debitor", "konto"}
    | {"debitornr", "kontonr", "medlem", "medlemsnr", "medlemsnummer", "sag", "sagen", "sagsnr"}
    | {"sagsnummer", "aftalenr", "customer", "client", "account", "member", "case", "id", "nr"}
)
_SCORE = 0.95
_UNLABELLED = 0.45
_REASON = Message("står i eget register", "stands in the own register")


@dataclass(frozen=True, slots=True)
class TypedHit(Hit):
    """A hit that says of which entity type it is."""

    entity_type: str


class RegisterRecognizer(Recognizer):
    """Finds the values of one register; of as many entity types as it holds."""

    entity_type = "CUSTOMER_ID"
    context_words = ContextWords(supporting=_LABELS)

    def __init__(self, register: Register | None = None, supported_language: str = "da") -> None:
        super().__init__(supported_language)
        self._register = register
        self.triggers = None if register else ()
        if register:
            self.supported_entities = list(register.contents.types)

    @classmethod
    def for_house(cls, house: House) -> Self:
        """With the register of the house, if it has one."""
        return cls(house.register)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[TypedHit]:  # noqa: ARG002  # the words alone count
        """Yield what stands in the register; nothing without one."""
        for match in matches(self._register, text) if self._register else ():
            score = _UNLABELLED if match.needs_label else _SCORE
            yield TypedHit(match.span, score, _REASON, match.entity_type)

    def _result(self, hit: Hit) -> Any:
        result = super()._result(hit)
        if isinstance(hit, TypedHit):
            result.entity_type = hit.entity_type
        return result
