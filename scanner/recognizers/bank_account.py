"""DK_BANK_ACCOUNT: registration and account number, and payment lines (FIK, giro)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.fields import Field, FieldKind
from scanner.identifiers import payment_line
from scanner.message import Message
from scanner.nlp.artifacts import fields_of
from scanner.recognizers.base import ContextWords, Hit, Recognizer, whole
from scanner.sought import sought

_SUPPORTING = frozenset(
    """konto kontoen kontonr kontonummer kontonummeret kontonumre bankkonto bankkontoen bankkontonr
    nemkonto nemkontoen lønkonto lønkontoen klientkonto klientkontoen driftskonto opsparingskonto
    budgetkonto depotkonto girokonto udbetalingskonto kto kt reg reg-nr regnr registreringsnummer
    registreringsnr bank banken bankoplysninger bankforbindelse overfør overføre
    overfører overføres overført
    overførsel overførslen indbetal indbetales indbetaling udbetales udbetaling indsættes indsæt
    account accounts transfer kontooplysninger nordea jyske sydbank nykredit sparekassen sparekasse
    andelskassen lunar spar arbejdernes handelsbanken indbetalt udbetalt pengene
    depositum depositummet""".split()  # noqa: SIM905  # a word list
) | {
    *("reg nr", "konto nr", "danske bank", "account number", "account no", "sort code"),
    *("betales til", "betal til", "betalt til", "betaling til", "betale til"),
    *("sættes ind", "sæt ind", "sat ind", "sætte ind", "indsat på"),
}
_OPPOSING = frozenset(
    """ordre ordrenr faktura fakturanr varenr tlf telefon mobil cpr cpr-nr cvr p-nr ean gln sagsnr
    journalnr sag journal tracking pakke pakkenr serienr version isbn matrikel
    bogføringskonto""".split()  # noqa: SIM905  # a word list
)
_EDGE = r"(?<![^\W_])(?<!\d[.\-/,])"
_END = r"(?![^\W_])(?![\-/]\d)(?![.,]\d{1,2}(?!\d))"
_ACCOUNT = r"\d(?:[ .]?\d){3,9}"
_NR = r"(?:[ \-.]{0,2}(?:nr|nummer|no|number))?\.?[ ]?[:=]?[ \t]{0,3}"
_REG = rf"(?:registrerings|reg\.?|bank)(?:[ \-]?(?:nr|nummer|no))?{_NR}"
_LINK = r"(?:[ \t]{0,3}[,;/|\-–]?[ ]{0,3}(?:og[ ])?|[ \t]{0,3}\n[ \t]{0,8})"
_KONTO = rf"(?:(?:bank|løn|nem|klient|drifts)?konto|kto|kt|account|acc){_NR}"
# reg.nr. 1234, konto 1234567: the label between the two is inside the span.
_BOTH = sought(
    rf"(?<![^\W_]){_REG}(?P<pair>\d{{4}}{_LINK}{_KONTO}{_ACCOUNT}){_END}",
    re.IGNORECASE,
)
_TURNED = sought(
    rf"(?<![^\W_]){_KONTO}(?P<pair>\d(?:[ .]?\d){{5,9}}[ ]{{0,2}}[,;/\-(]?[ ]{{0,2}}(?:og[ ])?"
    rf"{_REG}\d{{4}}){_END}",
    re.IGNORECASE,
)
_PAIR = sought(
    rf"{_EDGE}(?P<pair>\d{{4}}(?:[ ]{{1,3}}|[ ]?[\-–/+][ ]?)"
    rf"(?:\d{{5,10}}|\d{{2,4}}[ ]\d{{2,4}}[ ]\d{{2,4}})){_END}(?! \d{{4}}(?!\d))"
)
_ALONE = sought(
    rf"(?<![^\W_])(?:(?:bank|løn|nem|klient)?kontonr|(?:bank|løn|klient)?kontonummer(?:et)?"
    rf"|(?:bank|nem|løn|klient|giro)konto|konto(?=[ ]?(?:er|:|=)[ ]?\d{{14}}(?!\d))"
    rf"|account[ ](?:no|number)|giro(?:nr|nummer)?)"
    rf"(?:[ ]?(?:nr|er|:|=|\.)){{0,3}}[ ]{{0,3}}(?P<pair>\d(?:[ \-.]?\d){{6,13}}){_END}",
    re.IGNORECASE,
)
_LINE = sought(
    r"(?<![^\W_])(?:[+>][ ]?)?(?:01|04|15|71|73|75)[ ]?[<>/][ ]?"
    r"(?:\d{15,16}[ ]?[+/][ ]?|[+/][ ]?)?\d{7,8}(?![^\W_])(?:[ ]?<)?"
)
_LABEL = re.compile(
    r"(?:bank|løn|nem|klient|udbetalings)?[ _\-]?(?:konto|account)"
    r"(?:[ _.\-]?(?:nr|nummer|no|number))?|kto\.?(?:[ _.\-]?nr)?"
    r"|reg\.?(?:nr\.?)?[ _]?[/+\-&][ _]?konto.{0,6}"
)
_IN_LABEL = whole(_LABEL)
_REG_LABEL = re.compile(r"(?:bank)?reg(?:istrerings)?\.?[ _\-]?(?:nr|nummer|no)?|sort ?code")
_VALUE = re.compile(r"(?:\d{4}[ \-/]{1,3})?\d(?:[ .\-]?\d){3,9}")
_LEAST_ALONE = 7


class BankAccountRecognizer(Recognizer):
    """Accounts by their labels, by the 4 + 10 form, by table columns, and payment lines."""

    entity_type: ClassVar[str] = "DK_BANK_ACCOUNT"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING, _OPPOSING)
    triggers = (_BOTH, _TURNED, _PAIR, _ALONE, _LINE)
    labels = (_IN_LABEL,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Labelled pairs first; a pair alone needs the context words."""
        named = Message("registrerings- og kontonummer", "bank registration and account number")
        for pattern, score in ((_BOTH, 0.95), (_TURNED, 0.95), (_ALONE, 0.7), (_PAIR, 0.25)):
            for match in pattern.finditer(text):
                yield Hit(Span(*match.span("pair")), score, named)
        for match in _LINE.finditer(text):
            is_valid = payment_line.is_valid(match[0])
            if is_valid or "<" in match[0]:
                reason = Message("betalingslinje (FIK eller giro)", "payment line (FIK or giro)")
                yield Hit(Span(*match.span()), 1.0 if is_valid else 0.8, reason)
        yield from _fields(text, fields_of(text, artifacts, _IN_LABEL))


def _fields(text: str, fields: tuple[Field, ...]) -> Iterator[Hit]:
    """Values under "Konto"; four to six digits only where a column "Reg" tells it is a bank's."""
    has_registration = any(
        field.kind is not FieldKind.LINE and _REG_LABEL.fullmatch(field.label) for field in fields
    )
    for field in fields:
        written = field.span.of(text)
        if _LABEL.fullmatch(field.label) and _VALUE.fullmatch(written):
            digits = sum(map(str.isdigit, written))
            if digits >= _LEAST_ALONE or (has_registration and digits > 3):  # noqa: PLR2004  # 4 to 10
                reason = Message("kontonummer under »konto«", 'account number below "account"')
                yield Hit(field.span, 0.85, reason)
