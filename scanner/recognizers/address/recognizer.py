"""The recognizer: a street and a number, and everything that follows of the address.

Looks like: "Vestergade 12, 3. th., 8000 Aarhus C", "Ved Klosteret 5", "hovedgaden 12 i hobro".
Does not match: streets without number, "Vej 12", "side 12", roads as such ("Hovedvej 10", "E45").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.message import Message
from scanner.nlp.artifacts import fields_of
from scanner.recognizers.address import tail
from scanner.recognizers.address.foreign import FOREIGN, foreign
from scanner.recognizers.address.streets import Sure, needs_name, start_of_name, sureness
from scanner.recognizers.base import ContextWords, Hit, Recognizer, whole
from scanner.sought import sought

_SUPPORTING = frozenset(
    """adresse adressen adresser besøgsadresse leveringsadresse postadresse fakturaadresse bopæl
    bopælen bor boede bosat boende flyttet flytter flyttede bopælsadresse privatadresse address
    lives living resides hjemsted beliggende ligger ejendommen lejemål lejemålet lokaler lokalerne
    forretningssted hjemmeadresse mødested street addr adr gade vej""".split()  # noqa: SIM905  # a word list
)
_WORD = (
    r"(?<![\w.'’\-@/])"
    r"(?P<word>[^\W\d_](?:[^\W\d_'’]{1,38}+(?:[01]{1,2}[^\W\d_]{1,20}+)?|[01]{1,2}[^\W\d_]{1,20}+)"
    r"(?:[-.'’][^\W\d_]{1,20}+){0,2}\.?)[ ]{1,2}(?:nr\.?[ ])?"
)
_BEFORE_NUMBER = sought(rf"{_WORD}(?P<number>\d)")
_LABEL = re.compile(
    r"(?:(?:besøgs|leverings|post|faktura|privat|bopæls|hjemme|forretnings|firma|virksomheds)?"
    r"adresse(?:linje)?(?: ?1)?|bopæl|gade|vej|vejnavn|adr|street"
    r"|(?:(?:street|home|postal|billing|delivery)[ _]?)?address(?:[ _]?line)?(?:[ _]?1)?)"
)
_IN_LABEL = whole(_LABEL)
_WHOLE = re.compile(r"[^\W\d_][\w .,'’/\-–]{2,120}")
_HAS_NUMBER = re.compile(r"[^\W\d_][ ,]{1,2}(?:nr\.? )?\d{1,4}")
_LEAST_STEM = 3
_REACH = 20
_LIVES = re.compile(
    r"\b(?:bor|boede|bopæl|boende|flyttet|flytter)(?: (?:på|i|ved|til|nu|stadig)){1,2} $"
)
_SURE_SMALL = ("gade", "gaden", "vej", "vejen", "allé", "stræde", "strædet", "boulevard", "torvet")
_FULL = Message("vej, nummer og postnummer", "street, number and postal code")
_STREET = Message("vej og nummer", "street and number")
_ABROAD = Message("form af en udenlandsk adresse", "form of a foreign address")
_NAMED = Message("feltet kaldes en adresse", "the field is called an address")


class AddressRecognizer(Recognizer):
    """Street addresses, Danish ones first."""

    entity_type: ClassVar[str] = "ADDRESS"
    context_words: ClassVar[ContextWords] = ContextWords(_SUPPORTING)
    triggers = (_BEFORE_NUMBER, *FOREIGN)
    labels = (_IN_LABEL,)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Each address; a longer reading of the same place comes with the better score."""
        for match in _BEFORE_NUMBER.finditer(text):
            hit = _street(text, match)
            if hit:
                yield hit
        for span, score in foreign(text):
            yield Hit(span, score, _ABROAD)
        for field in fields_of(text, artifacts, _IN_LABEL):
            value = field.span.of(text)
            is_address = _LABEL.fullmatch(field.label) and _WHOLE.fullmatch(value)
            if is_address and _HAS_NUMBER.search(value):
                yield Hit(field.span, 0.8, _NAMED)


def _street(text: str, match: re.Match[str]) -> Hit | None:
    """The address whose street ends with the matched word, if it is one."""
    word = match["word"]
    start = start_of_name(text, match.start())
    if not word[0].isupper() and start == match.start():
        return _small_street(text, match)
    sure = sureness(word)
    if sure is Sure.NO or tail.is_month(word):
        return None
    if needs_name(word) and start == match.start():
        return _bare_road(text, match, sure)
    full = tail.FULL.match(text, match.start("number"))
    if full and _is_place(full, sure):
        end = tail.country_end(text, full.end())
        return Hit(Span(start, end), 0.95 if sure > Sure.PERHAPS else 0.8, _FULL)
    part = tail.PART.match(text, match.start("number"))
    if not part or (sure is Sure.PERHAPS and start == match.start()):
        return None
    end = tail.town_end(text, part.end())
    return Hit(Span(start, end), _part_score(sure, part, has_town=end > part.end()), _STREET)


def _bare_road(text: str, match: re.Match[str], sure: Sure) -> Hit | None:
    """A general word as the street's name, where a town follows: "Ringvej 44, Skive".

    Words that mean other things as well need its postal code: "Havnen 7, 9990 Skagen".
    """
    full = tail.FULL.match(text, match.start("number"))
    if full and _is_place(full, sure):
        return Hit(Span(match.start(), tail.country_end(text, full.end())), 0.8, _FULL)
    if sure is not Sure.YES:
        return None
    part = tail.PART.match(text, match.start("number"))
    end = tail.town_end(text, part.end()) if part else 0
    has_town = part is not None and end > part.end()
    return Hit(Span(match.start(), end), 0.75, _STREET) if has_town else None


def _part_score(sure: Sure, part: re.Match[str], *, has_town: bool) -> float:
    if sure is Sure.YES:
        return 0.85
    if has_town or part["floor"]:
        return 0.75 if sure is Sure.LIKELY else 0.5
    return 0.4 if sure is Sure.LIKELY else 0.3


def _is_place(full: re.Match[str], sure: Sure) -> bool:
    """Whether what follows the number is a postal code and town rather than a year and a word."""
    code = re.search(r"\d{4}", full["place"])
    is_year = code is not None and code[0][:2] == "20" and code[0] != "2000" and code[0] < "2050"
    if is_year or (full["small"] and full["small"].split()[0].casefold() not in tail.towns()):
        return False
    return sure > Sure.PERHAPS or "," in full[0] or "\n" in full[0]


def _small_street(text: str, match: re.Match[str]) -> Hit | None:
    """A street in lower case: only endings that mean nothing else, after a stem.

    Or any word where someone lives and a town follows: "bor på bakkedraget 12 i vejen".
    """
    word = match["word"]
    if _LIVES.search(text[max(0, match.start() - _REACH) : match.start()]):
        part = tail.PART.match(text, match.start("number"))
        end = tail.town_end(text, part.end()) if part else 0
        if part and end > part.end() and sureness(word) is not Sure.NO:
            return Hit(Span(match.start(), end), 0.75, _STREET)
    ending = next((end for end in _SURE_SMALL if word.endswith(end)), "")
    if not ending or len(word) - len(ending) < _LEAST_STEM or sureness(word) is not Sure.YES:
        return None
    full = tail.FULL.match(text, match.start("number"))
    if full and _is_place(full, Sure.YES):
        return Hit(Span(match.start(), full.end()), 0.9, _FULL)
    part = tail.PART.match(text, match.start("number"))
    if not part:
        return None
    end = tail.town_end(text, part.end())
    return Hit(Span(match.start(), end), 0.8 if end > part.end() else 0.7, _STREET)
