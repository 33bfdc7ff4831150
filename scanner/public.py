"""Names that are public, and so never a finding: authorities, tools, laws, places.

The names stand in ``scanner/data/public_names.yaml``, with their source; the policy adds the
organization's own names and those it calls public.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Self

import ahocorasick
import yaml

from scanner.doc import Span

# Kinds that say where something is: they silence a name only when they are all of it, for people
# and firms are called after places ("Holger Danmark", "Aarhus Tagrens").
PLACES = frozenset({"place", "town", "country", "sight"})
# Entity types that a public name can be mistaken for.
NAMES = frozenset({"PERSON", "ORGANIZATION"})
# From this score on a name may also be a place: "Thomas Aarhus".
SURE = 0.85
# What may stand between a public name and the private one a reader ran it together with.
_BLANKS = " \xa0"
_PUNCTUATION = '\t\r\n,;:/|()<>"*'
_SHORT = 5  # a name in capitals up to this length ("SKAT", "DTU") counts only as it is written
_WORDS = re.compile(r"[^\W_]+")
_ARTICLES = frozenset({"Den", "Det", "De"})
_FIRST_HALF = re.compile(r"[^\W\d_]+- (?:og|eller) ")
_STEM = 3  # letters that must stand before an ending ("Fødevare|styrelsen")
_BODY = "body"  # the kind of what is told by its English words, "Danish Maritime Authority"
_TOPIC = r"(?:the )?[A-Z][a-z]+(?:(?:,? (?:and|for|of) (?:the )?|,? )[A-Z][a-z]+){0,6}"


@dataclass(frozen=True, slots=True)
class PublicSpan:
    """A public name in a text, and its kind ("agency", "tool", "place" ...)."""

    span: Span
    kind: str
    is_genitive: bool = False


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

    def __init__(
        self,
        names: Mapping[str, Iterable[str]],
        endings: Iterable[str] = (),
        heads: Iterable[str] = (),
        bodies: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self._endings = tuple(endings)
        self._heads = tuple(heads)
        self._automaton = ahocorasick.Automaton()
        self._body = _body_pattern(bodies) if bodies else re.compile(r"(?!)")
        for head in (*bodies["whose"], *bodies["alone"]) if bodies else ():
            self._automaton.add_word(fold(head), (len(head), head, _BODY))
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
        towns = [name.removesuffix(" Kommune") for name in kinds["municipality"]]
        kinds["place"] = [*kinds["place"], *towns]
        named = kinds | {"own": own, "policy": public}
        return cls(named, data["endings"]["names"], data["heads"]["names"], data["bodies"])

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
            if kind == _BODY:
                whole = self._body.match(text, start)
                end = whole.end() if whole else start
            border = _border(text, end)
            if border is not None and end > start:
                is_genitive = border > end or text[border : border + 1] in {"'", "’"}
                yield PublicSpan(Span(start, border), kind, is_genitive)

    def reading(self, text: str) -> PublicReading:
        """What is public in ``text``, read once for any number of questions."""
        return PublicReading(text, tuple(self.spans(text)), self._endings, self._heads)

    def private_part(
        self, text: str, span: Span, *, places: bool = True, is_person: bool = False
    ) -> Span | None:
        """What of ``span`` is private, as ``PublicReading.private_part`` says."""
        return self.reading(text).private_part(span, places=places, is_person=is_person)

    def filter(self, text: str, results: Iterable[Any]) -> list[Any]:
        """Presidio results without the names that are public; others are cut to the private part.

        A name the rules are sure of may also be a place ("Thomas Aarhus").
        """
        reading = self.reading(text)
        return [kept for result in results if (kept := _kept(reading, result)) is not None]


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
        person of history ("Kants Grundlegung") is no person.
        """
        hits = [
            hit
            for hit in self._near(span)
            if places or hit.kind not in PLACES or _is_longer(hit.span, span)
        ]
        if self._is_law_or_body(span, hits) or _is_covered(self.text, span, hits):
            return None
        if places and (
            self._is_international(span) or any(self._is_kin(hit, span) for hit in hits)
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

    def _is_international(self, span: Span) -> bool:
        """Whether the name is that of a body between states: "Det Europæiske Miljøagentur"."""
        name = self.text[max(0, span.start - 4) : span.end]
        article, _, rest = name.lstrip().partition(" ")
        if span.of(self.text).partition(" ")[0] in _ARTICLES:
            article, _, rest = span.of(self.text).partition(" ")
        return article in _ARTICLES and rest.startswith(self.heads) and " " in rest

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


def _kept(reading: PublicReading, result: Any) -> Any:
    if result.entity_type not in NAMES:
        return result
    span = Span(result.start, result.end)
    private = reading.private_part(
        span, places=result.score < SURE, is_person=result.entity_type == "PERSON"
    )
    if private is None or private == span:
        return result if private else None
    changed = copy(result)
    changed.start, changed.end = private.start, private.end
    return changed


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


def _body_pattern(words: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """Names of authorities in English: "Danish Agency for X and Y", "Ministry of X", "AI Board"."""
    whose, alone, nouns = ("|".join(words[key]) for key in ("whose", "alone", "nouns"))
    joined = r"(?:and|for|of|on|the)(?= (?:the )?[A-Z])"
    return re.compile(
        rf"(?:(?:{whose})(?: (?:{joined}|[A-Z][a-z]+)){{0,6}}? (?:{nouns})"
        rf"(?: (?:of|for|on) {_TOPIC})?"
        rf"|(?:{alone}) (?:of|for) {_TOPIC})(?![^\W_]|-| [A-Z])"
    )


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


def _border(text: str, end: int) -> int | None:
    """Where a name ends with its genitive -s, or None when the word goes on."""
    if text[end : end + 1] in {"'", "’"} and _is_genitive(text, end + 1):
        return end + 2
    if not text[end : end + 1].isalnum():
        return end
    return end + 1 if _is_genitive(text, end) else None


def _is_genitive(text: str, at: int) -> bool:
    return text[at : at + 1] in {"s", "S"} and not text[at + 1 : at + 2].isalnum()
