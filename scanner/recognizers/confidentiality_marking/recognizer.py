"""The recognizer: markings by their form; what talks about markings is none.

Looks like: "FORTROLIGT – KUN TIL BESTYRELSEN", "TLP:AMBER", "Emne: [Fortroligt] Løn", "Dette
notat er fortroligt", the heading of a non-disclosure agreement with its parties.
Does not match: questions about NDAs, templates, "en fortrolig samtale", "intern kontrol".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.message import Message
from scanner.recognizers.base import Hit, Recognizer
from scanner.recognizers.confidentiality_marking import forms, words
from scanner.sought import sought

_ENDS = re.compile(r"[.!?](?=[\s\"”»]|$)|\n")
_SENTENCE = 300
_ALONE = sought(r"(?<![^\W_])(?:FORTROLIGT?|HEMMELIGT?|CONFIDENTIAL|EMBARGO)(?![^\W_])")
_OTHER_LEVELS = re.compile(
    r"(?i)TLP[:\- ]{1,2}(?:RED|AMBER|GREEN|CLEAR|WHITE)|\b(?:AMBER|GREEN|CLEAR)\b"
)
_MARK = Message("mærkning af teksten", "marking of the text")
_LINE = Message("mærkning på egen linje", "marking on a line of its own")
_SAID = Message("teksten kalder sig fortrolig", "the text calls itself confidential")
_AGREEMENT = Message("fortrolighedsaftale", "non-disclosure agreement")


class ConfidentialityMarkingRecognizer(Recognizer):
    """Where a text says that it is confidential."""

    entity_type: ClassVar[str] = "CONFIDENTIALITY_MARKING"
    triggers = (_ALONE, *forms.ALL, *words.ALL)

    def find(self, text: str, artifacts: NlpArtifacts | None) -> Iterator[Hit]:  # noqa: ARG002  # text alone
        """Markings in order of form, each place once."""
        taken: list[Span] = []
        for hit in self._hits(text):
            if not any(hit.span.overlaps(span) for span in taken[-50:]):
                taken.append(hit.span)
                yield hit

    def _hits(self, text: str) -> Iterator[Hit]:
        yield from _capitals(text)
        for match in forms.TLP.finditer(text):
            levels = _OTHER_LEVELS.findall(_sentence(text, match))
            if len(levels) == 1 and not _is_about(text, match):  # several explain the levels
                yield Hit(Span(*match.span()), 0.9, _MARK)
        for form in (
            forms.LINE,
            forms.HEADING,
            forms.SUBJECT,
            forms.SUBJECT_END,
            forms.LABEL,
            forms.BRACKET,
        ):
            for match in form.finditer(text):
                if not match[0].rstrip().endswith("?") and not forms.ABOUT.search(match[0]):
                    yield Hit(Span(*match.span("mark")), 0.85, _LINE)
        yield from _sentences(text)
        yield from _in_words(text)
        yield from _agreements(text)


def _capitals(text: str) -> Iterator[Hit]:
    """Phrases in capitals; a word alone has to begin or end its line."""
    if text.upper() == text and len(text) > _SENTENCE:
        return
    for match in forms.CAPITALS.finditer(text):
        if not _is_about(text, match):
            yield Hit(Span(*match.span()), 0.9, _MARK)
    for match in _ALONE.finditer(text):
        line = _line(text, match)
        before, after = line[0].strip(" \t*#>_=[(|!-–—"), line[1].strip(" \t*_=])|!-–—")
        if (not before or before.endswith((":", "–", "-", "|")) or not after) and not _is_about(
            text, match
        ):
            yield Hit(Span(*match.span()), 0.85, _MARK)


def _sentences(text: str) -> Iterator[Hit]:
    for form in forms.SENTENCES:
        for match in form.finditer(text):
            sentence = _sentence(text, match)
            if not _is_about(text, match):
                is_footer = forms.DISCLAIMER.search(sentence)
                yield Hit(Span(*match.span()), 0.4 if is_footer else 0.8, _SAID)


def _in_words(text: str) -> Iterator[Hit]:
    for match in words.said(text):
        sentence = _sentence(text, match)
        if not (_is_about(text, match) or words.OF_CODES.search(sentence)):
            is_footer = forms.DISCLAIMER.search(sentence)
            yield Hit(Span(*match.span()), 0.4 if is_footer else 0.7, _SAID)


def _agreements(text: str) -> Iterator[Hit]:
    """The heading of an agreement whose parties follow and are no blanks to fill in."""
    for match in forms.AGREEMENT.finditer(text):
        body = text[match.end("mark") : match.end() + 1500]
        around = text[max(0, match.start() - _SENTENCE) : match.start()] + body
        if forms.PARTIES.search(body) and not forms.TEMPLATE.search(around):
            yield Hit(Span(*match.span("mark")), 0.85, _AGREEMENT)


def _is_about(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence asks or explains rather than marks."""
    sentence = _sentence(text, match)
    return sentence.rstrip(' "”»\n').endswith("?") or forms.ABOUT.search(sentence) is not None


def _line(text: str, match: re.Match[str]) -> tuple[str, str]:
    start = text.rfind("\n", max(0, match.start() - _SENTENCE), match.start()) + 1
    stop = text.find("\n", match.end(), match.end() + _SENTENCE)
    return (
        text[max(start, match.start() - _SENTENCE) : match.start()],
        text[match.end() : stop if stop >= 0 else match.end() + _SENTENCE],
    )


def _sentence(text: str, match: re.Match[str]) -> str:
    """The sentence around the match, on its line, bounded."""
    before = text[max(0, match.start() - _SENTENCE) : match.start()]
    last = 0
    for end in _ENDS.finditer(before):
        last = end.end()
    after = _ENDS.search(text, match.end(), match.end() + _SENTENCE)
    return before[last:] + text[match.start() : after.end() if after else match.end() + _SENTENCE]
