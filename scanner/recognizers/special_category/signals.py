"""The statements: what is had, what somebody is, and phrases that are complete by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from scanner.doc import Span
from scanner.sought import Sought, sought

_HAVE = (
    r"(?:har|havde|haft|får|fik|fået|have|lider(?: også)? af|led af|lidt af|døjer med|døjet med|døjede med"
    r"|kæmper med|kæmpet med|kæmpede med|plages af|plaget af|ramt af|rammes af|diagnosticeret med"
    r"|konstateret|diagnosen|(?:i )?behandling for|behandles for|behandlet for|opereret for|indlagt med"
    r"|tegn på|symptomer på|mistanke om|udviklet|udvikler|vist sig at have|mærker til|mærket til"
    r"|syg af|syg med|død af|døde af|nede med|ned med|overlevet|sygemeldt(?: \w+){0,3}? (?:med|af)|pga\.?"
    r"|på grund af|grundet|skyldes|oven på|ovenpå|kommer sig (?:over|efter)|rask efter|tager|lever med|bærer"
    r"|(?:ligger|er hjemme|hjemme|i seng|slås|bøvler|tumler)(?: \w{2,9}){0,2} med|kræver|behøver|needs|needed|requires|has|had|having|have|got|suffers from|suffering from|suffered from|suffered|diagnosed with|living with"
    r"|lives with|battling|treated for|treatment for|recovering from|due to|because of|undergoing|takes)"
)
# What is somebody's own: "siden sin hjernerystelse", "Metas nye diagnose".
_OWN = r"(?:sin|sit|sine|hans|hendes|his|her)[ ](?:[^\W\d_]{2,15}[ ])?"
_BE = (
    r"(?:er|var|bliver|blev|blevet|været|være|start(?:er|e|ede|et)|begynd(?:er|te|t)|kommet|kommer|kom|meldt sig|melder sig|meldte sig|melde sig|melde mig|meldt mig"
    r"|går|gik|gået|ligger|lå|erklæret|som|is|was|been|being|be|became|become|went|gone|am|are|'s)"
)
_MODIFIER = (
    r"(?:en|et|den|det|sin|sit|sine|hans|hendes|min|mit|svære?|svært|lette?|mildt?|milde|kroniske?|alvorlige?"
    r"|alvorligt|akut|medfødt|arvelig|type|lige|netop|nu|igen|stadig|også|selv|både|samtidig|nye?|længe"
    r"|første|anden|andet|tredje|fjerde|femte|sjette|næste|nyt|dit|deres|vores|halvt?|begge|grim|voldsom"
    r"|tilbagevendende|langvarig|ondartet|desværre|måske|vist|åbenbart|nok|sandsynligvis|pludselig|meget|ret"
    r"|flere|mange|år|i|efter|slemt?|slemme|hård|kraftig|ubehandlet|delvist?|helt|fortsat|været|fået|haft|stillet"
    r"|diagnosen|konstateret|udbrudt|form|af|og|eller|samt|praktiserende|troende|aktiv|erklæret|åben|åbent"
    r"|sidste|forrige|uge|måned|forår|foråret|sommer|sommeren|efterår|efteråret|vinter|vinteren|weekend"
    r"|konverteret|ortodoks|tidligere|nyligt?|nylig|to|tre|fire|fem|nogle|noget|lidt|alt|for|langtids|deltids"
    r"|a|an|the|severe|mild|chronic|acute|just|recently|been|bad|very|also|still|stage|some|again|openly"
    r"|practising|practicing|currently|first|second|third|minor|major|serious|off|long-term|his|her|my|new|both|and|from|\d{1,3}|i{1,3})"
)
_GAP = rf"(?:[ ]{_MODIFIER}){{0,5}}[ ]"
_NO_COMPOUND = r"(?![\w])(?!-\w)"

# A person's, and not an illness called after its finder.
_GENITIVE = (
    r"(?-i:(?!(?:Alzheimer|Parkinson|Crohn|Huntington|Hodgkin|Basedow|Addison|Cushing|Menière|Bechterew"
    r"|Down|Asperger|Tourette|Graves|Wilson|Raynaud|Sjögren|Scheuermann|Dupuytren)s?[ ])[A-ZÆØÅ][^\W\d_]{1,20}s)"
)


@dataclass(frozen=True, slots=True)
class Signals:
    """The compiled statements, and words that tell enough in a list or of a person near by."""

    had: Sought
    been: Sought
    phrases: Sought
    words: Sought
    telling: Sought

    @property
    def patterns(self) -> tuple[Sought, ...]:
        """All of them."""
        return self.had, self.been, self.phrases, self.words, self.telling

    def statements(self, text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, Span]]:
        """Where which sentence says something that is sensitive once it is said of a person."""
        for pattern in (self.had, self.been, self.phrases):
            yield from _inside(pattern, text, sentences)

    def hints(self, text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, Span]]:
        """Words that are sensitive where a person is the subject, whatever stands between."""
        return _inside(self.telling, text, sentences)

    def may_have_word(self, text: str, within: Span) -> bool:
        """Whether the text may have one of the words there."""
        return self.words.may_match(text, within.start, within.end)

    def word(self, text: str, sentence: Span, start: int) -> re.Match[str] | None:
        """The first word of the kind from ``start`` in the sentence on; counted from it."""
        return next(self.words.within(text, sentence.start, sentence.end, start), None)


def _inside(pattern: Sought, text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """Where the pattern matches which sentence by itself."""
    if not pattern.may_match(text, 0, len(text)):
        return
    for index, sentence in enumerate(sentences):
        if pattern.may_match(text, sentence.start, sentence.end):
            for match in pattern.within(text, sentence.start, sentence.end):
                yield index, Span(sentence.start + match.start(), sentence.start + match.end())


@cache
def shipped() -> Signals:
    """The shipped signals, compiled once."""
    data: dict[str, Any] = yaml.safe_load(
        files(__package__).joinpath("signals.yaml").read_text(encoding="utf-8")
    )
    conditions = rf"(?:{_any(data['conditions'])}|[^\W\d_]{{2,20}}{_any(data['endings'])})"
    strong = [*data["telling"], *(set(data["conditions"]) - set(data["weak"]))]
    states = (
        rf"(?:{_any(data['states'])}|(?!{_any(data['not_states'])}(?!\w))"
        rf"[^\W\d_]{{3,14}}-?{_any(data['state_endings'])})"
    )
    others = _any(data["not_before"])
    lists = {
        "{crime}": f"(?:{'|'.join(data['crimes'])})",
        "{unions}": _any(data["unions"]),
        "{parties}": _any(data["parties"]),
        "{origins}": _any(data["origins"]),
        "{genitive}": _GENITIVE,
        "{body}": rf"{_any(data['body'])}(?:ene?|et|erne|er|ne|te?n?|n|t|s)?(?!\w)",
    }
    return Signals(
        had=_compiled(f"(?:{_HAVE}{_GAP}|{_OWN}){conditions}{_NO_COMPOUND}"),
        been=_compiled(rf"{_BE}{_GAP}{states}{_NO_COMPOUND}(?! {others}\b)"),
        phrases=_compiled("|".join(_filled(phrase, lists) for phrase in data["phrases"])),
        words=_compiled(rf"(?:{conditions}|{states}|halal|kosher|glutenfri){_NO_COMPOUND}"),
        telling=_compiled(
            rf"(?:{_any(strong)}|[^\W\d_]{{2,20}}{_any(data['endings'])}){_NO_COMPOUND}"
        ),
    )


def _filled(phrase: str, lists: Mapping[str, str]) -> str:
    for name, words in lists.items():
        phrase = phrase.replace(name, words)
    return phrase


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(map(str, words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _compiled(pattern: str) -> Sought:
    return sought(rf"(?<!\w)(?=[\w§'])(?:{pattern})(?!\w)", re.IGNORECASE)
