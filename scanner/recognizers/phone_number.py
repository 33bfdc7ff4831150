"""PHONE_NUMBER: Danish numbers in every grouping, Faroese, Greenlandic and foreign ones.

What it finds: the whole number with its country prefix.
Looks like: "28 40 98 27", "tlf. 39-41-86-55", "0045 20421543", "+298 224466", "Poul, 49751286".
Does not match: CVR numbers called so, dates, amounts, order, article and account numbers.
Check: eight digits that do not begin with 0 or 1 (the Danish numbering plan); abroad, the ranges of
the ``phonenumbers`` package. Pairs stand by themselves; running digits need a label or a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

import phonenumbers
from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.identifiers import compact_date
from scanner.message import Message
from scanner.nlp.artifacts import fields_of
from scanner.recognizers.base import ContextWords, Hit, Recognizer, whole
from scanner.sought import sought

_SUPPORTING = frozenset(
    """tlf tlfnr tlf-nr tlfnummer telefon telefonen telefonnr telefonnummer telefonnummeret tel
    telephone mobil mobilen mobilnr mobilnummer mobilnummeret mobiltelefon mobiltlf mob ring ringe
    ringer ringes ringet ringede opkald opkaldet opringning opringet sms sms'e whatsapp mobilepay
    mobilpay dir direkte direct phone phonenumber phone_number call called calling calls cell
    cellphone mobile contactphone hotline vagttelefon vagtnummer hovednummer fax kontakt kontaktes
    kontaktnummer kontakttelefon contact træffes fanges fange nås reach reached fastnet
    arbejdstelefon
    privattelefon privatnummer hjemmenummer dial kontaktinfo kontaktoplysninger""".split()  # noqa: SIM905  # a word list
) | {
    "hendes nummer",
    "hans nummer",
    "mit nummer",
    "på nummer",
    "my number",
    "nyt nummer",
    "kald mig",
    "skriv på",
    "skriv til",
    "sms til",
}
_OPPOSING = frozenset(
    """cvr cvr-nr cvr-nummer cvrnr se-nr vat moms p-nr p-nummer pnr produktionsenhed org-nr
    virksomhedsnummer momsnr vat-nr vat-no ordre ordrenr ordrenummer order faktura fakturanr
    fakturanummer invoice bilag bilagsnr varenr varenummer artikel artikelnr item sku konto kontonr
    kontonummer kontostreng account reg reg.nr kundenr kundenummer kunde-id kundeid medlemsnr
    medlemsnummer sag sagsnr sagsnummer sagen journalnr jnr journal ean gln isbn issn version build
    release tracking trackingnr pakkenr forsendelse kørekort kørekortnr pas pasnr serienr
    serienummer rekvisition kreditor kreditornr beløb pris omsætning kr dkk eur id nr.plade dato
    date matrikel bfe cpr personnummer model ticket sagsid policenr police aftalenr kontrakt
    kontraktnr reference ref betalings-id kortnr stelnummer ejendomsnr ansøgning løbenr lotto joker
    vindertal vindertallet vindertallene lottotal lottotallene tillægstal bonustal stjernetal
    eurojackpot vikinglotto keno bingo lodtrækning lod lodnr partnr part-no vvs-nr nobb el-nr db-nr
    varekode stregkode afgang afgange afgår ankomst startnr startnumre fejlkode""".split()  # noqa: SIM905  # a word list
) | {
    "cvr nr",
    "part no",
    "vvs nr",
    "lod nr",
    "vat no",
    "kunde nr",
    "ordre nr",
    "faktura nr",
    "vare nr",
    "konto nr",
    "sag nr",
}
_UNIT = r"(?!\s?(?:kr\b|dkk\b|eur\b|usd\b|€|\$|%|stk\b|kg\b|m2\b|m²|mio\b|km\b|,-|kroner\b))"
_DANISH = sought(
    r"(?:(?<![^\W_])|(?<=tlf)|(?<=mob))(?<!\d[ .,\-/:])(?<![+#§€$])"
    r"(?P<prefix>\(?\+?45\)?[ \-]{0,2})?"
    r"(?P<number>[2-9]\d{7}|[2-9]\d(?P<sign>[ .,\-/])\d\d(?P=sign)\d\d(?P=sign)\d\d"
    r"|(?!20[0-4]\d-)[2-9]\d{3}[ \-]\d{4}"
    r"|[2-9]\d\d ?\d\d \d{3}|[2-9]\d\d \d{3} \d\d|[2-9]\d \d{3} \d{3}|[2-9]\d \d\d \d{4})"
    r"(?![^\W_])(?![.\-/:]\d)(?! \d\d(?!\d))(?! \d{3,4}(?!\d)(?! [A-ZÆØÅ]))"
    rf"(?!,\d{{1,2}}(?!\d)){_UNIT}",
    re.IGNORECASE,
    sign=r"(?:(?<![^\W_])|(?<=45)|(?<=tlf)|(?<=mob))"
    r"(?:[2-9]\d{7}|[2-9]\d(?: \d\d){3}|[2-9]\d(?:\.\d\d){3}"
    r"|[2-9]\d(?:-\d\d){3}|[2-9]\d(?:[/,]\d\d){3}"
    r"|[2-9]\d{3}[ \-]\d{4}|[2-9]\d\d ?\d\d \d{3}|[2-9]\d\d \d{3} \d\d"
    r"|[2-9]\d \d{3} \d{3}|[2-9]\d \d\d \d{4})",
)
_ABROAD = sought(
    r"(?<![^\W_])(?<![\d+])(?:\(\+\d{1,3}\)|\+\d|00[1-9])"
    r"[\d ()./\-]{4,22}\d(?![^\W_])(?!<(?![/A-Za-z]))"
)
_GROUP_END = re.compile(r"[ ()./\-]+\d+$")
_OF_FIRM = re.compile(r"(?:ApS|A/S|I/S|K/S|P/S|IVS|Holding|A\.M\.B\.A\.?)[ ]?[(,]?[ ]?$")
_OWN_LABEL = re.compile(
    r"(?:[☎☏✆📞📱]\ufe0f?|(?:^|[\s|·•,;(])[TMPDtmpd](?:[.:]|(?<=[TMPD]))"
    r"|\b(?:[Mm]it|[Dd]it|[Hh]ans|[Hh]endes|[Dd]eres|privat\w{0,2}|[Nn]yt|nye|alies|(?!kunden|sagen|ordren|varen|konto"
    r"|firma|faktura|selskab|virksomhed)[^\W\d_]{2,20}s)\s(?:nr|nummer|nummeret)\b[^\n\d]{0,50}?)"
    r"\s{0,2}$",
)
_AFTER_NAME = re.compile(
    r"(?<![^\W_])[A-ZÆØÅ][^\W\d_]{1,20}(?:[ ][^\W\d_.]{1,20}\.?){0,3}"
    r"(?:,[ ][a-zæøå][^\W\d_. ]{0,20}\.?(?:[ ][a-zæøå][^\W\d_]{1,20}){0,2})?"
    r"(?:,[ ]|[ ]?[(|·–-][ ]?)$"
)
_AFTER_MAIL = re.compile(r"@[\w.\-]{3,60}[>)]?[ ]?[,|·;/•–-]?[ ]{1,3}$")
_BEFORE_MAIL = re.compile(r"[ ]?[,|·;/•–-]?[ ]{1,3}[<(]?[\w.+\-]{1,40}@")
_SPEAKER = re.compile(r"(?:\[[\d:. /-]{4,20}\] ?)?[^\W\d_]{2,20}(?: [^\W\d_]{1,20})?: ?")
_ASKED = re.compile(
    r"(?i)\b(?:nr|nummer|nummeret|number)\b (?:på|til|hos|of|for)\b|\b(?:tlf|mobil)"
)
_ANY_OPPOSING = re.compile(
    r"(?i)(?:cvr|ordre|faktura|konto|varen|kunden|sagsn|journal|p-n|medlem|bilag|reg\.|pas|ean|vat)"
)
_LABEL = re.compile(
    r"(?:[^\W\d_]{0,20}[ _\-]?)?(?:tlf|telefon|tel|mobil|mob|phone|cell|sms|fax|whatsapp|mobilepay)"
    r"(?:[ _.\-]?(?:nr|nummer|no|number|\d))?\.?"
)
_IN_LABEL = whole(_LABEL)
_VALUE = re.compile(r"[2-9]\d{7}")
_WINDOW = 70
_LONGEST = 15
_LEAST_ABROAD = 11
_WHOLE = Message("form af et dansk telefonnummer", "form of a Danish phone number")
_BARE = Message("otte cifre", "eight digits")
_PLACED = Message(
    "otte cifre efter navn, mail eller betegnelse", "eight digits after a name or mail"
)
_CALLED = Message("otte cifre under »telefon«", 'eight digits below "phone"')
_PREFIXED = Message("dansk nummer med landekode", "Danish number with country code")
_FOREIGN = Message("gyldigt nummer med landekode", "valid number with country code")


class PhoneNumberRecognizer(Recognizer):
    """Phone numbers; eight running digits score by what stands around them."""

    entity_type: ClassVar[str] = "PHONE_NUMBER"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING, _OPPOSING)
    triggers = (_ABROAD, _DANISH)
    labels = (_IN_LABEL,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Numbers with a country code, then Danish ones without, then the cells of a column."""
        ends = set()
        for match in _ABROAD.finditer(text):
            span = _valid_part(match[0], match.start())
            if span:
                ends.add(span.end)
                yield Hit(span, 1.0, _FOREIGN)
        for match in _DANISH.finditer(text):
            if match.end() not in ends:
                yield _danish(text, match)
        for field in fields_of(text, artifacts, _IN_LABEL):
            if _LABEL.fullmatch(field.label) and _VALUE.fullmatch(field.span.of(text)):
                yield Hit(field.span, 0.7, _CALLED)


def _valid_part(written: str, start: int) -> Span | None:
    """The longest leading groups that make a valid number."""
    while written:
        digits = re.sub(r"\D", "", written.replace("(0)", ""))
        plus = digits.removeprefix("00") if written.startswith("00") else digits
        if len(plus) <= _LONGEST and _is_valid(plus):
            return Span(start, start + len(written))
        shorter = _GROUP_END.sub("", written)
        if shorter == written:
            break
        written = shorter
    return None


def _is_valid(digits: str) -> bool:
    """Whether the digits behind a "+" are a number, in use or of the right length.

    Danish ones by the numbering plan alone; abroad a plan may be newer than the tables we have.
    """
    if digits.startswith("45"):
        return len(digits) == 10 and digits[2] in "23456789"  # noqa: PLR2004  # 45 and eight
    try:
        number = phonenumbers.parse("+" + digits)
    except phonenumbers.NumberParseException:
        return False
    is_long = len(digits) >= _LEAST_ABROAD
    possible = phonenumbers.is_possible_number_with_reason(number)
    return bool(
        phonenumbers.is_valid_number(number)
        or (is_long and possible == phonenumbers.ValidationResult.IS_POSSIBLE)
    )


def _danish(text: str, match: re.Match[str]) -> Hit:
    number = match["number"]
    if match["prefix"]:
        has_gap = not match["prefix"][-1].isdigit() or not number.isdigit()
        score = 0.75 if has_gap and "+" in match["prefix"] else 0.55 if has_gap else 0.3
        return Hit(Span(*match.span()), score, _PREFIXED)
    span = Span(*match.span("number"))
    if number.isdigit() and compact_date.is_valid(number):
        return Hit(span, 0.1, Message("ligner en dato", "reads as a date"))
    above, _, line = text[max(0, span.start - _WINDOW) : span.start].rpartition("\n")
    if _is_placed(text, above.rpartition("\n")[2], line, span.end):
        return Hit(span, 0.7, _PLACED)
    if match["sign"] in {" ", "-"}:
        return Hit(span, 0.4 if _in_numbers(text, span) else 0.6, _WHOLE)
    return Hit(span, 0.25 if number.isdigit() or match["sign"] else 0.45, _BARE)


def _is_placed(text: str, above: str, line: str, end: int) -> bool:
    """Whether a name, a mail or a letter such as "M:" stands beside it, and no other label.

    Or it is the answer to the line above, which asks for a number.
    """
    if _OWN_LABEL.search(line) or _AFTER_MAIL.search(line):
        return True
    if _ANY_OPPOSING.search(line) or _OF_FIRM.search(line):
        return False
    if _SPEAKER.fullmatch(line) and _ASKED.search(above):
        return True
    return bool(_AFTER_NAME.search(line) or _BEFORE_MAIL.match(text, end))


def _in_numbers(text: str, span: Span) -> bool:
    """Whether the line holds other numbers and no letters: a table of figures."""
    start = text.rfind("\n", max(0, span.start - 200), span.start) + 1
    stop = text.find("\n", span.end, span.end + 200)
    rest = text[start : span.start] + text[span.end : stop if stop >= 0 else span.end + 200]
    return any(map(str.isdigit, rest)) and not any(map(str.isalpha, rest))
