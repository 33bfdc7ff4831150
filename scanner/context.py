"""Context words: the nearest one on the line, or the label of the field, moves a hit's score."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts

from scanner.doc import Span
from scanner.fields import Field, FieldKind
from scanner.nlp.artifacts import fields_of
from scanner.recognizers.base import ContextWords

BEFORE = 60
AFTER = 25
SUPPORT = 0.4
OPPOSE = 0.5
CEILING = 0.95
FLOOR = 0.01
_SHORT_LINE = 40
_WORD = re.compile(r"[^\W_]+(?:[-./_][^\W_]+)*")
_JOINT = re.compile(r"[-./_]")
_NUMBER = re.compile(r"\d[\d .\-/]{2,}\d")
_MAX_PHRASE = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """Context words of one recognizer, glued forms included."""

    supporting: frozenset[str]
    opposing: frozenset[str]
    longest: int  # tokens of a phrase

    def sign(self, forms: Iterable[str]) -> int:
        """1 for a supporting word, -1 for an opposing one, 0 for neither; support wins a tie."""
        forms = set(forms)
        if forms & self.supporting:
            return 1
        return -1 if forms & self.opposing else 0


class NearestWordEnhancer(ContextAwareEnhancer):
    """Presidio's enhancer seam: moves scores by the nearest context word, deletes nothing.

    The window is the hit's line, at most 60 characters before and 25 after it, and the line above
    when the hit begins its own. Whole tokens are compared, without lemmas.
    """

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=SUPPORT,
            min_score_with_context_similarity=0.0,
            context_prefix_count=BEFORE,
            context_suffix_count=AFTER,
        )

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """The results with moved scores; ``context`` is the header of the cell, if any."""
        by_id = {
            recognizer.id: _words(recognizer.context_words)
            for recognizer in recognizers
            if hasattr(recognizer, "context_words")
        }
        cells = _Cells(fields_of(text, nlp_artifacts)) if raw_results else None
        for result in raw_results:
            words = by_id.get(_identifier(result))
            if words and cells and (words.supporting or words.opposing):
                _move(result, _sign(text, Span(result.start, result.end), words, cells, context))
        return raw_results


def _identifier(result: Any) -> str:
    return str(result.recognition_metadata[RecognizerResult.RECOGNIZER_IDENTIFIER_KEY])


def _move(result: Any, sign: int) -> None:
    if sign > 0:
        result.score = max(result.score, min(CEILING, result.score + SUPPORT))
    elif sign < 0:
        result.score = max(FLOOR, result.score - OPPOSE)


class _Cells:
    """Fields by place: the ones that hold a span."""

    def __init__(self, found: Sequence[Field]) -> None:
        self._fields = found
        self._starts = [field.span.start for field in found]

    def holding(self, span: Span) -> list[Field]:
        """The fields whose value covers ``span``; fields begin at most a line before it."""
        last = bisect_right(self._starts, span.start)
        return [field for field in self._fields[max(0, last - 6) : last] if field.span.covers(span)]


def _sign(
    text: str, span: Span, words: _Words, cells: _Cells, context: Sequence[str] | None
) -> int:
    for header in context or ():
        if sign := words.sign(_forms(header)):
            return sign
    holding = cells.holding(span)
    for field in holding:
        if field.kind is not FieldKind.LINE and (sign := words.sign(_forms(field.label))):
            return sign
    start = max(
        (field.span.start for field in holding if field.kind is FieldKind.COLUMN), default=0
    )
    before = _before(text, span, start)
    if sign := _nearest(before, words):
        return sign
    for field in holding:
        if sign := words.sign(_forms(field.label)):
            return sign
    return max(0, _nearest(_after(text, span), words, backward=False))


def _before(text: str, span: Span, least: int) -> str:
    """The window before the hit on its line, or the end of a short line above it."""
    line = text.rfind("\n", 0, span.start) + 1
    window = text[max(line, least, span.start - BEFORE) : span.start]
    if not window.strip(" \t>|*-–:(\"'") and line and not least:
        above = text[: line - 1].rstrip() if line < BEFORE else text[line - BEFORE : line].rstrip()
        above = above.rpartition("\n")[2]
        return above if len(above) <= _SHORT_LINE else ""
    return window


def _after(text: str, span: Span) -> str:
    """The window after the hit, up to the line's end or the next number."""
    window = text[span.end : span.end + AFTER].partition("\n")[0]
    digit = re.search(r"\d", window)
    return window[: digit.start()] if digit else window


def _nearest(window: str, words: _Words, *, backward: bool = True) -> int:
    """The sign of the nearest context word; a number in between takes opposing words with it."""
    numbers = [match.end() for match in _NUMBER.finditer(window)]
    tokens = list(_WORD.finditer(window))
    order = range(len(tokens) - 1, -1, -1) if backward else range(len(tokens))
    for index in order:
        forms = _token_forms(tokens, index, words.longest)
        sign = words.sign(forms)
        if sign < 0 and any(end > tokens[index].end() for end in numbers):
            sign = 0
        if sign:
            return sign
    return 0


def _token_forms(
    tokens: Sequence[re.Match[str]], index: int, longest: int = _MAX_PHRASE
) -> set[str]:
    """The token's forms and the phrases of up to ``longest`` tokens that end with it."""
    forms = set(_single_forms(tokens[index][0]))
    for length in range(2, longest + 1):
        if index + 1 >= length:
            parts = tokens[index + 1 - length : index + 1]
            forms.add(" ".join(part[0].casefold() for part in parts))
    return forms


def _single_forms(token: str) -> Iterable[str]:
    folded = token.casefold()
    yield folded
    if _JOINT.search(folded):
        yield _JOINT.sub("", folded)
        yield from (part for part in _JOINT.split(folded) if len(part) > 1)


def _forms(label: str) -> set[str]:
    """All forms of a label, whole phrases included."""
    tokens = list(_WORD.finditer(label))
    forms = {label.casefold().strip(" .:")}
    for index in range(len(tokens)):
        forms |= _token_forms(tokens, index)
    return forms


@lru_cache(maxsize=64)
def _words(context: ContextWords) -> _Words:
    supporting, opposing = _glued(context.supporting), _glued(context.opposing)
    longest = max((word.count(" ") + 1 for word in supporting | opposing), default=1)
    return _Words(supporting, opposing, min(longest, _MAX_PHRASE))


def _glued(words: frozenset[str]) -> frozenset[str]:
    plain = {word.casefold().strip(" .:") for word in words}
    return frozenset(plain | {_JOINT.sub("", word) for word in plain})
