"""Finds public names in a text, all in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import Any, Self

import ahocorasick

from scanner.doc import Span
from scanner.public.bodies import Bodies
from scanner.public.listed import fold, shipped
from scanner.public.reading import BODY, PublicReading, PublicSpan

# Entity types that a public name can be mistaken for.
NAMES = frozenset({"PERSON", "ORGANIZATION"})
# From this score on a name may also be a place: "Thomas Aarhus".
SURE = 0.85
_SHORT = 5  # a name in capitals up to this length ("SKAT", "DTU") counts only as it is written


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
        self._bodies = Bodies(bodies) if bodies else None
        for beginning in self._bodies.beginnings if self._bodies else ():
            self._automaton.add_word(fold(beginning), (len(beginning), beginning, BODY))
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
            if kind == BODY and self._bodies:
                end = self._bodies.end(text, start)
            border = _border(text, end)
            if border is not None and end > start:
                is_genitive = border > end or text[border : border + 1] in {"'", "’"}
                yield PublicSpan(Span(start, border), kind, is_genitive)
        for state in self._bodies.states(text) if self._bodies else ():
            yield PublicSpan(state, BODY)

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


def _border(text: str, end: int) -> int | None:
    """Where a name ends with its genitive -s, or None when the word goes on."""
    if text[end : end + 1] in {"'", "’"} and _is_genitive(text, end + 1):
        return end + 2
    if not text[end : end + 1].isalnum():
        return end
    return end + 1 if _is_genitive(text, end) else None


def _is_genitive(text: str, at: int) -> bool:
    return text[at : at + 1] in {"s", "S"} and not text[at + 1 : at + 2].isalnum()
