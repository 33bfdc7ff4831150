"""The recognizer: a statement and its person, in a sentence, its neighbours, or a row of a list.

Looks like: "hun har fået konstateret en depression", "Henrik Toft er medlem af 3F", "bo - diabetes".
Does not match: analyses of markets, law, questions in general, templates, job advertisements.
Known problems: a statement six sentences away from its person; irony; nicknames of illnesses.
Sources: GDPR articles 9 and 10, databeskyttelsesloven §§ 7 and 8.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import ClassVar, Self

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.message import Message
from scanner.names import Kind, NameReader
from scanner.recognizers.base import Hit, Recognizer
from scanner.recognizers.house import House
from scanner.recognizers.special_category.people import (
    About,
    about,
    is_theirs,
    supposes,
    tells_of_person,
)
from scanner.recognizers.special_category.sentences import (
    around,
    beginning,
    ending,
    sentences,
)
from scanner.recognizers.special_category.signals import Signals, shipped

_SCORES = {About.PERSON: 0.85, About.SOMEBODY: 0.7, About.BESIDE: 0.65, About.NOBODY: 0.2}
_HINTED = 0.65
_REASON = Message("følsom oplysning om en person", "sensitive statement about a person")
_ROW = Message("følsom oplysning ved et navn", "sensitive statement beside a name")
_ROW_GAP = re.compile(r"[ ]?[-–—:,;|/(\t][^\n.?!]{0,40}$")
_ROW_START = re.compile(
    r"[ \t]{0,12}(?:[-*•]|\d{1,2}[.)])?[ \t]{0,4}(?P<name>[^\W\d_]{2,20}(?: [^\W\d_]{1,20}\.?){0,2})[ ]?[-–:|;(,]"
)
_LIST = re.compile(r"^[^\n]{2,40}? [-–:|] [^\n]+$", re.MULTILINE)
_LEAST_ROWS = 3
_FAR = 6  # sentences


class SpecialCategoryRecognizer(Recognizer):
    """Health, union, ethnicity, religion, politics, sex life, genes, offences: of one person."""

    entity_type: ClassVar[str] = "SPECIAL_CATEGORY"
    is_of_words = True

    def __init__(self, reader: NameReader | None = None, signals: Signals | None = None) -> None:
        super().__init__()
        self._reader = NameReader() if reader is None else reader
        self._signals = shipped() if signals is None else signals
        self.triggers = self._signals.patterns

    @classmethod
    def for_house(cls, house: House) -> Self:
        """The recognizer that takes the policy's own and public names for public."""
        return cls(house.names)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        """Each statement, with how surely it is about one person; the longest where they overlap."""
        hits = sorted(
            self._hits(text, artifacts),
            key=lambda hit: (-hit.score, hit.span.start - hit.span.end, hit.span),
        )
        taken: set[int] = set()
        for hit in hits:
            places = range(hit.span.start, hit.span.end)
            if taken.isdisjoint(places):
                taken.update(places)
                yield hit

    def _hits(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:
        parts = sentences(text)
        stated = list(self._signals.statements(text, parts))
        hinted = list(self._signals.hints(text, parts))
        rows = list(self._rows(text, parts))
        if not stated and not hinted and not rows:
            return
        names = [
            name.span for name in self._reader.read(text, artifacts) if name.kind is Kind.PERSON
        ]
        for index, span in stated:
            yield Hit(span, _SCORES[_whom(text, parts, index, span, names)], _REASON)
        for index, span in hinted:
            part = around(text, parts[index], span)
            within = Span(span.start - part.start, span.end - part.start)
            if is_theirs(part.of(text), within, _inside(part, names)):
                yield Hit(span, _HINTED, _REASON)
        for part, span, is_list in rows:
            if is_list or _inside(Span(part.start, span.start), names):
                yield Hit(span, 0.75, _ROW)

    def _rows(self, text: str, parts: Sequence[Span]) -> Iterator[tuple[Span, Span, bool]]:
        """Words of illness and the like behind what may be a name on a line of its own."""
        if not self._signals.may_have_word(text, Span(0, len(text))):
            return
        is_list = len(_LIST.findall(text)) >= _LEAST_ROWS
        for part in parts:
            if not self._signals.may_have_word(text, part):
                continue
            line = part.of(text)
            head = _ROW_START.match(line)
            word = self._signals.word(text, part, head.end()) if head else None
            if word and head and _ROW_GAP.search(line[: word.start()], head.end("name")):
                yield part, Span(part.start + word.start(), part.start + word.end()), is_list


def _whom(text: str, parts: Sequence[Span], index: int, span: Span, names: Sequence[Span]) -> About:
    """Whom the statement is about: by its sentence, else by those beside it."""
    part = around(text, parts[index], span)
    sentence = part.of(text)
    whom = about(
        sentence, Span(span.start - part.start, span.end - part.start), _inside(part, names)
    )
    if whom is not About.BESIDE:
        return whom
    if supposes(sentence):
        return About.NOBODY
    told = any(
        tells_of_person(other.of(text), _inside(other, names))
        for other in _beside(text, parts, index, part)
    )
    if told or _is_still_told(text, parts, index, names):
        return About.BESIDE
    return About.NOBODY


def _beside(text: str, parts: Sequence[Span], index: int, part: Span) -> Iterator[Span]:
    """What stands near ``part`` of a sentence: the rest of it, two before it and one behind."""
    yield ending(text, Span(parts[index].start, part.start))
    yield from (ending(text, other) for other in parts[max(0, index - 2) : index])
    yield from (beginning(text, other) for other in parts[index + 1 : index + 2])


def _is_still_told(text: str, parts: Sequence[Span], index: int, names: Sequence[Span]) -> bool:
    """Whether a paragraph that speaks of one person alone has come to this sentence."""
    first = index
    while first > max(0, index - _FAR) and not _ends_paragraph(text, parts[first - 1]):
        first -= 1
    far = [ending(text, part) for part in parts[first : max(first, index - 2)]]
    whole = [*far, *(ending(text, part) for part in parts[max(first, index - 2) : index + 1])]
    named = {name.of(text).split()[0] for part in whole for name in _named(part, names)}
    told = (
        _inside(other, names) and tells_of_person(other.of(text), _inside(other, names))
        for other in far
    )
    return len(named) == 1 and any(told)


def _ends_paragraph(text: str, part: Span) -> bool:
    return text.endswith("\n\n", part.start, part.end)


def _named(part: Span, names: Sequence[Span]) -> Sequence[Span]:
    first = bisect_left(names, part.start, key=lambda name: name.start)
    return names[first : bisect_right(names, part.end, key=lambda name: name.end)]


def _inside(part: Span, names: Sequence[Span]) -> list[Span]:
    """The names of a sentence, counted from its start; ``names`` are in order."""
    found = _named(part, names)
    return [Span(name.start - part.start, name.end - part.start) for name in found]
