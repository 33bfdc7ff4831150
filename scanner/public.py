"""Names that are public, and so never a finding: authorities, tools, laws, places.

The names stand in ``scanner/data/public_names.yaml``, with their source; the policy adds the
organization's own names and those it calls public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Self

import ahocorasick
import yaml

from scanner.doc import Span

# Kinds that say where something is: they silence a name only when they are all of it, for people
# and firms are called after places ("Holger Danmark", "Aarhus Tagrens").
PLACES = frozenset({"place", "country"})
# What may stand between a public name and the private one a reader ran it together with.
_BLANKS = " \xa0"
_PUNCTUATION = '\t\r\n,;:/|()<>"*'
_SHORT = 5  # a name in capitals up to this length ("SKAT", "DTU") counts only as it is written
_WORDS = re.compile(r"[^\W_]+")
_STEM = 3  # letters that must stand before an ending ("Fødevare|styrelsen")


@dataclass(frozen=True, slots=True)
class PublicSpan:
    """A public name in a text, and its kind ("agency", "tool", "place" ...)."""

    span: Span
    kind: str


@cache
def shipped() -> Mapping[str, Any]:
    """The shipped file, read once."""
    text = files("scanner.data").joinpath("public_names.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  # both are safe loaders
    return loaded


def fold(text: str) -> str:
    """Lower case, code point by code point, so that offsets stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


class PublicNames:
    """Finds public names in a text, all in one pass."""

    def __init__(self, names: Mapping[str, Iterable[str]], endings: Iterable[str] = ()) -> None:
        self._endings = tuple(endings)
        self._automaton = ahocorasick.Automaton()
        for kind, members in names.items():
            for name in members:
                self._add(" ".join(name.split()), kind)
        if len(self._automaton):
            self._automaton.make_automaton()

    @classmethod
    def load(cls, own: Iterable[str] = (), public: Iterable[str] = ()) -> Self:
        """The shipped names, with the organization's own and those the policy calls public."""
        data = shipped()
        kinds = {kind: entry["names"] for kind, entry in data["kinds"].items()}
        return cls(kinds | {"own": own, "policy": public}, data["endings"]["names"])

    def _add(self, name: str, kind: str) -> None:
        exact = name if len(name) <= _SHORT and name.upper() == name else ""
        if name:
            self._automaton.add_word(fold(name), (len(name), exact, kind))

    def spans(self, text: str) -> list[PublicSpan]:
        """All public names, longest first where they overlap, with genitive -s, in order."""
        found: list[PublicSpan] = []
        for hit in sorted(self._hits(text), key=lambda hit: (hit.span.start, -hit.span.end)):
            if not found or hit.span.start >= found[-1].span.end:
                found.append(hit)
        return found

    def _hits(self, text: str) -> Iterator[PublicSpan]:
        if not len(self._automaton):
            return
        for last, (size, exact, kind) in self._automaton.iter(fold(text)):
            start, end = last + 1 - size, last + 1
            if start and text[start - 1].isalnum():
                continue
            if exact and text[start:end] != exact:
                continue
            border = _border(text, end)
            if border is not None:
                yield PublicSpan(Span(start, border), kind)

    def private_part(self, text: str, span: Span, *, places: bool = True) -> Span | None:
        """What of ``span`` is private: all, a part, or None when it is public.

        A listed name at an edge is cut only where punctuation parts it from the rest ("Teams:
        Karen"): "Kommunens Kaffebar ApS" stays whole. ``places=False``: a place hides nothing.
        """
        words = span.of(text)
        counted = [hit for hit in self.spans(words) if places or hit.kind not in PLACES]
        if _has_ending(words, self._endings) or _is_covered(words, counted):
            return None
        start, end = span.start, span.end
        for hit in (hit.span for hit in counted if hit.kind not in PLACES):
            if hit.start == 0 and (gap := _gap(words, hit.end, 1)):
                start += hit.end + gap
            elif hit.end == len(words) and (gap := _gap(words, hit.start, -1)):
                end -= len(hit) + gap
        return Span(start, end) if start < end else None


def _is_covered(words: str, hits: Iterable[PublicSpan]) -> bool:
    """Whether nothing but blanks, punctuation and "and" is left beside the hits."""
    left = words
    for hit in hits:
        left = left[: hit.span.start] + " " * len(hit.span) + left[hit.span.end :]
    return left != words and set(_WORDS.findall(left)) <= {"og", "and"}


def _gap(words: str, at: int, step: int) -> int:
    """How many separators stand from ``at`` on; 0 when they are blanks alone, or none."""
    size, position = 0, at if step > 0 else at - 1
    while 0 <= position < len(words) and words[position] in _BLANKS + _PUNCTUATION:
        size, position = size + 1, position + step
    piece = words[at : at + size] if step > 0 else words[at - size : at]
    return size if piece.strip(_BLANKS) else 0


def _has_ending(words: str, endings: Iterable[str]) -> bool:
    """Whether ``words`` is one word such as "Fødevarestyrelsen" or "Momsloven", or its genitive."""
    word = fold(words.strip())
    stems = (word, word.removesuffix("s"), word.removesuffix("'s"))
    return not any(map(str.isspace, word)) and any(
        stem.endswith(ending) and len(stem) >= len(ending) + _STEM
        for stem in stems
        for ending in endings
    )


def _border(text: str, end: int) -> int | None:
    """Where a name ends with its genitive -s, or None when the word goes on."""
    if text[end : end + 1] in {"'", "’"} and _is_genitive(text, end + 1):
        return end + 2
    if not text[end : end + 1].isalnum():
        return end
    return end + 1 if _is_genitive(text, end) else None


def _is_genitive(text: str, at: int) -> bool:
    return text[at : at + 1] in {"s", "S"} and not text[at + 1 : at + 2].isalnum()
