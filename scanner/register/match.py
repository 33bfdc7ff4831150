"""Where values of the register stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scanner.doc import Span
from scanner.register.entries import MOST_PIECES, Need
from scanner.register.legal_forms import form_after, form_before
from scanner.register.sieve import Sifted
from scanner.register.store import Register
from scanner.register.tokens import GENITIVE, Token, is_joined, token_at
from scanner.watch import current_watch

_NAME = "RegisterRecognizer"
_CHECKED = 4096  # tokens between two looks at the clock
_FIRM = "ORGANIZATION"
_AMOUNT = re.compile(r"[ \u00a0]?(?:kr\b|kroner\b|dkk\b|eur|€|%|,-)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """A value of the register in a text. Only with a label near it does ``needs_label`` count."""

    span: Span
    entity_type: str
    needs_label: bool = False


def matches(register: Register, text: str) -> Iterator[Match]:
    """The values in ``text`` in order; none that lies inside a longer one of its own type."""
    reach: dict[str, int] = {}
    sifted = register.sieve.sift(text)
    reading = _Reading(register, text, sifted)
    for count, index in enumerate(sifted.likely):
        if not count % _CHECKED and current_watch().has_ended(_NAME):
            return
        found = sorted(reading.matches_at(index), key=lambda match: -match.span.end)
        for match in found:
            if match.span.end > reach.get(match.entity_type, -1):
                reach[match.entity_type] = match.span.end
                yield match


class _Tokens(dict[int, Token]):
    """Tokens of one text by their index, each cut when it is asked for."""

    def __init__(self, text: str, sifted: Sifted) -> None:
        super().__init__()
        self._text = text
        self._sifted = sifted
        self.count = len(sifted.starts)

    def __missing__(self, index: int) -> Token:
        place = self._sifted.starts[index], self._sifted.ends[index]
        token = self[index] = token_at(self._text, *place)
        return token


class _Reading:
    """One text cut into tokens; it lives as long as the search."""

    def __init__(self, register: Register, text: str, sifted: Sifted) -> None:
        self.tokens = _Tokens(text, sifted)
        self._register = register
        self._text = text
        self._counts: dict[str, int] = {}

    def matches_at(self, index: int) -> Iterator[Match]:
        """The values that start with the token at ``index``."""
        yield from self._words(index)
        yield from self._numbers_at(index)

    def _words(self, index: int) -> Iterator[Match]:
        token = self.tokens[index]
        if bare := without_genitive(token.folded):
            yield from self._looked_up(index, index, [bare], self._word_counts(bare) & 1)
        counts = self._word_counts(token.folded)
        words: list[str] = []
        for last in range(index, self.tokens.count):
            if last > index and not is_joined(self._text, self.tokens[last - 1], self.tokens[last]):
                break
            words.append(self.tokens[last].folded)
            yield from self._looked_up(index, last, words, counts & 1)
            if last > index and (bare := without_genitive(words[-1])):
                yield from self._looked_up(index, last, [*words[:-1], bare], counts & 1)
            counts >>= 1
            if not counts:
                break

    def _word_counts(self, word: str) -> int:
        counts = self._counts.get(word)
        if counts is None:
            counts = self._counts[word] = self._register.word_counts(word)
        return counts

    def _looked_up(
        self, first: int, last: int, words: list[str], is_listed: int
    ) -> Iterator[Match]:
        if is_listed:
            digest = self._register.hasher.digest(words, is_number=False)
            is_bare = words[-1] != self.tokens[last].folded
            yield from self._typed(digest, first, last, is_bare=is_bare)

    def _numbers_at(self, index: int) -> Iterator[Match]:
        sizes = self._register.contents.number_sizes
        longest, number = sizes.bit_length() - 1, ""
        for last in range(index, min(index + MOST_PIECES, self.tokens.count)):
            token = self.tokens[last]
            if last > index and not is_joined(self._text, self.tokens[last - 1], token):
                break
            number += token.folded
            if len(number) > longest + 1:
                break
            if number.isalpha():
                continue
            for written, is_bare in ((number, False), (without_genitive(number), True)):
                if sizes >> len(written) & 1 and written:
                    digest = self._register.hasher.digest((written,), is_number=True)
                    yield from self._typed(digest, index, last, is_bare=is_bare)

    def _typed(self, digest: bytes, first: int, last: int, *, is_bare: bool) -> Iterator[Match]:
        """A match for each type the value has, if what it needs is there."""
        bare = Span(self.tokens[first].start, self.tokens[last].end - is_bare)
        for entity_type, need in self._register.types_of(digest):
            span = bare
            if entity_type == _FIRM:
                span = self._with_form(bare, is_genitive=is_bare)
            if span == bare and not self._is_enough(bare, need):
                continue
            yield Match(span, entity_type, needs_label=bool(need & Need.LABEL))

    def _with_form(self, span: Span, *, is_genitive: bool) -> Span:
        """``span`` with the legal form at its edges."""
        before = form_before(self._text, span.start)
        after = None if is_genitive else form_after(self._text, span.end)
        return Span(span.start if before is None else before, after or span.end)

    def _is_enough(self, span: Span, need: Need) -> bool:
        """Whether the value counts as it stands, without a legal form."""
        if need & Need.LABEL and _AMOUNT.match(self._text, span.end):
            return False
        has_capital = self._text[span.start].isupper()
        return not need & Need.FORM and (has_capital or not need & Need.CAPITAL)


def without_genitive(word: str) -> str:
    """``word`` without a genitive -s, "" when it has none."""
    return word[:-1] if word.endswith(GENITIVE) else ""
