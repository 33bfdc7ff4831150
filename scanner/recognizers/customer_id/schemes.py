"""The organization's own numbering schemes, from the policy."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scanner.doc import Span
from scanner.fields import Field
from scanner.identifiers.sums import luhn_holds, mod11_holds
from scanner.policy import CustomerIdScheme

_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "luhn": luhn_holds,
    "mod11": mod11_holds,
}
_WINDOW = 60
_FIELDS = 6
_NAMED = 0.9
_CHECKED = 0.7
_UNNAMED = 0.4
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme ready to match; ``labels`` are whole words in lower case."""

    pattern: re.Pattern[str]
    labels: frozenset[str]
    check: Callable[[str], bool] | None

    @classmethod
    def of(cls, scheme: CustomerIdScheme) -> Scheme:
        """Compile a scheme of the policy."""
        return cls(
            re.compile(rf"(?<![^\W_])(?:{scheme.pattern})(?![^\W_])"),
            frozenset(_plain(label) for label in scheme.labels),
            _CHECKS[scheme.check_digit] if scheme.check_digit else None,
        )

    def needs_labels(self, text: str) -> bool:
        """Whether labels tell how sure a number of ``text`` is."""
        return bool(self.labels) and self.pattern.search(text) is not None

    def matches(self, text: str, fields: Sequence[Field]) -> Iterator[tuple[Span, float]]:
        """Numbers of the scheme; where labels are given, those without one score low."""
        for match in self.pattern.finditer(text):
            span = Span(*match.span())
            if span and (self.check is None or self.check(re.sub(r"\D", "", match[0]))):
                yield span, self._score(text, span, fields)

    def _score(self, text: str, span: Span, fields: Sequence[Field]) -> float:
        if not self.labels or self._is_named(text, span, fields):
            return _NAMED
        return _CHECKED if self.check else _UNNAMED

    def _is_named(self, text: str, span: Span, fields: Sequence[Field]) -> bool:
        near = [text[max(0, span.start - _WINDOW) : span.start].rpartition("\n")[2]]
        last = bisect_right(fields, span.start, key=lambda field: field.span.start)
        around = fields[max(0, last - _FIELDS) : last]
        near += [field.label for field in around if field.span.covers(span)]
        return any(f" {label} " in f" {_plain(words)} " for label in self.labels for words in near)


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
