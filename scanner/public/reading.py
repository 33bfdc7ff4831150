"""What of a name is private, by the public names of its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from scanner.doc import Span
from scanner.public.bodies import is_international
from scanner.public.listed import fold

# Kinds that say where something is: they silence a name only when they are all of it, for people
# and firms are called after places ("Holger Danmark", "Aarhus Tagrens").
PLACES = frozenset({"place", "town", "country", "sight"})
BODY = "body"  # the kind of what is told by its words, "Danish Maritime Authority"
# What may stand between a public name and the private one a reader ran it together with.
_BLANKS = " \xa0"
_PUNCTUATION = '\t\r\n,;:/|()<>"*'
_WORDS = re.compile(r"[^\W_]+")
_FIRST_HALF = re.compile(r"[^\W\d_]+- (?:og|eller) ")
_STEM = 3  # letters that must stand before an ending ("Fødevare|styrelsen")


@dataclass(frozen=True, slots=True)
class PublicSpan:
    """A public name in a text, and its kind ("agency", "tool", "place" ...)."""

    span: Span
    kind: str
    is_genitive: bool = False


@dataclass(frozen=True, slots=True)
class PublicReading:
    """The public names of one text."""

    text: str = field(repr=False)
    spans: tuple[PublicSpan, ...]
    endings: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()

    def private_part(
        self, span: Span, *, places: bool = True, is_person: bool = False
    ) -> Span | None:
        """What of ``span`` is private: all, a part, or None when it is public.

        A listed name at an edge is cut only where punctuation parts it from the rest ("Teams:
        Karen"): "Kommunens Kaffebar ApS" stays whole. What starts or ends with a tool's name is
        one of its kin ("Microsoft Dataverse"). ``places=False``: the name is sure, and neither
        place nor kin hides it. ``is_person``: it is said to be a person's, and what belongs to a
        person of history ("Kants Grundlegung") is no person; nor does an authority's name hide
        one that stands in it ("Udvalget om Handel og Anne").
        """
        hits = [
            hit
            for hit in self._near(span)
            if (places or hit.kind not in PLACES or _is_longer(hit.span, span))
            and not (is_person and hit.kind == BODY and hit.span.start < span.start)
        ]
        if self._is_law_or_body(span, hits) or _is_covered(self.text, span, hits):
            return None
        if places and (
            is_international(self.text, span, self.heads)
            or any(self._is_kin(hit, span) for hit in hits)
            or (not is_person and any(_is_of_states(hit, span) for hit in hits))
        ):
            return None
        if is_person and any(_is_owned(hit, span) for hit in hits):
            return None
        start, end = span.start, span.end
        for hit in (hit.span for hit in hits if hit.kind not in PLACES):
            if hit.start <= start and (gap := _gap(self.text, hit.end, end)):
                start = hit.end + gap
            elif hit.end >= end and (gap := _gap(self.text, hit.start, start)):
                end = hit.start - gap
        return Span(start, end) if start < end else None

    def _is_law_or_body(self, span: Span, hits: Iterable[PublicSpan]) -> bool:
        """Whether the name is told by its ending: "Fødevarestyrelsen", "EU's AI-forordning"."""
        starts = [span.start, *(hit.span.end for hit in hits if hit.span.start <= span.start)]
        return any(_has_ending(self.text[start : span.end], self.endings) for start in starts)

    def _is_kin(self, hit: PublicSpan, span: Span) -> bool:
        """Whether the name starts or ends with a tool's: "Microsoft Dataverse", "Ny Copilot".

        Or starts with a university's letters: "DTU Compute".
        """
        following = self.text[hit.span.end : hit.span.end + 1]
        starts = hit.span.start <= span.start and following in {" ", "-"}
        if hit.kind == "education":
            return starts and hit.span.of(self.text).isupper()
        if hit.kind != "tool":
            return False
        return starts or (hit.span.start > span.start and hit.span.end >= span.end)

    def _near(self, span: Span) -> list[PublicSpan]:
        first = bisect_right(self.spans, span.start, key=lambda hit: hit.span.end)
        last = bisect_left(self.spans, span.end, key=lambda hit: hit.span.start)
        return list(self.spans[first:last])


def _is_covered(text: str, span: Span, hits: Iterable[PublicSpan]) -> bool:
    """Whether nothing but blanks, punctuation and "and" is left of ``span`` beside the hits."""
    at, left = span.start, ""
    for hit in hits:
        left += text[at : max(at, hit.span.start)] + " "
        at = max(at, hit.span.end)
    return bool(left) and set(_WORDS.findall(left + text[at : span.end])) <= {"og", "and"}


def _is_longer(whole: Span, part: Span) -> bool:
    """Whether ``part`` is a piece of ``whole``, by more than a genitive -s: "Jomfru [Ane Gade]"."""
    return whole.covers(part) and len(whole) > len(part) + 1


def _is_owned(hit: PublicSpan, span: Span) -> bool:
    """Whether ``span`` is a thing of the public person that it begins with."""
    is_owner = hit.kind == "figure" and hit.is_genitive
    return is_owner and hit.span.start <= span.start and hit.span.end < span.end


def _is_of_states(hit: PublicSpan, span: Span) -> bool:
    """Whether ``span`` is what a union of states calls its own: "FN's Sikkerhedsråd"."""
    is_owner = hit.kind == "eu" and hit.is_genitive
    return is_owner and hit.span.start == span.start and hit.span.end < span.end


def _gap(text: str, at: int, limit: int) -> int:
    """How many separators stand from ``at`` towards ``limit``; 0 when blanks alone, or none."""
    step = 1 if limit > at else -1
    position = at if step > 0 else at - 1
    size = 0
    while size < abs(limit - at) and text[position] in _BLANKS + _PUNCTUATION:
        size, position = size + 1, position + step
    piece = text[at : at + size] if step > 0 else text[at - size : at]
    return size if piece.strip(_BLANKS) else 0


def _has_ending(words: str, endings: tuple[str, ...]) -> bool:
    """Whether ``words`` is one word such as "Fødevarestyrelsen" or "Momsloven", or its genitive.

    Or two that share their end: "Patent- og Varemærkestyrelsen".
    """
    words = _FIRST_HALF.sub("", words.strip(), count=1)
    if len(words.split()) > 1:
        return False
    word = fold(words)
    stems = {word, word.removesuffix("s"), word.removesuffix("'s")}
    ended = [stem for stem in stems if stem.endswith(endings)]
    return any(
        stem.endswith(ending) and len(stem) >= len(ending) + _STEM
        for stem in ended
        for ending in endings
    )
