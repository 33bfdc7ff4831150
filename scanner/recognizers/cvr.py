"""DK_CVR: CVR numbers, SE numbers and Danish VAT numbers; modulus 11 is a gate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.identifiers import cvr
from scanner.message import Message
from scanner.recognizers.base import ContextWords, Hit, Recognizer
from scanner.sought import sought

_SUPPORTING = frozenset(
    """cvr cvr-nr cvr-nummer cvr-nummeret cvr-numre cvr-no cvr-number cvr-id cvrs datacvr
    virksomhedsnummer virksomhedsnr selskabsnummer selskabsnr se-nr se-nummer se-numre
    moms-nr momsnummer momsregistreringsnummer momsnr momsreg vat vat-nr vat-no vatid vat-id
    vatnumber taxid companyid company_id companyregno org-nr organisationsnummer orgnr
    registreringsnummer virk erhvervsnummer kreditor debitor leverandør""".split()  # noqa: SIM905  # a word list
) | {
    *("cvr nr", "cvr nummer", "cvr no", "cvr number", "se nr", "se nummer", "moms nr", "vat no"),
    *("vat number", "vat reg", "org nr", "company reg", "company registration", "reg no"),
    *("company registration number", "company number", "company no", "business registration"),
    *("registered no", "registration number", "moms reg", "cvr og se", "tax id", "vat id"),
}
_OPPOSING = frozenset(
    """tlf tlfnr telefon telefonnr telefonnummer mobil mobilnr mobilnummer mob ring sms fax
    phone tel direkte hovednummer whatsapp nummer dato date ordre ordrenr ordrenummer faktura
    fakturanr fakturanummer bilag bilagsnr varenr varenummer kørekort kørekortnr konto kontonr
    kontonummer kreditornr kreditornummer mobilepay serienr serienummer pas pasnr sagsnr journalnr
    kundenr tracking version beløb kr dkk eur""".split()  # noqa: SIM905  # a word list
)
_CANDIDATE = sought(
    r"(?:(?<![^\W_])|(?<=cvr)|(?<=cvrnr)|(?<=SE))(?<!\d\.)(?<!\+)"
    r"(?P<vat>DK(?P<gap>[ \t]{0,2}[-:.]?[ \t]{0,2}))?"
    r"(?P<number>\d{8}|\d\d(?P<pair>[ .\-])\d\d(?P=pair)\d\d(?P=pair)\d\d|\d{4}[ \-]\d{4}"
    r"|\d{3}[ ]\d{3}[ ]\d\d|\d\d(?P<mark>[ .])\d{3}(?P=mark)\d{3})"
    r"(?![^\W_])(?![.\-]\d)(?!,\d{1,2}(?!\d))",
    re.IGNORECASE,
)
_GROUP_BEFORE = re.compile(r"(?:\d{2}|\+\d{1,3}) $")
_GROUP_AFTER = re.compile(r" \d{2}(?!\d)| \d{4}(?!\d)(?! [A-ZÆØÅ])")
_FORM = re.compile(
    r"\b(?:ApS|A/S|I/S|K/S|P/S|IVS|AMBA|A\.M\.B\.A\.|FMBA|SMBA|F\.M\.B\.A\.|aps|a/s|v/)(?![\w/])"
)
_FORM_WINDOW = 60
_ADDRESSING = re.compile(r"\d")


class CvrRecognizer(Recognizer):
    """Eight digits whose weighted sum is divisible by 11."""

    entity_type: ClassVar[str] = "DK_CVR"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING, _OPPOSING)
    triggers = (_CANDIDATE,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:  # noqa: ARG002  # text alone
        """Numbers by how they are written; the label's weight comes with the context words."""
        position = 0
        while match := _CANDIDATE.search(text, position):
            position = match.start() + 1
            if cvr.is_valid(match["number"]) and not _is_piece_of_longer(text, match):
                position = match.end()
                yield _hit(text, match)


def _is_piece_of_longer(text: str, match: re.Match[str]) -> bool:
    """Whether a grouped number goes on at either side: a card, an IBAN, a phone abroad."""
    if match["number"].isdigit() or match["vat"]:
        return False
    before = _GROUP_BEFORE.search(text, max(0, match.start() - 5), match.start())
    return bool(before or _GROUP_AFTER.match(text, match.end()))


def _hit(text: str, match: re.Match[str]) -> Hit:
    if match["vat"]:
        # The prefix belongs to the number when no blank parts them.
        start = match.start("number") if match["gap"].strip("-:.") else match.start("vat")
        return Hit(
            Span(start, match.end()), 0.85, Message("momsnummer (DK)", "Danish VAT number (DK)")
        )
    span = Span(*match.span("number"))
    if _reads_as_date(match["number"]):
        return Hit(span, 0.1, Message("ligner en dato", "reads as a date"))
    if _follows_company(text, span.start) and match["number"].isdigit():
        return Hit(
            span, 0.55, Message("modulus 11 passer, efter firma", "modulus 11 holds, after a firm")
        )
    return Hit(span, 0.3, Message("modulus 11 passer", "modulus 11 holds"))


def _reads_as_date(number: str) -> bool:
    """Whether eight running digits are a day of 1900 to 2099, either end first."""
    if not number.isdigit():
        return False
    for year, month, day in (
        (number[:4], number[4:6], number[6:]),
        (number[4:], number[2:4], number[:2]),
    ):
        if year[:2] in {"19", "20"}:
            try:
                date(int(year), int(month), int(day))
            except ValueError:
                continue
            return True
    return False


def _follows_company(text: str, start: int) -> bool:
    """Whether a legal form stands before, on the line, with no other number between."""
    window = text[max(0, start - _FORM_WINDOW) : start].rpartition("\n")[2]
    forms = list(_FORM.finditer(window))
    return bool(forms) and not _ADDRESSING.search(window, forms[-1].end())
