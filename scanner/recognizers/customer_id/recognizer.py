"""The recognizer: labels, the forms of case numbers, and the policy's schemes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Self

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.fields import Field
from scanner.identifiers import case_number
from scanner.message import Message
from scanner.nlp.artifacts import fields_of
from scanner.policy import CustomerIdScheme
from scanner.recognizers.base import ContextWords, Hit, Recognizer
from scanner.recognizers.customer_id.labels import (
    LABEL,
    RECORDS,
    SIGNS,
    below_labels,
    beside_firms,
    labelled,
    repeated,
)
from scanner.recognizers.customer_id.schemes import Scheme
from scanner.recognizers.house import House

_SUPPORTING = frozenset(
    """sag sagen sagens sager sagsnr sagsnummer sagsid sags-id sagsbehandling esdh f2 journal
    journalnr journalnummer j.nr jnr jr.nr journalnumre kunde kunden kundens kundenr kundenummer
    kundenumre klient klienten medlem medlemmet medlemsnr medlemsnummer debitor debitornr ansøgning
    ansøgningen ansøgninger ansøgningsnr ansøger bevilling bevillingen bevillingsnr tilsagn
    tilsagnet tilskud kontrakt kontrakten kontraktnr aftalenr policenr ref reference case customer
    client member application contract grant skifteret skifteretten konkursboet
    journaliseret""".split()  # noqa: SIM905  # a word list
) | {"vores ref", "deres ref", "jeres ref", "vor ref", "sag nr", "j nr"}
_OPPOSING = frozenset(
    """ordre ordren ordrenr ordrenummer order faktura fakturanr fakturanummer invoice bilag vare
    varen varenr varenummer artikel artikelnr model modellen type typenr serienr serie version
    tracking pakke pakken pakkenr forsendelse produkt produktet isbn issn doi standard standarden
    iso forordning forordningen direktiv direktivet lov loven lovbekendtgørelse bekendtgørelse eu
    telefon tlf periode perioden sæson sæsonen regnskabsår år side kvittering tilbud
    part sku reservedel""".split()  # noqa: SIM905  # a word list
)
_NAMED = Message("kaldes et kunde- eller sagsnummer", "called a customer or case number")
_BESIDE = Message("nummer ved et firmanavn", "number beside a firm's name")
_FORMED = Message("har form som et sagsnummer", "has the form of a case number")
_REPEATED = Message("samme form som et kendt nummer", "same form as a number called so")
_SCHEME = Message("følger husets egen nummerserie", "follows the organization's own scheme")


class CustomerIdRecognizer(Recognizer):
    """Numbers that stand for a party or its case; ``schemes`` are the organization's own."""

    entity_type: ClassVar[str] = "CUSTOMER_ID"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING, _OPPOSING)
    labels = (LABEL,)

    def __init__(self, schemes: Iterable[CustomerIdScheme] = ()) -> None:
        super().__init__()
        self._schemes = tuple(map(Scheme.of, schemes))
        own = (scheme.pattern for scheme in self._schemes)
        self.triggers = (*SIGNS, *case_number.PATTERNS, *own)

    @classmethod
    def for_house(cls, house: House) -> Self:
        """With the schemes of the house's policy."""
        return cls(house.policy.customer_ids)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Called so, formed so, or of an own scheme; each place once, with the best reason."""
        needs_all = RECORDS.search(text) or any(each.needs_labels(text) for each in self._schemes)
        fields = fields_of(text, artifacts, None if needs_all else LABEL)
        best: dict[tuple[int, int], Hit] = {}
        for hit in self._hits(text, fields):
            key = (hit.span.start, hit.span.end)
            if key not in best or best[key].score < hit.score:
                best[key] = hit
        yield from best.values()

    def _hits(self, text: str, fields: Sequence[Field]) -> Iterator[Hit]:
        named = [*labelled(text), *below_labels(text, fields)]
        for span in named:
            yield Hit(span, 0.85, _NAMED)
        for span in beside_firms(text):
            yield Hit(span, 0.6, _BESIDE)
        for span in repeated(text, named):
            yield Hit(span, 0.75, _REPEATED)
        for span, score in case_number.forms(text):
            yield Hit(span, score, _FORMED)
        for scheme in self._schemes:
            for span, score in scheme.matches(text, fields):
                yield Hit(span, score, _SCHEME)
